// SPDX-License-Identifier: Apache-2.0
// The clocks of trade, insurer and law (domain.md §4.2), and the limitation with its interruptions.
#include "base/months.h"
#include "domain/insight/claim_deadline.h"
#include "domain/insight/claim_limitation.h"
#include "domain/insight/deadlines.h"
#include "tests/insight/account_world.h"

#include <QTest>

#include <set>

using namespace encours;
using namespace encours::tests;
using enum DeadlineKind;

namespace {

std::vector<Deadline> clocks(AccountWorld& world, Day asOf = kToday)
{
    const ClientAccount account = world.account(asOf);
    return deadlinesOf(AccountFigures(account), settings());
}

std::optional<Day> clock(AccountWorld& world, DeadlineKind kind, Day asOf = kToday)
{
    for (const Deadline& deadline : clocks(world, asOf))
        if (deadline.kind == kind)
            return deadline.day;
    return std::nullopt;
}

ClaimLimitation limitation(AccountWorld& world)
{
    const ClientAccount account = world.account();
    return *limitationOf(AccountFigures(account), 0, settings());
}

} // namespace

class TestClocks : public QObject {
    Q_OBJECT

private slots:
    // design.md §13: J+95 of 27/08 = 30/11; J−15 of 18/12 = 03/12.
    void trevalAsDesigned()
    {
        AccountWorld world = treval();
        const auto all = clocks(world);
        QCOMPARE(all[0].kind, Lost);
        QCOMPARE(all[0].day, day("2026-11-30"));
        QCOMPARE(all[0].number, "FA-2608-0142");
        QCOMPARE(all[1].kind, Reminder);
        QCOMPARE(all[1].day, day("2026-12-03"));
        QCOMPARE(all[1].number, "FA-2611-0009");
        QCOMPARE(titleOf(all[0], settings().rules).fr, "J+95");
        QCOMPARE(titleOf(all[1], settings().rules).fr, "J−15");
        QCOMPARE(sentenceOf(all[0], kToday).fr, "FA-2608-0142, 6\u202F480,00\u00A0€ : le 30/11 (dans 7\u00A0jours), "
                                                "au-delà 30\u00A0% seulement sont recouvrés.");
        QVERIFY(std::ranges::is_sorted(all, {}, &Deadline::day));
    }

    void theStepsOfAgeStillToCome()
    {
        AccountWorld world;
        world.invoice(100000, 60);
        QCOMPARE(clock(world, Formal), std::optional(kToday)); // today still counts
        QVERIFY(!clock(world, Due));
        QVERIFY(!clock(world, Formal, kToday + 1));
        QCOMPARE(clock(world, Lost, kToday + 90), std::optional(kToday + 35)); // passed, and still worth knowing
    }

    void aClaimIsDeclaredWithinTwoMonthsFourOverseas()
    {
        AccountWorld world;
        world.invoice(100000, 60);
        world.watch(WatchKind::Insolvency, day("2026-11-18"));
        QCOMPARE(clock(world, Claim), std::optional(day("2027-01-18")));
        QVERIFY(!clock(world, Lost)); // the clocks of trade stop
        QVERIFY(!clock(world, Relief));
        QCOMPARE(clock(world, Relief, day("2027-01-19")), std::optional(day("2027-05-18")));
        world.client.postcode = "97410";
        QCOMPARE(clock(world, Claim), std::optional(day("2027-03-18")));
        world.watch(WatchKind::ClaimDeclared, kToday);
        QVERIFY(!clock(world, Claim));
    }

    // Each proceedings want a declaration of their own.
    void theLatestProceedingsCount()
    {
        AccountWorld world;
        world.invoice(100000, 60);
        world.watch(WatchKind::Insolvency, day("2026-11-18"));
        world.watch(WatchKind::Insolvency, day("2020-02-03")); // known later, published earlier
        world.watch(WatchKind::ClaimDeclared, day("2020-03-02"));
        QCOMPARE(clock(world, Claim), std::optional(day("2027-01-18")));
        world.watch(WatchKind::ClaimDeclared, kToday + 1);
        QCOMPARE(clock(world, Claim), std::optional(day("2027-01-18")));
        QVERIFY(!clock(world, Claim, kToday + 1));
    }

    // A delay that ends on a day off ends on the next business day (CPC art. 642): 18/10/2026 + 2 months is a Friday,
    // 20/09 + 2 months too; 03/10 + 2 months a Thursday; 05/10 → Saturday 05/12 → Monday 07/12.
    void aDelayNeverEndsOnADayOff()
    {
        const Client client;
        QCOMPARE(claimDeadline(day("2026-10-18"), client, settings().procedures), std::optional(day("2026-12-18")));
        QCOMPARE(claimDeadline(day("2026-10-05"), client, settings().procedures), std::optional(day("2026-12-07")));
        QCOMPARE(claimDeadline(day("2026-10-25"), client, settings().procedures), std::optional(day("2026-12-28")));
    }

    // Décret 2026-96: three months from 01/04/2026 on, six before.
    void aPaymentOrderIsServedInTime()
    {
        AccountWorld world;
        world.invoice(100000, 200, "FA-1");
        world.watch(WatchKind::PaymentOrder, day("2026-10-12"), "FA-1");
        QCOMPARE(clock(world, OrderService), std::optional(day("2027-01-12")));
        world.watched.front().day = day("2026-03-31");
        QCOMPARE(clock(world, OrderService), std::optional(day("2026-09-30")));
        world.watch(WatchKind::PaymentOrderServed, day("2026-03-01"), "FA-1"); // of an order before it
        world.watch(WatchKind::PaymentOrderServed, day("2026-06-01"), "FA-2");
        world.watch(WatchKind::PaymentOrderServed, kToday + 1, "FA-1"); // not yet
        QCOMPARE(clock(world, OrderService), std::optional(day("2026-09-30")));
        world.watched.resize(1);
        world.watch(WatchKind::PaymentOrderServed, day("2026-06-01"), "FA-1");
        QVERIFY(!clock(world, OrderService));
        QCOMPARE(limitation(world).days.prudent, day("2031-06-01"));
    }

    void theInsurersDayIsToldWhileTheInvoiceIsOpen()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 60, "FA-1");
        world.watch(WatchKind::InsurerDeadline, day("2026-12-10"), "FA-1");
        QCOMPARE(clock(world, Insurer), std::optional(day("2026-12-10")));
        world.pay(item, kToday, 100000);
        QVERIFY(!clock(world, Insurer));
        world.watched.front().number.clear(); // of the client: it owes nothing
        QVERIFY(!clock(world, Insurer));
    }

    void theInsurersDayOfAClientIsOfAllItOwes()
    {
        AccountWorld world;
        world.invoice(100000, 60);
        world.invoice(50000, -60);
        world.watch(WatchKind::InsurerDeadline, day("2026-12-10"));
        const auto all = clocks(world);
        const auto found = std::ranges::find(all, Insurer, &Deadline::kind);
        QVERIFY(found != all.end());
        QCOMPARE(found->amount, euros(150000));
        QVERIFY(!found->item);
    }

    // No value in force: nothing is made up.
    void aLawWithoutValuesHasNoClocks()
    {
        AccountWorld world;
        world.invoice(100000, 60, "FA-1");
        world.watch(WatchKind::Insolvency, day("2026-11-18"));
        world.watch(WatchKind::PaymentOrder, day("2026-10-12"), "FA-1");
        InsightSettings empty = settings();
        empty.procedures = {};
        const ClientAccount account = world.account();
        QVERIFY(deadlinesOf(AccountFigures(account), empty).empty());
        for (const Anomaly& anomaly : findAnomalies(AccountFigures(account), empty))
            QVERIFY(anomaly.kind != AnomalyKind::Limitation);
    }

    void limitationIsReadTwice()
    {
        AccountWorld world;
        world.invoice(100000, 88);
        const Item& item = world.items.front();
        QCOMPARE(limitation(world).days.prudent, addMonths(item.pieceDay, 60));
        QCOMPARE(limitation(world).days.fromDue, addMonths(item.due, 60));
        QVERIFY(limitation(world).interruption.empty());
    }

    // domain.md §4.2: an acknowledgement interrupts, a spoken promise does not.
    void whatInterruptsLimitation()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 88);
        world.promise({item}, 100000, kToday - 5, kToday + 5);
        QVERIFY(limitation(world).interruption.empty());
        world.promises.back().channel = PromiseChannel::Mail;
        QCOMPARE(limitation(world).days.prudent, addMonths(kToday - 5, 60));
        QCOMPARE(limitation(world).interruption.fr, "interrompue par la promesse écrite du 18/11/2026");
        world.pay(item, kToday - 3, 100);
        QCOMPARE(limitation(world).days.prudent, addMonths(kToday - 3, 60));
        world.signedPlan({item}, {{kToday + 10, euros(99900)}}, 1);
        QCOMPARE(limitation(world).days.prudent, addMonths(kToday - 1, 60));
        QCOMPARE(limitation(world).interruption.en, "interrupted by the plan signed on 22 Nov 2026");
    }

    void whatIsDoneForAnotherInvoiceInterruptsNothing()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 88, "FA-1");
        const ItemId other = world.invoice(100000, 80, "FA-2");
        const ReceiptId receipt = world.addReceipt(kToday - 40, 300, ReceiptKind::Payment);
        world.allocate(receipt, other, 100);
        world.pay(item, kToday - 50, 100);
        world.pay(item, kToday - 30, 100, ReceiptKind::CreditNote); // no acknowledgement of the debtor's
        world.watch(WatchKind::PaymentOrderServed, kToday - 20, "FA-2");
        world.signedPlan({other}, {{kToday + 10, euros(99900)}}, 10);
        QCOMPARE(limitation(world).days.prudent, addMonths(kToday - 50, 60));
        world.watch(WatchKind::ClaimDeclared, kToday - 5); // of the client: of every invoice
        QCOMPARE(limitation(world).interruption.en, "interrupted by the claim declared on 18 Nov 2026");
    }

    void anEarlyPaymentKeepsTheClaimAliveUntilTheLast()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 0);
        world.items.back().pieceDay = world.items.back().due = day("2017-01-10");
        world.pay(item, day("2022-06-01"), 100); // after 10/01/2022: it revives nothing
        QCOMPARE(limitation(world).days.prudent, day("2022-01-10"));
        world.pay(item, day("2021-12-01"), 100);
        QCOMPARE(limitation(world).days.prudent, day("2027-06-01"));
    }

    void everyClockHasItsWordsAndItsSource()
    {
        std::set<std::string_view> names;
        for (int i = 0; i < kDeadlineKinds; ++i) {
            Deadline deadline;
            deadline.kind = static_cast<DeadlineKind>(i);
            names.insert(nameOf(deadline.kind));
            for (const Sentence& said : {titleOf(deadline, {}), sentenceOf(deadline, kToday), sourceOf(deadline.kind)})
                QVERIFY(!said.fr.empty() && !said.en.empty() && said.fr.find("%1") > said.fr.size());
        }
        QCOMPARE(names.size(), std::size_t{kDeadlineKinds});
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "test_clocks.moc"
