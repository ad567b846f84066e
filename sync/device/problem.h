// SPDX-License-Identifier: Apache-2.0
// Answers of the centre that are not 200, as errors.
#pragma once

#include "sync/device/transport.h"

namespace encours::device {

/// The centre's own sentence when it gave one. The kind follows the status: 401 and 403 Denied, 429 and 5xx
/// Unavailable, other 4xx Refused; anything else (a redirection, a page of some proxy) Unavailable "net.not_centre".
Error toError(const HttpResponse& response);

/// The centre's code for a device whose access the office has ended (403).
inline constexpr const char* kDeviceRevoked = "device.revoked";

} // namespace encours::device
