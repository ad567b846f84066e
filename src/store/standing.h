// SPDX-License-Identifier: Apache-2.0
// What the centre thinks of this device: how long it may be opened without meeting the centre, and whether it may still
// be used (security.md §B2, Lease).
#pragma once

#include "store/device_state.h"

namespace encours::store {

enum class DeviceStanding {
    Good = 0,
    Revoked = 1, ///< the office ended its access
    Forked = 2,  ///< the centre has met a copy of this device: enrol again, the outbox is kept
};

struct Standing {
    DeviceStanding standing = DeviceStanding::Good;
    std::optional<Instant> leaseUntil; ///< on this device's clock; none = never met since enrolment
    std::int64_t clientsTotal = 0;     ///< in the portfolio at the last contact: "n clients of N"
};
/// NotFound "device.not_enrolled".
Result<Standing> loadStanding(Connection& connection, Tenant tenant);
Result<void> saveStanding(Connection& connection, Tenant tenant, DeviceStanding standing);

/// What the centre granted when this device last proved who it is.
struct Grant {
    Instant leaseUntil; ///< on this device's clock, as the next
    std::string bearer; ///< what the centre takes instead of a proof; a secret
    Instant bearerUntil;
};
Result<void> saveGrant(Connection& connection, Tenant tenant, const Grant& grant);
/// Empty when there is none that the centre may still take.
Result<std::string> loadBearer(Connection& connection, Tenant tenant, Instant now);
Result<void> forgetBearer(Connection& connection, Tenant tenant);
Result<void> saveClientsTotal(Connection& connection, Tenant tenant, std::int64_t clientsTotal);

/// Another device id, key and server for the same person, in good standing. The outbox and its counter stay; the replica
/// starts again: nobody would tell the new device what left the portfolio meanwhile. In the caller's transaction.
/// Refused "device.other_person" when the person or the company is another.
Result<void> replaceEnrolment(Connection& connection, Tenant tenant, const Enrolment& enrolment);

} // namespace encours::store
