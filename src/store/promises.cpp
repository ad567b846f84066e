// SPDX-License-Identifier: Apache-2.0
#include "store/promises.h"

#include "domain/agreements/promise_history.h"
#include "store/events.h"
#include "store/many.h"
#include "store/promise_row.h"

namespace encours::store {

namespace {

Result<void> loadItems(Connection& connection, Tenant tenant, Promise& promise)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare(
            "SELECT item_id FROM promise_item WHERE tenant = ? AND client_id = ? AND promise_id = ? ORDER BY item_id"));
    ENCOURS_TRY(promise.items, collect(statement.bind(tenant, promise.client, promise.id),
                                       [](const Statement& row) { return ItemId{row.integer(0)}; }));
    return {};
}

/// A promise that supersedes nothing stores NULL.
std::optional<PromiseId> orNull(PromiseId id)
{
    return id ? std::optional(id) : std::nullopt;
}

Result<std::vector<Promise>> withItems(Connection& connection, Tenant tenant, Statement& statement)
{
    ENCOURS_TRY(auto promises, collect(statement, readPromise));
    for (auto& promise : promises)
        ENCOURS_CHECK(loadItems(connection, tenant, promise));
    return promises;
}

/// `events`: by client.
void readInto(std::vector<Promise>& promises, std::span<const Event> events)
{
    for (Promise& promise : promises) {
        const auto ofClient = std::ranges::equal_range(events, promise.client, {},
                                                       [](const Event& event) { return event.saying.client; });
        if (!ofClient.empty())
            promise = promiseHistory(promise, ofClient).current;
    }
}

#define PROMISE_VALUES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define INSERT_PROMISES(rows)                                                                                          \
    "INSERT INTO promise (tenant, client_id, id, row_id, amount, currency, promised_day, method, channel, "            \
    "promised_by, made_at, made_day, author_id, author_name, supersedes_id, ending, ended_day, server_seq) "           \
    "VALUES " rows
#define INSERT_PROMISE_ITEMS(rows)                                                                                     \
    "INSERT INTO promise_item (tenant, client_id, promise_id, item_id) VALUES " rows                                   \
    " ON CONFLICT (tenant, client_id, promise_id, item_id) DO NOTHING"

void bindPromise(Statement& statement, Tenant tenant, const PromiseRow& row)
{
    const Promise& promise = row.promise;
    statement.bind(tenant, promise.client, promise.id, row.rowId, promise.amount.minor(),
                   promise.amount.currency().code(), promise.promisedFor, promise.method, promise.channel,
                   promise.promisedBy, promise.madeAt, promise.madeOn, promise.author, promise.authorName,
                   orNull(promise.supersedes), promise.ending, promise.endedOn, promise.serverSeq);
}

Result<void> insertItems(Connection& connection, Tenant tenant, std::span<const PromiseRow> rows)
{
    struct Named {
        const Promise* promise;
        ItemId item;
    };
    std::vector<Named> named;
    for (const PromiseRow& row : rows)
        for (const ItemId item : row.promise.items)
            named.push_back({&row.promise, item});
    return writeMany(connection, INSERT_PROMISE_ITEMS("(?, ?, ?, ?)"), INSERT_PROMISE_ITEMS(MANY_ROWS("(?, ?, ?, ?)")),
                     std::span<const Named>(named), [&](Statement& statement, const Named& row) {
                         statement.bind(tenant, row.promise->client, row.promise->id, row.item);
                     });
}

} // namespace

Result<void> insertPromises(Connection& connection, Tenant tenant, std::span<const PromiseRow> rows)
{
    ENCOURS_CHECK(writeMany(connection, INSERT_PROMISES(PROMISE_VALUES), INSERT_PROMISES(MANY_ROWS(PROMISE_VALUES)),
                            rows,
                            [&](Statement& statement, const PromiseRow& row) { bindPromise(statement, tenant, row); }));
    return insertItems(connection, tenant, rows);
}

Result<void> upsertPromise(Connection& connection, Tenant tenant, const Promise& promise, std::int64_t rowId)
{
    const PromiseRow row{promise, rowId};
    ENCOURS_TRY(auto statement, connection.prepare(INSERT_PROMISES(PROMISE_VALUES) R"sql(
            ON CONFLICT (tenant, client_id, id) DO UPDATE
                SET row_id = excluded.row_id, amount = excluded.amount, currency = excluded.currency,
                    promised_day = excluded.promised_day, method = excluded.method, channel = excluded.channel,
                    promised_by = excluded.promised_by, made_at = excluded.made_at, made_day = excluded.made_day,
                    author_id = excluded.author_id, author_name = excluded.author_name,
                    supersedes_id = excluded.supersedes_id, ending = excluded.ending, ended_day = excluded.ended_day,
                    server_seq = excluded.server_seq)sql"));
    bindPromise(statement, tenant, row);
    ENCOURS_CHECK(statement.run());
    ENCOURS_CHECK(connection.execute("DELETE FROM promise_item WHERE tenant = ? AND client_id = ? AND promise_id = ?",
                                     tenant, promise.client, promise.id));
    return insertItems(connection, tenant, {&row, 1});
}

Result<bool> endPromise(Connection& connection, Tenant tenant, ClientId client, PromiseId promise, PromiseEnding ending,
                        Day day)
{
    ENCOURS_CHECK(connection.execute(
        "UPDATE promise SET ending = ?, ended_day = ? WHERE tenant = ? AND client_id = ? AND id = ? AND ending = 0",
        ending, day, tenant, client, promise));
    return connection.changes() > 0;
}

Result<std::optional<Promise>> findPromise(Connection& connection, Tenant tenant, ClientId client, PromiseId promise)
{
    ENCOURS_TRY(auto found, findPromiseAsMade(connection, tenant, client, promise));
    if (!found)
        return found;
    ENCOURS_TRY(const auto events, eventsOf(connection, tenant, client, promise.value));
    return promiseHistory(*found, events).current;
}

Result<std::optional<Promise>> findPromiseAsMade(Connection& connection, Tenant tenant, ClientId client,
                                                 PromiseId promise)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " PROMISE_COLUMNS
                                                   " FROM promise WHERE tenant = ? AND client_id = ? AND id = ?"));
    ENCOURS_TRY(auto found, first(statement.bind(tenant, client, promise), readPromise));
    if (found)
        ENCOURS_CHECK(loadItems(connection, tenant, *found));
    return found;
}

Result<std::vector<OfClient<PromiseId>>> knownPromises(Connection& connection, Tenant tenant,
                                                       std::span<const OfClient<PromiseId>> ids)
{
    return collectMany(
        connection, "SELECT client_id, id FROM promise WHERE tenant = ? AND (client_id, id) IN (VALUES " MANY_PAIRS ")",
        tenant, ids,
        [](const Statement& row) { return OfClient<PromiseId>{ClientId{row.integer(0)}, PromiseId{row.uuid(1)}}; });
}

Result<std::int64_t> promiseRowId(Connection& connection, Tenant tenant, ClientId client, PromiseId promise)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT row_id FROM promise WHERE tenant = ? AND client_id = ? AND id = ?"));
    return firstInteger(statement.bind(tenant, client, promise));
}

Result<std::vector<Promise>> promisesOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(auto promises, promisesAsMade(connection, tenant, client));
    ENCOURS_TRY(const auto events, eventsOf(connection, tenant, client));
    readInto(promises, events);
    std::ranges::sort(promises, {}, [](const Promise& promise) { return std::pair(promise.promisedFor, promise.id); });
    return promises;
}

Result<std::vector<Promise>> promisesAsMade(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " PROMISE_COLUMNS
                                   " FROM promise WHERE tenant = ? AND client_id = ? ORDER BY promised_day, id"));
    return withItems(connection, tenant, statement.bind(tenant, client));
}

Result<std::vector<Promise>> listPromises(Connection& connection, Tenant tenant, std::optional<UserId> portfolio,
                                          std::optional<Day> saidBy)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(auto statement,
                connection.prepare(
                    "SELECT " PROMISE_COLUMNS
                    " FROM promise JOIN client ON client.tenant = promise.tenant AND client.id = promise.client_id"
                    " WHERE promise.tenant = ? AND (? = 0 OR client.portfolio_id = ?) ORDER BY promise.client_id, "
                    "promised_day, promise.id"));
    ENCOURS_TRY(auto promises, withItems(connection, tenant,
                                         statement.bind(tenant, portfolio.has_value(), portfolio.value_or(UserId()))));
    ENCOURS_TRY(auto events, listEvents(connection, tenant));
    if (saidBy)
        std::erase_if(events, [&](const Event& event) { return event.madeOn > *saidBy; });
    readInto(promises, events);
    return promises;
}

} // namespace encours::store
