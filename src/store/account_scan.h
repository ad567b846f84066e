// SPDX-License-Identifier: Apache-2.0
// All that is stored of clients, one client after the other (centre): each table is read once, in the order of clients,
// and merged, so that the rules of a whole company cost a few ordered scans and the memory of one client.
#pragma once

#include "domain/agreements/client_account.h"
#include "domain/agreements/event.h"
#include "store/ledger_lines.h"

#include <memory>
#include <vector>

namespace encours::store {

struct StoredAccount {
    Client client;
    std::vector<Item> items;               ///< by id, settled ones too
    std::vector<Receipt> receipts;         ///< by id
    std::vector<Allocation> allocations;   ///< by receipt, then item
    std::vector<Promise> promises;         ///< by id, as they were made
    std::vector<Note> notes;               ///< newest first, retracted ones too
    std::vector<Event> events;             ///< in the centre's order
    std::vector<Dispute> disputes;         ///< by id
    std::vector<WatchFact> watched;        ///< by kind, number, day, label
    std::vector<DunningPause> pauses;      ///< by number, first day
    std::vector<ProfileDecision> profiles; ///< by day
    Day factsThrough;                      ///< no fact of the client is dated later
    bool withLines = false;                ///< the two below are read; else they are empty
    std::vector<LedgerLine> lines;         ///< those in force, by id
    std::vector<GivenDue> dues;            ///< by number, rank
};

/// Within the caller's Snapshot, which outlives it.
class AccountScan {
public:
    /// `only` none = every client. `linesAfter`: the lines of the clients with a fact dated after that day are read too,
    /// as far as raiseFactsThrough says; none = of nobody.
    static Result<AccountScan> open(Connection& connection, Tenant tenant, ClientId only,
                                    std::optional<Day> linesAfter);
    AccountScan(AccountScan&&) noexcept;
    ~AccountScan();

    /// The next client, by id; false when there is none left. What `account` held before is gone.
    Result<bool> next(StoredAccount& account);

private:
    struct Readers;
    explicit AccountScan(std::unique_ptr<Readers> readers);
    std::unique_ptr<Readers> m_readers;
};

} // namespace encours::store
