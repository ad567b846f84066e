// SPDX-License-Identifier: Apache-2.0
// Receivable and ageing cases of two other systems, in our own words: A. the accounts receivable report of ERPNext
// (frappe/erpnext, test_accounts_receivable.py @01dce563) and B. the aged partner balance of OCA
// (account-financial-reporting 16.0 @ac9f16d0). "Today" is 1 March 2026.
//
// Not applied, or told otherwise:
// - A12–A14 have columns of payments still to come. Here a balance is of a day: the same facts are looked at today and
//   tomorrow.
// - A15–A17 revalue a currency in that of the company. Currencies are never converted here: the amounts in dollars are
//   tested, the exchange differences are the accounting's.
// - A16 shares an advance over the instalments of an invoice; French law pays the oldest debt first (Code civil,
//   art. 1342-10).
// - A20 gives a return without a client to the owner of its invoice: the generic import refuses a line without a client.
// - A21 is a right, not a figure: what a person sees is tested where devices synchronise.
// - B has buckets up to 120 days and custom ones; here there are five (rules.md, Balances).
#include "tests/usecases/generic_world.h"

#include "usecases/import_clients.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

const Day kToday = day("2026-03-01");
const std::string kThree = "C1;;FA1;2026-02-20;2026-03-22;30;;;\nC1;;FA1;2026-02-20;2026-04-21;50;;;\n"
                           "C1;;FA1;2026-02-20;2026-05-21;20;;;\n";
const std::string kHundred = "C1;;FA1;2026-02-20;2026-03-22;100;;;\n";

/// What is left of each open item, by due day; then the credits, when there are any.
Lines left(GenericWorld& world, Day asOf = kToday, const char* key = "C1")
{
    Lines lines;
    for (const ClientItem& one : must(listItems(world.office, asOf, key)).items)
        lines.push_back(toPlainString(one.item.residual));
    if (const Money credits = world.balance(key, asOf).credits; !credits.isZero())
        lines.push_back(toPlainString(credits));
    return lines;
}

} // namespace

class TestAgeingCases : public QObject {
    Q_OBJECT

private slots:
    void a01_eachInstalmentIsARow()
    {
        GenericWorld world;
        world.items(kThree);
        QCOMPARE(left(world), (Lines{"30,00", "50,00", "20,00"}));
    }
    void a02_paymentOfTheInvoiceTakesTheOldestInstalmentFirst()
    {
        GenericWorld world;
        world.items(kThree);
        world.receipts("C1;2026-02-25;40;;FA1;P1;\n");
        QCOMPARE(left(world), (Lines{"40,00", "20,00"}));
    }
    void a03_creditNoteKeptForItselfIsNotNettedAway()
    {
        GenericWorld world;
        world.items(kThree);
        world.receipts("C1;2026-02-25;40;;FA1;P1;\nC1;2026-02-26;100;;;AV1;credit_note\n");
        QCOMPARE(left(world), (Lines{"40,00", "20,00", "-100,00"}));
    }
    void a04_creditNoteAgainstTheInvoiceLeavesNothing()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-02-25;100;;FA1;AV1;credit_note\n");
        QCOMPARE(left(world), Lines());
    }
    void a05_a06_creditNoteAfterAPaymentGoesOldestFirst()
    {
        GenericWorld world;
        world.items("C1;;FA1;2026-02-20;2026-03-22;60;;;\nC1;;FA1;2026-02-20;2026-04-21;100;;;\n"
                    "C1;;FA1;2026-02-20;2026-05-21;40;;;\n");
        world.receipts("C1;2026-02-25;40;;FA1;P1;\n");
        QCOMPARE(left(world), (Lines{"20,00", "100,00", "40,00"}));
        world.receipts("C1;2026-02-25;40;;FA1;P1;\nC1;2026-02-26;100;;FA1;AV1;credit_note\n");
        QCOMPARE(left(world), (Lines{"20,00", "40,00"}));
    }
    void a07_invoicePartlyPaidAndACreditNoteKept()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-02-25;40;;FA1;P1;\nC1;2026-02-26;100;;;AV1;credit_note\n");
        QCOMPARE(left(world), (Lines{"60,00", "-100,00"}));
    }
    void a08_advanceWithoutInvoice()
    {
        GenericWorld world;
        world.items("C1;;FA0;2026-01-01;;1;;;\n");
        world.receipts("C1;2026-02-25;1;;FA0;P0;\nC1;2026-02-25;1000;;;P1;advance\n");
        QCOMPARE(left(world), (Lines{"-1000,00"}));
    }
    void a09_aCentIsShown()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-02-25;99,99;;FA1;P1;\n");
        QCOMPARE(left(world), (Lines{"0,01"}));
    }
    void a10_paidThroughAnotherJournal()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-02-25;40;;FA1;OD1;other\n");
        QCOMPARE(left(world), (Lines{"60,00"}));
        world.receipts("C1;2026-02-25;100;;FA1;OD1;other\n");
        QCOMPARE(left(world), Lines());
    }
    void a11_creditOfAJournalAlone()
    {
        GenericWorld world;
        world.items("C1;;FA0;2026-01-01;;1;;;\n");
        world.receipts("C1;2026-02-25;1;;FA0;P0;\nC1;2026-02-25;100;;;OD1;other\n");
        QCOMPARE(left(world), (Lines{"-100,00"}));
    }
    void a12_paymentOfTomorrowIsNotOfToday()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-02-26;10;;;AV1;credit_note\nC1;2026-03-02;80;;FA1;P1;\n");
        QCOMPARE(left(world), (Lines{"100,00", "-10,00"}));
        QCOMPARE(left(world, kToday + 1), (Lines{"20,00", "-10,00"}));
    }
    void a13_paymentOfTomorrowAboveTheInvoice()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-03-02;110;;FA1;P1;\n");
        QCOMPARE(left(world), (Lines{"100,00"}));
        QCOMPARE(left(world, kToday + 1), (Lines{"-10,00"}));
    }
    void a14_onePaymentOfTomorrowOnTwoInvoices()
    {
        GenericWorld world;
        world.items(kHundred + "C1;;FA2;2026-02-20;2026-03-23;100;;;\n");
        world.receipts("C1;2026-03-02;50;;FA1;P1;\nC1;2026-03-02;50;;FA2;P1;\n");
        QCOMPARE(left(world), (Lines{"100,00", "100,00"}));
        QCOMPARE(left(world, kToday + 1), (Lines{"50,00", "50,00"}));
    }
    void a15_a16_dollarsStayDollars()
    {
        GenericWorld world;
        world.items("C1;;US1;2026-02-20;2026-03-22;100;USD;;\nC2;;US2;2026-02-20;2026-03-22;50;USD;;\n"
                    "C2;;US2;2026-02-20;2026-04-21;50;USD;;\n");
        world.receipts("C1;2026-03-02;100;USD;US1;P1;\nC2;2026-02-25;50;USD;US2;P2;\n");
        QCOMPARE(left(world), (Lines{"100,00"}));
        QCOMPARE(left(world, kToday + 1), Lines());
        QCOMPARE(left(world, kToday, "C2"), (Lines{"50,00"})); // the oldest instalment is paid
    }
    void a18_twoInvoicesOfOneClient()
    {
        GenericWorld world;
        world.items(kHundred + "C1;;FA2;2026-02-20;;85;;;\nC2;;FB1;2026-02-20;;15;;;\n");
        QCOMPARE(world.balance("C1").balance(), Money::ofMinor(18500));
        QCOMPARE(must(listBalances(world.office, kToday)).total().balance(), Money::ofMinor(20000));
    }
    void a19_creditNoteSetAgainstAnotherInvoice()
    {
        GenericWorld world;
        world.items(kHundred);
        world.receipts("C1;2026-02-26;100;;FA1;AV-OTHER;credit_note\n");
        QCOMPARE(left(world), Lines());
    }
    void a20_returnWithoutAClientIsRefused()
    {
        GenericWorld world;
        world.items(kHundred);
        const auto report = world.receipts(";2026-02-26;100;;FA1;AV1;credit_note\n");
        QCOMPARE(report.status, intake::IntakeStatus::Refused);
        QCOMPARE(report.errors.listed().front().column, std::string("client"));
    }
    void a22_lineWithoutAPartyStaysUnderItsAccount()
    {
        GenericWorld world;
        world.import("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
                     "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n"
                     "VE|V|1|20260105|411900|Divers|||F1|20260105|x|7,00|0,00|||20260105||\n"
                     "VE|V|1|20260105|707000|V|||F1|20260105|x|0,00|7,00|||20260105||\n");
        QCOMPARE(world.balance("411900").balance(), Money::ofMinor(700));
    }

    void b_bordersOfTheBuckets()
    {
        GenericWorld world;
        const std::vector<std::pair<int, int>> expected{{0, 0},  {1, 1},  {30, 1}, {31, 2},
                                                        {60, 2}, {61, 3}, {90, 3}, {91, 4}};
        world.items("C1;;FA1;2025-06-01;2026-01-15;1;;;\n");
        for (const auto& [daysLate, bucket] : expected) {
            const AgedBalance aged = world.balance("C1", day("2026-01-15") + daysLate);
            QCOMPARE(aged.buckets[static_cast<std::size_t>(bucket)], Money::ofMinor(100));
            QCOMPARE(aged.balance(), Money::ofMinor(100));
        }
    }
    void b_asOfAPastDayUndoesLaterReconciliationsAndDropsLaterLines()
    {
        GenericWorld world;
        world.items(kHundred + "C1;;FA2;2026-02-27;;9;;;\n");
        world.receipts("C1;2026-02-24;30;;;P0;\nC1;2026-02-25;100;;FA1;P1;\n");
        QCOMPARE(left(world, day("2026-02-24")), (Lines{"100,00", "-30,00"}));
        QCOMPARE(left(world, day("2026-02-25")), (Lines{"-30,00"}));
        QCOMPARE(left(world, day("2026-02-27")), (Lines{"9,00", "-30,00"}));
    }
};

QTEST_GUILESS_MAIN(TestAgeingCases)
#include "test_ageing_cases.moc"
