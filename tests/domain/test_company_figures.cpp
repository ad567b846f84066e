// SPDX-License-Identifier: Apache-2.0
// What is summed over the company besides its ledger, and the indicators with their equations.
#include "domain/insight/company_kpis.h"

#include "tests/domain/company_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::test;

namespace {

const Day kAsOf = ymd(2026, 11, 30);

// "45,00", "> 720,00" when it is more, "none".
std::string shown(const std::vector<Kpi>& kpis, std::string_view code)
{
    const auto kpi = std::ranges::find(kpis, code, &Kpi::code);
    if (kpi == kpis.end())
        return "no such indicator";
    return (kpi->atLeast ? "> " : "") + (kpi->value ? toPlainString(Hundredths{*kpi->value}) : "none");
}
std::string why(const std::vector<Kpi>& kpis, std::string_view code)
{
    const auto kpi = std::ranges::find(kpis, code, &Kpi::code);
    return kpi == kpis.end() ? "no such indicator" : kpi->why.en;
}

} // namespace

class TestCompanyFigures : public QObject {
    Q_OBJECT
private slots:
    void chasedIsSomethingDoneWithin30Days()
    {
        CompanyWorld world;
        const LedgerEntry overdue = sale("F", ymd(2026, 9, 1), 1000);
        world.client("visit").add(overdue).noted(NoteKind::Visit, kAsOf - 29);
        world.client("too long ago").add(overdue).noted(NoteKind::Call, kAsOf - 30);
        world.client("only a note").add(overdue).noted(NoteKind::Note, kAsOf);
        world.client("promise").add(overdue).promised(1000, kAsOf - 3, kAsOf + 5);
        world.client("step").add(overdue).actions.push_back({kAsOf - 1, "letter", {}});
        world.client("later").add(overdue).actions.push_back({kAsOf + 1, "letter", {}});
        world.client("not due").add(sale("F", kAsOf, 1000)).noted(NoteKind::Visit, kAsOf);
        const CompanyFigures figures = world.figures(kAsOf);
        QCOMPARE(figures.overdueClients, 6);
        QCOMPARE(figures.chasedClients, 3);
        QCOMPARE(figures.recorded, 4);
        QVERIFY(figures.actions == (std::map<std::string, int>{{"visit", 2}, {"call", 1}, {"letter", 1}}));
        QCOMPARE(shown(companyKpis({.now = figures}), "coverage"), "50,00");
    }

    void promisesWhoseWindowEnded()
    {
        CompanyWorld world;
        // Kept one business day before the day, kept in the days of grace, kept in part, broken, kept late, open, on
        // account.
        world.client("early")
            .add(sale("F", ymd(2026, 9, 1), 1000))
            .promised(1000, ymd(2026, 10, 1), ymd(2026, 10, 9))
            .add(paid("V", ymd(2026, 10, 8), 400))
            .add(paid("W", ymd(2026, 10, 8), 600));
        world.client("grace")
            .add(sale("F", ymd(2026, 9, 1), 500))
            .promised(500, ymd(2026, 10, 1), ymd(2026, 10, 9))
            .add(paid("V", ymd(2026, 10, 13), 500));
        world.client("part")
            .add(sale("F", ymd(2026, 9, 1), 300))
            .promised(300, ymd(2026, 10, 1), ymd(2026, 10, 9))
            .add(paid("V", ymd(2026, 10, 9), 100));
        world.client("broken").add(sale("F", ymd(2026, 9, 1), 200)).promised(200, ymd(2026, 10, 1), ymd(2026, 10, 9));
        world.client("late")
            .add(sale("F", ymd(2026, 9, 1), 800))
            .promised(800, ymd(2026, 10, 1), ymd(2026, 10, 9))
            .add(paid("V", ymd(2026, 10, 19), 800));
        world.client("open").add(sale("F", ymd(2026, 9, 1), 70)).promised(70, ymd(2026, 11, 20), ymd(2026, 12, 9));
        world.client("old").add(sale("F", ymd(2026, 5, 1), 70)).promised(70, ymd(2026, 6, 1), ymd(2026, 6, 9));
        const CompanyFigures figures = world.figures(kAsOf);
        QCOMPARE(figures.promises.kept, 2);
        QCOMPARE(figures.promises.partiallyKept, 1);
        QCOMPARE(figures.promises.broken, 2);
        QCOMPARE(figures.promises.paidInFull, 3);
        QCOMPARE(figures.promises.slipDays, -1 + 4 + 10);
        const auto kpis = companyKpis({.now = figures});
        QCOMPARE(shown(kpis, "promises_kept"), "40,00");
        QCOMPARE(shown(kpis, "promises_kept_by_amount"), "53,57"); // 1500 of 2800
        QCOMPARE(shown(kpis, "promise_slip"), "4,33");
        QCOMPARE(why(kpis, "promises_kept"), "2 kept ÷ (2 kept + 1 partly + 2 broken)");
    }

    void costOfTheProcess()
    {
        CompanyWorld world;
        world.client("A")
            .add(sale("F", ymd(2026, 9, 1), 100'000).lettered("A"))
            .add(paid("V", ymd(2026, 11, 1), 100'000).lettered("A"))
            .noted(NoteKind::Visit, kAsOf)
            .noted(NoteKind::Call, kAsOf - 80)
            .noted(NoteKind::Call, kAsOf - 100)
            .actions.push_back({kAsOf, "letter", Money::ofMinor(550)});
        const CompanyFigures figures = world.figures(kAsOf);
        ActionCosts costs{{"visit", Money::ofMinor(6000)}, {"call", Money::ofMinor(500)}};
        const auto unknown = companyKpis({.now = figures, .costs = &costs});
        QCOMPARE(shown(unknown, "process_cost"), "none");
        QVERIFY(why(unknown, "process_cost").contains("\"letter\" is not given"));
        costs["letter"] = Money::ofMinor(200);
        const auto kpis = companyKpis({.now = figures, .costs = &costs});
        QCOMPARE(shown(kpis, "process_cost"), "72,50");          // 60 + 5 + 2 and 5,50 of fees
        QCOMPARE(shown(kpis, "cost_per_100_recovered"), "7,25"); // of 1 000,00 recovered
    }

    void indicatorsWithTheirEquations()
    {
        CompanyWorld world;
        world.client("A").add(sale("F1", ymd(2026, 9, 10), 7'000'000)).add(sale("F2", ymd(2026, 11, 20), 3'000'000));
        world.client("B")
            .add(sale("F3", ymd(2026, 10, 2), 2'000'000).lettered("A"))
            .add(paid("V", ymd(2026, 11, 2), 2'000'000).lettered("A"))
            .add(line(EntryKind::Other, "F0", ymd(2026, 1, 5), 600'000).on("416000"));
        const CompanyFigures figures = world.figures(kAsOf);
        const auto kpis = companyKpis({.now = figures, .margin = BasisPoints{1'000}});
        QCOMPARE(shown(kpis, "dso"), "79,50"); // 106 000 / 120 000 × 90
        QCOMPARE(why(kpis, "dso"), "receivables €106,000.00 ÷ sales of 90 days €120,000.00 × 90");
        QCOMPARE(shown(kpis, "dso_without_doubtful"), "75,00");
        QCOMPARE(shown(kpis, "bpdso"), "22,50");
        QCOMPARE(shown(kpis, "add"), "57,00");
        QCOMPARE(shown(kpis, "dso_count_back"), "85,00"); // 30 + 31 + 56 000 / 70 000 × 30
        QCOMPARE(shown(kpis, "dso_day"), "1333,33");
        QCOMPARE(shown(kpis, "dso_day_of_year"), "328,77");
        QCOMPARE(shown(kpis, "cei"), "none");
        QCOMPARE(shown(kpis, "process_cost"), "none");
        QCOMPARE(shown(kpis, "promises_kept"), "none");
        QCOMPARE(shown(kpis, "sales_for_overdue"), "760000,00"); // 76 000 at 10 %
        QCOMPARE(shown(kpis, "deals_for_overdue"), "19,00");     // of 40 000
        QCOMPARE(shown(companyKpis({.now = figures}), "sales_for_overdue"), "none");
        for (const Kpi& kpi : kpis)
            QVERIFY2(!kpi.why.fr.empty() && !kpi.why.en.empty() && !kpi.name.fr.empty(), kpi.code.c_str());
    }

    void collectionEffectivenessOfTheLastWholeMonth()
    {
        CompanyWorld world;
        world.client("A")
            .add(sale("F1", ymd(2026, 9, 20), 10'000'000))
            .add(sale("F2", ymd(2026, 11, 2), 6'000'000))
            .add(paid("V1", ymd(2026, 11, 20), 7'000'000));
        const CompanyFigures begin = world.figures(ymd(2026, 10, 31));
        const CompanyFigures end = world.figures(kAsOf);
        const auto kpis = companyKpis({.now = end, .monthEnd = &end, .monthBegin = &begin});
        QCOMPARE(shown(kpis, "cei"), "70,00"); // (100 + 60 − 90) ÷ (100 + 60 − 60)
        world.ledgerFrom = ymd(2026, 11, 2);
        const CompanyFigures late = world.figures(kAsOf);
        QCOMPARE(shown(companyKpis({.now = late, .monthEnd = &late, .monthBegin = &begin}), "cei"), "none");
    }

    void whatALedgerThatBeginsTooLateCannotTell()
    {
        CompanyWorld world;
        world.ledgerFrom = ymd(2026, 11, 1);
        world.client("A").add(sale("F1", ymd(2026, 11, 10), 1'000)).add(opening("-", ymd(2026, 11, 1), 9'000));
        const CompanyFigures figures = world.figures(kAsOf);
        const auto kpis = companyKpis({.now = figures});
        for (const char* code : {"dso", "bpdso", "add", "dso_day", "dso_day_of_year"})
            QCOMPARE(shown(kpis, code), "none");
        QCOMPARE(why(kpis, "dso"), "the ledger begins on 1 Nov 2026 only: the sales of 90 days are needed");
        QCOMPARE(shown(kpis, "dso_count_back"), "> 30,00");
    }

    void countBackWithinTheLastMonth()
    {
        CompanyWorld world;
        world.client("A").add(sale("F1", ymd(2026, 11, 10), 900)).add(paid("P1", ymd(2026, 11, 20), 300));
        const CompanyFigures figures = world.figures(kAsOf);
        const auto kpis = companyKpis({.now = figures});
        QVERIFY2(why(kpis, "dso_count_back").contains("€6.00 ÷ €9.00 ×"), why(kpis, "dso_count_back").c_str());
    }

    void moreThan24Months()
    {
        CompanyWorld world;
        world.ledgerFrom = ymd(2020, 1, 1);
        world.client("A").add(sale("F1", ymd(2022, 1, 10), 5'000)).add(sale("F2", ymd(2026, 11, 10), 1'000));
        const CompanyFigures figures = world.figures(kAsOf);
        const auto kpis = companyKpis({.now = figures});
        QCOMPARE(shown(kpis, "dso_count_back"), "> 730,00");
        QVERIFY(why(kpis, "dso_count_back").ends_with("more than 24 months"));
    }

    void emptyCompany()
    {
        const CompanyFigures figures = CompanyWorld().figures(kAsOf);
        for (const Kpi& kpi : companyKpis({.now = figures}))
            QVERIFY2(!kpi.value || *kpi.value == 0, kpi.code.c_str());
    }
};

QTEST_APPLESS_MAIN(TestCompanyFigures)
#include "test_company_figures.moc"
