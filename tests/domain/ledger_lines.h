// SPDX-License-Identifier: Apache-2.0
// Short ways to write the ledger of one client in tests: sale("F1", day, 1200).lettered("A").
#pragma once

#include "domain/ledger/matching.h"

namespace encours::test {

inline Day ymd(int year, unsigned month, unsigned day)
{
    return Day::fromYmd(year, month, day).value();
}

struct Line : LedgerEntry {
    Line& lettered(std::string code, std::optional<Day> on = {})
    {
        letter = std::move(code);
        letterDay = on;
        return *this;
    }
    Line& on(std::string code)
    {
        account = std::move(code);
        return *this;
    }
    Line& piece(Day day)
    {
        pieceDay = day;
        return *this;
    }
};

inline Line line(EntryKind kind, std::string ref, Day day, std::int64_t cents)
{
    Line made;
    made.account = "411000";
    made.journal = kind == EntryKind::Sale       ? "VE"
                   : kind == EntryKind::Treasury ? "BQ"
                   : kind == EntryKind::Opening  ? "AN"
                                                 : "OD";
    made.entryNumber = "1";
    made.day = made.pieceDay = day;
    made.pieceRef = std::move(ref);
    made.label = "line";
    made.amount = Money::ofMinor(cents);
    made.kind = kind;
    return made;
}
inline Line sale(std::string ref, Day day, std::int64_t cents)
{
    return line(EntryKind::Sale, std::move(ref), day, cents);
}
inline Line paid(std::string ref, Day day, std::int64_t cents)
{
    return line(EntryKind::Treasury, std::move(ref), day, -cents);
}
inline Line opening(std::string ref, Day day, std::int64_t cents)
{
    return line(EntryKind::Opening, std::move(ref), day, cents);
}

inline ClientLedger matched(const std::vector<LedgerEntry>& entries, Day asOf,
                            std::span<const YearOpening> openings = {})
{
    return matchClient(entries, {.termsDays = 30, .given = {}}, asOf, openings);
}

/// The ledger of one client as the store gives it: objects with ids.
struct StoredLedger {
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;

    StoredLedger(const std::vector<LedgerEntry>& entries, Day asOf, std::int64_t firstId = 1)
    {
        const ClientLedger ledger = matched(entries, asOf);
        for (const MatchedItem& one : ledger.items)
            items.emplace_back(one.item).id = {firstId + static_cast<std::int64_t>(items.size())};
        for (const MatchedReceipt& one : ledger.receipts)
            receipts.emplace_back(one.receipt).id = {firstId + static_cast<std::int64_t>(receipts.size())};
        for (const MatchedAllocation& one : ledger.allocations)
            allocations.push_back({receipts[one.receipt].id, items[one.item].id, one.amount});
    }
};

} // namespace encours::test
