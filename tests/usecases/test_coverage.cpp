// SPDX-License-Identifier: Apache-2.0
// What the imports in force say together.
#include "usecases/client_ledger.h"

#include <QTest>

using namespace encours;
using namespace encours::usecases;
using store::LedgerImport;

namespace {

Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

LedgerImport import(const char* first, const char* last, std::optional<Day> covered = std::nullopt,
                    bool incomplete = false)
{
    LedgerImport one;
    one.kind = "fec";
    one.firstDay = day(first);
    one.lastDay = day(last);
    one.coveredThrough = covered;
    one.incomplete = incomplete;
    return one;
}

} // namespace

class TestCoverage : public QObject {
    Q_OBJECT

private slots:
    void nothing()
    {
        const Coverage coverage = coverageOf({});
        QVERIFY(!coverage.ledgerThrough && !coverage.coveredThrough && !coverage.incomplete && coverage.ranges.empty());
    }

    void yearsInAnyOrder()
    {
        std::vector imports{import("2024-01-01", "2024-12-31", day("2024-12-30")),
                            import("2025-01-01", "2025-12-31", day("2025-12-31")),
                            import("2026-01-01", "2026-11-22", day("2026-11-20"))};
        const Coverage expected = coverageOf(imports);
        QCOMPARE(expected.ledgerThrough->iso(), std::string("2026-11-22"));
        QCOMPARE(expected.coveredThrough->iso(), std::string("2026-11-20"));
        std::ranges::sort(imports, {}, &LedgerImport::lastDay);
        do
            QVERIFY(coverageOf(imports) == expected);
        while (std::ranges::next_permutation(imports, {}, &LedgerImport::lastDay).found);
    }

    // A wrong --covered-through is mended by importing the same file again with the right one.
    void laterExportOfTheRangeWins()
    {
        const std::vector imports{import("2026-01-01", "2026-11-22", day("2027-11-20")),
                                  import("2026-01-01", "2026-11-22", day("2026-11-20"))};
        QCOMPARE(coverageOf(imports).coveredThrough->iso(), std::string("2026-11-20"));
    }

    void incompleteUntilACleanImportOfTheRange()
    {
        std::vector imports{import("2026-01-01", "2026-06-30", std::nullopt, true)};
        QVERIFY(coverageOf(imports).incomplete);
        imports.push_back(import("2025-01-01", "2025-12-31")); // another year mends nothing
        QVERIFY(coverageOf(imports).incomplete);
        imports.push_back(import("2026-01-01", "2026-11-22"));
        QVERIFY(!coverageOf(imports).incomplete);
    }

    void undoneIsPassedOver()
    {
        std::vector imports{import("2025-01-01", "2025-12-31", day("2025-12-31")),
                            import("2026-01-01", "2026-11-22", day("2026-11-20"))};
        imports.back().undoneAt = Instant();
        QCOMPARE(coverageOf(imports).ledgerThrough->iso(), std::string("2025-12-31"));
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "test_coverage.moc"
