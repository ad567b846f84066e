// SPDX-License-Identifier: Apache-2.0
// Which euro counts for which promise (promise_payments.h), levels and concurrent promises. Windows: promised Friday
// 27/11/2026 → Tuesday 01/12; Monday 30/11 → Wednesday 02/12.
#include "tests/domain/promise_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

const Day kMade = day("2026-11-20");
const Day kFriday = day("2026-11-27");
const Day kMonday = day("2026-11-30");
const Day kLater = day("2026-12-31");

/// Cave Pellarin (picture 07): 2 145,00 owed, 1 000,00 promised for Monday 30, then 1 145,00 for Friday 27.
struct Pellarin : World {
    ItemId item = addItem(214500);
    std::size_t office = promise({item}, 100000, kMade, kMonday);
    std::size_t nadia = promise({item}, 114500, kMade, kFriday);
};

std::int64_t paid(const World& world, std::size_t promise, Day on = kLater)
{
    return world.on(on, promise).paid.minor();
}

} // namespace

class TestPromiseMoney : public QObject {
    Q_OBJECT
private slots:
    void twoPartsOfOneInvoice()
    {
        Pellarin world;
        QVERIFY(world.on(kMade, world.office).concurrent && world.on(kMade, world.nadia).concurrent);
        world.pay(world.item, kFriday, 114500);
        QCOMPARE(world.on(kFriday, world.nadia).state, PromiseState::Kept);
        QCOMPARE(world.on(kFriday, world.office).state, PromiseState::Open); // not the same euros
        QVERIFY(!world.on(kFriday, world.office).concurrent);                // nothing left to decide
        QCOMPARE(world.on(kLater, world.office).state, PromiseState::Broken);
        world.pay(world.item, day("2026-12-02"), 100000);
        QCOMPARE(world.on(kLater, world.office).state, PromiseState::Kept);
    }

    void oldestPromisedFirstThenServerOrder()
    {
        Pellarin world;
        world.pay(world.item, kMonday, 120000);
        QCOMPARE(paid(world, world.nadia), 114500);
        QCOMPARE(paid(world, world.office), 5500);
        world.promises[world.nadia].promisedFor = kMonday; // the same day: the centre took the office's first
        QCOMPARE(paid(world, world.office), 100000);
        QCOMPARE(paid(world, world.nadia), 20000);
        world.promises[world.office].serverSeq = 0; // not taken yet: last
        QCOMPARE(paid(world, world.nadia), 114500);
        QCOMPARE(paid(world, world.office), 5500);
        world.promises[world.nadia].serverSeq = 0; // then by id
        QCOMPARE(paid(world, world.office), 100000);
    }

    void oneDebtPromisedTwiceIsPaidOnce()
    {
        World world;
        const ItemId item = world.addItem(214500);
        world.promise({item}, 214500, kMade, kMonday);
        world.promise({item}, 214500, kMade, kFriday);
        const ReceiptId receipt = world.pay(item, kFriday, 214500);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
        QCOMPARE(world.on(kLater, 1).state, PromiseState::Kept);
        // Half of it: the first has its half, the other cannot lack more than the half that is still owed.
        world.allocations.clear();
        world.items[0].residual = world.items[0].amount;
        world.receipts[0].unallocated = world.receipts[0].amount = euros(107250);
        world.allocate(receipt, item, 107250);
        QCOMPARE(paid(world, 0), 107250);
        QCOMPARE(paid(world, 1), 107250);
    }

    void promisingMoreThanTheDebtIsNotKeptByTheDebt()
    {
        World world;
        const ItemId item = world.addItem(214500);
        world.promise({item}, 300000, kMade, kFriday);
        world.pay(item, kFriday, 214500);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::PartiallyKept);
        QCOMPARE(paid(world, 0), 214500);
    }

    void aSecondPromiseAfterABrokenOne()
    {
        World world; // Menuiserie Tréval
        const ItemId item = world.addItem(648000);
        world.promise({item}, 648000, day("2026-11-09"), day("2026-11-16"));
        world.promise({item}, 648000, day("2026-11-23"), kFriday);
        world.pay(item, kFriday, 648000);
        const PromiseStatus first = world.on(kFriday, 0);
        const PromiseStatus second = world.on(kFriday, 1);
        QCOMPARE(first.state, PromiseState::Broken);
        QVERIFY(first.keptLateOn == kFriday);
        QCOMPARE(second.state, PromiseState::Kept);
        QCOMPARE(second.level, 2);
    }

    void lateMoneyServesStandingPromisesFirst()
    {
        World world;
        const ItemId item = world.addItem(1000000);
        world.promise({item}, 100000, day("2026-11-09"), day("2026-11-16"));
        world.promise({item}, 100000, day("2026-11-23"), kFriday);
        world.pay(item, day("2026-11-25"), 150000);
        QCOMPARE(world.on(kLater, 1).state, PromiseState::Kept);
        QCOMPARE(world.on(kLater, 0).paidTotal.minor(), 50000);
        QVERIFY(!world.on(kLater, 0).keptLateOn);
        world.pay(item, day("2026-12-10"), 50000); // nobody's window
        QVERIFY(world.on(kLater, 0).keptLateOn == day("2026-12-10"));
    }

    void paidLateByTwoWays()
    {
        World world; // 300,00 came unlettered in the window; the 700,00 of a second promise settled the rest
        const ItemId item = world.addItem(100000);
        world.promise({item}, 100000, day("2026-11-09"), day("2026-11-16"));
        world.promise({item}, 70000, day("2026-11-23"), kFriday);
        world.addReceipt(day("2026-11-16"), 30000);
        world.pay(item, kFriday, 70000);
        QCOMPARE(world.on(kLater, 1).state, PromiseState::Kept);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::PartiallyKept);
        QVERIFY(world.on(kLater, 0).keptLateOn == kFriday);
    }

    void anEndedPromiseGivesItsMoneyBack()
    {
        Pellarin world;
        world.pay(world.item, kFriday, 100000);
        QCOMPARE(paid(world, world.office), 0);
        world.promises[world.nadia].ending = PromiseEnding::Superseded;
        world.promises[world.nadia].endedOn = kLater;
        QCOMPARE(paid(world, world.office), 100000);
        QCOMPARE(world.on(kLater, world.office).state, PromiseState::Kept);
    }

    void creditNoteReducesEveryPromiseOfTheItem()
    {
        Pellarin world;
        world.pay(world.item, kFriday, 10000, ReceiptKind::CreditNote);
        QCOMPARE(world.on(kLater, world.office).base.minor(), 90000);
        QCOMPARE(world.on(kLater, world.nadia).base.minor(), 104500);
    }

    void unallocatedMoneyGoesToTheOldestOpenPromise()
    {
        World world;
        const ItemId a = world.addItem(500000);
        const ItemId b = world.addItem(500000);
        world.promise({b}, 30000, kMade, kMonday);
        world.promise({a}, 30000, kMade, kFriday);
        world.addReceipt(kMade - 1, 99999); // before they were made
        world.addReceipt(kFriday, 40000);
        QCOMPARE(paid(world, 1), 30000);
        QCOMPARE(paid(world, 0), 10000);
        world.addReceipt(day("2026-12-02"), 20000); // Friday's window is over
        QCOMPARE(paid(world, 0), 30000);
        QVERIFY(world.on(kLater, 0).state == PromiseState::Kept && world.on(kLater, 1).state == PromiseState::Kept);
    }

    void allocatedMoneyFirst()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 30000, kMade, kFriday);
        world.promise({}, 30000, kMade, kMonday);
        world.addReceipt(kMade, 30000);
        world.pay(a, kFriday, 30000);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept); // by what was paid on it
        QCOMPARE(world.on(kLater, 1).state, PromiseState::Kept); // by what is not lettered yet
    }

    void onlyPaymentsCountUnallocated()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 50000, kMade, kFriday);
        for (const ReceiptKind kind : {ReceiptKind::CreditNote, ReceiptKind::Advance, ReceiptKind::Other})
            world.addReceipt(kFriday, 50000, kind);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Broken);
        world.allocate(ReceiptId{2}, a, 50000); // the deposit is set against the invoice
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
    }

    void onAccountIsKeptByAnyPayment()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({}, 50000, kMade, kFriday);
        const ReceiptId receipt = world.addReceipt(kFriday, 50000);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
        world.allocate(receipt, a, 50000); // lettering it changes nothing
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
        world.promise({a}, 50000, kMade, kMonday); // a promise naming the item comes first
        QCOMPARE(world.on(kLater, 1).state, PromiseState::Kept);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Broken);
    }

    void severalItems()
    {
        World world;
        const ItemId a = world.addItem(10000);
        const ItemId b = world.addItem(20000);
        const ItemId c = world.addItem(40000);
        world.promise({a, b, a}, 30000, kMade, kFriday);
        world.pay(a, kFriday, 10000);
        world.pay(c, kFriday, 40000); // not promised
        QCOMPARE(world.on(kLater, 0).state, PromiseState::PartiallyKept);
        world.pay(b, day("2026-12-01"), 20000);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
    }

    void aChequeThatCameBackDoesNotCount()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 50000, kMade, kFriday);
        const ReceiptId cheque = world.addReceipt(kFriday, 50000);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
        const ItemId back = world.addItem(50000);
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = day("2026-12-04");
        QCOMPARE(world.on(day("2026-12-03"), 0).state, PromiseState::Kept);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Broken); // not lettered
        world.allocate(cheque, back, 50000);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Broken); // lettered with its return
        world.promise({}, 50000, kMade, kFriday);
        QCOMPARE(world.on(kLater, 1).state, PromiseState::Broken);
    }

    void aChequeThatCameBackAfterItWasLettered()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 50000, kMade, kFriday);
        world.pay(a, kFriday, 50000);
        world.pay(a, day("2026-11-28"), 1);
        world.addItem(50000);
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = day("2026-12-04");
        QCOMPARE(world.on(kLater, 0).state, PromiseState::PartiallyKept); // the payment of that amount, not the latest
        QCOMPARE(paid(world, 0), 1);
        world.items.back().residual = euros(50001); // no such payment: the latest ones
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Broken);
    }

    void aReturnThatIsNoOnesAmountTakesTheLatestPayments()
    {
        World world;
        const ItemId a = world.addItem(50000);
        const ItemId b = world.addItem(50000);
        world.promise({a}, 50000, kMade, kFriday);
        world.promise({b}, 50000, kMade, kFriday);
        world.pay(a, kFriday, 50000);
        world.pay(b, kFriday + 1, 50000);
        world.addReceipt(kFriday + 2, 9000, ReceiptKind::CreditNote); // no payment: nothing of it comes back
        world.addItem(51500);                                         // a cheque and the fees of the bank
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = kMonday;
        QCOMPARE(paid(world, 1), 0);
        QCOMPARE(paid(world, 0), 48500);
    }

    void twoChequesOfOneAmountCameBack()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 50000, kMade, kFriday);
        world.pay(a, kFriday, 50000);
        const ReceiptId second = world.addReceipt(kFriday + 1, 50000);
        for (const Day back : {kMonday, kMonday + 1}) {
            world.addItem(50000);
            world.items.back().kind = ItemKind::ReturnedPayment;
            world.items.back().pieceDay = back;
        }
        world.allocate(second, ItemId{2}, 50000); // lettered with its return; the other return takes the first cheque
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Broken);
    }

    void aRefundedCreditNoteTakesNoPaymentBack()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 50000, kMade, kFriday);
        world.pay(a, kFriday, 50000);
        world.addReceipt(kFriday, 7000, ReceiptKind::CreditNote);
        world.addItem(7000);
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = kMonday;
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
    }

    void payingABouncedChequeAgain()
    {
        World world;
        const ItemId back = world.addItem(50000);
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = kMade;
        world.promise({back}, 50000, kMade, kFriday);
        world.pay(back, kFriday, 50000);
        QCOMPARE(world.on(kLater, 0).state, PromiseState::Kept);
    }

    void levelCountsPromisesThatWereNotKept()
    {
        World world;
        const ItemId item = world.addItem(300000);
        const auto next = [&](const char* made, const char* promised) {
            return world.promise({item}, 100000, day(made), day(promised));
        };
        next("2026-01-05", "2026-01-12"); // broken
        next("2026-02-02", "2026-02-09"); // kept for a part of the invoice
        world.pay(item, day("2026-02-09"), 100000);
        next("2026-03-02", "2026-03-09"); // the rest: level unchanged; withdrawn
        world.promises.back().ending = PromiseEnding::WithdrawnByDebtor;
        world.promises.back().endedOn = day("2026-03-03");
        next("2026-04-01", "2026-04-30"); // still open when the next one is made
        next("2026-04-02", "2026-04-30");
        const auto statuses = world.on(day("2026-04-02"));
        const int levels[] = {1, 2, 2, 3, 4};
        for (std::size_t i = 0; i < statuses.size(); ++i)
            QCOMPARE(statuses[i].level, levels[i]);
        // Kept later: it was not when the last one was made, so nothing is renumbered.
        world.pay(item, day("2026-04-15"), 100000);
        QCOMPARE(world.on(day("2026-04-15"), 3).state, PromiseState::Kept);
        QCOMPARE(world.on(day("2026-04-15"), 4).level, 4);
    }

    void levelIsPerItem()
    {
        World world;
        const ItemId a = world.addItem(1000);
        const ItemId b = world.addItem(1000);
        const ItemId c = world.addItem(1000);
        world.promise({a}, 1000, kMade, kFriday);
        world.promise({a, b}, 2000, kMade, kFriday);
        world.promise({b, c}, 2000, kMade, kFriday);
        world.promise({}, 1000, kMade, kFriday);
        world.promise({}, 1000, kMade, kFriday);
        world.promise({c}, 1000, kMade, kFriday);
        world.promises.back().serverSeq = 0; // ours, not sent yet: the latest
        const auto statuses = world.on(kMade);
        const int levels[] = {1, 2, 2, 1, 2, 2};
        for (std::size_t i = 0; i < statuses.size(); ++i)
            QCOMPARE(statuses[i].level, levels[i]);
    }

    void keptLateIsTheDayItWasKnown()
    {
        World world;
        const ItemId a = world.addItem(50000);
        world.promise({a}, 50000, day("2026-11-02"), day("2026-11-02"));
        world.addReceipt(day("2026-11-13"), 50000);
        QVERIFY(world.on(day("2026-11-13"), 0).keptLateOn == day("2026-11-13"));
        world.pay(a, day("2026-11-16"), 50000); // more money later does not move the day
        QVERIFY(world.on(kLater, 0).keptLateOn == day("2026-11-13"));
    }

    void aVoidPromiseRaisesNoLevel()
    {
        World world;
        const ItemId a = world.addItem(1000);
        world.promise({a}, 100, kMade, kFriday);
        world.pay(a, kFriday, 100, ReceiptKind::CreditNote);
        world.promise({a}, 900, kFriday, kMonday);
        QCOMPARE(world.on(kFriday, 0).state, PromiseState::Void);
        QCOMPARE(world.on(kFriday, 1).level, 1);
    }

    void concurrentWhileBothAreOpen()
    {
        World world;
        const ItemId a = world.addItem(1000);
        const ItemId b = world.addItem(1000);
        world.promise({a}, 500, day("2026-11-02"), day("2026-11-03")); // broken since
        world.promise({a}, 500, kMade, kFriday);
        world.promise({b}, 500, kMade, kFriday);
        world.promise({}, 500, kMade, kFriday);
        world.promise({}, 500, kMade, kFriday);
        world.promise({b, a}, 500, kFriday, kMonday);
        const auto isConcurrent = [&](Day on) {
            std::string flags;
            for (const PromiseStatus& status : world.on(on))
                flags += status.concurrent ? 'x' : '-';
            return flags;
        };
        QCOMPARE(isConcurrent(kMade), std::string("------")); // the last one is not made yet
        QCOMPARE(isConcurrent(kFriday), std::string("-xx--x"));
    }
};

QTEST_APPLESS_MAIN(TestPromiseMoney)
#include "test_promise_money.moc"
