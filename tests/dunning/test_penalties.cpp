// SPDX-License-Identifier: Apache-2.0
// Penalties for late payment: the vectors of the press and of the law (domain.md §4.1), partial payments, what is
// unknown.
#include "domain/dunning/penalties.h"
#include "tests/dunning/law.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::tests;

namespace {

LateClaim claim(std::int64_t cents, const char* due, std::vector<DatedAmount> payments = {})
{
    return {day(due), euros(cents), std::move(payments), std::nullopt};
}

Penalty on(const LateClaim& claim, const char* through, const PenaltyTerms& terms = {})
{
    return penaltyOf(claim, terms, legalRates(), day(through));
}

} // namespace

class TestPenalties : public QObject {
    Q_OBJECT
private slots:
    void lesEchos_15000AtFifteenPercentForThirtyDays()
    {
        const Penalty penalty = on(claim(1500000, "2026-01-10"), "2026-02-09", {.clause = AnnualRate{1500}});
        QCOMPARE(penalty.days(), 30);
        QCOMPARE(penalty.interest, euros(18493));
    }

    void twelveThousandOverTwoHalfYears()
    {
        const Penalty penalty = on(claim(1200000, "2025-05-31", {{day("2025-08-15"), euros(1200000)}}), "2025-12-31");
        QCOMPARE(penalty.lines.size(), 2);
        QCOMPARE(penalty.lines[0].days(), 30);
        QCOMPARE(penalty.lines[0].rate->basisPoints, 1315);
        QCOMPARE(penalty.lines[1].days(), 46);
        QCOMPARE(penalty.lines[1].rate->basisPoints, 1215);
        QCOMPARE(penalty.lines[1].last.iso(), std::string("2025-08-15")); // the day the money is there counts
        QCOMPARE(penalty.interest, euros(31345));
        QCOMPARE(penalty.lines[0].interest + penalty.lines[1].interest, penalty.interest);
        QCOMPARE(penalty.fee, euros(4000));
    }

    void twelveThousandAtTheRateOfTheFirstDay()
    {
        const Penalty penalty = on(claim(1200000, "2025-05-31"), "2025-08-15", {.rule = RateByHalfYear::FirstDay});
        QCOMPARE(penalty.interest, euros(32857));
        QCOMPARE(penalty.days(), 76);
    }

    void defaultStaysTenPointsAboveTheEcbWhenThreeLegalRatesAreMore()
    {
        // H2 2024: 3 × 4,92 = 14,76 > 4,25 + 10 = 14,25.
        const Penalty byLaw = on(claim(100000, "2024-07-31"), "2024-08-31");
        QCOMPARE(byLaw.lines[0].rate->basisPoints, 1425);
        QVERIFY(byLaw.belowFloor.empty());
        const Penalty byClause = on(claim(100000, "2024-07-31"), "2024-08-31", {.clause = AnnualRate{1425}});
        QCOMPARE(byClause.belowFloor, std::vector<HalfYear>({{2024, 2}}));
        QVERIFY(explain(byClause).en.contains("below the legal floor of three times the legal rate: H2 2024"));
        QVERIFY(on(claim(100000, "2024-07-31"), "2024-08-31", {.clause = AnnualRate{1476}}).belowFloor.empty());
    }

    void nothingOnTheDueDayAndFortyEurosFromTheNext()
    {
        const Penalty due = on(claim(100000, "2026-03-31"), "2026-03-31");
        QVERIFY(due.lines.empty() && due.interest.isZero() && due.fee.isZero());
        QCOMPARE(explain(due).fr, std::string("Aucun retard."));
        const Penalty next = on(claim(100000, "2026-03-31"), "2026-04-01");
        QCOMPARE(next.days(), 1);
        QCOMPARE(next.interest, euros(33)); // 1000 × 12,15 % / 365 = 0,3329
        QCOMPARE(next.fee, euros(4000));
    }

    void partialPaymentsLowerTheBaseFromTheNextDayAndTheFeeStaysWhole()
    {
        const LateClaim paid =
            claim(100000, "2026-01-31", {{day("2026-03-02"), euros(30000)}, {day("2026-02-10"), euros(20000)}});
        const Penalty penalty = on(paid, "2026-03-12", {.clause = AnnualRate{3650}}); // 0,1 % a day
        QCOMPARE(penalty.lines.size(), 3);
        QCOMPARE(penalty.lines[0].base, euros(100000));
        QCOMPARE(penalty.lines[0].days(), 10);
        QCOMPARE(penalty.lines[1].base, euros(80000));
        QCOMPARE(penalty.lines[1].days(), 20);
        QCOMPARE(penalty.lines[2].base, euros(50000));
        QCOMPARE(penalty.lines[2].days(), 10);
        QCOMPARE(penalty.interest, euros(1000 + 1600 + 500));
        QCOMPARE(penalty.fee, euros(4000));
    }

    void paidOnTheDueDayOweNothing()
    {
        const Penalty penalty = on(claim(100000, "2026-01-31", {{day("2026-01-31"), euros(100000)}}), "2026-06-30");
        QVERIFY(penalty.interest.isZero() && penalty.fee.isZero());
    }

    void paidInAdvanceLowersTheBase()
    {
        const Penalty penalty = on(claim(100000, "2026-01-31", {{day("2026-01-05"), euros(60000)}}), "2026-02-10");
        QCOMPARE(penalty.lines[0].base, euros(40000));
    }

    void unknownRateIsSaidAndNotGuessed()
    {
        const Penalty penalty = on(claim(1000000, "2026-06-20"), "2026-07-31");
        QCOMPARE(penalty.unknown, std::vector<HalfYear>({{2026, 2}}));
        QCOMPARE(penalty.lines.size(), 2);
        QVERIFY(!penalty.lines[1].rate && penalty.lines[1].interest.isZero());
        QCOMPARE(penalty.interest, euros(3329)); // 10 days of H1 only
        QVERIFY(explain(penalty).fr.contains("Taux à saisir : 2e semestre 2026"));
        // A half-year past the end of the table is as unknown.
        QCOMPARE(on(claim(1000000, "2028-02-01"), "2028-03-01").unknown, std::vector<HalfYear>({{2028, 1}}));
        // A clause needs no rate, but its floor cannot be checked.
        const Penalty byClause = on(claim(1000000, "2026-06-20"), "2026-07-31", {.clause = AnnualRate{1500}});
        QVERIFY(byClause.unknown.empty());
        QCOMPARE(byClause.floorUnknown, std::vector<HalfYear>({{2026, 2}}));
        QVERIFY(explain(byClause).en.contains("Legal floor not checked, legal rate to be entered: H2 2026"));
        QVERIFY(explain(on(claim(1000000, "2026-11-30"), "2027-02-28")).en.contains("H2 2026, H1 2027"));
    }

    void insolvencyStopsInterestAndTheFee()
    {
        LateClaim stopped = claim(100000, "2026-01-31");
        stopped.insolvency = day("2026-02-11");
        const Penalty penalty = on(stopped, "2026-05-31");
        QCOMPARE(penalty.days(), 10);
        QCOMPARE(penalty.lines.back().last.iso(), std::string("2026-02-10"));
        QVERIFY(penalty.fee.isZero() && penalty.stoppedByInsolvency);
        QVERIFY(explain(penalty).en.contains("Insolvency proceedings"));
        QCOMPARE(on(stopped, "2026-02-10").fee, euros(4000)); // before them nobody knew
        stopped.insolvency = day("2025-12-01");
        QVERIFY(on(stopped, "2026-05-31").lines.empty());
    }

    void erpNext_fifteenDaysAtTenPercent()
    {
        // dunning_cases.md C: 100 at 10 % for 15 days = 0,41.
        QCOMPARE(on(claim(10000, "2026-01-16"), "2026-01-31", {.clause = AnnualRate{1000}}).interest, euros(41));
    }

    void explainedToTheDay()
    {
        const Penalty penalty = on(claim(1200000, "2025-05-31"), "2025-08-15");
        QCOMPARE(
            explain(penalty).fr,
            std::string(
                "12\u202F000,00\u00A0€ × 13,15\u00A0% × 30 j/365 + 12\u202F000,00\u00A0€ × 12,15\u00A0% × 46 j/365 = "
                "313,45\u00A0€ (du 01/06/2025 au 15/08/2025 inclus). Indemnité forfaitaire de recouvrement : "
                "40,00\u00A0€, une fois par facture (D441-5)."));
    }

    void anotherCurrencyKeepsItsOwnAndTheFeeIsInEuros()
    {
        LateClaim dollars = claim(100000, "2026-01-31");
        dollars.amount = Money::ofMinor(100000, *Currency::parse("USD"));
        const Penalty penalty = on(dollars, "2026-02-10");
        QCOMPARE(penalty.interest.currency().code(), std::string_view("USD"));
        QCOMPARE(penalty.fee, euros(4000));
    }

    void linesAddUpToTheSumRoundedOnce()
    {
        QVERIFY(rc::check("lines = interest = exact sum rounded half up", [] {
            LateClaim any{day("2023-01-01") + *rc::gen::inRange(0, 900),
                          euros(*rc::gen::inRange<std::int64_t>(1, 5000000)),
                          {},
                          {}};
            std::int64_t left = any.amount.minor();
            for (int i = *rc::gen::inRange(0, 4); i > 0 && left > 0; --i) {
                const auto part = *rc::gen::inRange<std::int64_t>(1, left + 1);
                any.payments.push_back({any.due + *rc::gen::inRange(-20, 300), euros(part)});
                left -= part;
            }
            const Day through = any.due + *rc::gen::inRange(-5, 250);
            const Penalty penalty = penaltyOf(any, {}, legalRates(), through);
            // From scratch, day by day.
            __int128 parts = 0;
            for (Day at = any.due + 1; at <= through; at = at + 1) {
                std::int64_t owed = any.amount.minor();
                for (const DatedAmount& payment : any.payments)
                    owed -= payment.day < at ? payment.amount.minor() : 0;
                const auto ecb = rateOf(legalRates().ecb, HalfYear::of(at));
                parts += ecb ? static_cast<__int128>(owed) * (ecb->basisPoints + 1000) : 0;
            }
            Money sum = euros(0);
            for (const PenaltyLine& line : penalty.lines) {
                RC_ASSERT(line.first <= line.last);
                sum += line.interest;
            }
            RC_ASSERT(sum == penalty.interest);
            RC_ASSERT(static_cast<std::int64_t>((parts + 1825000) / 3650000) == sum.minor());
        }));
    }
};

QTEST_GUILESS_MAIN(TestPenalties)
#include "test_penalties.moc"
