// SPDX-License-Identifier: Apache-2.0
// What a range of the feed changed, as it stands now, in one statement per kind: a statement for each row would cost an
// engine far away a journey each.
#pragma once

#include "domain/agreements/event.h"
#include "domain/agreements/note.h"
#include "domain/agreements/promise.h"
#include "domain/ledger/client.h"
#include "domain/ledger/item.h"
#include "store/feed.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace encours::store {

/// The commits after..through, of one portfolio or of the whole company.
struct FeedRange {
    std::int64_t after = 0;
    std::int64_t through = 0;
    std::optional<UserId> portfolio;
};

struct ChangedClient {
    UserId salesperson;
    Currency currency;
    std::int64_t enteredSeq = 0; ///< the commit that made it, or last brought it into a portfolio
    std::int64_t mostRows = 0;   ///< it has no more than these, deleted ones among them
};

/// The kinds that imports and devices change by the thousand, as far as the changes name them. What is not in here was
/// deleted.
struct ChangedRows {
    std::unordered_map<ClientId, ChangedClient> clients; ///< with any row changed
    std::unordered_map<ClientId, Client> clientRows;
    std::unordered_map<ContactId, Contact> contacts;
    std::unordered_map<ItemId, Item> items;
    std::unordered_map<ReceiptId, Receipt> receipts;
    std::unordered_map<ReceiptId, std::vector<Allocation>> allocations; ///< of those receipts, by item
    std::unordered_map<std::int64_t, Note> notes;                       ///< these three by the row that the feed names
    std::unordered_map<std::int64_t, Promise> promises;                 ///< as made
    std::unordered_map<std::int64_t, Event> events;
};

/// `changes`: of that range (changesAfter). Asks only for the kinds that are among them.
Result<ChangedRows> readChanged(Connection& connection, Tenant tenant, const FeedRange& range,
                                std::span<const ClientChange> changes);

} // namespace encours::store
