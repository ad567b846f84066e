// SPDX-License-Identifier: Apache-2.0
// Enrolment of devices: the code the office printed admits one device, which is known by its public key from then on.
#pragma once

#include "store/connection.h"
#include "store/people.h"
#include "sync/protocol/message.h"

#include <chrono>

namespace encours::central {

inline constexpr std::chrono::days kLease{7}; ///< how long a device may go without meeting the centre

/// Takes the code and registers the device, in one transaction. Denied "enrol.code": one answer for a code that is unknown,
/// used or too old. Refused "enrol.key" when the key is not a P-256 public key: the code stays usable.
Result<protocol::EnrolResponse> enrol(store::Connection& connection, store::Tenant tenant,
                                      const protocol::EnrolRequest& request, DeviceId newDevice, Instant now);

/// Who asks. Looked up again at each request, because a right may be withdrawn in between.
struct Caller {
    DeviceId device;
    store::Person person;
    std::int64_t maximumDeviceSeq = 0; ///< highest operation number received
    std::optional<Instant> lastSeenAt{};
    /// The clients the caller may see: its own portfolio, or (none) the whole company.
    std::optional<UserId> portfolio() const
    {
        return person.role == store::Role::Salesperson ? std::optional(person.id) : std::nullopt;
    }
    bool sees(UserId clientPortfolio) const { return !portfolio() || *portfolio() == clientPortfolio; }
};
/// Denied "device.unknown"; Denied "device.revoked", also when its person is disabled.
Result<Caller> findCaller(store::Connection& connection, store::Tenant tenant, DeviceId device);

/// Denied "session.refused": one answer for an unknown device and a wrong signature. Denied "device.revoked" only to who
/// holds the key.
Result<Caller> proveDevice(store::Connection& connection, store::Tenant tenant,
                           const protocol::SessionRequest& request);
/// The device has just synchronised: written once a minute at most, and not at all while somebody else is writing.
void noteSeen(store::Connection& connection, store::Tenant tenant, const Caller& caller, Instant now);

} // namespace encours::central
