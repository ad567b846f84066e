// SPDX-License-Identifier: Apache-2.0
// The vectors of domain.md §4.3, named after their sources, and the edges of each formula.
#include "domain/ledger/kpi.h"

#include <QtTest>

#include <vector>

using namespace encours;

namespace {

Money euros(std::int64_t amount)
{
    return Money::ofMinor(amount * 100);
}

std::string text(std::optional<Hundredths> value)
{
    return value ? toPlainString(*value) : "none";
}

} // namespace

class TestKpi : public QObject {
    Q_OBJECT
private slots:
    void dsoSimpleDivalto() { QCOMPARE(text(daysOfSales(euros(30'000), euros(60'000), 90)), "45,00"); }

    void bestPossibleAndAverageDelayCreditguru()
    {
        const auto dso = daysOfSales(euros(15'000), euros(10'000), 30);
        const auto best = daysOfSales(euros(4'000), euros(10'000), 30);
        QCOMPARE(text(dso), "45,00");
        QCOMPARE(text(best), "12,00");
        QCOMPARE(text(*dso - *best), "33,00");
    }

    void daysOfSalesWithoutSales()
    {
        QVERIFY(!daysOfSales(euros(100), euros(0), 90));
        QVERIFY(!daysOfSales(euros(100), euros(-5), 90));
        QCOMPARE(text(daysOfSales(euros(-100), euros(1'000), 90)), "-9,00"); // more credits than invoices
        QCOMPARE(text(daysOfSales(euros(0), euros(1'000), 90)), "0,00");
    }

    void countBackDivalto()
    {
        const std::vector<MonthOfSales> months{{30, euros(1'200)}, {31, euros(800)}, {30, euros(700)}};
        const CountBack result = countBack(euros(2'500), months);
        QCOMPARE(text(result.days), "82,43");
        QVERIFY(!result.more);
    }

    void countBackEndsWithAMonth()
    {
        const std::vector<MonthOfSales> months{{30, euros(1'200)}, {31, euros(800)}, {30, euros(700)}};
        QCOMPARE(text(countBack(euros(2'000), months).days), "61,00");
        QVERIFY(!countBack(euros(2'700), months).more);
        QCOMPARE(text(countBack(euros(2'700), months).days), "91,00");
        QCOMPARE(text(countBack(euros(600), months).days), "15,00");
    }

    void countBackOfNothing()
    {
        const std::vector<MonthOfSales> months{{30, euros(1'200)}};
        for (const std::int64_t owed : {0, -500}) {
            QCOMPARE(text(countBack(euros(owed), months).days), "0,00");
            QVERIFY(!countBack(euros(owed), months).more);
        }
        QVERIFY(countBack(euros(1), {}).more);
    }

    void countBackZeroAndNegativeMonths()
    {
        // August without sales counts its days; July with more credit notes than invoices gives its sales back.
        const std::vector<MonthOfSales> months{{30, euros(100)}, {31, euros(0)}, {31, euros(-50)}, {30, euros(300)}};
        QCOMPARE(text(countBack(euros(200), months).days), "107,00"); // 30 + 31 + 31 + 150/300 × 30
    }

    void countBackOver24Months()
    {
        std::vector<MonthOfSales> months(30, MonthOfSales{30, euros(10)});
        const CountBack capped = countBack(euros(1'000), months);
        QCOMPARE(text(capped.days), "720,00"); // 24 months of 30 days
        QVERIFY(capped.more);
        QVERIFY(!countBack(euros(240), months).more);
        QVERIFY(countBack(euros(241), months).more);
    }

    void collectionEffectivenessMaxyfi()
    {
        QCOMPARE(text(collectionEffectiveness(euros(100'000), euros(60'000), 1, euros(90'000), euros(70'000))),
                 "77,78");
    }

    void collectionEffectivenessOverMonths()
    {
        // Sales ÷ N with nothing rounded in between: (90 + 100/3 − 80) ÷ (90 + 100/3 − 60).
        QCOMPARE(text(collectionEffectiveness(euros(90), euros(100), 3, euros(80), euros(60))), "68,42");
        QVERIFY(!collectionEffectiveness(euros(10), euros(10), 1, euros(20), euros(20)));
        QCOMPARE(text(collectionEffectiveness(euros(100), euros(60), 1, euros(70), euros(70))), "100,00");
    }

    void weightedDaysUpflow()
    {
        WeightedDays late;
        late.add(euros(140), 7);
        late.add(euros(85), 55);
        QCOMPARE(text(late.mean()), "25,13");
        WeightedDays parts;
        parts.add(euros(140), 7);
        WeightedDays other;
        other.add(euros(85), 55);
        parts += other;
        QCOMPARE(text(parts.mean()), "25,13");
        QVERIFY(!WeightedDays().mean());
    }

    void weightedDaysOfALargeCompany()
    {
        WeightedDays late; // 10^13 cents × 10^4 days × 1,000: beyond 64 bits
        for (int i = 0; i < 1'000; ++i)
            late.add(Money::ofMinor(10'000'000'000'000), 10'000);
        QCOMPARE(text(late.mean()), "10000,00");
    }

    // domain.md row 9: 10 000 € at 10 %.
    void costOfAnUnpaidInvoice()
    {
        const auto cost = costOfUnpaid(euros(10'000), BasisPoints{1'000}, euros(10'000));
        QVERIFY(cost);
        QCOMPARE(cost->loss.minor(), 900'000);
        QCOMPARE(cost->salesForLoss.minor(), 9'000'000);
        QCOMPARE(cost->salesForLossAndMargin.minor(), 10'000'000);
        QCOMPARE(text(cost->deals), "10,00");
    }

    void costOfAnUnpaidInvoiceAtTheEdges()
    {
        QVERIFY(!costOfUnpaid(euros(10), BasisPoints{0}, euros(10)));
        QVERIFY(!costOfUnpaid(euros(10), BasisPoints{-1}, euros(10)));
        QVERIFY(!costOfUnpaid(euros(10), BasisPoints{10'001}, euros(10)));
        const auto whole = costOfUnpaid(euros(10), BasisPoints{10'000}, {});
        QVERIFY(whole && whole->loss.isZero() && whole->salesForLoss.isZero() && !whole->deals);
        QCOMPARE(whole->salesForLossAndMargin.minor(), 1'000);
        // 1,00 at 33,33 %: 0,67 lost, 2,00 to win back, 3,00 with the margin.
        const auto third = costOfUnpaid(euros(1), BasisPoints{3'333}, euros(2));
        QCOMPARE(third->loss.minor(), 67);
        QCOMPARE(third->salesForLoss.minor(), 200);
        QCOMPARE(third->salesForLossAndMargin.minor(), 300);
        QCOMPARE(text(third->deals), "1,50");
    }

    // domain.md row 57, and the 30 500,00 of the designed screen: 2 745 000,00 over 90 days.
    void moneyPerDayOfDso()
    {
        QCOMPARE(moneyPerDay(euros(2'745'000), 90).minor(), 3'050'000);
        QCOMPARE(moneyPerDay(euros(365'000), 365).minor(), 100'000);
        QCOMPARE(moneyPerDay(euros(1), 3).minor(), 33);
    }

    void roundedHalfAwayFromZero()
    {
        QCOMPARE(text(ratio(1, 8)), "0,13");
        QCOMPARE(text(ratio(-1, 8)), "-0,13");
        QCOMPARE(text(ratio(1, 3)), "0,33");
        QCOMPARE(text(ratio(2, 3)), "0,67");
        QVERIFY(!ratio(1, 0));
        QVERIFY(!ratio(1, -2));
        QCOMPARE(text(percent(euros(1), euros(3))), "33,33");
    }
};

QTEST_APPLESS_MAIN(TestKpi)
#include "test_kpi.moc"
