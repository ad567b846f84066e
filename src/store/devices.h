// SPDX-License-Identifier: Apache-2.0
// The centre's register of devices and the enrolment codes that admit them.
#pragma once

#include "store/connection.h"

#include <array>
#include <vector>

namespace encours::store {

struct DeviceRecord {
    DeviceId id;
    UserId person;
    std::vector<std::uint8_t> publicKey; ///< SubjectPublicKeyInfo, DER, P-256
    std::string name;
    Instant enrolledAt;
    std::optional<Instant> revokedAt;
    std::optional<Instant> lastSeenAt;
    std::int64_t maxDeviceSeq = 0; ///< highest operation number received
};

Result<void> insertDevice(Connection& connection, Tenant tenant, const DeviceRecord& device);
Result<std::optional<DeviceRecord>> findDevice(Connection& connection, Tenant tenant, DeviceId id);
Result<std::vector<DeviceRecord>> listDevices(Connection& connection, Tenant tenant);
/// False when unknown or already revoked.
Result<bool> revokeDevice(Connection& connection, Tenant tenant, DeviceId id, Instant at);
Result<void> markDeviceSeen(Connection& connection, Tenant tenant, DeviceId id, Instant at);
/// For a transaction beside others: no other takes this device's operations until it ends. Gives maxDeviceSeq, 0 for a
/// device that is not there.
Result<std::int64_t> claimDevice(Connection& connection, Tenant tenant, DeviceId id);
Result<void> raiseDeviceSeq(Connection& connection, Tenant tenant, DeviceId id, std::int64_t deviceSeq);

using CodeHash = std::array<std::uint8_t, 32>; ///< SHA-256 of the code: the code itself is never stored
Result<void> insertEnrolmentCode(Connection& connection, Tenant tenant, const CodeHash& hash, UserId person,
                                 Instant expiresAt);
/// Marks the code used and says for whom; Denied "enrol.code" when unknown, expired or already used (one answer for all
/// three). Atomic: of two devices with one code, one gets in.
Result<UserId> useEnrolmentCode(Connection& connection, Tenant tenant, const CodeHash& hash, Instant now);

} // namespace encours::store
