// SPDX-License-Identifier: Apache-2.0
// All that is stored of clients, one client after the other (centre): each table is read once, in the order of clients,
// and merged, so that the rules of a whole company cost a few ordered scans and the memory of one client.
#pragma once

#include "domain/agreements/client_account.h"
#include "store/ledger_lines.h"

#include <memory>
#include <vector>

namespace encours::store {

struct StoredAccount {
    Client client;
    std::vector<Item> items;             ///< by id, settled ones too
    std::vector<Receipt> receipts;       ///< by id
    std::vector<Allocation> allocations; ///< by receipt, then item
    std::vector<Promise> promises;       ///< by id
    std::vector<Note> notes;             ///< newest first, retracted ones too
    std::vector<Dispute> disputes;       ///< by id
    std::vector<WatchFact> watched;      ///< by kind, number, day, label
    std::vector<LedgerLine> lines;       ///< when asked for: those in force, by id
    std::vector<GivenDue> dues;          ///< when asked for
};

/// Within the caller's Snapshot, which outlives it.
class AccountScan {
public:
    enum class Lines { No, Yes };
    /// `only` none = every client.
    static Result<AccountScan> open(Connection& connection, Tenant tenant, ClientId only, Lines lines);
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
