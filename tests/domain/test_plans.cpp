// SPDX-License-Identifier: Apache-2.0
// Payment plans: from proposal to the last instalment, on the ledger of a day.
#include "tests/domain/plan_world.h"

#include <QtTest>

#include <limits>

using namespace encours;
using namespace encours::tests;

namespace {

using enum PlanState;
const ItemId kItem{1};

/// 900,00 in three parts of 300,00: 16/11, 15/12 and 15/01, windows until 18/11, 17/12 and 19/01.
PlanWorld threeParts()
{
    PlanWorld world;
    world.addItem(90000);
    world.plan({kItem}, {30000, 30000, 30000}, {"2026-11-16", "2026-12-15", "2027-01-15"}, "2026-11-09");
    return world;
}

PlanWorld signedPlan()
{
    PlanWorld world = threeParts();
    world.approveAndSign("2026-11-10");
    return world;
}

} // namespace

class TestPlans : public QObject {
    Q_OBJECT

private slots:
    void activeWithApprovalAndEverySignature()
    {
        PlanWorld world = threeParts();
        world.event(PlanStep::Signed, "2026-11-09", "Cave Pellarin");
        world.event(PlanStep::Approved, "2026-11-10", "Hélène");
        world.event(PlanStep::Signed, "2026-11-11", "Léa");
        QCOMPARE(world.planOn("2026-11-09").state, Proposed);
        QVERIFY(world.planOn("2026-11-09").missingSignatures == std::vector<std::string>{"Léa"});
        QCOMPARE(world.planOn("2026-11-10").state, Approved);
        QVERIFY(!world.planOn("2026-11-10").suspendsDunning);
        const PlanStatus active = world.planOn("2026-11-11");
        QCOMPARE(active.state, Active);
        QVERIFY(active.suspendsDunning && active.missingSignatures.empty() && active.ignored.empty());
        QCOMPARE(active.total, euros(90000));
        QVERIFY(active.next == (Instalment{day("2026-11-16"), euros(30000)}));
    }

    void grantedAloneStandsForAnApproval()
    {
        PlanWorld world = threeParts();
        world.event(PlanStep::GrantedAlone, "2026-11-09", "Marc");
        QCOMPARE(world.planOn("2026-11-09").state, Approved);
    }

    void signaturesWithoutApproval()
    {
        PlanWorld world = threeParts();
        world.event(PlanStep::Signed, "2026-11-10", "Léa");
        world.event(PlanStep::Signed, "2026-11-10", "Cave Pellarin");
        QCOMPARE(world.planOn("2026-12-31").state, Proposed);
        QVERIFY(!world.planOn("2026-12-31").missedOn);
        world.event(PlanStep::Refused, "2026-11-11", "Hélène");
        QCOMPARE(world.planOn("2026-11-11").state, Refused);
        world.event(PlanStep::Approved, "2026-11-12", "Hélène"); // on second thoughts, the same content
        QCOMPARE(world.planOn("2026-11-12").state, Active);
    }

    void anEditInvalidatesApprovalAndSignatures()
    {
        const auto edits = std::to_array<void (*)(PaymentPlan&)>({
            [](PaymentPlan& plan) { plan.versions[0].schedule[0].due = day("2026-11-17"); },
            [](PaymentPlan& plan) {
                plan.versions[0].schedule[0].amount = euros(30001);
                plan.versions[0].schedule[1].amount = euros(29999);
            },
            [](PaymentPlan& plan) { plan.versions[0].accelerates = false; },
            [](PaymentPlan& plan) { plan.versions[0].reason += '.'; },
            [](PaymentPlan& plan) { plan.versions[0].author = "Paul"; },
            [](PaymentPlan& plan) { plan.versions[0].number = 2; },
            [](PaymentPlan& plan) { plan.versions[0].proposedOn = day("2026-11-08"); },
            [](PaymentPlan& plan) { plan.versions[0].items = {ItemId{2}}; },
            [](PaymentPlan& plan) { plan.client = ClientId{7}; },
            [](PaymentPlan& plan) { plan.parties.push_back("La caution"); },
            [](PaymentPlan& plan) { plan.parties = {"LéaCave Pellarin"}; },
            [](PaymentPlan& plan) {
                plan.versions.push_back(plan.versions[0]);
                plan.versions[1].number = 2;
                plan.versions[1].proposedOn = day("2026-11-11");
            },
            [](PaymentPlan& plan) {
                plan.versions[0].debt = euros(80000);
                plan.versions[0].carryingCost = euros(10000);
            },
        });
        for (std::size_t i = 0; i < edits.size(); ++i) {
            PlanWorld world = signedPlan();
            QCOMPARE(world.planOn("2026-11-11").state, Active);
            edits[i](world.plans[0]);
            const PlanStatus status = world.planOn("2026-11-11");
            QVERIFY2(status.state == Proposed, qPrintable(QString::number(i)));
            QCOMPARE(status.ignored.size(), std::size_t{3});
            QCOMPARE(status.missingSignatures.size(), world.plans[0].parties.size());
        }
    }

    void theOldVersionCountsUntilTheNewOneIsProposed()
    {
        PlanWorld world = signedPlan();
        PlanVersion next = world.plans[0].versions[0];
        next.number = 2;
        next.proposedOn = day("2026-11-20");
        world.plans[0].versions.push_back(next);
        QCOMPARE(world.planOn("2026-11-17").state, Active);
        QCOMPARE(world.planOn("2026-11-20").state, Proposed);
        world.approveAndSign("2026-11-21");
        QCOMPARE(world.planOn("2026-11-21").state, Missed); // its own first instalment is over
    }

    void keptInstalmentByInstalment()
    {
        PlanWorld world = signedPlan();
        world.pay(kItem, day("2026-11-18"), 30000); // last day of the window
        world.pay(kItem, day("2026-12-15"), 30000);
        world.pay(kItem, day("2027-01-10"), 30000);
        QCOMPARE(world.planOn("2026-11-19").state, Active);
        QCOMPARE(world.planOn("2026-11-19").paid, euros(30000));
        QCOMPARE(world.planOn("2026-11-19").dueByNow, euros(30000));
        QVERIFY(world.planOn("2026-11-19").next == (Instalment{day("2026-12-15"), euros(30000)}));
        QCOMPARE(world.planOn("2027-01-09").state, Active);
        const PlanStatus kept = world.planOn("2027-01-10");
        QCOMPARE(kept.state, Kept);
        QVERIFY(!kept.suspendsDunning && !kept.next && !kept.missedOn);
    }

    void missedAfterTheWindowOnceTheLedgerIsKnown()
    {
        PlanWorld world = signedPlan();
        world.pay(kItem, day("2026-11-18"), 29999);
        QCOMPARE(world.planOn("2026-11-18").state, Active);
        const PlanStatus missed = world.planOn("2026-11-19");
        QCOMPARE(missed.state, Missed);
        QVERIFY(!missed.suspendsDunning);
        QVERIFY(missed.missedOn == day("2026-11-19"));
        QVERIFY(missed.next == (Instalment{day("2026-11-16"), euros(1)}));
        world.coveredThrough = day("2026-11-17");
        QCOMPARE(world.planOn("2026-11-19").state, Active);
        world.coveredThrough = day("2026-11-18");
        QCOMPARE(world.planOn("2026-11-19").state, Missed);
        world.rules.tolerance = euros(1);
        QCOMPARE(world.planOn("2026-11-19").state, Active);
    }

    void madeGoodBeforeItIsAccelerated()
    {
        PlanWorld world = signedPlan();
        world.pay(kItem, day("2026-11-25"), 30000);
        QCOMPARE(world.planOn("2026-11-24").state, Missed);
        const PlanStatus status = world.planOn("2026-11-25");
        QCOMPARE(status.state, Active);
        QVERIFY(status.suspendsDunning);
        QVERIFY(status.missedOn == day("2026-11-19"));    // it is not forgotten
        world.event(PlanStep::Accelerated, "2026-11-26"); // too late: nothing is missing
        QCOMPARE(world.planOn("2026-11-26").state, Active);
        QVERIFY(world.planOn("2026-11-26").ignored == std::vector<std::size_t>{3});
    }

    void acceleratedWhileAnInstalmentIsMissing()
    {
        PlanWorld world = signedPlan();
        world.event(PlanStep::Accelerated, "2026-11-20");
        QCOMPARE(world.planOn("2026-11-19").state, Missed);
        QCOMPARE(world.planOn("2026-11-20").state, Accelerated);
        world.pay(kItem, day("2026-11-25"), 30000);
        QCOMPARE(world.planOn("2026-11-25").state, Accelerated); // paying it no longer revives the plan
        QVERIFY(!world.planOn("2026-11-25").suspendsDunning);
        world.pay(kItem, day("2026-11-26"), 60000);
        QCOMPARE(world.planOn("2026-11-26").state, Kept);
        QVERIFY(world.planOn("2026-11-26").missedOn);
        world.plans[0].versions[0].accelerates = false; // without the clause nothing is accelerated
        world.plans[0].events.clear();
        world.approveAndSign("2026-11-10");
        world.event(PlanStep::Accelerated, "2026-11-20");
        QCOMPARE(world.planOn("2026-11-20").state, Missed);
    }

    void cancelled()
    {
        PlanWorld world = signedPlan();
        world.event(PlanStep::Cancelled, "2026-11-12");
        world.event(PlanStep::Approved, "2026-11-13");
        QCOMPARE(world.planOn("2026-11-11").state, Active);
        QCOMPARE(world.planOn("2026-11-13").state, Cancelled);
        QVERIFY(!world.planOn("2026-11-13").suspendsDunning);
        QVERIFY(world.planOn("2026-11-13").ignored == std::vector<std::size_t>{4});
    }

    void eventsThatSayNothing()
    {
        PlanWorld world = threeParts();
        world.event(PlanStep::Signed, "2026-11-10", "Someone else"); // 0
        world.event(PlanStep::Signed, "2026-11-08", "Léa");          // 1: before it was proposed
        world.event(PlanStep::Accelerated, "2026-11-10");            // 2: not active
        world.event(static_cast<PlanStep>(42), "2026-11-10");        // 3: of a newer program
        world.approveAndSign("2026-11-11");                          // 4 to 6
        world.event(PlanStep::Refused, "2026-11-12", "Hélène");      // 7: it is active
        world.event(PlanStep::Signed, "2026-11-12", "Léa");          // 8: again
        const PlanStatus status = world.planOn("2026-11-12");
        QCOMPARE(status.state, Active);
        QVERIFY((status.ignored == std::vector<std::size_t>{0, 1, 2, 3, 7, 8}));
    }

    void moneyBeforeTheProposalDoesNotCount()
    {
        PlanWorld world = signedPlan();
        world.addReceipt(day("2026-11-08"), 30000);
        QCOMPARE(world.planOn("2026-11-19").state, Missed);
        world.addReceipt(day("2026-11-09"), 30000); // not lettered yet, but the client's
        QCOMPARE(world.planOn("2026-11-19").state, Active);
    }

    void creditNotesTakeTheLastInstalmentsFirst()
    {
        PlanWorld world = signedPlan();
        world.pay(kItem, day("2026-11-12"), 45000, ReceiptKind::CreditNote);
        const PlanStatus status = world.planOn("2026-11-19");
        QCOMPARE(status.total, euros(45000));
        QCOMPARE(status.state, Missed); // a credit note is no payment of the first instalment
        world.pay(kItem, day("2026-11-18"), 30000);
        QCOMPARE(world.planOn("2026-11-19").state, Active);
        QVERIFY(world.planOn("2026-11-19").next == (Instalment{day("2026-12-15"), euros(15000)}));
        world.pay(kItem, day("2026-12-15"), 15000);
        QCOMPARE(world.planOn("2026-12-15").state, Kept);
    }

    void aPaymentFromBeforeMakesThePlanSmaller()
    {
        PlanWorld world = signedPlan();
        world.pay(kItem, day("2026-11-05"), 60000); // known only later
        QCOMPARE(world.planOn("2026-11-19").total, euros(30000));
        world.pay(kItem, day("2026-11-16"), 30000);
        QCOMPARE(world.planOn("2026-11-19").state, Kept);
    }

    void everythingCredited()
    {
        PlanWorld world = threeParts();
        world.plans[0].versions[0].debt = euros(85000);
        world.plans[0].versions[0].carryingCost = euros(5000);
        world.approveAndSign("2026-11-10");
        QCOMPARE(world.planOn("2026-11-10").total, euros(90000));
        world.pay(kItem, day("2026-11-12"), 90000, ReceiptKind::CreditNote);
        QCOMPARE(world.planOn("2026-11-12").total, euros(0)); // no cost of carrying what is not owed
        QCOMPARE(world.planOn("2026-11-12").state, Kept);
    }

    void twoPlansShareTheUnallocatedMoneyByDueDay()
    {
        PlanWorld world = signedPlan();
        const ItemId other = world.addItem(20000);
        world.plan({other}, {20000}, {"2026-11-13"}, "2026-11-09");
        world.approveAndSign("2026-11-10", 1);
        world.addReceipt(day("2026-11-12"), 30000);
        QCOMPARE(world.planOn("2026-11-19", 1).state, Kept); // due first
        QCOMPARE(world.planOn("2026-11-19", 0).paid, euros(10000));
        world.pay(kItem, day("2026-11-13"), 20000); // this one names its plan
        QCOMPARE(world.planOn("2026-11-19", 0).paid, euros(30000));
    }

    void aChequeThatCameBack()
    {
        PlanWorld world = signedPlan();
        world.pay(kItem, day("2026-11-16"), 30000);
        QCOMPARE(world.planOn("2026-11-20").state, Active);
        world.addItem(30000);
        world.items.back().kind = ItemKind::ReturnedPayment;
        world.items.back().pieceDay = day("2026-11-20");
        QCOMPARE(world.planOn("2026-11-20").state, Missed);
    }

    void whatDoesNotHoldTogetherNeverStarts_data()
    {
        using Edit = void (*)(PlanVersion&);
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* code, const char* name, Edit edit) {
            QTest::newRow(name) << edit << QByteArray(code);
        };
        row("plan.items", "no item", [](PlanVersion& v) { v.items.clear(); });
        row("plan.items", "an item twice", [](PlanVersion& v) { v.items.push_back(v.items[0]); });
        row("plan.items", "item none", [](PlanVersion& v) { v.items[0] = ItemId(); });
        row("plan.schedule", "no instalment", [](PlanVersion& v) { v.schedule.clear(); });
        row("plan.days", "two on one day", [](PlanVersion& v) { v.schedule[1].due = v.schedule[0].due; });
        row("plan.debt", "no debt", [](PlanVersion& v) { v.debt = euros(0); });
        row("plan.cost", "negative cost", [](PlanVersion& v) {
            v.carryingCost = euros(-1);
            v.debt = euros(90001);
        });
        row("plan.instalment", "zero instalment", [](PlanVersion& v) {
            v.schedule[0].amount = euros(0);
            v.debt = euros(60000);
        });
        row("plan.sum", "a cent too much", [](PlanVersion& v) { v.schedule[0].amount = euros(30001); });
        row("plan.sum", "overflow", [](PlanVersion& v) {
            for (Instalment& i : v.schedule)
                i.amount = euros(std::numeric_limits<std::int64_t>::max());
            v.debt = v.carryingCost = euros(std::numeric_limits<std::int64_t>::max());
        });
        row("plan.currency", "two currencies",
            [](PlanVersion& v) { v.schedule[0].amount = Money::ofMinor(30000, *Currency::parse("USD")); });
    }
    void whatDoesNotHoldTogetherNeverStarts()
    {
        using Edit = void (*)(PlanVersion&);
        QFETCH(Edit, edit);
        QFETCH(QByteArray, code);
        PlanWorld world = threeParts();
        QVERIFY(checkVersion(world.plans[0].versions[0]));
        edit(world.plans[0].versions[0]);
        const auto checked = checkVersion(world.plans[0].versions[0]);
        QVERIFY(!checked);
        QCOMPARE(QByteArray::fromStdString(checked.error().code), code);
        world.approveAndSign("2026-11-10");
        QCOMPARE(world.planOn("2026-12-31").state, Proposed);
    }

    void withoutVersionsOrParties()
    {
        PlanWorld world = signedPlan();
        world.plans[0].parties.clear();
        world.plans[0].events.clear();
        world.event(PlanStep::Approved, "2026-11-10");
        QCOMPARE(world.planOn("2026-11-10").state, Approved); // nobody signed
        QCOMPARE(world.planOn("2026-11-08").state, Proposed); // not proposed yet
        world.plans[0].versions.clear();
        QCOMPARE(world.planOn("2026-11-10").state, Proposed);
        QVERIFY(evaluatePlans({}, world.facts(), day("2026-11-10"), {}).empty());
    }

    void anItemThatLeftTheLedger()
    {
        PlanWorld world = signedPlan();
        world.items.clear();
        QCOMPARE(world.planOn("2026-11-11").total, euros(90000));
        world.addReceipt(day("2026-11-16"), 30000);
        QCOMPARE(world.planOn("2026-11-19").state, Active);
    }
};

QTEST_APPLESS_MAIN(TestPlans)
#include "test_plans.moc"
