// SPDX-License-Identifier: Apache-2.0
// What the centre answered to each operation: the memory that makes a repeated push harmless (sync.md §2.5). Never
// pruned below 400 days.
#pragma once

#include "domain/agreements/operation.h"
#include "store/connection.h"

#include <array>
#include <vector>

namespace encours::store {

struct LoggedOperation {
    OperationId id;
    DeviceId device;
    std::int64_t deviceSeq = 0;
    std::array<std::uint8_t, 32> hash{}; ///< SHA-256 of the operation as received
    OperationStatus status = OperationStatus::Applied;
    std::string reason;
    std::int64_t effectSeq = 0; ///< 0 = no effect
    Instant at;
    ClientId client; ///< what it was about; none in what was logged before
    Uuid object;
};

/// Refused "store.duplicate" when the id, or the device's number, of one is already there.
Result<void> insertOperations(Connection& connection, Tenant tenant, std::span<const LoggedOperation> operations);
Result<std::optional<LoggedOperation>> findOperation(Connection& connection, Tenant tenant, OperationId id);
/// Those of them that are there, in any order.
Result<std::vector<LoggedOperation>> findOperations(Connection& connection, Tenant tenant,
                                                    std::span<const OperationId> ids);
/// Kept for the office to look at, oldest first.
Result<std::vector<LoggedOperation>> operationsForReview(Connection& connection, Tenant tenant);
/// By device_seq, after `after`: answers the device may not have received.
Result<std::vector<LoggedOperation>> operationsAfter(Connection& connection, Tenant tenant, DeviceId device,
                                                     std::int64_t after, int limit = 256);

} // namespace encours::store
