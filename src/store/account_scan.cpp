// SPDX-License-Identifier: Apache-2.0
#include "store/account_scan.h"

#include "store/by_client.h"
#include "store/client_row.h"
#include "store/dispute_row.h"
#include "store/event_row.h"
#include "store/item_row.h"
#include "store/note_row.h"
#include "store/office_decision_row.h"
#include "store/promise_row.h"
#include "store/receipt_row.h"
#include "store/watch_row.h"

#include <limits>

// One client or all of them: the same range of the clustered rows.
#define OF_CLIENTS " WHERE tenant = ? AND client_id BETWEEN ? AND ? "

namespace encours::store {

namespace {

struct ClientRange {
    std::int64_t first = 0;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

Result<ByClient> reader(Connection& connection, Tenant tenant, ClientRange range, std::string_view sql,
                        int clientColumn)
{
    ENCOURS_TRY(auto statement, connection.prepareScan(sql));
    statement.bind(tenant, range.first, range.last);
    return ByClient(std::move(statement), clientColumn);
}

template<class Row, class Read>
Result<void> readRows(ByClient& reader, ClientId client, std::vector<Row>& into, Read read)
{
    into.clear();
    return reader.rowsOf(client, [&](const Statement& row) { into.push_back(read(row)); });
}

struct PromisedItem {
    PromiseId promise;
    ItemId item;
};

PromisedItem readPromisedItem(const Statement& row)
{
    return {PromiseId{row.uuid(1)}, ItemId{row.integer(2)}};
}

/// Without its currency: that of its receipt.
Allocation readBareAllocation(const Statement& row)
{
    return {ReceiptId{row.integer(1)}, ItemId{row.integer(2)}, Money::ofMinor(row.integer(3))};
}

// Both are by id of the receipt.
void giveCurrencies(std::vector<Allocation>& allocations, const std::vector<Receipt>& receipts)
{
    auto receipt = receipts.begin();
    for (Allocation& allocation : allocations) {
        while (receipt != receipts.end() && receipt->id < allocation.receipt)
            ++receipt;
        if (receipt != receipts.end() && receipt->id == allocation.receipt)
            allocation.amount = Money::ofMinor(allocation.amount.minor(), receipt->amount.currency());
    }
}

// Both are by id of the promise.
void giveItems(std::vector<Promise>& promises, const std::vector<PromisedItem>& items)
{
    auto item = items.begin();
    for (Promise& promise : promises) {
        while (item != items.end() && item->promise < promise.id)
            ++item;
        for (; item != items.end() && item->promise == promise.id; ++item)
            promise.items.push_back(item->item);
    }
}

} // namespace

struct AccountScan::Readers {
    Statement clients;
    ByClient later, items, receipts, allocations, promises, promisedItems, notes, said, disputes, disputeEvents,
        watched, pauses, profiles;
    std::vector<PromisedItem> promised;
    std::vector<DisputeEventRow> events;
    Connection* connection;
    Tenant tenant;
    std::optional<Day> linesAfter;
};

Result<AccountScan> AccountScan::open(Connection& connection, Tenant tenant, ClientId only,
                                      std::optional<Day> linesAfter)
{
    const ClientRange range = only ? ClientRange{only.value, only.value} : ClientRange{};
    const auto by = [&](std::string_view sql, int clientColumn) {
        return reader(connection, tenant, range, sql, clientColumn);
    };
    ENCOURS_TRY(auto clients,
                connection.prepareScan("SELECT " CLIENT_COLUMNS
                                       " FROM client WHERE tenant = ? AND id BETWEEN ? AND ? ORDER BY id"));
    clients.bind(tenant, range.first, range.last);
    ENCOURS_TRY(auto later, connection.prepareScan(kClientsWithLater));
    later.bind(tenant, range.first, range.last, linesAfter);
    ENCOURS_TRY(auto items, by("SELECT " ITEM_COLUMNS " FROM item" OF_CLIENTS "ORDER BY client_id, id", 1));
    ENCOURS_TRY(auto receipts, by("SELECT " RECEIPT_COLUMNS " FROM receipt" OF_CLIENTS "ORDER BY client_id, id", 1));
    ENCOURS_TRY(auto allocations, by("SELECT client_id, receipt_id, item_id, amount FROM allocation" OF_CLIENTS
                                     "ORDER BY client_id, receipt_id, item_id",
                                     0));
    ENCOURS_TRY(auto promises, by("SELECT " PROMISE_COLUMNS " FROM promise" OF_CLIENTS "ORDER BY client_id, id", 1));
    ENCOURS_TRY(auto promised, by("SELECT client_id, promise_id, item_id FROM promise_item" OF_CLIENTS
                                  "ORDER BY client_id, promise_id, item_id",
                                  0));
    ENCOURS_TRY(auto notes, by("SELECT " NOTE_COLUMNS " FROM note" OF_CLIENTS "ORDER BY client_id, " NEWEST_FIRST, 1));
    ENCOURS_TRY(auto said, by("SELECT " EVENT_COLUMNS " FROM event" OF_CLIENTS "ORDER BY client_id, " EVENT_ORDER, 0));
    ENCOURS_TRY(auto disputes, by("SELECT " DISPUTE_COLUMNS " FROM dispute" OF_CLIENTS "ORDER BY client_id, id", 1));
    ENCOURS_TRY(
        auto events,
        by("SELECT " DISPUTE_EVENT_COLUMNS " FROM dispute_event" OF_CLIENTS "ORDER BY client_id, dispute_id, rank", 0));
    ENCOURS_TRY(
        auto watched,
        by("SELECT " WATCH_COLUMNS " FROM watch_fact" OF_CLIENTS "ORDER BY client_id, kind, number, day, label", 0));
    ENCOURS_TRY(auto pauses,
                by("SELECT " PAUSE_COLUMNS " FROM dunning_pause" OF_CLIENTS "ORDER BY client_id, number, from_day", 0));
    ENCOURS_TRY(auto profiles,
                by("SELECT " PROFILE_COLUMNS " FROM client_profile" OF_CLIENTS "ORDER BY client_id, day", 0));
    auto readers = std::make_unique<Readers>(Readers{std::move(clients),
                                                     ByClient(std::move(later)),
                                                     std::move(items),
                                                     std::move(receipts),
                                                     std::move(allocations),
                                                     std::move(promises),
                                                     std::move(promised),
                                                     std::move(notes),
                                                     std::move(said),
                                                     std::move(disputes),
                                                     std::move(events),
                                                     std::move(watched),
                                                     std::move(pauses),
                                                     std::move(profiles),
                                                     {},
                                                     {},
                                                     &connection,
                                                     tenant,
                                                     linesAfter});
    return AccountScan(std::move(readers));
}

AccountScan::AccountScan(std::unique_ptr<Readers> readers) : m_readers(std::move(readers)) {}
AccountScan::AccountScan(AccountScan&&) noexcept = default;
AccountScan::~AccountScan() = default;

Result<bool> AccountScan::next(StoredAccount& account)
{
    Readers& from = *m_readers;
    ENCOURS_TRY(const bool row, from.clients.step());
    if (!row)
        return false;
    account.client = readClient(from.clients);
    const ClientId id = account.client.id;
    ENCOURS_CHECK(readRows(from.items, id, account.items, readItem));
    ENCOURS_CHECK(readRows(from.receipts, id, account.receipts, readReceipt));
    ENCOURS_CHECK(readRows(from.allocations, id, account.allocations, readBareAllocation));
    giveCurrencies(account.allocations, account.receipts);
    ENCOURS_CHECK(readRows(from.promises, id, account.promises, readPromise));
    ENCOURS_CHECK(readRows(from.promisedItems, id, from.promised, readPromisedItem));
    giveItems(account.promises, from.promised);
    ENCOURS_CHECK(readRows(from.notes, id, account.notes, readNote));
    ENCOURS_CHECK(readRows(from.said, id, account.events, readEvent));
    ENCOURS_CHECK(readRows(from.disputes, id, account.disputes, readDispute));
    ENCOURS_CHECK(readRows(from.disputeEvents, id, from.events, readDisputeEvent));
    giveEvents(account.disputes, from.events);
    ENCOURS_CHECK(readRows(from.watched, id, account.watched, readWatchFact));
    ENCOURS_CHECK(readRows(from.pauses, id, account.pauses, readPause));
    ENCOURS_CHECK(readRows(from.profiles, id, account.profiles, readProfileDecision));
    account.lines.clear();
    account.dues.clear();
    account.withLines = false;
    ENCOURS_CHECK(from.later.rowsOf(id, [&](const Statement&) { account.withLines = true; }));
    if (account.withLines) {
        ENCOURS_TRY(account.lines, currentLinesOf(*from.connection, from.tenant, id));
        ENCOURS_TRY(account.dues, givenDuesOf(*from.connection, from.tenant, id));
    }
    return true;
}

} // namespace encours::store
