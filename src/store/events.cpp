// SPDX-License-Identifier: Apache-2.0
#include "store/events.h"

#include "store/event_row.h"

namespace encours::store {

Result<Saying> withBytes(Saying saying)
{
    return codec::understood(codec::written(std::move(saying)));
}

Result<void> upsertEvent(Connection& connection, Tenant tenant, const Event& event)
{
    const Saying& saying = event.saying;
    std::vector<std::uint8_t> seen;
    seen.reserve(saying.seen.size() * 16);
    for (const OperationId& id : saying.seen)
        seen.insert(seen.end(), id.value.bytes().begin(), id.value.bytes().end());
    return connection.execute(R"sql(
        INSERT INTO event (tenant, client_id, id, object_id, row_id, server_seq, kind, seen, content, made_at, made_day,
            author_id, author_name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, id) DO UPDATE
            SET object_id = excluded.object_id, row_id = excluded.row_id, server_seq = excluded.server_seq,
                kind = excluded.kind, seen = excluded.seen, content = excluded.content, made_at = excluded.made_at,
                made_day = excluded.made_day, author_id = excluded.author_id, author_name = excluded.author_name)sql",
                              tenant, saying.client, event.id, saying.object, event.order, event.serverSeq, saying.kind,
                              Blob(seen), Blob(saying.bytes), event.madeAt, event.madeOn, event.author,
                              event.authorName);
}

Result<std::optional<Event>> findEvent(Connection& connection, Tenant tenant, ClientId client, OperationId event)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " EVENT_COLUMNS
                                                   " FROM event WHERE tenant = ? AND client_id = ? AND id = ?"));
    return first(statement.bind(tenant, client, event), readEvent);
}

Result<std::vector<Event>> eventsOf(Connection& connection, Tenant tenant, ClientId client, const Uuid& object)
{
    if (!object) {
        ENCOURS_TRY(auto statement,
                    connection.prepare("SELECT " EVENT_COLUMNS
                                       " FROM event WHERE tenant = ? AND client_id = ? ORDER BY " EVENT_ORDER));
        return collect(statement.bind(tenant, client), readEvent);
    }
    ENCOURS_TRY(
        auto statement,
        connection.prepare("SELECT " EVENT_COLUMNS
                           " FROM event WHERE tenant = ? AND client_id = ? AND object_id = ? ORDER BY " EVENT_ORDER));
    return collect(statement.bind(tenant, client, object), readEvent);
}

Result<std::vector<Event>> listEvents(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " EVENT_COLUMNS
                                                   " FROM event WHERE tenant = ? ORDER BY client_id, " EVENT_ORDER));
    return collect(statement.bind(tenant), readEvent);
}

Result<void> dropUnechoedEvent(Connection& connection, Tenant tenant, ClientId client, OperationId event)
{
    return connection.execute("DELETE FROM event WHERE tenant = ? AND client_id = ? AND id = ? AND server_seq = 0",
                              tenant, client, event);
}

Result<void> markEventUnechoed(Connection& connection, Tenant tenant, ClientId client, OperationId event)
{
    return connection.execute("UPDATE event SET server_seq = 0 WHERE tenant = ? AND client_id = ? AND id = ?", tenant,
                              client, event);
}

} // namespace encours::store
