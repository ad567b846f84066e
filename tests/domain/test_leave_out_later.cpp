// SPDX-License-Identifier: Apache-2.0
// A phone holds what the centre matched with every fact, the centre matches the lines again: the same figures on any day.
#include "domain/ledger/balance.h"
#include "domain/ledger/leave_out_later.h"
#include "tests/domain/ledger_lines.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

#include <algorithm>

using namespace encours;
using namespace encours::test;

namespace {

const Day kStart = ymd(2026, 10, 1);
constexpr int kDays = 90;

struct Facts {
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;
};

/// As stored: with ids.
Facts stored(const std::vector<LedgerEntry>& entries, Day asOf)
{
    const ClientLedger ledger = matched(entries, asOf);
    Facts facts;
    for (const MatchedItem& one : ledger.items) {
        facts.items.push_back(one.item);
        facts.items.back().id = ItemId{std::ssize(facts.items)};
    }
    for (const MatchedReceipt& one : ledger.receipts) {
        facts.receipts.push_back(one.receipt);
        facts.receipts.back().id = ReceiptId{std::ssize(facts.receipts)};
    }
    for (const MatchedAllocation& one : ledger.allocations)
        facts.allocations.push_back({facts.receipts[one.receipt].id, facts.items[one.item].id, one.amount});
    return facts;
}

Facts onPhone(const std::vector<LedgerEntry>& entries, Day today)
{
    Facts facts = stored(entries, kStart + 2 * kDays);
    leaveOutLater(facts.items, facts.receipts, facts.allocations, today);
    return facts;
}

AgedBalance aged(const Facts& facts, Day asOf)
{
    return agedBalance(facts.items, facts.receipts, asOf);
}

/// Σ allocations of a receipt + unallocated = amount; of an item, amount − residual.
bool addsUp(const Facts& facts)
{
    const auto isWhole = [&](const auto& one, Money left, auto Allocation::* side) {
        Money sum = left;
        for (const Allocation& allocation : facts.allocations) {
            if (allocation.*side == one.id)
                sum += allocation.amount;
        }
        return sum == one.amount;
    };
    return std::ranges::all_of(facts.items,
                               [&](const Item& item) { return isWhole(item, item.residual, &Allocation::item); }) &&
           std::ranges::all_of(facts.receipts, [&](const Receipt& receipt) {
               return isWhole(receipt, receipt.unallocated, &Allocation::receipt);
           });
}

/// Invoices, credit notes and money of some months, lettered or not; pieces are dated as they are booked.
std::vector<LedgerEntry> anyLedger()
{
    std::vector<LedgerEntry> entries(*rc::gen::inRange<std::size_t>(0, 30));
    std::ranges::generate(entries, [] {
        const Day day = kStart + *rc::gen::inRange(0, kDays);
        const std::string ref = *rc::gen::element<std::string>("F1", "F2", "F3");
        const auto cents = *rc::gen::inRange<std::int64_t>(1, 500);
        Line line = *rc::gen::element(0, 1, 2) == 0 ? paid(ref, day, cents) : sale(ref, day, cents);
        if (*rc::gen::inRange(0, 6) == 0)
            line = sale(ref, day, -cents);
        line.letter = *rc::gen::element<std::string>("", "A", "B", "C");
        return line;
    });
    return entries;
}

} // namespace

class TestLeaveOutLater : public QObject {
    Q_OBJECT

private slots:
    // Paid by direct debit on the 30th, booked on the 20th: on the 23rd it is owed.
    void aPaymentToCome()
    {
        const std::vector<LedgerEntry> entries{sale("F1", ymd(2026, 10, 1), 1000).lettered("A"),
                                               paid("P1", ymd(2026, 11, 30), 1000).lettered("A")};
        const Facts facts = onPhone(entries, ymd(2026, 11, 23));
        QCOMPARE(facts.items.size(), 1u);
        QCOMPARE(facts.items[0].residual.minor(), 1000);
        QVERIFY(facts.receipts.empty() && facts.allocations.empty());
        QCOMPARE(onPhone(entries, ymd(2026, 11, 30)).items[0].residual.minor(), 0);
    }

    // An advance used by an invoice to come is a credit until then.
    void anInvoiceToCome()
    {
        const std::vector<LedgerEntry> entries{paid("P1", ymd(2026, 11, 2), 400).lettered("A"),
                                               sale("F1", ymd(2026, 11, 30), 1000).lettered("A")};
        const Facts facts = onPhone(entries, ymd(2026, 11, 23));
        QVERIFY(facts.items.empty() && facts.allocations.empty());
        QCOMPARE(facts.receipts[0].unallocated.minor(), 400);
    }

    // Booked at the end of the month, dated in the middle of it: the day of the entry decides, as at the centre.
    void bookedAfterItsDate()
    {
        const std::vector<LedgerEntry> entries{sale("F1", ymd(2026, 11, 30), 1000).piece(ymd(2026, 11, 15))};
        QVERIFY(onPhone(entries, ymd(2026, 11, 23)).items.empty());
        QCOMPARE(onPhone(entries, ymd(2026, 11, 30)).items.size(), 1u);
    }

    // What a phone does not hold whole has no place to give its amount back to.
    void anAllocationWithoutItsReceipt()
    {
        const std::vector<LedgerEntry> entries{sale("F1", ymd(2026, 10, 1), 1000).lettered("A"),
                                               paid("P1", ymd(2026, 11, 2), 1000).lettered("A"),
                                               sale("F2", ymd(2026, 11, 30), 70)};
        Facts facts = stored(entries, ymd(2026, 12, 31));
        facts.receipts.clear();
        leaveOutLater(facts.items, facts.receipts, facts.allocations, ymd(2026, 11, 23));
        QVERIFY(facts.allocations.empty());
        QCOMPARE(facts.items.size(), 1u);
        QCOMPARE(facts.items[0].residual.minor(), 0);
    }

    void phoneAndCentreAgreeOnAnyDay()
    {
        QVERIFY(rc::check("figures of a phone = figures of the centre", [] {
            const auto entries = anyLedger();
            const Day today = kStart + *rc::gen::inRange(-1, kDays + 1);
            const Facts phone = onPhone(entries, today);
            const AgedBalance here = aged(phone, today), there = aged(stored(entries, today), today);
            RC_ASSERT(here.buckets == there.buckets);
            RC_ASSERT(here.credits == there.credits);
            RC_ASSERT(here.oldestDaysLate == there.oldestDaysLate);
            RC_ASSERT(addsUp(phone));
            RC_CLASSIFY(phone.items.size() < stored(entries, kStart + kDays).items.size(), "later invoices");
        }));
    }

    // Whatever the order within a letter: returned payments, pieces dated long before they are booked.
    void theBalanceAlwaysAgrees()
    {
        QVERIFY(rc::check("balance of a phone = balance of the centre", [] {
            auto entries = anyLedger();
            for (LedgerEntry& entry : entries) {
                entry.pieceDay = entry.day - *rc::gen::inRange(0, 60);
                if (*rc::gen::inRange(0, 5) == 0)
                    entry.kind = EntryKind::Treasury;
            }
            const Day today = kStart + *rc::gen::inRange(-1, kDays + 1);
            const Facts phone = onPhone(entries, today);
            RC_ASSERT(aged(phone, today).balance() == aged(stored(entries, today), today).balance());
            RC_ASSERT(addsUp(phone));
        }));
    }
};

QTEST_GUILESS_MAIN(TestLeaveOutLater)
#include "test_leave_out_later.moc"
