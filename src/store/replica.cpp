// SPDX-License-Identifier: Apache-2.0
#include "store/replica.h"

#include "store/attachments.h"
#include "store/departed.h"
#include "store/device_state.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/outbox_state.h"

#include <limits>

namespace encours::store {

namespace {

constexpr std::string_view kMoot = "moot";
/// Everything without an answer.
constexpr BatchLimits kAll{std::numeric_limits<int>::max(), std::numeric_limits<std::size_t>::max()};

/// Everything the centre gave. The outbox and the facts not yet echoed stay.
Result<void> clearReplica(Connection& connection, Tenant tenant)
{
    for (const char* sql : {"DELETE FROM client WHERE tenant = ?", "DELETE FROM client_through WHERE tenant = ?",
                            "DELETE FROM contact WHERE tenant = ?", "DELETE FROM item WHERE tenant = ?",
                            "DELETE FROM receipt WHERE tenant = ?", "DELETE FROM allocation WHERE tenant = ?",
                            "DELETE FROM note WHERE tenant = ? AND server_seq <> 0",
                            "DELETE FROM promise WHERE tenant = ? AND server_seq <> 0",
                            "DELETE FROM event WHERE tenant = ? AND server_seq <> 0",
                            "DELETE FROM dispute WHERE tenant = ?", "DELETE FROM dispute_event WHERE tenant = ?"})
        ENCOURS_CHECK(connection.execute(sql, tenant));
    return connection.execute(R"sql(
        DELETE FROM promise_item
        WHERE tenant = ? AND promise_id NOT IN (SELECT id FROM promise WHERE tenant = ?))sql",
                              tenant, tenant);
}

/// Back to "not yet echoed": its operation is sent again. Nothing happens when the fact is not here.
Result<void> markUnechoed(Connection& connection, Tenant tenant, ClientId client, const Uuid& object)
{
    for (const char* sql :
         {"UPDATE note SET server_seq = 0, row_id = 0 WHERE tenant = ? AND client_id = ? AND id = ?",
          "UPDATE promise SET server_seq = 0, row_id = 0 WHERE tenant = ? AND client_id = ? AND id = ?"})
        ENCOURS_CHECK(connection.execute(sql, tenant, client, object));
    return {};
}

} // namespace

Result<void> clearEchoed(Connection& connection, Tenant tenant, ClientId client)
{
    for (const char* sql : {"DELETE FROM contact WHERE tenant = ? AND client_id = ?",
                            "DELETE FROM item WHERE tenant = ? AND client_id = ?",
                            "DELETE FROM receipt WHERE tenant = ? AND client_id = ?",
                            "DELETE FROM allocation WHERE tenant = ? AND client_id = ?",
                            "DELETE FROM note WHERE tenant = ? AND client_id = ? AND server_seq <> 0",
                            "DELETE FROM promise WHERE tenant = ? AND client_id = ? AND server_seq <> 0",
                            "DELETE FROM event WHERE tenant = ? AND client_id = ? AND server_seq <> 0",
                            "DELETE FROM dispute WHERE tenant = ? AND client_id = ?",
                            "DELETE FROM dispute_event WHERE tenant = ? AND client_id = ?"})
        ENCOURS_CHECK(connection.execute(sql, tenant, client));
    return connection.execute(R"sql(
        DELETE FROM promise_item
        WHERE tenant = ? AND client_id = ?
            AND promise_id NOT IN (SELECT id FROM promise WHERE tenant = ? AND client_id = ?))sql",
                              tenant, client, tenant, client);
}

Result<void> startAgain(Connection& connection, Tenant tenant)
{
    ENCOURS_CHECK(requeueAcknowledged(connection, tenant));
    ENCOURS_CHECK(requeueAttachments(connection, tenant));
    ENCOURS_TRY(const std::vector<Operation> waiting, nextBatch(connection, tenant, 0, kAll));
    for (const Operation& operation : waiting) {
        const OperationSubject subject = subjectOf(operation.body);
        if (subject.says)
            ENCOURS_CHECK(markEventUnechoed(connection, tenant, subject.client, operation.id));
        else if (!subject.ends)
            ENCOURS_CHECK(markUnechoed(connection, tenant, subject.client, subject.object));
    }
    ENCOURS_CHECK(clearReplica(connection, tenant));
    ENCOURS_CHECK(noteTraces(connection, tenant));
    return clearCursor(connection, tenant);
}

Result<bool> stampClient(Connection& connection, Tenant tenant, ClientId client, std::int64_t seq)
{
    ENCOURS_CHECK(connection.execute("UPDATE client_through SET seq = ? WHERE tenant = ? AND client_id = ?", seq,
                                     tenant, client));
    return connection.changes() == 1;
}

Result<void> dropUnechoed(Connection& connection, Tenant tenant, ClientId client, const Uuid& object)
{
    for (const char* sql :
         {"DELETE FROM note WHERE tenant = ? AND client_id = ? AND id = ? AND server_seq = 0",
          "DELETE FROM promise WHERE tenant = ? AND client_id = ? AND id = ? AND server_seq = 0",
          "DELETE FROM event WHERE tenant = ? AND client_id = ? AND object_id = ? AND server_seq = 0"})
        ENCOURS_CHECK(connection.execute(sql, tenant, client, object));
    return connection.execute(R"sql(
        DELETE FROM promise_item
        WHERE tenant = ? AND client_id = ? AND promise_id = ?
            AND promise_id NOT IN (SELECT id FROM promise WHERE tenant = ? AND client_id = ?))sql",
                              tenant, client, object, tenant, client);
}

Result<void> dropUnechoedThrough(Connection& connection, Tenant tenant, std::int64_t coveredSeq)
{
    struct Object {
        ClientId client;
        Uuid id;
    };
    std::vector<Object> lost;
    {
        ENCOURS_TRY(Statement statement, connection.prepare(R"sql(
            SELECT o.client_id, o.object_id
            FROM outbox o
            WHERE o.tenant = ?
                AND o.device_seq IN (SELECT device_seq FROM outbox
                                     WHERE tenant = ? AND )sql" ANSWERED
                                                            R"sql( AND state = ? AND acknowledged_at IS NULL
                                         AND effect_seq <= ?)
                AND (EXISTS (SELECT 1 FROM note n
                             WHERE n.tenant = o.tenant AND n.client_id = o.client_id AND n.id = o.object_id
                                 AND n.server_seq = 0)
                    OR EXISTS (SELECT 1 FROM promise p
                               WHERE p.tenant = o.tenant AND p.client_id = o.client_id AND p.id = o.object_id
                                   AND p.server_seq = 0)))sql"));
        statement.bind(tenant, tenant, OutboxState::Acknowledged, coveredSeq);
        for (;;) {
            ENCOURS_TRY(const bool row, statement.step());
            if (!row)
                break;
            lost.push_back({ClientId{statement.integer(0)}, statement.uuid(1)});
        }
    }
    for (const Object& object : lost)
        ENCOURS_CHECK(dropUnechoed(connection, tenant, object.client, object.id));
    return connection.execute(R"sql(
        DELETE FROM event
        WHERE tenant = ? AND server_seq = 0
            AND (tenant, client_id, id) IN (SELECT tenant, client_id, op_id FROM outbox
                                    WHERE tenant = ? AND device_seq IN (SELECT device_seq FROM outbox
                                        WHERE tenant = ? AND )sql" ANSWERED
                              R"sql( AND state = ? AND acknowledged_at IS NULL
                                            AND effect_seq <= ?)))sql",
                              tenant, tenant, tenant, OutboxState::Acknowledged, coveredSeq);
}

Result<void> requeueBeyond(Connection& connection, Tenant tenant, std::int64_t cursorSeq)
{
    // Sent, not queued: the centre may know them.
    return connection.execute(R"sql(
        UPDATE outbox
        SET state = ?, status = 0, reason = '', effect_seq = 0, acknowledged_at = NULL
        WHERE tenant = ? AND device_seq IN (SELECT device_seq FROM outbox WHERE tenant = ? AND )sql" ANSWERED R"sql(
            AND state = ? AND effect_seq > ?))sql",
                              OutboxState::Sent, tenant, tenant, OutboxState::Acknowledged, cursorSeq);
}

Result<void> setPendingMoot(Connection& connection, Tenant tenant, OperationId operation, bool moot)
{
    return connection.execute("UPDATE outbox SET reason = ? WHERE tenant = ? AND op_id = ? AND " WITHOUT_ANSWER,
                              moot ? kMoot : std::string_view(), tenant, operation);
}

Result<bool> isPendingMoot(Connection& connection, Tenant tenant, OperationId operation)
{
    ENCOURS_TRY(Statement statement, connection.prepare(R"sql(
        SELECT 1 FROM outbox WHERE tenant = ? AND op_id = ? AND )sql" WITHOUT_ANSWER " AND reason = ?"));
    statement.bind(tenant, operation, kMoot);
    return statement.step();
}

Result<void> restoreEnded(Connection& connection, Tenant tenant, ClientId client, const Uuid& object)
{
    for (const char* sql :
         {"UPDATE note SET retracted = 0 WHERE tenant = ? AND client_id = ? AND id = ?",
          "UPDATE promise SET ending = 0, ended_day = 0 WHERE tenant = ? AND client_id = ? AND id = ?"})
        ENCOURS_CHECK(connection.execute(sql, tenant, client, object));
    return {};
}

} // namespace encours::store
