// SPDX-License-Identifier: Apache-2.0
// The promise machines of other systems (domain.md §2.1 to 2.5), each of their rules named after its source: ours does
// the same, or the test says how it differs.
#include "tests/domain/promise_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

using enum PromiseState;
const ItemId kItem{1};

/// The whole of an invoice of 1 000,00.
World promised(const char* madeOn, const char* promisedFor)
{
    World world;
    world.addItem(100000);
    world.promise({kItem}, 100000, day(madeOn), day(promisedFor));
    return world;
}

} // namespace

class TestPromiseReferences : public QObject {
    Q_OBJECT

private slots:
    // SAP, tolerance days: promised for Saturday, transferred on Friday, received on Monday: kept with two days. Ours are
    // business days, so that one is enough.
    void sap_toleranceExample()
    {
        World world = promised("2026-11-16", "2026-11-21");
        world.pay(kItem, day("2026-11-23"), 100000);
        world.rules.graceBusinessDays = 0;
        QCOMPARE(world.state("2026-11-23"), Broken);
        world.rules.graceBusinessDays = 1;
        QCOMPARE(world.state("2026-11-23"), Kept);
        world.rules.graceBusinessDays = 2;
        QCOMPARE(world.state("2026-11-23"), Kept);
    }

    // SAP, valuation: only payments of the window decide; later ones are added to what is paid.
    void sap_valuation()
    {
        World world = promised("2026-11-09", "2026-11-16");
        QCOMPARE(world.state("2026-11-19"), Broken);
        world.pay(kItem, day("2026-11-18"), 30000);
        QCOMPARE(world.state("2026-11-19"), PartiallyKept);
        world.pay(kItem, day("2026-11-19"), 70000);
        QCOMPARE(world.state("2026-11-19"), PartiallyKept);
        QCOMPARE(world.on(day("2026-11-19"), 0).paidTotal, euros(100000));
        World kept = promised("2026-11-09", "2026-11-16");
        kept.pay(kItem, day("2026-11-17"), 30000);
        kept.pay(kItem, day("2026-11-18"), 70000);
        QCOMPARE(kept.state("2026-11-19"), Kept);
    }

    // SAP, payment cancelled: the amount is taken back and the state is open again, as long as the window is.
    void sap_paymentCancelled()
    {
        World world = promised("2026-11-09", "2026-11-16");
        world.pay(kItem, day("2026-11-12"), 100000);
        QCOMPARE(world.state("2026-11-13"), Kept);
        const ItemId back = world.addItem(100000); // the cheque comes back, not lettered yet
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = day("2026-11-17");
        QCOMPARE(world.state("2026-11-13"), Kept);
        QCOMPARE(world.state("2026-11-17"), Open);
        QCOMPARE(world.state("2026-11-19"), Broken); // SAP leaves it open until its next run
        world.allocate(world.addReceipt(day("2026-11-18"), 100000), back, 100000); // paid again in time
        QCOMPARE(world.state("2026-11-19"), Kept);
    }

    // SAP, level: a promise after one that was open, partly kept, broken or withdrawn is one level up; after one that was
    // kept for a part of the invoice it is not.
    void sap_level_data()
    {
        QTest::addColumn<int>("paid");
        QTest::addColumn<bool>("withdrawn");
        QTest::addColumn<QString>("nextMadeOn");
        QTest::addColumn<int>("level");
        QTest::newRow("open") << 0 << false << "2026-11-12" << 2;
        QTest::newRow("partly kept") << 20000 << false << "2026-11-23" << 2;
        QTest::newRow("broken") << 0 << false << "2026-11-23" << 2;
        QTest::newRow("open, then withdrawn") << 0 << true << "2026-11-12" << 2;
        QTest::newRow("kept for a part") << 40000 << false << "2026-11-23" << 1;
    }
    void sap_level()
    {
        QFETCH(int, paid);
        QFETCH(bool, withdrawn);
        QFETCH(QString, nextMadeOn);
        QFETCH(int, level);
        World world;
        world.addItem(100000);
        world.promise({kItem}, 40000, day("2026-11-09"), day("2026-11-16"));
        if (paid > 0)
            world.pay(kItem, day("2026-11-16"), paid);
        if (withdrawn) {
            world.promises[0].ending = PromiseEnding::WithdrawnByDebtor;
            world.promises[0].endedOn = day("2026-11-11");
        }
        const Day made = day(nextMadeOn.toUtf8());
        world.promise({kItem}, 60000, made, made + 7);
        QCOMPARE(world.on(made, 1).level, level);
    }

    // SAP KBA 3687609: a broken promise disappears from the worklist. Ours stays, with its fate.
    void sap_brokenOnesStayInSight()
    {
        World world = promised("2026-11-09", "2026-11-16");
        world.promise({kItem}, 100000, day("2026-11-23"), day("2026-11-30"));
        QCOMPARE(world.state("2027-06-30", 0), Broken);
        QCOMPARE(world.on(day("2027-06-30")).size(), std::size_t{2});
    }

    // SAP FI-CA, "fulfilled with accepted variances": a tolerance in money.
    void fica_acceptedVariances()
    {
        World world = promised("2026-11-09", "2026-11-16");
        world.pay(kItem, day("2026-11-16"), 99500);
        QCOMPARE(world.state("2026-11-19"), PartiallyKept);
        world.rules.tolerance = euros(500);
        QCOMPARE(world.state("2026-11-19"), Kept);
    }

    // SAP FI-CA, replace = withdraw + create, the old one kept as history: ours names the old one.
    void fica_replaced()
    {
        World world = promised("2026-11-09", "2026-11-16");
        world.promise({kItem}, 100000, day("2026-11-12"), day("2026-11-30"));
        world.promises[1].supersedes = world.promises[0].id;
        world.pay(kItem, day("2026-11-30"), 100000);
        QCOMPARE(world.state("2026-11-30", 0), Superseded);
        QCOMPARE(world.state("2026-11-30", 1), Kept);
        QCOMPARE(world.on(day("2026-11-30"), 1).level, 2);
    }

    // Oracle EBS, FAQ: due on 24 June with one day of grace is not broken on the 25th, only on the day after.
    void oracle_graceOfOneDay()
    {
        World world = promised("2026-06-15", "2026-06-24");
        world.rules.graceBusinessDays = 1;
        QCOMPARE(world.state("2026-06-25"), Open);
        QCOMPARE(world.state("2026-06-26"), Broken);
    }

    // Oracle BRM, 3059980.1: a payment of exactly the due instant is in time; so is one of the last day of grace.
    void oracle_paidOnTheVeryDay()
    {
        for (const char* paidOn : {"2026-06-24", "2026-06-26"}) {
            World world = promised("2026-06-15", "2026-06-24");
            world.pay(kItem, day(paidOn), 100000);
            QCOMPARE(world.state(paidOn), Kept);
        }
        World late = promised("2026-06-15", "2026-06-24");
        late.pay(kItem, day("2026-06-27"), 100000);
        QCOMPARE(late.state("2026-06-27"), Broken);
    }

    // Oracle Banking: receipts go to the active promises first in, first out.
    void oracle_firstInFirstOut()
    {
        World world = promised("2026-06-15", "2026-06-24");
        world.promise({world.addItem(50000)}, 50000, day("2026-06-15"), day("2026-06-22"));
        world.addReceipt(day("2026-06-20"), 60000); // not lettered
        QCOMPARE(world.on(day("2026-06-20"), 1).paid, euros(50000));
        QCOMPARE(world.on(day("2026-06-20"), 0).paid, euros(10000));
    }

    // Upflow: expires at the end of its day, without tolerance.
    void upflow_withoutGrace()
    {
        World world = promised("2026-06-15", "2026-06-24");
        world.rules.graceBusinessDays = 0;
        QCOMPARE(world.state("2026-06-24"), Open);
        QCOMPARE(world.state("2026-06-25"), Broken);
    }

    // C. trav. L3134-13: Good Friday, 3 April 2026, and 26 December are holidays in Alsace-Moselle.
    void alsaceMoselleHasTwoHolidaysMore()
    {
        World world = promised("2026-03-23", "2026-04-02"); // a Thursday; Easter Monday is one for all
        QCOMPARE(world.state("2026-04-08"), Broken);
        world.rules.region = HolidayRegion::AlsaceMoselle;
        QCOMPARE(world.state("2026-04-08"), Open);
        QCOMPARE(world.state("2026-04-09"), Broken);
        world = promised("2025-12-15", "2025-12-24"); // 26/12/2025 is a Friday
        QCOMPARE(world.state("2025-12-30"), Broken);
        world.rules.region = HolidayRegion::AlsaceMoselle;
        QCOMPARE(world.state("2025-12-30"), Open);
        QCOMPARE(world.state("2025-12-31"), Broken);
    }
};

QTEST_APPLESS_MAIN(TestPromiseReferences)
#include "test_promise_references.moc"
