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

// Each text is made of a range of the feed, and there are two of it: a portfolio has an index of its own.
#define IN_COMPANY "FROM feed WHERE tenant = ? AND seq > ? AND seq <= ?"
#define IN_PORTFOLIO IN_COMPANY " AND portfolio_id = ?"
#define BOTH(text) (RangedText{text(IN_COMPANY), text(IN_PORTFOLIO)})

#define ROWS_CHANGED(range)                                                                                            \
    "(SELECT tenant AS of_tenant, client_id AS of_client, row_id AS of_row " range " AND entity = ?) AS changed"
/// Of a kind that is found by its id.
#define CHANGED(range, table)                                                                                          \
    " FROM " ROWS_CHANGED(range) " JOIN " table " ON " table ".tenant = of_tenant AND " table                          \
                                 ".client_id = of_client AND " table ".id = of_row"
/// Of a kind that the feed names by a number without an index: once through the rows of each changed client, not once for each
/// of its changes. IS TRUE keeps PostgreSQL from making a join of the second: changes it has not counted yet are one row to it,
/// and each number went through all of them.
#define NUMBERED_OF_CHANGED(range, table)                                                                              \
    " WHERE (" table ".tenant, " table ".client_id) IN (SELECT tenant, client_id " range                               \
    " AND entity = ?) AND (" table ".row_id IN (SELECT row_id " range " AND entity = ?)) IS TRUE"

#define KNOWN_CLIENTS(range)                                                                                           \
    "SELECT client_id, portfolio_id, currency, entered_seq, most_rows FROM client_feed WHERE (tenant, client_id) IN "  \
    "(SELECT tenant, client_id " range ")"
#define CLIENTS(range)                                                                                                 \
    "SELECT " CLIENT_COLUMNS " FROM " ROWS_CHANGED(range) " JOIN client ON tenant = of_tenant AND id = of_row"
#define CONTACTS(range) "SELECT " CONTACT_COLUMNS CHANGED(range, "contact")
#define ITEMS(range) "SELECT " ITEM_COLUMNS CHANGED(range, "item")
#define RECEIPTS(range) "SELECT " RECEIPT_COLUMNS CHANGED(range, "receipt")
#define ALLOCATIONS(range)                                                                                             \
    "SELECT receipt_id, item_id, amount FROM " ROWS_CHANGED(                                                           \
        range) " JOIN allocation ON tenant = of_tenant AND client_id = of_client AND receipt_id = of_row"              \
               " ORDER BY receipt_id, item_id"
#define NOTES(range) "SELECT " NOTE_COLUMNS " FROM note" NUMBERED_OF_CHANGED(range, "note")
#define PROMISES(range) "SELECT " PROMISE_COLUMNS " FROM promise" NUMBERED_OF_CHANGED(range, "promise")
// LEFT, so that the promise comes before its items: the other way round, each of 1,000 promises of one client went through
// the items of all of them, 6 s.
#define PROMISED_ITEMS(range)                                                                                          \
    "SELECT promise.row_id, i.item_id FROM promise LEFT JOIN promise_item i ON i.tenant = promise.tenant AND "         \
    "i.client_id = promise.client_id AND i.promise_id = promise.id" NUMBERED_OF_CHANGED(range, "promise") " ORDER BY " \
                                                                                                          "i.item_id"
#define EVENTS(range) "SELECT " EVENT_COLUMNS " FROM event" NUMBERED_OF_CHANGED(range, "event")

namespace encours::store {

namespace {

struct RangedText {
    const char* inCompany;
    const char* inPortfolio;
};

class Reader {
public:
    Reader(Connection& connection, Tenant tenant, const FeedRange& range)
        : m_connection(connection), m_tenant(tenant), m_range(range)
    {
    }

    /// `take` is given each row of a statement with one range of the feed in it for each of `entities`; without any, with one of
    /// all of them.
    template<class Take, class... Entities>
    Result<void> each(RangedText sql, Take take, const Entities&... entities)
    {
        ENCOURS_TRY(auto statement, m_connection.prepare(m_range.portfolio ? sql.inPortfolio : sql.inCompany));
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
    Result<void> byId(std::unordered_map<Id, Row>& into, RangedText sql, Row (*read)(const Statement&), Entity entity)
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
    Result<void> byRow(std::unordered_map<std::int64_t, Row>& into, RangedText sql, Row (*read)(const Statement&),
                       int rowColumn, Entity entity)
    {
        return each(
            sql, [&](const Statement& statement) { into.emplace(statement.integer(rowColumn), read(statement)); },
            entity, entity);
    }

private:
    Statement& bindRange(Statement& statement)
    {
        statement.bind(m_tenant, m_range.after, m_range.through);
        return m_range.portfolio ? statement.bind(*m_range.portfolio) : statement;
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
    ENCOURS_CHECK(reader.byId(changed.receipts, BOTH(RECEIPTS), readReceipt, Entity::Receipt));
    return reader.each(
        BOTH(ALLOCATIONS),
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
    ENCOURS_CHECK(reader.byRow(changed.promises, BOTH(PROMISES), readPromise, kPromiseRowColumn, Entity::Promise));
    return reader.each(
        BOTH(PROMISED_ITEMS),
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
    ENCOURS_CHECK(reader.each(BOTH(KNOWN_CLIENTS), [&](const Statement& row) {
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
        ENCOURS_CHECK(reader.byId(changed.clientRows, BOTH(CLIENTS), readClient, Entity::Client));
    if (among(Entity::Contact))
        ENCOURS_CHECK(reader.byId(changed.contacts, BOTH(CONTACTS), readContact, Entity::Contact));
    if (among(Entity::Item))
        ENCOURS_CHECK(reader.byId(changed.items, BOTH(ITEMS), readItem, Entity::Item));
    if (among(Entity::Receipt))
        ENCOURS_CHECK(readReceipts(reader, changed));
    if (among(Entity::Note))
        ENCOURS_CHECK(reader.byRow(changed.notes, BOTH(NOTES), readNote, kNoteRowColumn, Entity::Note));
    if (among(Entity::Promise))
        ENCOURS_CHECK(readPromises(reader, changed));
    if (among(Entity::Event))
        ENCOURS_CHECK(reader.byRow(changed.events, BOTH(EVENTS), readEvent, kEventRowColumn, Entity::Event));
    return changed;
}

} // namespace encours::store
