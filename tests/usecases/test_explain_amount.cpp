// SPDX-License-Identifier: Apache-2.0
// Why an amount may be demanded, on a replica: its terms, and beside it what the law adds by rate and day.
#include "tests/usecases/field_world.h"

#include "usecases/explain_amount.h"
#include "usecases/promise_payment.h"

using namespace encours;
using namespace encours::usecases;
using namespace encours::usecases::test;
using store::test::must;

class TestExplainAmount : public QObject {
    Q_OBJECT

private slots:
    void theTermsAreTheAmountOfTheCard()
    {
        FieldWorld world;
        must(promisePayment(world.field, world.promise()));
        const ExplainedAmount explained = must(explainAmount(world.field, "411TREVAL"));
        QCOMPARE(explained.amount, Money::ofMinor(1358800));
        QCOMPARE(explained.terms.size(), 2u);
        QCOMPARE(explained.terms[0].amount, Money::ofMinor(2006800));
        QCOMPARE(explained.terms[1].name, std::string_view("promised"));
        QCOMPARE(explained.terms[1].lines[0].number, std::string("FA-2608-0142"));
        QCOMPARE(explained.coveredThrough, std::optional(day("2026-11-20")));
        REQUIRE_ERROR(explainAmount(world.field, "411NOBODY"), "client.unknown");
    }

    // 40 € for each of the three late invoices. The rate of this half-year is not entered yet: nothing is guessed.
    void whatTheLawAddsIsBesideIt()
    {
        FieldWorld world;
        const ExplainedAmount explained = must(explainAmount(world.field, "411TREVAL"));
        QCOMPARE(explained.penalties.size(), 3u);
        QCOMPARE(explained.fees, Money::ofMinor(12000));
        QVERIFY(!explained.everyRateKnown && explained.interest.isZero());
        QCOMPARE(explained.penalties[0].penalty.days(), 88);
        QCOMPARE(explained.rateSources.size(), 1u);
        QCOMPARE(explained.rateSources[0].fr, std::string("2e semestre 2026 : taux de la BCE à saisir"));
    }

    // 1 200,00 due on 31/05/2025 until today: 13,15 % to June, 12,15 % in the two half-years after, then unknown.
    void eachHalfYearHasItsRate()
    {
        FieldWorld world;
        world.addItem(9, "FA-2505-0001", "2025-05-01", "2025-05-31", 120000);
        const ExplainedAmount explained = must(explainAmount(world.field, "411TREVAL"));
        const auto& lines = explained.penalties[0].penalty.lines;
        QCOMPARE(lines.size(), 4u);
        QCOMPARE(sentenceOf(lines[0]).fr, std::string("1\u202F200,00\u00A0€ × 13,15\u00A0% × 30 j/365"));
        QCOMPARE(sentenceOf(lines[3]).en, std::string("€1,200.00 × rate to be entered × 146 d/365"));
        QCOMPARE(explained.rateSources[0].fr,
                 std::string("1er semestre 2025 : BCE 3,15\u00A0% + 10,00\u00A0% = 13,15\u00A0%"));
        QCOMPARE(explained.rateSources[1].en, std::string("H2 2025: ECB 2.15% (to be checked) + 10.00% = 12.15%"));
        QCOMPARE(explained.rateSources.size(), 4u);
    }
};

QTEST_GUILESS_MAIN(TestExplainAmount)
#include "test_explain_amount.moc"
