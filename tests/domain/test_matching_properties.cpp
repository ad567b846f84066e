// SPDX-License-Identifier: Apache-2.0
// What holds for any lines of a client, however strange: the balance, the allocations, the order, the day.
#include "tests/domain/ledger_lines.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <set>

using namespace encours;
using namespace encours::test;

namespace {

const Day kStart = ymd(2025, 1, 1);
constexpr int kDays = 1'000;

LedgerEntry anyEntry()
{
    LedgerEntry entry;
    entry.account = *rc::gen::element<std::string>("411000", "411000", "416000", "419100");
    entry.journal = *rc::gen::element<std::string>("VE", "BQ");
    entry.entryNumber = *rc::gen::element<std::string>("1", "2");
    entry.day = kStart + *rc::gen::inRange(0, kDays);
    entry.pieceRef = *rc::gen::element<std::string>("F1", "F2", "F3", "-", "");
    entry.pieceDay = entry.day - *rc::gen::inRange(0, 3);
    entry.amount = Money::ofMinor(*rc::gen::inRange(-500, 500));
    entry.letter = *rc::gen::element<std::string>("", "A", "B", "a", "*A");
    if (*rc::gen::arbitrary<bool>())
        entry.letterDay = kStart + *rc::gen::element(100, 500);
    entry.kind = *rc::gen::element(EntryKind::Sale, EntryKind::Treasury, EntryKind::Other, EntryKind::Opening);
    // Opening lines where years open; others elsewhere would be lines like any other.
    if (entry.kind == EntryKind::Opening)
        entry.day = kStart + 365 * *rc::gen::inRange(0, 3);
    return entry;
}

std::vector<LedgerEntry> anyEntries()
{
    std::vector<LedgerEntry> entries(*rc::gen::inRange<std::size_t>(0, 40));
    std::ranges::generate(entries, anyEntry);
    return entries;
}

std::vector<YearOpening> anyOpenings()
{
    std::vector<YearOpening> openings;
    for (int year = *rc::gen::inRange(0, 4); year < 3; ++year)
        openings.push_back({kStart + 365 * year, *rc::gen::arbitrary<bool>()});
    return openings;
}

/// All a result says that does not depend on the order of the entries.
auto content(const ClientLedger& ledger)
{
    std::multiset<std::string> said;
    const auto item = [&](std::size_t i) {
        const Item& it = ledger.items[i].item;
        return it.account + "/" + it.number + "/" + it.pieceDay.iso() + "/" + std::to_string(it.rank);
    };
    const auto receipt = [&](std::size_t r) {
        const Receipt& it = ledger.receipts[r].receipt;
        return it.account + "/" + it.number + "/" + it.day.iso() + "/" + std::to_string(it.rank);
    };
    for (std::size_t i = 0; i < ledger.items.size(); ++i) {
        const Item& it = ledger.items[i].item;
        said.insert("item " + item(i) + " " + std::to_string(it.amount.minor()) + " " +
                    std::to_string(it.residual.minor()) + " " + it.due.iso() + " " +
                    std::to_string(static_cast<int>(it.kind)));
    }
    for (std::size_t r = 0; r < ledger.receipts.size(); ++r) {
        const Receipt& it = ledger.receipts[r].receipt;
        said.insert("receipt " + receipt(r) + " " + std::to_string(it.amount.minor()) + " " +
                    std::to_string(it.unallocated.minor()));
    }
    for (const MatchedAllocation& allocation : ledger.allocations)
        said.insert("allocation " + receipt(allocation.receipt) + " " + item(allocation.item) + " " +
                    std::to_string(allocation.amount.minor()));
    return said;
}

/// Σ residuals − Σ unallocated.
std::int64_t balance(const ClientLedger& ledger)
{
    std::int64_t sum = 0;
    for (const MatchedItem& matched : ledger.items)
        sum += matched.item.residual.minor();
    for (const MatchedReceipt& matched : ledger.receipts)
        sum -= matched.receipt.unallocated.minor();
    return sum;
}

} // namespace

class TestMatchingProperties : public QObject {
    Q_OBJECT
private slots:
    void theBalanceIsTheSumOfTheLines()
    {
        QVERIFY(rc::check("Σ residuals − Σ unallocated = Σ amounts", [] {
            const auto entries = anyEntries();
            const Day asOf = kStart + *rc::gen::inRange(0, kDays);
            std::int64_t sum = 0;
            for (const LedgerEntry& entry : entries)
                if (entry.day <= asOf)
                    sum += entry.amount.minor();
            RC_ASSERT(balance(matched(entries, asOf)) == sum);
        }));
    }

    // A year that opens, chained or not, starts from what its opening lines say.
    void anOpenedYearStartsFromItsOpeningLines()
    {
        QVERIFY(rc::check("balance = last opening + what came after", [] {
            const auto entries = anyEntries();
            const auto openings = anyOpenings();
            const Day asOf = kStart + *rc::gen::inRange(0, kDays);
            Day from = kStart;
            for (const YearOpening& opening : openings)
                if (opening.day <= asOf)
                    from = opening.day;
            std::int64_t sum = 0;
            for (const LedgerEntry& entry : entries)
                if (entry.day >= from && entry.day <= asOf)
                    sum += entry.amount.minor();
            RC_ASSERT(balance(matched(entries, asOf, openings)) == sum);
        }));
    }

    void allocationsAddUp()
    {
        QVERIFY(rc::check("allocations add up on both sides", [] {
            const ClientLedger ledger = matched(anyEntries(), kStart + *rc::gen::inRange(0, kDays), anyOpenings());
            std::vector<std::int64_t> items(ledger.items.size()), receipts(ledger.receipts.size());
            std::set<std::pair<std::size_t, std::size_t>> pairs;
            for (const MatchedAllocation& allocation : ledger.allocations) {
                RC_ASSERT(allocation.amount.sign() > 0);
                RC_ASSERT(pairs.emplace(allocation.receipt, allocation.item).second);
                items[allocation.item] += allocation.amount.minor();
                receipts[allocation.receipt] += allocation.amount.minor();
            }
            for (std::size_t i = 0; i < items.size(); ++i) {
                const Item& item = ledger.items[i].item;
                RC_ASSERT(item.amount.sign() > 0 && item.residual.sign() >= 0 && item.residual <= item.amount);
                RC_ASSERT(items[i] + item.residual.minor() == item.amount.minor());
            }
            for (std::size_t r = 0; r < receipts.size(); ++r) {
                const Receipt& receipt = ledger.receipts[r].receipt;
                RC_ASSERT(receipt.amount.sign() > 0 && receipt.unallocated.sign() >= 0 &&
                          receipt.unallocated <= receipt.amount);
                RC_ASSERT(receipts[r] + receipt.unallocated.minor() == receipt.amount.minor());
            }
        }));
    }

    void identitiesAreUnique()
    {
        QVERIFY(rc::check("no two items share account, number, day and rank", [] {
            const ClientLedger ledger = matched(anyEntries(), kStart + kDays, anyOpenings());
            std::set<std::tuple<std::string, std::string, Day, int>> seen;
            for (const MatchedItem& matched : ledger.items)
                RC_ASSERT(
                    seen.emplace(matched.item.account, matched.item.number, matched.item.pieceDay, matched.item.rank)
                        .second);
        }));
    }

    void theOrderOfTheLinesDoesNotMatter()
    {
        QVERIFY(rc::check("the order of the lines does not matter", [] {
            auto entries = anyEntries();
            const auto openings = anyOpenings();
            const Day asOf = kStart + *rc::gen::inRange(0, kDays);
            const auto before = content(matched(entries, asOf, openings));
            std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
            std::ranges::shuffle(entries, random);
            RC_ASSERT(content(matched(entries, asOf, openings)) == before);
        }));
    }

    // Replaying a past day: what came later might as well not exist.
    void laterFactsDoNotCount()
    {
        QVERIFY(rc::check("as of a day = without what came later", [] {
            auto entries = anyEntries();
            const auto openings = anyOpenings();
            const Day asOf = kStart + *rc::gen::inRange(0, kDays);
            const auto replayed = content(matched(entries, asOf, openings));
            std::erase_if(entries, [&](const LedgerEntry& entry) { return entry.day > asOf; });
            RC_ASSERT(content(matched(entries, asOf, openings)) == replayed);
        }));
    }
};

QTEST_APPLESS_MAIN(TestMatchingProperties)
#include "test_matching_properties.moc"
