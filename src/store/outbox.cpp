// SPDX-License-Identifier: Apache-2.0
#include "store/outbox.h"

#include "store/operation_codec.h"
#include "store/outbox_state.h"
#include "store/rows.h"

#define OPERATION_COLUMNS "op_id, device_seq, made_at, seen_seq, body"
#define ENTRY_COLUMNS OPERATION_COLUMNS ", state, status, reason, effect_seq"

namespace encours::store {

namespace {

constexpr std::chrono::hours kKept{30 * 24}; // rules.md: a restored centre asks again for what it lost

Result<Operation> readOperation(const Statement& row)
{
    Columns c(row);
    Operation operation;
    operation.id = c.uuidId<OperationId>();
    operation.deviceSeq = c.integer();
    operation.madeAt = c.instant();
    operation.seenSeq = c.integer();
    ENCOURS_TRY(operation.body, decodeBody(c.blob()));
    return operation;
}

Result<std::vector<OutboxEntry>> readEntries(Statement& statement)
{
    std::vector<OutboxEntry> entries;
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            return entries;
        OutboxEntry entry;
        ENCOURS_TRY(entry.operation, readOperation(statement));
        Columns c(statement, 5);
        entry.state = c.enumeration<OutboxState>();
        entry.status = c.enumeration<OperationStatus>();
        entry.reason = c.text();
        entry.effectSeq = c.integer();
        entries.push_back(std::move(entry));
    }
}

// How a Saying is numbered among the bodies of operations.
const std::int64_t kSaying = static_cast<std::int64_t>(OperationBody(Saying()).index());

constexpr OutboxState stateAfter(OperationStatus status)
{
    switch (status) {
    case OperationStatus::Applied:
    case OperationStatus::Duplicate:
    case OperationStatus::Conflict:
    case OperationStatus::Review: return OutboxState::Acknowledged;
    case OperationStatus::Retry: return OutboxState::Queued;
    case OperationStatus::Rejected:
    case OperationStatus::Parked: break;
    }
    return OutboxState::Refused; // also what a newer centre says and this program does not know: a person should look
}

} // namespace

Result<Operation> appendOperation(Connection& connection, Tenant tenant, OperationId id, Instant madeAt,
                                  OperationBody body)
{
    if (!connection.inTransaction())
        return failure(ErrorKind::Internal, "outbox.transaction",
                       "An operation was about to be kept apart from its fact; nothing was saved.");
    const auto encoded = encodeBody(body);
    if (encoded.size() > kMaximumOperationBytes)
        return failure(ErrorKind::Refused, "operation.too_large",
                       "This is too long to be sent: shorten it; nothing was saved.");
    Operation operation{.id = id, .madeAt = madeAt, .body = std::move(body)};
    {
        ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        UPDATE device_state
        SET next_device_seq = next_device_seq + 1
        WHERE tenant = ?
        RETURNING next_device_seq - 1, seen_seq)sql"));
        ENCOURS_TRY(const bool enrolled, statement.bind(tenant).step());
        if (!enrolled)
            return failure(ErrorKind::NotFound, "device.not_enrolled",
                           "This device is not enrolled: ask the office for an enrolment address.");
        operation.deviceSeq = statement.integer(0);
        operation.seenSeq = statement.integer(1);
    }
    const auto subject = subjectOf(operation.body);
    ENCOURS_CHECK(connection.execute(R"sql(
        INSERT INTO outbox (tenant, device_seq, op_id, kind, client_id, object_id, body, made_at, seen_seq, state,
            status, reason, effect_seq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', 0))sql",
                                     tenant, operation.deviceSeq, operation.id,
                                     static_cast<std::int64_t>(operation.body.index()), subject.client, subject.object,
                                     Blob(encoded), operation.madeAt, operation.seenSeq));
    return operation;
}

Result<std::vector<OutboxEntry>> listOutbox(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " ENTRY_COLUMNS
                                   " FROM outbox WHERE tenant = ? AND (? = 0 OR client_id = ?) ORDER BY device_seq"));
    return readEntries(statement.bind(tenant, client, client));
}

Result<std::optional<OutboxEntry>> findOutboxEntry(Connection& connection, Tenant tenant, OperationId id)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " ENTRY_COLUMNS " FROM outbox WHERE tenant = ? AND op_id = ?"));
    ENCOURS_TRY(auto entries, readEntries(statement.bind(tenant, id)));
    return entries.empty() ? std::nullopt : std::optional(std::move(entries.front()));
}

Result<std::vector<OutboxEntry>> listContested(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " ENTRY_COLUMNS R"sql(
        FROM outbox
        WHERE tenant = ? AND device_seq IN (SELECT device_seq FROM outbox WHERE tenant = ? AND )sql" ANSWERED R"sql(
            AND state = ? AND status = ?)
        ORDER BY device_seq)sql"));
    return readEntries(statement.bind(tenant, tenant, OutboxState::Acknowledged, OperationStatus::Conflict));
}

Result<void> markSettled(Connection& connection, Tenant tenant, OperationId id)
{
    return connection.execute("UPDATE outbox SET status = ?, reason = 'settled' WHERE tenant = ? AND op_id = ?",
                              OperationStatus::Applied, tenant, id);
}

Result<void> markLaidAside(Connection& connection, Tenant tenant, OperationId id)
{
    return connection.execute("UPDATE outbox SET state = ?, acknowledged_at = NULL"
                              " WHERE tenant = ? AND op_id = ? AND state = ?",
                              OutboxState::LaidAside, tenant, id, OutboxState::Refused);
}

Result<void> markRead(Connection& connection, Tenant tenant, OperationId id)
{
    return connection.execute(
        "UPDATE outbox SET status = ?, reason = 'read' WHERE tenant = ? AND op_id = ? AND state = ?",
        OperationStatus::Applied, tenant, id, OutboxState::Acknowledged);
}

Result<void> restoreAnswer(Connection& connection, Tenant tenant, const OutboxEntry& before)
{
    return connection.execute(
        "UPDATE outbox SET state = ?, status = ?, reason = ? WHERE tenant = ? AND op_id = ? AND state IN (?, ?)",
        before.state, before.status, before.reason, tenant, before.operation.id, OutboxState::Acknowledged,
        OutboxState::LaidAside);
}

Result<bool> forgetUnsent(Connection& connection, Tenant tenant, ClientId client, const Uuid& object)
{
    {
        ENCOURS_TRY(auto statement, connection.prepare("SELECT " OPERATION_COLUMNS ", state FROM outbox"
                                                       " WHERE tenant = ? AND client_id = ? AND object_id = ?"));
        statement.bind(tenant, client, object);
        bool madeHere = false;
        for (;;) {
            ENCOURS_TRY(const bool row, statement.step());
            if (!row)
                break;
            if (Columns(statement, 5).enumeration<OutboxState>() != OutboxState::Queued)
                return false;
            ENCOURS_TRY(const Operation operation, readOperation(statement));
            madeHere = madeHere || makesObject(operation.body);
        }
        if (!madeHere)
            return false;
    }
    ENCOURS_CHECK(connection.execute("DELETE FROM outbox WHERE tenant = ? AND client_id = ? AND object_id = ?", tenant,
                                     client, object));
    return true;
}

Result<bool> forgetUnsentSaying(Connection& connection, Tenant tenant, OperationId id)
{
    ENCOURS_CHECK(connection.execute(R"sql(
        DELETE
        FROM outbox
        WHERE tenant = ? AND op_id = ? AND state = ? AND kind = ? AND device_seq = (SELECT max(later.device_seq)
        FROM outbox AS later
        WHERE later.tenant = outbox.tenant AND later.object_id = outbox.object_id))sql",
                                     tenant, id, OutboxState::Queued, kSaying));
    return connection.changes() > 0;
}

Result<OutboxCounts> countOutbox(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT (SELECT count(*) FROM outbox WHERE tenant = ? AND )sql" WITHOUT_ANSWER R"sql(),
            (SELECT count(*) FROM outbox WHERE tenant = ? AND )sql" ANSWERED R"sql(
                AND (state = ? OR (state = ? AND status IN (?, ?)))))sql"));
    statement.bind(tenant, tenant, OutboxState::Refused, OutboxState::Acknowledged, OperationStatus::Conflict,
                   OperationStatus::Review);
    ENCOURS_CHECK(statement.step());
    return OutboxCounts{statement.integer(0), statement.integer(1)};
}

Result<std::vector<Operation>> nextBatch(Connection& connection, Tenant tenant, std::int64_t after, BatchLimits limits)
{
    // What waits comes behind what is kept for thirty days.
    ENCOURS_TRY(auto first, connection.prepare("SELECT min(device_seq) FROM outbox WHERE tenant = ? AND " WITHOUT_ANSWER
                                               " AND device_seq > ?"));
    first.bind(tenant, after);
    ENCOURS_CHECK(first.step());
    if (first.isNull(0))
        return std::vector<Operation>();
    after = first.integer(0) - 1;
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " OPERATION_COLUMNS " FROM outbox WHERE tenant = ? AND " WITHOUT_ANSWER
                                   " AND device_seq > ? ORDER BY device_seq LIMIT ?"));
    statement.bind(tenant, after, limits.operations);
    std::vector<Operation> batch;
    std::size_t bytes = 0;
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            return batch;
        bytes += statement.blob(4).size();
        if (!batch.empty() && bytes > limits.bytes)
            return batch;
        ENCOURS_TRY(auto operation, readOperation(statement));
        batch.push_back(std::move(operation));
    }
}

Result<std::optional<Operation>> findWaiting(Connection& connection, Tenant tenant, OperationId id)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " OPERATION_COLUMNS
                                                   " FROM outbox WHERE tenant = ? AND op_id = ? AND " WITHOUT_ANSWER));
    ENCOURS_TRY(const bool row, statement.bind(tenant, id).step());
    if (!row)
        return std::nullopt;
    return readOperation(statement);
}

Result<void> markSent(Connection& connection, Tenant tenant, std::int64_t firstSeq, std::int64_t lastSeq)
{
    return connection.execute(
        "UPDATE outbox SET state = ? WHERE tenant = ? AND state = ? AND device_seq BETWEEN ? AND ?", OutboxState::Sent,
        tenant, OutboxState::Queued, firstSeq, lastSeq);
}

Result<bool> storeResult(Connection& connection, Tenant tenant, OperationId id, OperationStatus status,
                         std::string_view reason, std::int64_t effectSeq)
{
    ENCOURS_CHECK(connection.execute(R"sql(
        UPDATE outbox
        SET state = ?, status = ?, reason = ?, effect_seq = ?, acknowledged_at = NULL
        WHERE tenant = ? AND op_id = ? AND )sql" WITHOUT_ANSWER,
                                     stateAfter(status), status, reason, effectSeq, tenant, id));
    return connection.changes() > 0;
}

Result<std::int64_t> answeredThrough(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT coalesce((SELECT min(device_seq)
        FROM outbox
        WHERE tenant = ? AND )sql" WITHOUT_ANSWER R"sql(), next_device_seq) - 1
        FROM device_state
        WHERE tenant = ?)sql"));
    return firstInteger(statement.bind(tenant, tenant));
}

Result<std::int64_t> dropEchoed(Connection& connection, Tenant tenant, Instant serverNow)
{
    ENCOURS_CHECK(connection.execute(
        R"sql(
        UPDATE outbox
        SET acknowledged_at = ?
        WHERE tenant = ? AND device_seq IN (SELECT device_seq
        FROM outbox
        WHERE tenant = ? AND )sql" ANSWERED
        R"sql( AND acknowledged_at IS NULL AND (state = ? OR (state = ? AND effect_seq <= (SELECT seen_seq
        FROM device_state
        WHERE tenant = ?)))))sql",
        serverNow, tenant, tenant, OutboxState::LaidAside, OutboxState::Acknowledged, tenant));
    ENCOURS_CHECK(connection.execute(R"sql(
        DELETE
        FROM outbox
        WHERE tenant = ? AND )sql" ANSWERED
                                     R"sql( AND acknowledged_at <= ? AND (state = ? OR (state = ? AND status IN (?, ?)
        AND effect_seq <= (SELECT seen_seq
        FROM device_state
        WHERE tenant = ?))))sql",
                                     tenant, serverNow + -kKept, OutboxState::LaidAside, OutboxState::Acknowledged,
                                     OperationStatus::Applied, OperationStatus::Duplicate, tenant));
    return connection.changes();
}

Result<void> requeueAcknowledged(Connection& connection, Tenant tenant)
{
    // Sent, not queued: the centre may know them.
    return connection.execute("UPDATE outbox SET state = ?, status = ?, reason = '', effect_seq = 0, acknowledged_at = "
                              "NULL WHERE tenant = ? AND state IN (?, ?)",
                              OutboxState::Sent, OperationStatus::Applied, tenant, OutboxState::Sent,
                              OutboxState::Acknowledged);
}

} // namespace encours::store
