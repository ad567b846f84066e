// SPDX-License-Identifier: Apache-2.0
// The truth table of rules.md, line by line, its boundaries, and the story of Verdon Emballages. A promise for Monday
// 16/11/2026 made on Monday 09/11 has its window end on Wednesday 18/11.
#include "tests/domain/promise_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

/// One invoice of 1 000,00 promised whole on 09/11 for 16/11.
World oneWholePromise()
{
    World world;
    const ItemId item = world.addItem(100000);
    world.promise({item}, 100000, day("2026-11-09"), day("2026-11-16"));
    return world;
}

constexpr ItemId kItem{1};

} // namespace

class TestPromiseStates : public QObject {
    Q_OBJECT
private slots:
    void windowEndCountsFrenchBusinessDays()
    {
        const PromiseRules rules;
        QCOMPARE(windowEnd(day("2026-11-16"), rules).iso(), std::string("2026-11-18"));
        QCOMPARE(windowEnd(day("2026-11-27"), rules).iso(), std::string("2026-12-01"));
        QCOMPARE(windowEnd(day("2026-11-09"), rules).iso(), std::string("2026-11-12")); // over Armistice day
        QCOMPARE(windowEnd(day("2026-11-16"), {.graceBusinessDays = 0}).iso(), std::string("2026-11-16"));
        const PromiseRules strasbourg{.region = HolidayRegion::AlsaceMoselle};
        QCOMPARE(windowEnd(day("2026-04-02"), rules).iso(), std::string("2026-04-07")); // Easter Monday is 6 April
        QCOMPARE(windowEnd(day("2026-04-02"), strasbourg).iso(), std::string("2026-04-08"));
    }

    void line1_withdrawalsAndSupersessionComeFirst()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-16"), 100000); // even paid
        for (const auto& [ending, state] :
             {std::pair(PromiseEnding::WithdrawnByDebtor, PromiseState::WithdrawnByDebtor),
              std::pair(PromiseEnding::WithdrawnByUs, PromiseState::WithdrawnByUs),
              std::pair(PromiseEnding::Superseded, PromiseState::Superseded)}) {
            world.promises[0].ending = ending;
            world.promises[0].endedOn = day("2026-11-17");
            QCOMPARE(world.state("2026-11-17"), state);
            QCOMPARE(world.state("2026-11-30"), state);
            QVERIFY(world.on(day("2026-11-30"), 0).paid.isZero());
            QCOMPARE(world.state("2026-11-16"), PromiseState::Kept); // the day before, it stood
        }
    }

    void line1_namedBySupersedes()
    {
        World world = oneWholePromise();
        world.promise({kItem}, 100000, day("2026-11-12"), day("2026-11-30"));
        world.promises[1].supersedes = world.promises[0].id;
        QCOMPARE(world.state("2026-11-11", 0), PromiseState::Open);
        QCOMPARE(world.state("2026-11-12", 0), PromiseState::Superseded);
        QCOMPARE(world.state("2026-11-12", 1), PromiseState::Open);
        QVERIFY(!world.on(day("2026-11-12"), 1).concurrent);
        // A promise cannot supersede itself, and an unknown one supersedes nobody.
        world.promises[1].supersedes = world.promises[1].id;
        QCOMPARE(world.state("2026-11-12", 1), PromiseState::Open);
        world.promises[1].supersedes = promiseId(99);
        QCOMPARE(world.state("2026-11-12", 0), PromiseState::Open);
    }

    void line2_creditNotesTakeTheWholeBase()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-12"), 100000, ReceiptKind::CreditNote);
        QCOMPARE(world.state("2026-11-11"), PromiseState::Open);
        QCOMPARE(world.state("2026-11-12"), PromiseState::Void);
        QCOMPARE(world.on(day("2026-11-12"), 0).base.minor(), 0);
    }

    void line2_adjustmentIsNoPayment()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-12"), 100000, ReceiptKind::Other);
        QCOMPARE(world.state("2026-12-31"), PromiseState::Void);
    }

    void line2_itemsAlreadyPaidWhenMade()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-08"), 100000); // known only later: the salesperson was offline
        QCOMPARE(world.state("2026-11-09"), PromiseState::Void);
        QCOMPARE(world.state("2026-12-31"), PromiseState::Void);
        // Paid on the very day it was made: the receipt counts.
        world.receipts[0].day = day("2026-11-09");
        QCOMPARE(world.state("2026-11-09"), PromiseState::Kept);
    }

    void line2_oneOfTwoItemsStillOwed()
    {
        World world = oneWholePromise();
        const ItemId other = world.addItem(5000);
        world.promises[0].items.push_back(other);
        world.pay(kItem, day("2026-11-08"), 100000);
        QCOMPARE(world.state("2026-11-09"), PromiseState::Open);
    }

    void line2_amountThatIsNotOne()
    {
        World world = oneWholePromise();
        world.promises[0].amount = euros(0);
        QCOMPARE(world.state("2026-11-10"), PromiseState::Void);
        world.promises[0].amount = euros(std::numeric_limits<std::int64_t>::min());
        world.pay(kItem, day("2026-11-10"), 10, ReceiptKind::CreditNote);
        QCOMPARE(world.state("2026-11-10"), PromiseState::Void);
    }

    void line3_kept()
    {
        World world = oneWholePromise();
        world.coveredThrough = day("2026-11-09"); // "kept" needs no coverage
        world.pay(kItem, day("2026-11-18"), 100000);
        QCOMPARE(world.state("2026-11-17"), PromiseState::Open);
        QCOMPARE(world.state("2026-11-18"), PromiseState::Kept);
        QCOMPARE(world.state("2027-06-30"), PromiseState::Kept);
        QVERIFY(!world.on(day("2027-06-30"), 0).keptLateOn);
    }

    void line3_tolerance()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-18"), 99900);
        QCOMPARE(world.state("2026-11-19"), PromiseState::PartiallyKept);
        world.rules.tolerance = euros(99);
        QCOMPARE(world.state("2026-11-19"), PromiseState::PartiallyKept);
        world.rules.tolerance = euros(100);
        QCOMPARE(world.state("2026-11-19"), PromiseState::Kept);
        world.rules.tolerance = Money::ofMinor(100, *Currency::parse("CHF"));
        QCOMPARE(world.state("2026-11-19"), PromiseState::PartiallyKept);
    }

    void line3_creditNoteReducesTheBase()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-08"), 10000, ReceiptKind::CreditNote); // before: was out of the residual
        world.pay(kItem, day("2026-11-09"), 20000, ReceiptKind::CreditNote);
        world.pay(kItem, day("2026-11-16"), 70000);
        QCOMPARE(world.on(day("2026-11-19"), 0).base.minor(), 80000);
        QCOMPARE(world.state("2026-11-19"), PromiseState::PartiallyKept);
        world.pay(kItem, day("2026-12-15"), 10000, ReceiptKind::CreditNote); // the claim was smaller after all
        QCOMPARE(world.state("2026-12-14"), PromiseState::PartiallyKept);
        QCOMPARE(world.state("2026-12-15"), PromiseState::Kept);
    }

    void line4_openUntilTheWindowEndsAndIsCovered_data()
    {
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<QString>("covered");
        QTest::addColumn<bool>("open");
        QTest::newRow("last day of the window") << "2026-11-18" << "2026-12-31" << true;
        QTest::newRow("the day after") << "2026-11-19" << "2026-12-31" << false;
        QTest::newRow("covered to the last day") << "2026-11-19" << "2026-11-18" << false;
        QTest::newRow("covered one day less") << "2026-11-19" << "2026-11-17" << true;
        QTest::newRow("never covered, a year later") << "2027-11-19" << "2026-11-17" << true;
    }
    void line4_openUntilTheWindowEndsAndIsCovered()
    {
        QFETCH(QString, asOf);
        QFETCH(QString, covered);
        QFETCH(bool, open);
        for (const int paid : {0, 40000}) {
            World world = oneWholePromise();
            if (paid > 0)
                world.pay(kItem, day("2026-11-17"), paid);
            world.coveredThrough = day(covered.toUtf8());
            const PromiseState closed = paid > 0 ? PromiseState::PartiallyKept : PromiseState::Broken;
            QCOMPARE(world.state(asOf.toUtf8()), open ? PromiseState::Open : closed);
        }
    }

    void line5_partiallyKept()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-18"), 1);
        world.pay(kItem, day("2026-11-19"), 99998);
        const PromiseStatus status = world.on(day("2026-11-20"), 0);
        QCOMPARE(status.state, PromiseState::PartiallyKept);
        QCOMPARE(status.paid.minor(), 1);
        QCOMPARE(status.paidTotal.minor(), 99999);
        QVERIFY(!status.keptLateOn);
    }

    void line6_broken()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-08"), 50000); // before it was made: does not count
        QCOMPARE(world.state("2026-11-18"), PromiseState::Open);
        QCOMPARE(world.state("2026-11-19"), PromiseState::Broken);
    }

    void keptLateKeepsTheState()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-25"), 60000);
        world.pay(kItem, day("2026-12-02"), 40000);
        QVERIFY(!world.on(day("2026-12-01"), 0).keptLateOn);
        const PromiseStatus status = world.on(day("2026-12-31"), 0);
        QCOMPARE(status.state, PromiseState::Broken);
        QVERIFY(status.keptLateOn);
        QCOMPARE(status.keptLateOn->iso(), std::string("2026-12-02"));
        QCOMPARE(status.paid.minor(), 0);
        QCOMPARE(status.paidTotal.minor(), 100000);
    }

    void keptLateAfterAPart()
    {
        World world = oneWholePromise();
        world.pay(kItem, day("2026-11-18"), 60000);
        world.addReceipt(day("2026-11-19"), 40000); // not lettered yet
        const PromiseStatus status = world.on(day("2026-11-19"), 0);
        QCOMPARE(status.state, PromiseState::PartiallyKept);
        QVERIFY(status.keptLateOn == day("2026-11-19"));
    }

    void reversalReopens()
    {
        World world = oneWholePromise();
        world.coveredThrough = day("2026-11-16");
        const World before = world;
        world.pay(kItem, day("2026-11-16"), 100000);
        QCOMPARE(world.state("2026-11-17"), PromiseState::Kept);
        // The cheque comes back: the ledger recomputes its allocations without it.
        QCOMPARE(before.state("2026-11-17"), PromiseState::Open);
    }

    void notMadeYet()
    {
        World world = oneWholePromise();
        world.addReceipt(day("2026-11-01"), 100000);
        const PromiseStatus status = world.on(day("2026-11-08"), 0);
        QCOMPARE(status.state, PromiseState::Open);
        QVERIFY(status.paid.isZero() && status.paidTotal.isZero());
    }

    void promisedForADayBeforeItWasMade()
    {
        World world = oneWholePromise();
        world.promises[0].promisedFor = day("2026-11-02");
        world.pay(kItem, day("2026-11-09"), 100000);
        const PromiseStatus status = world.on(day("2026-11-09"), 0);
        QCOMPARE(status.state, PromiseState::Broken);
        QVERIFY(status.keptLateOn == day("2026-11-09"));
    }

    void itemsThatLeftTheLedger()
    {
        World world = oneWholePromise();
        world.items.clear();
        QCOMPARE(world.state("2026-11-18"), PromiseState::Open);
        QCOMPARE(world.state("2026-11-19"), PromiseState::Broken);
        world.addReceipt(day("2026-11-18"), 100000);
        QCOMPARE(world.state("2026-11-19"), PromiseState::Kept);
        world.allocations.push_back({ReceiptId{77}, ItemId{88}, euros(5)}); // and an allocation of nothing to nothing
        QCOMPARE(world.state("2026-11-19"), PromiseState::Kept);
    }

    void anotherCurrencyCountsForNothing()
    {
        World world = oneWholePromise();
        world.promises[0].amount = Money::ofMinor(100000, *Currency::parse("USD"));
        world.pay(kItem, day("2026-11-16"), 60000);
        world.pay(kItem, day("2026-11-16"), 10000, ReceiptKind::CreditNote);
        world.addReceipt(day("2026-11-16"), 60000);
        QCOMPARE(world.state("2026-11-19"), PromiseState::Broken);
    }

    void noPromiseNoFact() { QVERIFY(evaluatePromises({}, {}, {}, day("2026-11-23")).empty()); }
};

QTEST_APPLESS_MAIN(TestPromiseStates)
#include "test_promise_states.moc"
