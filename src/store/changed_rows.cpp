// SPDX-License-Identifier: Apache-2.0
#include "store/changed_rows.h"

#include "store/client_row.h"
#include "store/contact_row.h"
#include "store/event_row.h"
#include "store/item_row.h"
#include "store/note_row.h"
#include "store/promise_row.h"
#include "store/receipt_row.h"

#include <algorithm>

#define RANGE_OF_FEED "FROM feed WHERE tenant = ? AND seq > ? AND seq <= ? AND (? = 0 OR portfolio_id = ?)"
#define CLIENTS_CHANGED "(SELECT tenant, client_id " RANGE_OF_FEED ")"
#define ROWS_CHANGED                                                                                                   \
    "(SELECT tenant AS of_tenant, client_id AS of_client, row_id AS of_row " RANGE_OF_FEED " AND entity = ?) AS "      \
    "changed"
/// Of a kind that is found by its id.
#define CHANGED(table)                                                                                                 \
    " FROM " ROWS_CHANGED " JOIN " table " ON " table ".tenant = of_tenant AND " table ".client_id = of_client"        \
    " AND " table ".id = of_row"
/// Of a kind that the feed names by a number without an index: once through the rows of each changed client, not once for each
/// of its changes.
#define NUMBERED_OF_CHANGED(table)                                                                                     \
    " WHERE (" table ".tenant, " table ".client_id) IN (SELECT tenant, client_id " RANGE_OF_FEED " AND entity = ?)"    \
    " AND " table ".row_id IN (SELECT row_id " RANGE_OF_FEED " AND entity = ?)"

namespace encours::store {

namespace {

class Reader {
public:
    Reader(Connection& connection, Tenant tenant, const FeedRange& range)
        : m_connection(connection), m_tenant(tenant), m_range(range)
    {
    }

    /// `take` is given each row of a statement with one range of the feed in it for each of `entities`; without any, with one of
    /// all of them.
    template<class Take, class... Entities>
    Result<void> each(std::string_view sql, Take take, const Entities&... entities)
    {
        ENCOURS_TRY(auto statement, m_connection.prepare(sql));
        if constexpr (sizeof...(entities) == 0)
            bindRange(statement);
        (bindRange(statement).bind(entities), ...);
        for (;;) {
            ENCOURS_TRY(const bool row, statement.step());
            if (!row)
                return {};
            take(statement);
        }
    }

    template<class Id, class Row>
    Result<void> byId(std::unordered_map<Id, Row>& into, std::string_view sql, Row (*read)(const Statement&),
                      Entity entity)
    {
        return each(
            sql,
            [&](const Statement& statement) {
                Row row = read(statement);
                const Id id = row.id;
                into.emplace(id, std::move(row));
            },
            entity);
    }

    template<class Row>
    Result<void> byRow(std::unordered_map<std::int64_t, Row>& into, std::string_view sql, Row (*read)(const Statement&),
                       int rowColumn, Entity entity)
    {
        return each(
            sql, [&](const Statement& statement) { into.emplace(statement.integer(rowColumn), read(statement)); },
            entity, entity);
    }

private:
    Statement& bindRange(Statement& statement)
    {
        return statement.bind(m_tenant, m_range.after, m_range.through, m_range.portfolio.has_value(),
                              m_range.portfolio.value_or(UserId()));
    }

    Connection& m_connection;
    Tenant m_tenant;
    const FeedRange& m_range;
};

bool isAmong(std::span<const ClientChange> changes, Entity entity)
{
    return std::ranges::any_of(changes, [&](const ClientChange& change) {
        return std::ranges::contains(change.rows, entity, &RowRef::entity);
    });
}

Result<void> readReceipts(Reader& reader, ChangedRows& changed)
{
    ENCOURS_CHECK(
        reader.byId(changed.receipts, "SELECT " RECEIPT_COLUMNS CHANGED("receipt"), readReceipt, Entity::Receipt));
    return reader.each(
        "SELECT receipt_id, item_id, amount FROM " ROWS_CHANGED
        " JOIN allocation ON tenant = of_tenant AND client_id = of_client AND receipt_id = of_row"
        " ORDER BY receipt_id, item_id",
        [&](const Statement& row) {
            const ReceiptId id{row.integer(0)};
            if (const auto receipt = changed.receipts.find(id); receipt != changed.receipts.end())
                changed.allocations[id].push_back(
                    {id, ItemId{row.integer(1)}, Money::ofMinor(row.integer(2), receipt->second.amount.currency())});
        },
        Entity::Receipt);
}

Result<void> readPromises(Reader& reader, ChangedRows& changed)
{
    ENCOURS_CHECK(reader.byRow(changed.promises,
                               "SELECT " PROMISE_COLUMNS " FROM promise" NUMBERED_OF_CHANGED("promise"), readPromise,
                               kPromiseRowColumn, Entity::Promise));
    // LEFT, so that the promise comes before its items: the other way round, each of 1,000 promises of one client went through
    // the items of all of them, 6 s.
    return reader.each(
        "SELECT promise.row_id, i.item_id FROM promise LEFT JOIN promise_item i ON i.tenant = promise.tenant AND "
        "i.client_id = promise.client_id AND i.promise_id = promise.id" NUMBERED_OF_CHANGED(
            "promise") " ORDER BY i.item_id",
        [&](const Statement& row) {
            if (row.isNull(1))
                return; // a promise without items
            if (const auto promise = changed.promises.find(row.integer(0)); promise != changed.promises.end())
                promise->second.items.push_back(ItemId{row.integer(1)});
        },
        Entity::Promise, Entity::Promise);
}

} // namespace

Result<ChangedRows> readChanged(Connection& connection, Tenant tenant, const FeedRange& range,
                                std::span<const ClientChange> changes)
{
    ChangedRows changed;
    if (changes.empty())
        return changed;
    Reader reader(connection, tenant, range);
    ENCOURS_CHECK(reader.each("SELECT client_id, portfolio_id, currency, entered_seq, most_rows FROM client_feed"
                              " WHERE (tenant, client_id) IN " CLIENTS_CHANGED,
                              [&](const Statement& row) {
                                  Columns c(row);
                                  const auto id = c.integerId<ClientId>();
                                  ChangedClient& client = changed.clients[id];
                                  client.salesperson = c.integerId<UserId>();
                                  client.currency = c.currency();
                                  client.enteredSeq = c.integer();
                                  client.mostRows = c.integer();
                              }));
    const auto among = [&](Entity entity) { return isAmong(changes, entity); };
    if (among(Entity::Client))
        ENCOURS_CHECK(reader.byId(changed.clientRows,
                                  "SELECT " CLIENT_COLUMNS " FROM " ROWS_CHANGED
                                  " JOIN client ON tenant = of_tenant AND id = of_row",
                                  readClient, Entity::Client));
    if (among(Entity::Contact))
        ENCOURS_CHECK(
            reader.byId(changed.contacts, "SELECT " CONTACT_COLUMNS CHANGED("contact"), readContact, Entity::Contact));
    if (among(Entity::Item))
        ENCOURS_CHECK(reader.byId(changed.items, "SELECT " ITEM_COLUMNS CHANGED("item"), readItem, Entity::Item));
    if (among(Entity::Receipt))
        ENCOURS_CHECK(readReceipts(reader, changed));
    if (among(Entity::Note))
        ENCOURS_CHECK(reader.byRow(changed.notes, "SELECT " NOTE_COLUMNS " FROM note" NUMBERED_OF_CHANGED("note"),
                                   readNote, kNoteRowColumn, Entity::Note));
    if (among(Entity::Promise))
        ENCOURS_CHECK(readPromises(reader, changed));
    if (among(Entity::Event))
        ENCOURS_CHECK(reader.byRow(changed.events, "SELECT " EVENT_COLUMNS " FROM event" NUMBERED_OF_CHANGED("event"),
                                   readEvent, kEventRowColumn, Entity::Event));
    return changed;
}

} // namespace encours::store
