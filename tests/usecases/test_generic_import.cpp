// SPDX-License-Identifier: Apache-2.0
// The ledger, promises, disputes and watched facts of a system that writes no FEC.
#include "tests/usecases/generic_world.h"

#include "store/client_groups.h"
#include "store/clients.h"
#include "store/disputes.h"
#include "store/items.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "store/watch_facts.h"
#include "usecases/client_accounts.h"
#include "usecases/import_clients.h"
#include "usecases/list_agreements.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;
using intake::IntakeStatus;

namespace {

const Currency kUsd = *Currency::parse("USD");

const std::string kInvoice = "C1;Un;FA1;2026-01-05;2026-02-04;30,00;;;\n"
                             "C1;Un;FA1;2026-01-05;2026-03-06;50,00;;;\n"
                             "C1;Un;FA1;2026-01-05;2026-04-05;20,00;;;\n";

void requireRefused(const auto& report, std::int64_t line, const std::string& column, std::string_view reason)
{
    QCOMPARE(report.status, IntakeStatus::Refused);
    QVERIFY(!report.errors.empty());
    const intake::Finding& finding = report.errors.listed().front();
    QCOMPARE(finding.line, line);
    QCOMPARE(finding.column, column);
    QVERIFY2(finding.reason.contains(reason), finding.reason.c_str());
    QVERIFY(report.message.contains("Nothing was changed"));
}

} // namespace

class TestGenericImport : public QObject {
    Q_OBJECT

private slots:
    void instalmentsAndTheReceiptThatPaysThem()
    {
        GenericWorld world;
        const auto report = world.items(kInvoice);
        QCOMPARE(report.status, IntakeStatus::Accepted);
        QCOMPARE(report.clientsAdded, 1);
        QCOMPARE(report.ledger.itemsAdded, 3);
        QCOMPARE(report.totals.at(Currency()).total.debit, Money::ofMinor(10000));
        QCOMPARE(report.totals.at(Currency()).clients.at("C1").lines, 3);
        QVERIFY(report.ledgerThrough == day("2026-01-05") && !report.coveredThrough);
        // Oldest due first (Code civil, art. 1342-10).
        const auto paid = world.receipts("C1;2026-02-10;40,00;;FA1;VIR1;payment\n");
        QCOMPARE(paid.totals.at(Currency()).total.credit, Money::ofMinor(4000));
        QVERIFY(paid.coveredThrough == day("2026-02-10"));
        QCOMPARE(world.open("C1"), (Lines{"FA1 due 2026-02-04: 0,00 of 30,00", "FA1 due 2026-03-06: 40,00 of 50,00",
                                          "FA1 due 2026-04-05: 20,00 of 20,00"}));
        QCOMPARE(world.open("C1", day("2026-02-09")).front(), std::string("FA1 due 2026-02-04: 30,00 of 30,00"));
    }

    void twiceChangesNothing()
    {
        GenericWorld world;
        world.items(kInvoice);
        world.receipts("C1;2026-02-10;40,00;;FA1;VIR1;\nC1;2026-02-11;5,00;;;VIR2;\n");
        world.promises("C1;FA1;60,00;;2026-02-15;2026-03-10;virement;M. Un;Paul;P-1\n"
                       "C1;;10,00;;2026-02-15;2026-03-10;;;;\n");
        world.disputes("C1;FA1;20,00;LIVR_INCOMP;manque;Anne;2026-02-12;;qualified;2026-02-13\n");
        world.watch("C1;guarantee;;2026-12-31;1000,00;caution\n");
        const std::int64_t head = world.head();
        QVERIFY(!world.items(kInvoice).changed);
        QVERIFY(!world.receipts("C1;2026-02-10;40,00;;FA1;VIR1;\nC1;2026-02-11;5,00;;;VIR2;\n").changed);
        QVERIFY(!world
                     .promises("C1;FA1;60,00;;2026-02-15;2026-03-10;virement;M. Un;Paul;P-1\n"
                               "C1;;10,00;;2026-02-15;2026-03-10;;;;\n")
                     .changed);
        QVERIFY(!world.disputes("C1;FA1;20,00;LIVR_INCOMP;manque;Anne;2026-02-12;;qualified;2026-02-13\n").changed);
        QVERIFY(!world.watch("C1;guarantee;;2026-12-31;1000,00;caution\n").changed);
        QCOMPARE(world.head(), head);
        QCOMPARE(must(store::promisesOf(*world.connection, world.office.tenant, world.id("C1"))).size(), 2u);
        REQUIRE_OK(store::verifyChain(*world.connection, world.office.tenant));
    }

    void dryRunLeavesNoTrace()
    {
        GenericWorld world;
        QVERIFY(world.items(kInvoice, true).changed);
        QCOMPARE(world.head(), 0);
        QCOMPARE(must(store::countClients(*world.connection, world.office.tenant)), 0);
    }

    // A newer file of the same days replaces; due days and ids hold.
    void correctedFileReplacesItsDays()
    {
        GenericWorld world;
        world.items(kInvoice + "C2;Deux;FB1;2026-01-07;;10,00;;;\n");
        const auto before = must(store::itemsOf(*world.connection, world.office.tenant, world.id("C1")));
        const auto report = world.items("C1;Un;FA1;2026-01-05;2026-02-04;30,00;;;\n"
                                        "C1;Un;FA1;2026-01-05;2026-03-16;50,00;;;\n"
                                        "C1;Un;FA1;2026-01-05;2026-04-05;20,00;;;\n"
                                        "C2;Deux;FB2;2026-01-07;;11,00;;;\n");
        QCOMPARE(report.linesVanished, 2);
        QCOMPARE(report.linesAdded, 2);
        QCOMPARE(world.open("C1")[1], std::string("FA1 due 2026-03-16: 50,00 of 50,00"));
        const auto after = must(store::itemsOf(*world.connection, world.office.tenant, world.id("C1")));
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(after[i].id, before[i].id);
        QCOMPARE(world.open("C2"), (Lines{"FB2 due 2026-02-06: 11,00 of 11,00"})); // no due day: 30 days
    }

    // A client of an early file, left out by its correction and named again by another file: while the early file can come
    // back, the client stays (found by the simulation, --power --first 104: the ledger could not be changed any more).
    void undoKeepsAClientThatAnEarlierFileMayBringBack()
    {
        GenericWorld world;
        world.items("C1;Un;FA1;2026-01-15;2026-02-15;100,00;;;\nC2;Deux;FA2;2026-01-15;2026-02-15;50,00;;;\n");
        world.items("C1;Un;FA1;2026-01-15;2026-02-15;90,00;;;\n"); // without C2
        world.items("C2;Deux;FA3;2026-03-15;2026-04-15;70,00;;;\n");
        QCOMPARE(must(undoImport(world.office)).clientsForgotten, 0);
        REQUIRE_OK(undoImport(world.office));
        QCOMPARE(world.balance("C2").balance(), Money::ofMinor(5000));
        QCOMPARE(must(undoImport(world.office)).clientsForgotten, 2);
    }

    // A generic file and a FEC of the same days leave one another alone, and undo takes back the latest of either.
    void fecAndGenericFilesDoNotReplaceOneAnother()
    {
        GenericWorld world;
        const std::string fec = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
                                "CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|"
                                "Montantdevise|Idevise\n"
                                "VE|V|1|20260105|411000|C|C1|Un|FEC1|20260105|x|100,00|0,00|||20260105||\n"
                                "VE|V|1|20260105|707000|V|||FEC1|20260105|x|0,00|100,00|||20260105||\n";
        world.import(fec);
        world.items(kInvoice);
        QCOMPARE(world.balance("C1").balance(), Money::ofMinor(20000));
        QVERIFY(!world.import(fec).changed);
        QCOMPARE(world.balance("C1").balance(), Money::ofMinor(20000));
        // What paid an item of the FEC is said by its letters.
        const auto report = world.receipts("C1;2026-02-10;100,00;;FEC1;VIR1;\n");
        QCOMPARE(report.status, IntakeStatus::AcceptedWithWarnings);
        QCOMPARE(world.balance("C1").credits, Money::ofMinor(-10000));
        QCOMPARE(must(undoImport(world.office)).import.kind, std::string("receipts"));
        QCOMPARE(must(undoImport(world.office)).import.kind, std::string("items"));
        QCOMPARE(world.balance("C1").balance(), Money::ofMinor(10000));
        QCOMPARE(must(undoImport(world.office)).import.kind, std::string("fec"));
        REQUIRE_ERROR(undoImport(world.office), "undo.nothing");
        REQUIRE_OK(store::verifyChain(*world.connection, world.office.tenant));
    }

    void creditNotesReturnsAndAdvances()
    {
        GenericWorld world;
        world.items("C1;Un;FA1;2026-01-05;;100,00;;;\nC1;Un;AV1;2026-01-20;;-15,00;;;\n");
        QCOMPARE(world.balance("C1").credits, Money::ofMinor(-1500)); // in its own column, in no bucket
        world.receipts("C1;2026-01-25;10,00;;FA1;AV2;credit_note\n"
                       "C1;2026-01-26;90,00;;FA1;CHQ1;payment\n"
                       "C1;2026-02-02;-90,00;;FA1;CHQ1;payment\n"
                       "C1;2026-02-03;40,00;;;ACO1;acompte\n");
        const auto receipts = must(store::receiptsOf(*world.connection, world.office.tenant, world.id("C1")));
        std::map<std::string, Receipt> byNumber;
        for (const Receipt& receipt : receipts)
            byNumber[receipt.number] = receipt;
        QCOMPARE(byNumber.at("AV2").kind, ReceiptKind::CreditNote);
        QCOMPARE(byNumber.at("ACO1").kind, ReceiptKind::Advance);
        QCOMPARE(world.balance("C1").balance(), Money::ofMinor(10000 - 1500 - 1000 - 9000 + 9000 - 4000));
        QCOMPARE(world.balance("C1").overdue(), Money::ofMinor(9000)); // the cheque that came back is owed again
        QCOMPARE(world.balance("C1", day("2026-02-01")).overdue(), Money::ofMinor(0));
    }

    // Each currency by itself: items, balances, matching, accounts, totals.
    void currenciesAreNeverMixed()
    {
        GenericWorld world;
        world.items("C1;Un;FA1;2026-01-05;;100,00;EUR;;\nC1;Un;US1;2026-01-05;;100,00;USD;;\n"
                    "C2;Two;US2;2026-01-05;;7,00;usd;;\n");
        world.receipts("C1;2026-02-10;60,00;USD;US1;VIR1;\nC1;2026-02-11;5,00;USD;;VIR2;\n");
        const auto list = must(listBalances(world.office, day("2026-03-01")));
        QCOMPARE(list.clients.size(), 3u);
        QVERIFY(list.clients[0].balance.currency() == Currency() && list.clients[1].balance.currency() == kUsd);
        QCOMPARE(list.clients[1].balance.balance(), Money::ofMinor(3500, kUsd));
        QVERIFY(list.clients[2].client.currency == kUsd); // all it has is in dollars
        QCOMPARE(list.totals.size(), 2u);
        QCOMPARE(list.total().balance(), Money::ofMinor(10000));
        QCOMPARE(list.totals[1].balance.balance(), Money::ofMinor(4200, kUsd));
        const auto earlier = must(listBalances(world.office, day("2026-02-10")));
        QCOMPARE(earlier.clients[1].balance.balance(), Money::ofMinor(4000, kUsd));
        std::vector<Currency> visited;
        must(visitAccounts(world.office, {.asOf = day("2026-03-01")}, [&](const ClientAccount& account) {
            visited.push_back(account.currency);
            return Result<void>();
        }));
        QCOMPARE(visited, (std::vector<Currency>{Currency(), kUsd, kUsd}));
        requireRefused(world.receipts("C1;2026-02-12;60,00;EUR;US1;VIR3;\n"), 2, "currency", "another currency");
        requireRefused(world.items("C1;Un;FA9;2026-01-09;;1,00;EUR;;\nC1;Un;FA9;2026-01-09;;1,00;USD;;\n"), 3,
                       "currency", "another currency");
        requireRefused(world.promises("C1;US1;10,00;EUR;2026-02-15;2026-03-10;;;;\n"), 2, "currency",
                       "another currency");
    }

    void riskAccountsAndGroups()
    {
        GenericWorld world;
        world.items("C1;Un;FA1;2026-01-05;;100,00;;411000;\nC2;Deux;FB1;2026-01-05;;200,00;;413000;\n"
                    "C2;Deux;FB2;2026-01-05;;50,00;;416000;\nC3;Trois;FC1;2026-01-05;;1,00;;;\n");
        world.text = "client;group\nC2;C1\n";
        QVERIFY(must(importClients(world.office, intake::memorySource(world.text), "c.csv")).changed);
        QVERIFY(!must(importClients(world.office, intake::memorySource(world.text), "c.csv")).changed);
        const auto plain = must(listBalances(world.office, day("2026-03-01")));
        QCOMPARE(plain.clients[1].risk.bills, Money::ofMinor(20000));
        QCOMPARE(plain.clients[1].risk.doubtful, Money::ofMinor(5000));
        QCOMPARE(plain.clients[1].balance.balance(), Money::ofMinor(25000)); // they are parts of it
        for (const Day asOf : {day("2026-03-01"), day("2026-01-05")}) {
            const auto groups = must(listGroupBalances(world.office, asOf));
            QCOMPARE(groups.clients.size(), 2u);
            QCOMPARE(groups.clients[0].balance.balance(), Money::ofMinor(35000));
            QCOMPARE(groups.clients[0].risk.bills, Money::ofMinor(20000));
            QCOMPARE(groups.total().balance(), plain.total().balance());
        }
        for (const char* bad : {"client;group\nC1;C3\n", "client;group\nC3;C2\n", "client;group\nC3;C9\n"}) {
            world.text = bad;
            requireRefused(must(importClients(world.office, intake::memorySource(world.text), "c.csv")), 2, "group",
                           "");
        }
        world.text = "client;group\nC2;C2\n"; // by itself again
        must(importClients(world.office, intake::memorySource(world.text), "c.csv"));
        QCOMPARE(must(listGroupBalances(world.office, day("2026-03-01"))).clients.size(), 3u);
    }

    void badItemsAndReceipts_data()
    {
        QTest::addColumn<bool>("isReceipt");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("reason");
        QTest::newRow("31 February") << false << "C1;;F;2026-02-31;;1,00;;;" << "date" << "does not exist";
        QTest::newRow("no date") << false << "C1;;F;;;1,00;;;" << "date" << "missing";
        QTest::newRow("due 32/13") << false << "C1;;F;2026-01-01;32/13/2026;1,00;;;" << "due" << "";
        QTest::newRow("zero") << false << "C1;;F;2026-01-01;;0,00;;;" << "amount" << "zero";
        QTest::newRow("words") << false << "C1;;F;2026-01-01;;dix;;;" << "amount" << "";
        QTest::newRow("francs") << false << "C1;;F;2026-01-01;;1,00;FRF;;" << "currency" << "currency in use";
        QTest::newRow("no client") << false << ";;F;2026-01-01;;1,00;;;" << "client" << "missing";
        QTest::newRow("bank account") << false << "C1;;F;2026-01-01;;1,00;;512000;" << "account" << "receivable";
        QTest::newRow("fields") << false << "C1;F" << "" << "number of fields";
        QTest::newRow("receipt of nobody") << true << "C9;2026-02-01;1,00;;;;" << "client" << "No client";
        QTest::newRow("receipt of nothing") << true << "C1;2026-02-01;1,00;;FA9;;" << "item" << "no item";
        QTest::newRow("receipt of zero") << true << "C1;2026-02-01;0;;;;" << "amount" << "zero";
        QTest::newRow("receipt of a kind") << true << "C1;2026-02-01;1,00;;;;gift" << "kind" << "words";
        QTest::newRow("credit note back") << true << "C1;2026-02-01;-1,00;;;;avoir" << "amount" << "Only a payment";
        QTest::newRow("advance on an invoice") << true << "C1;2026-02-01;1,00;;FA1;;advance" << "kind" << "advance";
    }
    void badItemsAndReceipts()
    {
        GenericWorld world;
        world.items(kInvoice);
        const std::int64_t head = world.head();
        QFETCH(bool, isReceipt);
        QFETCH(QString, row);
        QFETCH(QString, column);
        QFETCH(QString, reason);
        const std::string text = row.toStdString() + '\n';
        const auto report = isReceipt ? world.receipts(text) : world.items(text);
        requireRefused(report, 2, column.toStdString(), reason.toStdString());
        QCOMPARE(world.head(), head);
    }

    void doubtsAreTold()
    {
        GenericWorld world;
        const auto report = world.items("C1;;F1;2026-05-01;2026-04-01;1,00;;;\nC1;;F2;2026-01-01;;1,00;;;\n"
                                        "C1;;F2;2026-01-01;;1,00;;;\n");
        QCOMPARE(report.warnings.total(), 3); // still to come, due before, twice
        const auto early = world.receipts("C1;2025-12-31;1,00;;F2;;\n");
        QCOMPARE(early.status, IntakeStatus::AcceptedWithWarnings);
        QVERIFY(early.warnings.listed().front().reason.contains("before the day of the invoice"));
    }

    void promises()
    {
        GenericWorld world;
        world.items(kInvoice + "C2;Deux;FB1;2026-01-07;;10,00;;;\n");
        world.promises("C1;FA1;60,00;;2026-02-15;2026-03-10;virement;M. Un;Paul;P-1\n");
        auto list = must(listPromises(world.office, day("2026-03-01")));
        QCOMPARE(list.promises.size(), 1u);
        const Promise first = list.promises[0].promise;
        QCOMPARE(first.items.size(), 3u); // all the instalments
        QCOMPARE(first.method, PaymentMethod::Transfer);
        QCOMPARE(first.madeOn, day("2026-02-15"));
        QVERIFY(first.serverSeq > 0);
        // The same reference is the same promise, also when the other system corrected it.
        QCOMPARE(world.promises("C1;FA1;50,00;;2026-02-15;2026-03-11;virement;M. Un;Paul;P-1\n").updated, 1);
        list = must(listPromises(world.office, day("2026-03-01")));
        QCOMPARE(list.promises.size(), 1u);
        QVERIFY(list.promises[0].promise.id == first.id && list.promises[0].promise.serverSeq == first.serverSeq);
        QCOMPARE(list.promises[0].promise.amount, Money::ofMinor(5000));
        // Of another client it is another promise: what is said of one must not meet what is said of the other.
        QCOMPARE(world.promises("C2;FB1;5,00;;2026-02-15;2026-03-11;virement;M. Deux;Paul;P-1\n").added, 1);
        list = must(listPromises(world.office, day("2026-03-01")));
        QCOMPARE(list.promises.size(), 2u);
        QVERIFY(list.promises[0].promise.id != list.promises[1].promise.id);

        const auto refused = [&](const std::string& row, const char* column, const char* reason) {
            requireRefused(world.promises(row), 2, column, reason);
        };
        refused("C9;;1,00;;2026-02-15;2026-03-10;;;;\n", "client", "No client");
        refused("C1;FB1;1,00;;2026-02-15;2026-03-10;;;;\n", "numbers", "no item");
        refused("C1;FA1,FA1;1,00;;2026-02-15;2026-03-10;;;;\n", "numbers", "twice");
        refused("C1;;0,00;;2026-02-15;2026-03-10;;;;\n", "amount", "zero");
        refused("C1;;-5,00;;2026-02-15;2026-03-10;;;;\n", "amount", "negative");
        refused("C1;;5,00;;2026-02-15;2026-02-14;;;;\n", "promised_for", "before");
        refused("C1;;5,00;;2026-02-15;2026-05-17;;;;\n", "promised_for", "90 days");
        refused("C1;;5,00;;2026-03-02;2026-03-10;;;;\n", "made_on", "to come");
        refused("C1;;5,00;;2026-02-15;2026-03-10;barter;;;\n", "method", "words");
        QCOMPARE(world.promises("C1;;5,00;;2026-02-15;2026-05-16;;;;\n").status, IntakeStatus::Accepted); // 90 days
        requireRefused(world.promises("C1;;5,00;;2026-02-15;2026-03-10;;;;A\nC1;;6,00;;2026-02-15;2026-03-10;;;;A\n"),
                       3, "reference", "another promise");
    }

    void disputes()
    {
        GenericWorld world;
        world.items(kInvoice);
        const auto report = world.disputes("C1;FA1;20,00;LIVR_INCOMP;manque 2;Anne;2026-02-12;2026-02-28;;\n"
                                           "C1;FA1;18,00;LIVR_INCOMP;;Anne;2026-02-12;;qualified;2026-02-13\n");
        QCOMPARE(report.status, IntakeStatus::Accepted);
        QCOMPARE(report.added, 1);
        auto stored = must(store::disputesOf(*world.connection, world.office.tenant, world.id("C1")));
        QCOMPARE(stored.size(), 1u);
        QCOMPARE(stored[0].amount, Money::ofMinor(2000));
        QCOMPARE(stored[0].events.size(), 1u);
        QCOMPARE(stored[0].events[0].amount, Money::ofMinor(1800));
        QVERIFY(stored[0].dueBy == day("2026-02-28") && stored[0].serverSeq == 1);
        Money disputed;
        must(visitAccounts(world.office, {.asOf = day("2026-03-01")}, [&](const ClientAccount& account) {
            disputed = account.disputeStatuses[0].disputed;
            return Result<void>();
        }));
        QCOMPARE(disputed, Money::ofMinor(1800));
        // Later only the new step comes.
        QCOMPARE(world.disputes("C1;FA1;20,00;LIVR_INCOMP;;;2026-02-12;;rejected;2026-02-20\n").updated, 1);
        stored = must(store::disputesOf(*world.connection, world.office.tenant, world.id("C1")));
        QCOMPARE(stored[0].events.size(), 2u);
        QCOMPARE(stored[0].text, std::string("manque 2"));

        const auto refused = [&](const std::string& row, const char* column, const char* reason) {
            requireRefused(world.disputes(row), 2, column, reason);
        };
        refused("C9;FA1;1,00;;;;2026-02-12;;;\n", "client", "No client");
        refused("C1;FA9;1,00;;;;2026-02-12;;;\n", "number", "no item");
        refused("C1;FA1;0;;;;2026-02-12;;;\n", "amount", "zero");
        refused("C1;FA1;1,00;;;;2026-02-12;2026-02-11;;\n", "due_by", "before");
        refused("C1;FA1;1,00;;;;2026-02-12;;solved;2026-02-13\n", "step", "words");
        refused("C1;FA1;1,00;;;;2026-02-12;;rejected;\n", "step", "no day");
        refused("C1;FA1;1,00;;;;2026-02-12;;rejected;2026-02-11\n", "step_day", "before");
    }

    void watchedFacts()
    {
        GenericWorld world;
        world.items(kInvoice);
        const auto report = world.watch("C1;insolvency;;2026-02-01;;RJ\nC1;missing_document;FA1;2026-02-01;;order\n"
                                        "C1;insurer_deadline;FA9;2026-06-01;;\n");
        QCOMPARE(report.added, 3);
        QCOMPARE(report.warnings.total(), 1); // FA9
        QCOMPARE(world.watch("C1;guarantee;;2026-12-31;10,00;x\n").added, 1);
        QCOMPARE(world.watch("C1;guarantee;;2026-12-31;20,00;x\n").updated, 1);
        QCOMPARE(must(store::watchFactsOf(*world.connection, world.office.tenant, world.id("C1"))).size(), 4u);
        requireRefused(world.watch("C1;missing_document;;2026-02-01;;order\n"), 2, "number", "name its number");
        requireRefused(world.watch("C1;rumour;;2026-02-01;;\n"), 2, "kind", "words");
    }
};

QTEST_GUILESS_MAIN(TestGenericImport)
#include "test_generic_import.moc"
