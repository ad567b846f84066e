// SPDX-License-Identifier: Apache-2.0
// Disputes: the machine of domain.md §2.6, what money resolves, what leaves dunning, and what is refused.
#include "domain/agreements/dispute_reasons.h"
#include "tests/domain/dispute_world.h"

#include <QtTest>

#include <limits>

using namespace encours;
using namespace encours::tests;

namespace {

using enum DisputeState;

const ItemId kItem{1};

/// An invoice of 1 000,00, of which 200,00 are contested on Monday 2 November.
DisputeWorld contested()
{
    DisputeWorld world;
    world.addItem(100000);
    world.dispute(kItem, 20000, day("2026-11-02"));
    return world;
}

bool ties(const DisputeStatus& s)
{
    return s.original - s.paid - s.credited == s.disputed && s.paid.sign() >= 0 && s.credited.sign() >= 0 &&
           s.disputed.sign() >= 0;
}

std::string codeOf(const Result<void>& result)
{
    return result ? "" : result.error().code;
}

} // namespace

class TestDisputes : public QObject {
    Q_OBJECT

private slots:
    void eachStepInOrder()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Qualified, "2026-11-03", 18000);
        world.step(DisputeStep::Started, "2026-11-04");
        world.step(DisputeStep::Proposed, "2026-11-05");
        world.step(DisputeStep::Proposed, "2026-11-06"); // a second offer
        world.step(DisputeStep::Accepted, "2026-11-09", 18000);
        QCOMPARE(world.status("2026-11-02").state, New);
        QCOMPARE(world.status("2026-11-03").state, Qualified);
        QCOMPARE(world.status("2026-11-04").state, InProgress);
        QCOMPARE(world.status("2026-11-06").state, Proposed);
        QCOMPARE(world.status("2026-11-09").state, ResolvedInFull);
        QCOMPARE(world.status("2026-11-02").disputed, euros(20000));
        QCOMPARE(world.status("2026-11-03").disputed, euros(18000));
        QCOMPARE(world.status("2026-11-03").original, euros(18000));
        QVERIFY(world.status("2026-12-31").ignored.empty());
    }

    void qualifiedTheDayItIsOpened()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Qualified, "2026-11-02", 20000);
        QCOMPARE(world.status("2026-11-02").state, Qualified);
    }

    void stepsMayBeLeftOut()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Rejected, "2026-11-03");
        const DisputeStatus status = world.status("2026-11-03");
        QCOMPARE(status.state, Rejected);
        QVERIFY(!status.open && status.disputed.isZero() && status.closedOn == day("2026-11-03"));
        QCOMPARE(world.outOfDunning("2026-11-02"), euros(20000));
        QCOMPARE(world.outOfDunning("2026-11-03"), euros(0)); // may be demanded again
    }

    void theClientWithdraws()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Withdrawn, "2026-11-10"); // at any time, even before it is qualified
        QCOMPARE(world.status("2026-11-10").state, Withdrawn);
        QCOMPARE(world.status("2026-11-10").daysOpen, 8);
        QCOMPARE(world.status("2026-12-31").daysOpen, 8);
        QCOMPARE(world.outOfDunning("2026-11-10"), euros(0));
    }

    void whatIsConcededIsNotDemandedWhileItsCreditNoteIsAwaited()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Qualified, "2026-11-03", 20000);
        world.step(DisputeStep::Accepted, "2026-11-09", 15000);
        const DisputeStatus resolved = world.status("2026-11-09");
        QCOMPARE(resolved.state, ResolvedInPart);
        QVERIFY(!resolved.open && resolved.disputed.isZero());
        QCOMPARE(resolved.awaitingCredit, euros(15000));
        QCOMPARE(world.outOfDunning("2026-11-09"), euros(15000)); // the other 50,00 may be demanded
        world.pay(kItem, day("2026-11-20"), 12000, ReceiptKind::CreditNote);
        QCOMPARE(world.status("2026-11-20").awaitingCredit, euros(3000));
        world.pay(kItem, day("2026-11-21"), 88000); // the client paid all that is left
        QCOMPARE(world.status("2026-11-21").awaitingCredit, euros(0));
        QCOMPARE(world.outOfDunning("2026-11-21"), euros(0));
    }

    void aReceiptResolvesOnlyWhatItCovers()
    {
        DisputeWorld world = contested();
        world.pay(kItem, day("2026-11-10"), 80000);
        QCOMPARE(world.status("2026-11-10").disputed, euros(20000)); // he paid what he does not contest
        QVERIFY(world.status("2026-11-10").open);
        world.pay(kItem, day("2026-11-11"), 15000);
        const DisputeStatus partly = world.status("2026-11-11");
        QCOMPARE(partly.disputed, euros(5000));
        QCOMPARE(partly.paid, euros(15000));
        QVERIFY(partly.open && ties(partly));
        world.pay(kItem, day("2026-11-12"), 5000);
        const DisputeStatus settled = world.status("2026-11-30");
        QCOMPARE(settled.state, Settled);
        QVERIFY(!settled.open && ties(settled));
        QVERIFY(settled.closedOn == day("2026-11-12"));
        QCOMPARE(settled.daysOpen, 10);
        QVERIFY(world.status("2026-11-11").open); // the days before say what they said
    }

    void aCreditNoteCoversTheDisputedPartFirst()
    {
        DisputeWorld world = contested();
        world.pay(kItem, day("2026-11-01"), 1000, ReceiptKind::CreditNote); // before: for something else
        world.pay(kItem, day("2026-11-02"), 12000, ReceiptKind::CreditNote);
        const DisputeStatus status = world.status("2026-11-30");
        QCOMPARE(status.credited, euros(12000));
        QCOMPARE(status.disputed, euros(8000));
        QVERIFY(ties(status));
        world.pay(kItem, day("2026-11-03"), 30000, ReceiptKind::CreditNote);
        QCOMPARE(world.status("2026-11-30").credited, euros(20000)); // the rest takes off the undisputed part
        QCOMPARE(world.status("2026-11-30").state, Settled);
        QVERIFY(world.status("2026-11-30").closedOn == day("2026-11-03"));
    }

    void aPaymentLetteredLaterIsDatedByItsValue()
    {
        DisputeWorld world = contested();
        world.pay(kItem, day("2026-11-01"), 90000); // known after the dispute was opened: only 100,00 were owed
        const DisputeStatus status = world.status("2026-11-02");
        QCOMPARE(status.original, euros(10000));
        QCOMPARE(status.disputed, euros(10000));
        QVERIFY(status.paid.isZero() && ties(status));
    }

    void disputedAfterItWasPaid()
    {
        DisputeWorld world = contested();
        world.pay(kItem, day("2026-11-01"), 100000);
        const DisputeStatus status = world.status("2026-11-02");
        QCOMPARE(status.state, Settled);
        QVERIFY(!status.open && status.closedOn == day("2026-11-02"));
    }

    void aCreditCountsForOneDispute()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Qualified, "2026-11-03", 20000);
        world.step(DisputeStep::Accepted, "2026-11-04", 20000);
        world.dispute(kItem, 10000, day("2026-11-05"), "PU_ERR");
        QCOMPARE(world.outOfDunning("2026-11-05"), euros(30000));
        world.pay(kItem, day("2026-11-06"), 20000,
                  ReceiptKind::CreditNote); // what was conceded, not the second dispute
        QCOMPARE(world.status("2026-11-06", 0).awaitingCredit, euros(0));
        QCOMPARE(world.status("2026-11-06", 1).credited, euros(0));
        QCOMPARE(world.status("2026-11-06", 1).disputed, euros(10000));
    }

    void whatARejectedDisputeLeavesIsTheNextOnes()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Qualified, "2026-11-03", 20000);
        world.step(DisputeStep::Rejected, "2026-11-04");
        world.dispute(kItem, 10000, day("2026-11-05"), "PU_ERR");
        world.pay(kItem, day("2026-11-06"), 4000, ReceiptKind::CreditNote);
        QCOMPARE(world.status("2026-11-06", 1).credited, euros(4000));
        QCOMPARE(world.status("2026-11-06", 0).credited, euros(0));
    }

    void eventsThatSayNothingAreTold()
    {
        DisputeWorld world = contested();
        world.step(DisputeStep::Accepted, "2026-11-03", -5);     // 0: no amount
        world.step(DisputeStep::Qualified, "2026-11-01", 20000); // 1: before it was opened
        world.step(DisputeStep::Qualified, "2026-11-04", 0);     // 2: no amount
        world.step(DisputeStep::Qualified, "2026-11-05", 15000); // 3
        world.step(DisputeStep::Started, "2026-11-06");          // 4
        world.step(DisputeStep::Qualified, "2026-11-07", 5000);  // 5: back
        world.step(DisputeStep::Accepted, "2026-11-08", 15001);  // 6: more than disputed
        world.step(DisputeStep::Rejected, "2026-11-09");         // 7
        world.step(DisputeStep::Withdrawn, "2026-11-10");        // 8: closed already
        world.step(static_cast<DisputeStep>(99), "2026-11-06");  // 9: of a newer program
        const DisputeStatus status = world.status("2026-11-30");
        QCOMPARE(status.state, Rejected);
        const std::vector<IgnoredEvent> expected{{0, EventProblem::Amount},    {1, EventProblem::BeforeOpening},
                                                 {2, EventProblem::Amount},    {5, EventProblem::OutOfOrder},
                                                 {6, EventProblem::Amount},    {8, EventProblem::AfterClosing},
                                                 {9, EventProblem::OutOfOrder}};
        QVERIFY(status.ignored == expected);
        QCOMPARE(world.status("2026-11-02").ignored.size(), std::size_t{1}); // the others have not happened yet
    }

    void anAmountInAnotherCurrencyIsNone()
    {
        DisputeWorld world = contested();
        world.disputes[0].events.push_back(
            {DisputeStep::Qualified, day("2026-11-03"), Money::ofMinor(500, *Currency::parse("USD")), "Marc"});
        QCOMPARE(world.status("2026-11-03").ignored.front().problem, EventProblem::Amount);
        world.disputes[0].amount = Money::ofMinor(500, *Currency::parse("USD"));
        QCOMPARE(world.status("2026-11-03").state, Refused);
        QVERIFY(disputedParts(world.disputes, world.all("2026-11-03")).empty());
    }

    void twoOfOneItem()
    {
        DisputeWorld world = contested();
        world.dispute(kItem, 5000, day("2026-11-05"), "PU_ERR");
        QCOMPARE(world.status("2026-11-04", 1).state, New);
        QVERIFY(!world.status("2026-11-04", 1).open); // not opened yet
        QCOMPARE(world.status("2026-11-05", 1).state, Refused);
        QVERIFY(!world.status("2026-11-05", 1).open);
        QCOMPARE(world.outOfDunning("2026-11-05"), euros(20000));
        // Two phones without network: the first in the centre's order stands, whatever their days.
        std::swap(world.disputes[0].serverSeq, world.disputes[1].serverSeq);
        QCOMPARE(world.status("2026-11-04", 0).state, New);
        QVERIFY(world.status("2026-11-04", 0).open);
        QCOMPARE(world.status("2026-11-05", 0).state, Refused);
        QCOMPARE(world.status("2026-11-05", 1).state, New);
        world.disputes[1].serverSeq = 0; // the centre has not taken it yet: last
        QCOMPARE(world.status("2026-11-05", 1).state, Refused);
        // One after the other is no conflict.
        world.disputes[0].events.push_back({DisputeStep::Withdrawn, day("2026-11-05"), {}, "Marc"});
        QVERIFY(world.status("2026-11-05", 1).open);
    }

    void hostileAmounts()
    {
        DisputeWorld world = contested();
        for (const std::int64_t amount :
             {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
            world.disputes[0].amount = euros(amount);
            QCOMPARE(world.status("2026-11-02").state, Refused);
            QVERIFY(disputedParts(world.disputes, world.all("2026-11-02")).empty());
        }
        world.disputes[0].amount = euros(std::numeric_limits<std::int64_t>::max());
        QCOMPARE(world.status("2026-11-02").disputed, euros(100000)); // never more than the item owes
    }

    void anItemThatLeftTheLedger()
    {
        DisputeWorld world = contested();
        world.items.clear();
        world.addReceipt(day("2026-11-03"), 20000);
        const DisputeStatus status = world.status("2026-11-03");
        QVERIFY(status.open && ties(status));
        QCOMPARE(status.disputed, euros(20000));
    }

    void answerDays()
    {
        DisputeWorld world = contested();
        QCOMPARE(world.status("2026-11-02").dueBy.iso(), std::string("2026-11-17")); // delivery: 15 days
        QCOMPARE(world.status("2026-11-17").daysLate, 0);
        QCOMPARE(world.status("2026-11-18").daysLate, 1);
        QCOMPARE(world.status("2026-11-18").daysOpen, 16);
        world.disputes[0].reason = "DOUBLON"; // 5 days: Saturday 7, moved to Monday 9
        QCOMPARE(world.status("2026-11-02").dueBy.iso(), std::string("2026-11-09"));
        world.disputes[0].dueBy = day("2026-11-04");
        QCOMPARE(world.status("2026-11-09").daysLate, 5);
        world.step(DisputeStep::Withdrawn, "2026-11-10");
        QCOMPARE(world.status("2026-11-11").daysLate, 0);
    }

    // domain.md §4.6: the reasons of messages 206, 207, 208 and 210, in their seven families.
    void everyReasonOfTheReform()
    {
        const QString codes =
            "AUTRE COORD_BANC_ERR TX_TVA_ERR MONTANTTOTAL_ERR CALCUL_ERR NON_CONFORME DOUBLON DEST_INC "
            "DEST_ERR TRANSAC_INC EMMET_INC CONTRAT_TERM DOUBLE_FACT CMD_ERR ADR_ERR SIRET_ERR "
            "CODE_ROUTAGE_ERR REF_CT_ABSENT REF_ERR PU_ERR REM_ERR QTE_ERR ART_ERR MODPAI_ERR "
            "QUALITE_ERR LIVR_INCOMP JUSTIF_ABS";
        const QStringList list = codes.split(' ');
        QCOMPARE(disputeReasons().size(), static_cast<std::size_t>(list.size()));
        for (const QString& code : list) {
            const DisputeReason* reason = findDisputeReason(code.toStdString());
            QVERIFY2(reason, qPrintable(code));
            QVERIFY(!reason->english.empty() && !reason->french.empty());
            QCOMPARE(disputeFamilyOf(reason->code).family, reason->family);
            QVERIFY(disputeFamilyOf(reason->code).answerDays > 0);
            QCOMPARE(reason->family == DisputeFamily::Other, code == "AUTRE");
        }
        QVERIFY(!findDisputeReason("LIVR"));
        QCOMPARE(disputeFamilyOf("LIVR").family, DisputeFamily::Other);
    }

    void checked()
    {
        DisputeWorld world = contested();
        const ItemId free = world.addItem(30000);
        Dispute dispute = world.disputes[0];
        dispute.id = {};
        const auto check = [&] { return codeOf(checkDispute(dispute, world.disputes, world.facts())); };
        QCOMPARE(check(), std::string("dispute.twice"));
        dispute.item = free;
        QCOMPARE(check(), std::string());
        dispute.amount = euros(30001);
        QCOMPARE(check(), std::string("dispute.residual"));
        dispute.amount = euros(0);
        QCOMPARE(check(), std::string("dispute.amount"));
        dispute.amount = euros(-5);
        QCOMPARE(check(), std::string("dispute.amount"));
        dispute.amount = Money::ofMinor(5, *Currency::parse("USD"));
        QCOMPARE(check(), std::string("dispute.currency"));
        dispute.amount = euros(5);
        dispute.reason = "PAS_CONTENT";
        QCOMPARE(check(), std::string("dispute.reason"));
        dispute.reason = "AUTRE";
        dispute.dueBy = day("2026-11-01");
        QCOMPARE(check(), std::string("dispute.dueBy"));
        dispute.dueBy.reset();
        dispute.item = ItemId{99};
        QCOMPARE(check(), std::string("dispute.item"));
        dispute.item = free;
        world.pay(free, day("2026-11-10"), 30000);
        QCOMPARE(check(), std::string()); // paid later than it was opened
        dispute.openedOn = day("2026-11-10");
        QCOMPARE(check(), std::string("dispute.settled"));
    }

    void checkedAgainstOneOpenedLater()
    {
        DisputeWorld world = contested();
        Dispute dispute = world.disputes[0];
        dispute.openedOn = day("2026-10-26"); // a phone that was offline for a week
        QCOMPARE(codeOf(checkDispute(dispute, world.disputes, world.facts())), std::string("dispute.twice"));
        dispute.events.push_back({DisputeStep::Withdrawn, day("2026-10-30"), {}, "Marc"});
        QCOMPARE(codeOf(checkDispute(dispute, world.disputes, world.facts())), std::string());
    }
};

QTEST_APPLESS_MAIN(TestDisputes)
#include "test_disputes.moc"
