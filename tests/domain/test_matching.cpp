// SPDX-License-Identifier: Apache-2.0
// The rules of matching.h on one client, one rule a test.
#include "tests/domain/ledger_lines.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace encours;
using namespace encours::test;

namespace {

const Day kDay = ymd(2026, 3, 1);
const Day kLater = ymd(2026, 11, 23);

std::int64_t residual(const ClientLedger& ledger, const std::string& number)
{
    std::int64_t sum = 0;
    for (const MatchedItem& matched : ledger.items)
        if (matched.item.number == number)
            sum += matched.item.residual.minor();
    return sum;
}

std::int64_t credits(const ClientLedger& ledger)
{
    std::int64_t sum = 0;
    for (const MatchedReceipt& matched : ledger.receipts)
        sum += matched.receipt.unallocated.minor();
    return sum;
}

} // namespace

class TestMatching : public QObject {
    Q_OBJECT
private slots:
    void unletteredLinesStayApart()
    {
        const auto ledger = matched({sale("F1", kDay, 1'000), paid("V1", kDay + 9, 1'000)}, kLater);
        QCOMPARE(residual(ledger, "F1"), 1'000);
        QCOMPARE(credits(ledger), 1'000);
        QVERIFY(ledger.allocations.empty());
    }

    void aBalancedGroupIsSettled()
    {
        const auto ledger =
            matched({sale("F1", kDay, 1'000).lettered("A"), paid("V1", kDay + 9, 1'000).lettered("A")}, kLater);
        QCOMPARE(residual(ledger, "F1"), 0);
        QCOMPARE(credits(ledger), 0);
        QCOMPARE(ledger.allocations.size(), 1U);
        QCOMPARE(ledger.items[0].entry, 0U);
        QCOMPARE(ledger.receipts[0].entry, 1U);
        QCOMPARE(ledger.items[0].item.due, kDay + 30);
        QCOMPARE(ledger.receipts[0].receipt.kind, ReceiptKind::Payment);
    }

    void aPositiveResidualStaysOnTheLatestInvoice()
    {
        const auto ledger = matched({sale("F2", kDay + 20, 500).lettered("A"), sale("F1", kDay, 1'000).lettered("A"),
                                     paid("V1", kDay + 30, 1'200).lettered("A")},
                                    kLater);
        QCOMPARE(residual(ledger, "F1"), 0);
        QCOMPARE(residual(ledger, "F2"), 300);
    }

    void aNegativeResidualGoesToTheOpeningItemFirst()
    {
        const auto ledger =
            matched({opening("RAN", kDay, 1'000), sale("F1", kDay + 5, 400), paid("V1", kDay + 6, 1'300).lettered("A")},
                    kLater);
        QCOMPARE(residual(ledger, "RAN"), 0);
        QCOMPARE(residual(ledger, "F1"), 400); // an open invoice of the year is not the opening item
        QCOMPARE(credits(ledger), 300);
        QCOMPARE(ledger.items[0].item.kind, ItemKind::Opening);
        QCOMPARE(ledger.items[0].item.dueSource, DueSource::Opening);
        QCOMPARE(ledger.items[0].item.due, kDay);
    }

    void aDetailedOpeningLineIsAnInvoice()
    {
        const auto ledger = matched({opening("FA-2512-7", kDay, 1'000).piece(kDay - 20)}, kLater);
        QCOMPARE(ledger.items[0].item.kind, ItemKind::Invoice);
        QCOMPARE(ledger.items[0].item.due, kDay + 10);
        QCOMPARE(ledger.items[0].item.dueSource, DueSource::Computed);
    }

    void anOpeningLineWithoutANumberNamesNoInvoice()
    {
        for (const char* ref : {"", "-", "RAN", "000000"}) {
            const auto ledger = matched({opening(ref, kDay, 1'000).piece(kDay - 20)}, kLater);
            QCOMPARE(ledger.items[0].item.kind, ItemKind::Opening);
            QCOMPARE(ledger.items[0].item.due, kDay);
        }
    }

    // Ranks are identity: they may not hang on the order of the file.
    void instalmentsOfOneInvoiceKeepTheirRanks()
    {
        Line first = sale("F1", kDay, 300), second = sale("F1", kDay, 300), third = sale("F1", kDay, 300);
        first.due = kDay + 30;
        second.due = kDay + 60;
        third.due = kDay + 60;
        third.label = "other";
        std::vector<LedgerEntry> entries{first, second, third};
        const auto shown = [&] {
            std::vector<std::pair<Day, std::string>> rows;
            for (const MatchedItem& one : matched(entries, kLater).items)
                rows.emplace_back(one.item.due, entries[one.entry].label);
            return rows;
        };
        const auto rows = shown();
        QCOMPARE(rows.front().first, kDay + 30);
        for (int i = 0; i < 5; ++i) {
            std::ranges::next_permutation(entries, {}, [](const LedgerEntry& e) { return std::pair(e.due, e.label); });
            QVERIFY(shown() == rows);
        }
    }

    void theSameLetterOnAnotherAccountOrDayIsAnotherGroup()
    {
        const auto ledger =
            matched({sale("F1", kDay, 100).lettered("A", kDay), paid("V1", kDay, 100).lettered("A", kDay + 1),
                     sale("F2", kDay, 100).lettered("B"), paid("V2", kDay, 100).lettered("B").on("416000"),
                     sale("F3", kDay, 100).lettered("aa"), paid("V3", kDay, 100).lettered("AA")},
                    kLater);
        QVERIFY(ledger.allocations.empty());
        QCOMPARE(credits(ledger), 300);
    }

    void preLetteringIsNoLettering()
    {
        const auto ledger =
            matched({sale("F1", kDay, 100).lettered("*A"), paid("V1", kDay, 100).lettered("*A")}, kLater);
        QVERIFY(ledger.allocations.empty());
    }

    void aReturnedPaymentCancelsTheLatestReceiptBeforeIt()
    {
        auto returned = paid("R1", kDay + 20, -600).lettered("A");
        const auto ledger =
            matched({sale("F1", kDay, 600).lettered("A"), sale("F2", kDay + 1, 600).lettered("A"),
                     paid("V1", kDay + 10, 600).lettered("A"), paid("V2", kDay + 15, 600).lettered("A"), returned},
                    kLater);
        QCOMPARE(residual(ledger, "F1"), 0);
        QCOMPARE(residual(ledger, "R1"), 0); // cancelled by V2: what V2 had paid is owed again
        QCOMPARE(residual(ledger, "F2"), 600);
    }

    void factsAfterTheDayAreIgnored()
    {
        const std::vector<LedgerEntry> entries{sale("F1", kDay, 1'000).lettered("A"),
                                               paid("V1", kDay + 9, 1'000).lettered("A"), sale("F2", kDay + 12, 50)};
        QCOMPARE(residual(matched(entries, kDay + 8), "F1"), 1'000);
        QCOMPARE(matched(entries, kDay + 8).items.size(), 1U);
        QCOMPARE(residual(matched(entries, kDay + 9), "F1"), 0);
        QVERIFY(matched(entries, kDay - 1).items.empty());
    }

    void kindsOfReceipts()
    {
        auto other = line(EntryKind::Other, "OD1", kDay, -10);
        const auto ledger = matched(
            {sale("A1", kDay, -100), paid("V1", kDay, 200).on("419100"), other, opening("RAN", kDay, -5)}, kLater);
        std::map<std::string, ReceiptKind> kinds;
        for (const MatchedReceipt& matched : ledger.receipts)
            kinds[matched.receipt.number] = matched.receipt.kind;
        QCOMPARE(kinds["A1"], ReceiptKind::CreditNote);
        QCOMPARE(kinds["V1"], ReceiptKind::Advance);
        QCOMPARE(kinds["OD1"], ReceiptKind::Other);
        QCOMPARE(kinds["RAN"], ReceiptKind::Other);
    }

    void instalmentsHaveRanksAndGivenDueDays()
    {
        const DueTerms terms{.termsDays = 45, .given = [](const std::string& number, int rank) -> std::optional<Day> {
                                 return number == "F1" && rank == 1 ? std::optional(kDay + 90) : std::nullopt;
                             }};
        const std::vector<LedgerEntry> entries{sale("F1", kDay, 700), sale("F1", kDay, 300)};
        const auto ledger = matchClient(entries, terms, kLater);
        QCOMPARE(ledger.items[0].item.rank, 0);
        QCOMPARE(ledger.items[0].item.due, kDay + 45);
        QCOMPARE(ledger.items[1].item.rank, 1);
        QCOMPARE(ledger.items[1].item.due, kDay + 90);
        QCOMPARE(ledger.items[1].item.dueSource, DueSource::Given);
    }

    // A typing error in a year must not make a day that no device can take.
    void aDueDayIsAlwaysADay()
    {
        const Day last = ymd(2199, 12, 31);
        const std::vector<LedgerEntry> entries{sale("F1", last - 20, 700)};
        QCOMPARE(matchClient(entries, {.termsDays = 45, .given = {}}, last).items[0].item.due, last);
    }
};

QTEST_APPLESS_MAIN(TestMatching)
#include "test_matching.moc"
