// SPDX-License-Identifier: Apache-2.0
// Promises on what matching makes of the accounting: a payment before it is lettered, after, and when it comes back.
#include "tests/domain/ledger_lines.h"
#include "tests/domain/promise_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::test;
using namespace encours::tests;

namespace {

const Day kInvoiced = day("2026-10-01");
const Day kMade = day("2026-11-09");
const Day kPaid = day("2026-11-16");
const Day kBack = day("2026-11-24");
const Day kLater = day("2026-12-31");

/// The state on a day of one promise of the whole of F1, the first item of these lines.
PromiseState stateOf(const std::vector<LedgerEntry>& lines, Day asOf = kLater)
{
    World world;
    const ClientLedger ledger = matched(lines, asOf);
    for (const MatchedItem& one : ledger.items) {
        world.items.push_back(one.item);
        world.items.back().id = ItemId{static_cast<std::int64_t>(world.items.size())};
    }
    for (const MatchedReceipt& one : ledger.receipts) {
        world.receipts.push_back(one.receipt);
        world.receipts.back().id = ReceiptId{static_cast<std::int64_t>(world.receipts.size())};
    }
    for (const MatchedAllocation& one : ledger.allocations)
        world.allocations.push_back({world.receipts[one.receipt].id, world.items[one.item].id, one.amount});
    const auto promised = std::ranges::find(world.items, "F1", &Item::number);
    world.promise({promised->id}, 1'000, kMade, kPaid);
    return world.on(asOf, 0).state;
}

} // namespace

class TestPromiseLedger : public QObject {
    Q_OBJECT
private slots:
    void letteringAPaymentChangesNothing()
    {
        QCOMPARE(stateOf({sale("F1", kInvoiced, 1'000), paid("V1", kPaid, 1'000)}), PromiseState::Kept);
        QCOMPARE(stateOf({sale("F1", kInvoiced, 1'000).lettered("A"), paid("V1", kPaid, 1'000).lettered("A")}),
                 PromiseState::Kept);
        // The letter is there today, but on that day the payment was not.
        QCOMPARE(
            stateOf({sale("F1", kInvoiced, 1'000).lettered("A"), paid("V1", kPaid, 1'000).lettered("A")}, kPaid - 1),
            PromiseState::Open);
    }

    void aPaymentOfAnotherInvoiceDoesNotCount()
    {
        QCOMPARE(stateOf({sale("F1", kInvoiced, 1'000), sale("F2", kInvoiced, 1'000).lettered("A"),
                          paid("V1", kPaid, 1'000).lettered("A")}),
                 PromiseState::Broken);
    }

    void aChequeThatCameBack()
    {
        const auto invoice = sale("F1", kInvoiced, 1'000);
        const auto cheque = paid("C1", kPaid, 1'000);
        const auto back = paid("C1", kBack, -1'000);
        const auto inA = [](Line line) { return line.lettered("A"); };
        QCOMPARE(stateOf({invoice, cheque, back}, kBack - 1), PromiseState::Kept);
        QCOMPARE(stateOf({invoice, cheque, back}), PromiseState::Broken);
        QCOMPARE(stateOf({inA(invoice), inA(cheque), back}), PromiseState::Broken);
        QCOMPARE(stateOf({invoice, inA(cheque), inA(back)}), PromiseState::Broken);
        QCOMPARE(stateOf({inA(invoice), inA(cheque), inA(back)}), PromiseState::Broken);
        // Paid again within the window, by a transfer: kept, whatever is lettered with what.
        const auto again = paid("V1", kPaid + 2, 1'000);
        const auto backAtOnce = paid("C1", kPaid + 1, -1'000);
        QCOMPARE(stateOf({invoice, cheque, backAtOnce, again}), PromiseState::Kept);
        QCOMPARE(stateOf({inA(invoice), inA(cheque), backAtOnce, again}), PromiseState::Kept);
        QCOMPARE(stateOf({inA(invoice), cheque, backAtOnce, inA(again)}), PromiseState::Kept);
        QCOMPARE(stateOf({inA(invoice), inA(cheque), inA(backAtOnce), inA(again)}), PromiseState::Kept);
    }

    void creditNotesAndAdjustments()
    {
        const auto invoice = sale("F1", kInvoiced, 1'000).lettered("A");
        QCOMPARE(stateOf({invoice, sale("A1", kPaid, -1'000).lettered("A")}), PromiseState::Void);
        QCOMPARE(stateOf({invoice, line(EntryKind::Other, "OD1", kPaid, -1'000).lettered("A")}), PromiseState::Void);
        QCOMPARE(stateOf({invoice, sale("A1", kPaid, -400).lettered("A"), paid("V1", kPaid, 600).lettered("A")}),
                 PromiseState::Kept);
        QCOMPARE(stateOf({invoice, paid("V1", kMade - 1, 1'000).lettered("A")}), PromiseState::Void);
    }
};

QTEST_APPLESS_MAIN(TestPromiseLedger)
#include "test_promise_ledger.moc"
