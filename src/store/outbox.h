// SPDX-License-Identifier: Apache-2.0
// The outbox: operations waiting for the centre, and its answers. A use-case appends in the transaction that writes the
// fact. Nothing here deletes an operation the centre has not applied and echoed.
#pragma once

#include "domain/agreements/operation.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// Gives the next device_seq (dense, from 1) and the seen_seq from device_state. The caller holds the transaction
/// (Internal otherwise). Refused "operation.too_large" above kMaximumOperationBytes.
Result<Operation> appendOperation(Connection& connection, Tenant tenant, OperationId id, Instant madeAt,
                                  OperationBody body);

/// By device_seq; a client's only, when given.
Result<std::vector<OutboxEntry>> listOutbox(Connection& connection, Tenant tenant, ClientId client = {});
/// In whatever state.
Result<std::optional<OutboxEntry>> findOutboxEntry(Connection& connection, Tenant tenant, OperationId id);
/// Forgets the operations about a note or promise made here when none of them was ever sent: the centre cannot know it.
/// False, and nothing changed, otherwise. In the caller's transaction. Their numbers are not given again.
Result<bool> forgetUnsent(Connection& connection, Tenant tenant, ClientId client, const Uuid& object);
/// The same of one operation that says something of an object, if nothing said after it can rest on it: it is the last one
/// about the object.
Result<bool> forgetUnsentSaying(Connection& connection, Tenant tenant, OperationId id);
/// Answered with a conflict that nobody has decided yet.
Result<std::vector<OutboxEntry>> listContested(Connection& connection, Tenant tenant);
/// Somebody has: it leaves the tray, with the reason "settled".
Result<void> markSettled(Connection& connection, Tenant tenant, OperationId id);

/// Refused, and its author wants it no more, or has said it otherwise: it is never sent, and kept like what was applied.
Result<void> markLaidAside(Connection& connection, Tenant tenant, OperationId id);
/// The centre holds it, and its author has read what became of it: it leaves the tray, with the reason "read".
Result<void> markRead(Connection& connection, Tenant tenant, OperationId id);
/// Undoes either: the answer is again that of `before`. Nothing happens to what was queued again meanwhile.
Result<void> restoreAnswer(Connection& connection, Tenant tenant, const OutboxEntry& before);

struct OutboxCounts {
    std::int64_t waiting = 0; ///< queued or sent, without an answer
    std::int64_t tray = 0;    ///< answered, but a person should look: conflict, review, rejected, parked
};
Result<OutboxCounts> countOutbox(Connection& connection, Tenant tenant);

struct BatchLimits {
    int operations = 1024;
    std::size_t bytes = 256 * 1024; ///< of encoded bodies; the first operation always goes
};
/// Operations without an answer, oldest first, from `after` (a device_seq) on.
Result<std::vector<Operation>> nextBatch(Connection& connection, Tenant tenant, std::int64_t after = 0,
                                         BatchLimits limits = {});
/// Without an answer.
Result<std::optional<Operation>> findWaiting(Connection& connection, Tenant tenant, OperationId id);
Result<void> markSent(Connection& connection, Tenant tenant, std::int64_t firstSeq, std::int64_t lastSeq);

/// Applied, Duplicate, Conflict and Review: Acknowledged (the centre holds it). Rejected, Parked: Refused. Retry:
/// Queued again. False when it does not wait for an answer: the one it has is kept.
Result<bool> storeResult(Connection& connection, Tenant tenant, OperationId id, OperationStatus status,
                         std::string_view reason, std::int64_t effectSeq);
/// Every operation up to this device_seq has an answer.
Result<std::int64_t> answeredThrough(Connection& connection, Tenant tenant);
/// The feed has been read to its end, seen_seq: what was answered up to there is acknowledged now, once, and what was
/// laid aside too; what was applied is forgotten 30 days after. `serverNow` is the centre's clock: the device's may be
/// years off. Gives how many.
Result<std::int64_t> dropEchoed(Connection& connection, Tenant tenant, Instant serverNow);
/// After a Reset: the centre may have been restored, so everything still held and acknowledged is sent again (ids make
/// that harmless).
Result<void> requeueAcknowledged(Connection& connection, Tenant tenant);

} // namespace encours::store
