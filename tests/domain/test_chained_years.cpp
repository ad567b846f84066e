// SPDX-License-Identifier: Apache-2.0
// Years chained by their opening lines: nothing counted twice, letters that cross a year, differences told.
#include "tests/domain/ledger_lines.h"

#include <QtTest/QtTest>

using namespace encours;
using namespace encours::test;

namespace {

const Day kOld = ymd(2025, 11, 10);
const Day kNewYear = ymd(2026, 1, 1);
const Day kMarch = ymd(2026, 3, 1);
const Day kEnd = ymd(2026, 12, 31);
const YearOpening kChained[]{{kNewYear, true}};
const YearOpening kAlone[]{{kNewYear, false}};

struct Left {
    std::map<std::string, std::int64_t> items;
    std::int64_t credits = 0;
    bool operator==(const Left&) const = default;
};

Left left(const ClientLedger& ledger)
{
    Left left;
    for (const MatchedItem& matched : ledger.items)
        if (!matched.item.residual.isZero())
            left.items[matched.item.number] += matched.item.residual.minor();
    for (const MatchedReceipt& matched : ledger.receipts)
        left.credits += matched.receipt.unallocated.minor();
    return left;
}

Left chained(const std::vector<LedgerEntry>& entries, Day asOf = kEnd)
{
    return left(matched(entries, asOf, kChained));
}

char* toString(const Left& left)
{
    QString text = "credits " + QString::number(left.credits);
    for (const auto& [number, cents] : left.items)
        text += QString::fromStdString(", " + number + " ") + QString::number(cents);
    return QTest::toString(text);
}

} // namespace

class TestChainedYears : public QObject {
    Q_OBJECT
private slots:
    void openingsOfACompany()
    {
        const std::vector<Day> days{kNewYear, ymd(2024, 1, 1), kNewYear, kNewYear + 12};
        const auto year = [](int y) { return DayRange{ymd(y, 1, 1), ymd(y, 12, 30)}; };
        using Openings = std::vector<YearOpening>;
        const std::vector<DayRange> all{year(2025), year(2026), year(2024)};
        QCOMPARE(yearOpenings(days, all), (Openings{{ymd(2024, 1, 1), false}, {kNewYear, true}}));
        const std::vector<DayRange> gap{year(2024), year(2026)};
        QCOMPARE(yearOpenings(days, gap), (Openings{{ymd(2024, 1, 1), false}, {kNewYear, false}}));
        QVERIFY(yearOpenings({}, all).empty());
    }

    void anAggregatedOpeningIsNotCountedAgain()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kOld, 700), sale("F2", kOld + 20, 300),
                                               opening("-", kNewYear, 1'000)};
        QCOMPARE(chained(entries), (Left{{{"F1", 700}, {"F2", 300}}, 0}));
        QVERIFY(matched(entries, kEnd, kChained).differences.empty());
    }

    void receiptsOfTheNewYearPayWhatWasOpenAtClosing()
    {
        std::vector<LedgerEntry> entries{sale("F1", kOld, 700), sale("F2", kOld + 20, 300),
                                         opening("-", kNewYear, 1'000).lettered("AB"), sale("F3", kMarch, 50),
                                         paid("V1", kMarch, 800).lettered("AB")};
        QCOMPARE(chained(entries), (Left{{{"F2", 200}, {"F3", 50}}, 0}));
        // The same when the opening line was not lettered with them.
        entries[2].letter.clear();
        QCOMPARE(chained(entries), (Left{{{"F2", 200}, {"F3", 50}}, 0}));
        // Before the receipt nothing is paid.
        QCOMPARE(chained(entries, kMarch - 1), (Left{{{"F1", 700}, {"F2", 300}}, 0}));
    }

    void aDetailedOpeningPassesItsLetterOn()
    {
        const std::vector<LedgerEntry> entries{
            sale("F1", kOld, 700), sale("F2", kOld + 20, 300), opening("F1", kNewYear, 700).piece(kOld),
            opening("F2", kNewYear, 300).piece(kOld + 20).lettered("AA"), paid("V1", kMarch, 300).lettered("AA")};
        QCOMPARE(chained(entries), (Left{{{"F1", 700}}, 0})); // F2, though F1 is older
        // Alone, the new year gives the same.
        QCOMPARE(left(matched({entries.begin() + 2, entries.end()}, kEnd, kAlone)), (Left{{{"F1", 700}}, 0}));
    }

    void aDetailedOpeningContinuesAPartlyPaidInvoice()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kOld, 700).lettered("A"),
                                               paid("V1", kOld + 9, 500).lettered("A"),
                                               sale("F2", kOld, 90),
                                               opening("F1", kNewYear, 200).piece(kOld).lettered("A"),
                                               opening("F2", kNewYear, 90).piece(kOld),
                                               paid("V2", kMarch, 150).lettered("A")};
        QCOMPARE(chained(entries), (Left{{{"F1", 50}, {"F2", 90}}, 0}));
    }

    void recycledLettersAreOtherGroups()
    {
        const std::vector<LedgerEntry> entries{
            sale("F1", kOld, 700),       sale("F2", kOld, 100).lettered("A"),  paid("V1", kOld, 100).lettered("A"),
            opening("-", kNewYear, 700), sale("F3", kMarch, 30).lettered("A"), paid("V3", kMarch, 30).lettered("A")};
        QCOMPARE(chained(entries), (Left{{{"F1", 700}}, 0}));
    }

    // A year exported long after its closing: both halves of a pair bear the same letter, each in its own file.
    void theSameLetterAcrossAClosingIsPreferred()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kOld, 700), sale("F2", kOld + 20, 300).lettered("AABJ"),
                                               opening("-", kNewYear, 1'000), paid("V1", kMarch, 300).lettered("AABJ")};
        QCOMPARE(chained(entries), (Left{{{"F1", 700}}, 0}));
    }

    void aCreditCarriedForwardSettlesWhatItIsLetteredWith()
    {
        const std::vector<LedgerEntry> entries{paid("V1", kOld, 200), opening("-", kNewYear, -200).lettered("A"),
                                               sale("F1", kMarch, 200).lettered("A")};
        QCOMPARE(chained(entries), (Left{{}, 0}));
        auto more = entries;
        more[0] = paid("V1", kOld, 500);
        more[1].amount = Money::ofMinor(-500);
        more[2].amount = Money::ofMinor(650);
        QCOMPARE(chained(more), (Left{{{"F1", 150}}, 0}));
    }

    void aDifferenceIsAnItemOfItsOwn()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kOld, 700), opening("-", kNewYear, 760)};
        const ClientLedger ledger = matched(entries, kEnd, kChained);
        QCOMPARE(left(ledger), (Left{{{"", 60}, {"F1", 700}}, 0}));
        QCOMPARE(ledger.items[1].item.kind, ItemKind::OpeningDifference);
        QCOMPARE(ledger.items[1].entry, kNoEntry);
        QCOMPARE(ledger.items[1].item.due, kNewYear);
        QCOMPARE(ledger.differences.size(), 1U);
        QCOMPARE(ledger.differences[0].closing.minor(), 700);
        QCOMPARE(ledger.differences[0].opening.minor(), 760);
        // The other way it is a credit; a client that is not carried forward at all is a difference too.
        QCOMPARE(chained({sale("F1", kOld, 700), opening("-", kNewYear, 640)}), (Left{{{"F1", 700}}, 60}));
        QCOMPARE(chained({sale("F1", kOld, 700), sale("F2", kMarch, 1)}), (Left{{{"F1", 700}, {"F2", 1}}, 700}));
        QVERIFY(matched({sale("F1", kOld, 700)}, kNewYear - 1, kChained).differences.empty());
    }

    void anOpeningAfterAGapStartsAnew()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kOld, 700), opening("-", kNewYear, 450),
                                               sale("F2", kMarch, 5)};
        QCOMPARE(left(matched(entries, kEnd, kAlone)), (Left{{{"-", 450}, {"F2", 5}}, 0}));
        QCOMPARE(left(matched(entries, kNewYear - 1, kAlone)), (Left{{{"F1", 700}}, 0}));
    }

    void threeYears()
    {
        const Day next = ymd(2027, 1, 1);
        const YearOpening openings[]{{ymd(2025, 1, 1), false}, {kNewYear, true}, {next, true}};
        const std::vector<LedgerEntry> entries{opening("RAN", ymd(2025, 1, 1), 1'000),
                                               sale("F1", kOld, 700),
                                               paid("V1", kOld, 400).lettered("A"),
                                               opening("-", kNewYear, 1'300),
                                               sale("F2", kMarch, 50),
                                               paid("V2", kMarch, 700).lettered("B"),
                                               opening("-", next, 650),
                                               paid("V3", next + 5, 620).lettered("C")};
        QCOMPARE(left(matched(entries, ymd(2027, 12, 31), openings)), (Left{{{"F2", 30}}, 0}));
        QCOMPARE(left(matched(entries, kEnd, openings)), (Left{{{"F1", 600}, {"F2", 50}}, 0}));
    }

    void itemsKeepTheirIdentityWhenTheYearBeforeComes()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kOld, 700), opening("F1", kNewYear, 700).piece(kOld),
                                               sale("F2", kMarch, 5)};
        const auto identity = [](const Item& item) {
            return std::tuple(item.account, item.number, item.pieceDay, item.rank);
        };
        const ClientLedger alone = matched({entries[1], entries[2]}, kEnd, kAlone),
                           both = matched(entries, kEnd, kChained);
        QCOMPARE(alone.items.size(), both.items.size());
        for (std::size_t i = 0; i < both.items.size(); ++i)
            QVERIFY(identity(alone.items[i].item) == identity(both.items[i].item));
    }
};

QTEST_APPLESS_MAIN(TestChainedYears)
#include "test_chained_years.moc"
