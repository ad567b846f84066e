// SPDX-License-Identifier: Apache-2.0
// From the entries of one client to its items, receipts and allocations as of a day ("lettrage"). Pure: the same entries
// and day give the same result in any order of the entries.
//
// - Facts dated after `asOf` are ignored; a letter group counts only its lines up to that day.
// - Balance of the client = Σ amounts of its effective entries = Σ residuals − Σ unallocated. Always.
// - "Lettered" does not mean paid: groups (account, letter, letter day) may leave a residual. A positive residual stays on
//   the group's latest invoices (the oldest due are paid first); a negative residual is allocated first to the client's
//   opening item, what remains is a credit.
// - A returned payment (debit of a treasury entry) inside a group cancels the group's receipts of its day or before, latest
//   first, before anything is allocated to invoices.
// - Letters starting with '*' are pre-lettering and ignored. Letter case means nothing.
#pragma once

#include "domain/ledger/entry.h"
#include "domain/ledger/item.h"

#include <functional>
#include <span>
#include <vector>

namespace encours {

/// An item or receipt before it has an id: `entry` is its index in the given span.
struct MatchedItem {
    Item item; ///< id and client empty
    std::size_t entry = 0;
};
struct MatchedReceipt {
    Receipt receipt; ///< id and client empty
    std::size_t entry = 0;
};
struct MatchedAllocation {
    std::size_t receipt = 0; ///< index in `receipts`
    std::size_t item = 0;    ///< index in `items`
    Money amount;
};
struct ClientLedger {
    std::vector<MatchedItem> items; ///< settled ones too, residual 0
    std::vector<MatchedReceipt> receipts;
    std::vector<MatchedAllocation> allocations;
};

struct DueTerms {
    int termsDays = 30; ///< the client's, else the company's default
    /// The due day given for (number, rank), if any.
    std::function<std::optional<Day>(const std::string& number, int rank)> given;
};

ClientLedger matchClient(std::span<const LedgerEntry> entries, const DueTerms& terms, Day asOf);

} // namespace encours
