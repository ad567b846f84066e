// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/ledger_figures.h"

#include "domain/ledger/balance.h"
#include "tests/domain/ledger_lines.h"

#include <QtTest>
#include <rapidcheck.h>

#include <vector>

using namespace encours;
using namespace encours::test;

namespace {

struct Account : StoredLedger {
    using StoredLedger::StoredLedger;
    LedgerFigures figures(const FiguresPeriod& period) const
    {
        return ledgerFigures(items, receipts, allocations, period, {});
    }
};

const Day kAsOf = ymd(2026, 11, 30);
FiguresPeriod period(Day asOf = kAsOf)
{
    return {.asOf = asOf, .through = asOf, .days = 90, .ledgerFrom = ymd(2025, 1, 1)};
}
std::string mean(const WeightedDays& days)
{
    return days.mean() ? toPlainString(*days.mean()) : "none";
}

} // namespace

class TestLedgerFigures : public QObject {
    Q_OBJECT
private slots:
    void stock()
    {
        const Account account({sale("F1", ymd(2026, 9, 1), 1000), sale("F2", ymd(2026, 11, 20), 2000),
                               line(EntryKind::Other, "F0", ymd(2026, 1, 5), 400).on("416000"),
                               line(EntryKind::Other, "B1", ymd(2026, 11, 25), 700).on("413000"),
                               paid("V1", ymd(2026, 11, 28), 300)},
                              kAsOf);
        const LedgerFigures figures = account.figures(period());
        QCOMPARE(figures.balance.minor(), 3800);
        QCOMPARE(figures.doubtful.minor(), 400);
        QCOMPARE(figures.bills.minor(), 700);
        QCOMPARE(figures.notDue.minor(), 2700);
        QCOMPARE(figures.overdue.minor(), 1400);
        QCOMPARE(figures.credits.minor(), 300);
        // F1 due 01/10: 60 days; F0 due 04/02: 299 days.
        QCOMPARE(mean(figures.openLate), "128,29"); // (1000 × 60 + 400 × 299) / 1400
    }

    void salesAreInvoicesLessCreditNotesByPieceMonth()
    {
        const Account account(
            {sale("F1", ymd(2026, 11, 1), 1000), sale("F2", ymd(2026, 10, 31), 500), sale("A1", ymd(2026, 11, 3), -200),
             sale("F3", ymd(2026, 12, 1), 9000).piece(ymd(2026, 9, 2)), // entered after the day: not yet known
             sale("F5", ymd(2026, 11, 30), 60).piece(ymd(2026, 12, 1)), // entered ahead of its date: not sold yet
             sale("F4", ymd(2026, 9, 5), 700).piece(ymd(2026, 8, 30)),
             line(EntryKind::Other, "F2", ymd(2026, 11, 4), 500).on("416000"), // moved, not sold again
             opening("-", ymd(2026, 10, 1), 3000)},
            kAsOf);
        const LedgerFigures figures = account.figures(period());
        QCOMPARE(figures.salesByMonth[0].minor(), 800);
        QCOMPARE(figures.salesByMonth[1].minor(), 500);
        QCOMPARE(figures.salesByMonth[2].minor(), 0);
        QCOMPARE(figures.salesByMonth[3].minor(), 700);
        QCOMPARE(figures.salesOfPeriod.minor(), 1300); // 90 days: from 02/09
        QCOMPARE(figures.salesOfYear.minor(), 2000);
        QCOMPARE(figures.invoices, 2);
        QCOMPARE(figures.invoiced.minor(), 1500);
    }

    void periodEndsWhereTheLedgerEnds()
    {
        const Account account({sale("F1", ymd(2026, 8, 25), 100), sale("F2", ymd(2026, 8, 24), 10)}, ymd(2026, 11, 23));
        FiguresPeriod known = period(ymd(2026, 11, 23));
        known.through = ymd(2026, 11, 22);
        QCOMPARE(known.first(), ymd(2026, 8, 25));
        QCOMPARE(account.figures(known).salesOfPeriod.minor(), 100);
        const auto months = account.figures(known).monthsOfSales(known);
        QCOMPARE(months.front().days, 22);
        QCOMPARE(months[1].days, 31);
        QCOMPARE(months.size(), 23);
    }

    void monthsTheLedgerKnowsInFull()
    {
        const Account account({sale("F1", ymd(2026, 8, 25), 100)}, kAsOf);
        FiguresPeriod known = period();
        known.ledgerFrom = ymd(2026, 8, 2);
        QCOMPARE(account.figures(known).monthsOfSales(known).size(), 3);
        known.ledgerFrom = ymd(2026, 8, 1);
        QCOMPARE(account.figures(known).monthsOfSales(known).size(), 4);
        known.ledgerFrom = ymd(2020, 1, 1);
        QCOMPARE(account.figures(known).monthsOfSales(known).size(), 24);
        QVERIFY(period().knowsSalesOf(365));
        known.ledgerFrom = ymd(2026, 9, 2);
        QVERIFY(known.knowsSalesOf(90) && !known.knowsSalesOf(91));
    }

    // [Upflow] 140 paid 7 days late and 85 paid 55 days late.
    void daysLateOfPaidInvoicesUpflow()
    {
        const Account account(
            {sale("F1", ymd(2026, 9, 1), 14000).lettered("A"), paid("V1", ymd(2026, 10, 8), 14000).lettered("A"),
             sale("F2", ymd(2026, 8, 1), 8500).lettered("B"), paid("V2", ymd(2026, 10, 25), 8500).lettered("B")},
            kAsOf);
        const LedgerFigures figures = account.figures(period());
        QCOMPARE(mean(figures.paidLate), "25,13");
        QCOMPARE(figures.paid.minor(), 22500);
        QCOMPARE(figures.paidOver60.minor(), 8500);        // 85 days after its date
        QCOMPARE(figures.over60ByTerms.minor(), 0);        // agreed at 30 days
        QCOMPARE(mean(figures.paidAfterInvoice), "55,13"); // (140 × 37 + 85 × 85) / 225
    }

    void daysLateCountPartsAndLeaveOutUnsettledInvoices()
    {
        const Account account(
            {sale("F1", ymd(2026, 9, 1), 1000).lettered("A"), paid("V1", ymd(2026, 9, 20), 400).lettered("A"),
             paid("V2", ymd(2026, 10, 11), 600).lettered("A"), // 10 days late; the other part in time
             sale("F2", ymd(2026, 9, 1), 1000).lettered("B"), paid("V3", ymd(2026, 11, 1), 999).lettered("B")},
            kAsOf);
        QCOMPARE(mean(account.figures(period()).paidLate), "6,00");
    }

    void longTermsAreACauseOfTheirOwn()
    {
        Account account(
            {sale("F1", ymd(2026, 8, 1), 1000).lettered("A"), paid("V1", ymd(2026, 10, 30), 1000).lettered("A")},
            kAsOf);
        account.items.front().due = ymd(2026, 9, 30); // 60 days after: allowed
        QCOMPARE(account.figures(period()).over60ByTerms.minor(), 0);
        account.items.front().due = ymd(2026, 10, 1);
        QCOMPARE(account.figures(period()).over60ByTerms.minor(), 1000);
    }

    void recovery()
    {
        // Period 02/09 to 30/11. F1 was overdue before, F2 becomes so, F3 is paid on its due day, F4 is not due.
        const Account account(
            {sale("F1", ymd(2026, 7, 1), 1000).lettered("A"), paid("V1", ymd(2026, 8, 20), 100).lettered("A"),
             paid("V2", ymd(2026, 10, 1), 300).lettered("A"), sale("F2", ymd(2026, 9, 1), 500).lettered("B"),
             sale("A2", ymd(2026, 10, 20), -50).lettered("B"), paid("V3", ymd(2026, 9, 15), 20).lettered("B"),
             sale("F3", ymd(2026, 10, 1), 70).lettered("C"), paid("V4", ymd(2026, 10, 31), 70).lettered("C"),
             sale("F4", ymd(2026, 11, 20), 5000)},
            kAsOf);
        const LedgerFigures figures = account.figures(period());
        QCOMPARE(figures.overdueBefore.minor(), 900);
        QCOMPARE(figures.becameOverdue.minor(), 480);
        QCOMPARE(figures.recovered.minor(), 300);
        QCOMPARE(figures.reduced.minor(), 50);
        QCOMPARE(figures.overdue.minor(), 1030);
    }

    void anotherCurrencyIsLeftOut()
    {
        Account account({sale("F1", ymd(2026, 9, 1), 1000), paid("V1", ymd(2026, 9, 2), 50)}, kAsOf);
        const LedgerFigures figures =
            ledgerFigures(account.items, account.receipts, account.allocations, period(), *Currency::parse("CHF"));
        QVERIFY(figures.balance == Money::ofMinor(0, *Currency::parse("CHF")));
    }

    void whateverTheFacts()
    {
        QVERIFY(rc::check("parts make the whole; balance, aging and recovery tie", [] {
            std::vector<LedgerEntry> all;
            LedgerFigures sum = LedgerFigures::zero({});
            Account whole({}, kAsOf);
            const FiguresPeriod asked = period(kAsOf - *rc::gen::inRange(0, 60));
            const int clients = *rc::gen::inRange(1, 4);
            for (int client = 0; client < clients; ++client) {
                std::vector<LedgerEntry> entries;
                const int count = *rc::gen::inRange(0, 12);
                for (int i = 0; i < count; ++i) {
                    const Day day = ymd(2026, 5, 1) + *rc::gen::inRange(0, 213);
                    const auto cents = *rc::gen::inRange<std::int64_t>(1, 100'000);
                    const auto kind = *rc::gen::element(EntryKind::Sale, EntryKind::Treasury, EntryKind::Other);
                    const bool credit = kind == EntryKind::Treasury || *rc::gen::inRange(0, 5) == 0;
                    Line one = line(kind, "P" + std::to_string(i), day, credit ? -cents : cents);
                    one.letter = *rc::gen::element<std::string>("", "A", "B");
                    if (*rc::gen::inRange(0, 8) == 0)
                        one.account = "416000";
                    entries.push_back(one);
                }
                const Account account(entries, asked.asOf, 1 + client * 1000);
                sum += account.figures(asked);
                std::ranges::copy(account.items, std::back_inserter(whole.items));
                std::ranges::copy(account.receipts, std::back_inserter(whole.receipts));
                std::ranges::copy(account.allocations, std::back_inserter(whole.allocations));
            }
            const LedgerFigures figures = whole.figures(asked);
            const AgedBalance aged = agedBalance(whole.items, whole.receipts, asked.asOf);
            RC_ASSERT(figures.balance == aged.balance());
            RC_ASSERT(figures.overdue == aged.overdue());
            RC_ASSERT(figures.notDue + figures.overdue - figures.credits == figures.balance);
            RC_ASSERT(figures.overdueBefore + figures.becameOverdue - figures.recovered - figures.reduced ==
                      figures.overdue);
            Money byMonth{};
            for (const Money month : figures.salesByMonth)
                byMonth += month;
            RC_ASSERT(byMonth == figures.salesOfYear); // all of it lies in one year
            RC_ASSERT(figures.paidOver60 <= figures.paid && figures.over60ByTerms <= figures.paidOver60);
            // Σ of the clients = the company.
            RC_ASSERT(sum.balance == figures.balance);
            RC_ASSERT(sum.salesByMonth == figures.salesByMonth);
            RC_ASSERT(sum.recovered == figures.recovered && sum.becameOverdue == figures.becameOverdue);
            RC_ASSERT(sum.paidLate.amountDays == figures.paidLate.amountDays);
            RC_ASSERT(sum.openLate.amountDays == figures.openLate.amountDays);
            RC_ASSERT(sum.invoices == figures.invoices && sum.salesOfPeriod == figures.salesOfPeriod);
        }));
    }
};

QTEST_APPLESS_MAIN(TestLedgerFigures)
#include "test_ledger_figures.moc"
