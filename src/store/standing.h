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
Result<void> saveLease(Connection& connection, Tenant tenant, Instant leaseUntil);
Result<void> saveClientsTotal(Connection& connection, Tenant tenant, std::int64_t clientsTotal);

/// Another device id, key and server for the same person, in good standing. The outbox and its counter stay; the replica
/// starts again: nobody would tell the new device what left the portfolio meanwhile. In the caller's transaction.
/// Refused "device.other_person" when the person or the company is another.
Result<void> replaceEnrolment(Connection& connection, Tenant tenant, const Enrolment& enrolment);

} // namespace encours::store
