// SPDX-License-Identifier: Apache-2.0
// Centre: the devices admitted, and what the office does when one is lost or somebody leaves. A device is answered 403
// from its next request on; what it holds is erased or locked by its own lease.
#pragma once

#include "store/devices.h"
#include "usecases/office.h"

namespace encours::usecases {

struct DeviceLine {
    store::DeviceRecord device;
    std::string person;
    bool personDisabled = false;
};
/// Revoked ones too, oldest first.
Result<std::vector<DeviceLine>> listDevices(Office& office);

/// `id` as listDevices gives it. False when it was revoked already. InvalidArgument "device.id", NotFound
/// "device.unknown".
Result<bool> revokeDevice(Office& office, const std::string& id);

} // namespace encours::usecases
