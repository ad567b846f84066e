// SPDX-License-Identifier: Apache-2.0
// From the entries of one client, in one currency, to its items, receipts and allocations as of a day ("lettrage"). Pure: the same
// entries and day give the same result in any order of the entries.
//
// - Facts dated after `asOf` are ignored; a letter group counts only its lines up to that day.
// - Balance of the client = Σ amounts of its effective entries = Σ residuals − Σ unallocated. Always.
// - "Lettered" does not mean paid: groups (account, letter, letter day) may leave a residual. A positive residual stays
//   on the group's latest invoices (the oldest due are paid first); a negative residual is allocated first to the
//   client's opening item, what remains is a credit.
// - A returned payment (debit of a treasury entry) inside a group cancels the group's receipts of its day or before,
//   latest first, before anything is allocated to invoices.
// - Letters starting with '*' are pre-lettering and ignored. A letter in lower case is a letter like another ("AA" …
//   "zz"), it does not mean "partial". Letters are recycled: without a letter day, the same letter in another year is
//   another group.
// - Several years: the opening lines of a chained year (openings.h) are not counted again. One that names an invoice
//   (PieceRef) passes its letter on to the line of the year before, so that a receipt lettered with it settles that
//   invoice; against the others, what a group of the new year has too much goes to what was open at closing, oldest due
//   first. Opening ≠ closing gives an item (or a credit) of its own and an OpeningDifference to warn about.
#pragma once

#include "domain/ledger/entry.h"
#include "domain/ledger/item.h"
#include "domain/ledger/openings.h"

#include <functional>
#include <span>
#include <vector>

namespace encours {

/// An item or receipt before it has an id: `entry` is its index in the given span, kNoEntry for an opening difference.
struct MatchedItem {
    Item item; ///< id and client empty
    std::size_t entry = kNoEntry;
};
struct MatchedReceipt {
    Receipt receipt; ///< id and client empty
    std::size_t entry = kNoEntry;
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
    std::vector<OpeningDifference> differences;
};

struct DueTerms {
    int termsDays = 30; ///< the client's, else the company's default
    /// The due day given for (number, rank), if any: goes before the one the line tells itself.
    std::function<std::optional<Day>(const std::string& number, int rank)> given;
};

/// `openings`: those of the company, not of the client (a client that is not carried forward at all is a difference
/// too).
ClientLedger matchClient(std::span<const LedgerEntry> entries, const DueTerms& terms, Day asOf,
                         std::span<const YearOpening> openings = {});

} // namespace encours
