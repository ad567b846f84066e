// SPDX-License-Identifier: Apache-2.0
// What the verbs of the office leave in the store and tell the devices.
#include "tests/usecases/office_world.h"

#include "store/clients.h"
#include "store/devices.h"
#include "store/events.h"
#include "store/items.h"
#include "store/ledger_lines.h"
#include "store/receipts.h"
#include "usecases/import_clients.h"
#include "usecases/import_dues.h"
#include "usecases/list_balances.h"
#include "usecases/people.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

/// A FEC of sales and payments: "2026-01-05 C1 FA1 120,00" is an invoice, a negative amount a payment; a fifth word
/// letters it.
std::string fec(const std::vector<std::string>& lines, const std::string& name = "Client")
{
    std::string text = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLi"
                       "b\tPieceRef\tPieceDate\tEcritureLib\t"
                       "Debit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";
    int number = 0;
    for (const std::string& line : lines) {
        auto words = QString::fromStdString(line).split(' ');
        const std::string day = words[0].remove('-').toStdString();
        const bool payment = words[3].startsWith('-');
        const std::string amount = words[3].remove('-').toStdString();
        const std::string head =
            std::string(payment ? "BQ\tBanque" : "VE\tVentes") + '\t' + std::to_string(++number) + '\t' + day + '\t';
        const std::string tail = '\t' + words[2].toStdString() + '\t' + day + "\tx\t";
        const std::string letter = words.size() > 4 ? words[4].toStdString() + "\t20260203" : "\t";
        text += head + "411000\tClients\t" + words[1].toStdString() + '\t' + name + ' ' + words[1].toStdString() +
                tail + (payment ? "0,00\t" + amount : amount + "\t0,00") + '\t' + letter + '\t' + day + "\t\t\n";
        text += head + (payment ? "512000\tBanque\t\t" : "707000\tVentes\t\t") + tail +
                (payment ? amount + "\t0,00" : "0,00\t" + amount) + "\t\t\t" + day + "\t\t\n";
    }
    return text;
}

const std::vector<std::string> kMonday{"2026-01-05 C1 FA1 100,00", "2026-01-09 C1 FA2 50,00",
                                       "2026-02-01 C2 FA3 70,00"};
const std::vector<std::string> kFriday{"2026-01-05 C1 FA1 100,00 AA", "2026-01-09 C1 FA2 50,00",
                                       "2026-02-01 C2 FA3 70,00", "2026-02-03 C1 RG1 -100,00 AA"};

Client client(OfficeWorld& world, const char* key)
{
    auto found = must(store::findClientByKey(*world.connection, world.office.tenant, key));
    return found.value_or(Client{});
}

std::vector<Item> items(OfficeWorld& world, const char* key)
{
    return must(store::itemsOf(*world.connection, world.office.tenant, client(world, key).id));
}

std::map<std::string, std::int64_t> idsByNumber(OfficeWorld& world, const char* key)
{
    std::map<std::string, std::int64_t> ids;
    for (const Item& item : items(world, key))
        ids[item.number] = item.id.value;
    return ids;
}

} // namespace

class TestOffice : public QObject {
    Q_OBJECT

private slots:
    void sameFileMakesNoCommit()
    {
        OfficeWorld world;
        QVERIFY(world.import(fec(kMonday)).changed);
        QCOMPARE(world.head(), 1);
        const auto again = world.import(fec(kMonday));
        QVERIFY(!again.changed);
        QCOMPARE(again.linesKept, 3);
        QCOMPARE(world.head(), 1);
        QCOMPARE(must(store::listImports(*world.connection, world.office.tenant)).size(), 1u);
        REQUIRE_OK(store::verifyChain(*world.connection, world.office.tenant));
    }

    // Loans and rents are booked ahead: nobody knows of the receipts of a day to come, no promise breaks on them.
    void receiptsAreKnownThroughTodayAtMost()
    {
        OfficeWorld world;
        const Day today = world.clock.today();
        const std::string ahead = (today + 10).iso() + " C1 RG1 -20,00";
        const auto report = world.import(fec({"2026-01-05 C1 FA1 100,00", ahead}));
        QCOMPARE(*report.coveredThrough, today);
        QCOMPARE(*report.ledgerThrough, today + 10);
        QCOMPARE(report.file.status, intake::IntakeStatus::AcceptedWithWarnings);
        QCOMPARE(report.warnings.total(), 1);
        QCOMPARE(report.warnings.listed().front().value, (today + 10).iso());
        QCOMPARE(*must(store::loadCompany(*world.connection, world.office.tenant)).coveredThrough, today);

        const std::string friday = fec(kFriday); // outlives its source
        LedgerImportRequest request;
        request.source = intake::memorySource(friday);
        request.coveredThrough = today + 1;
        REQUIRE_ERROR(importLedger(world.office, request), "import.covered");
        request.source = intake::memorySource(friday);
        request.coveredThrough = today;
        const auto told = must(importLedger(world.office, request)).warnings;
        QCOMPARE(told.total(), 1); // not that a day is to come, but that the file before goes on beyond this one
        QVERIFY2(told.listed()[0].reason.contains("imported before"), told.listed()[0].reason.c_str());
    }

    void dryRunLeavesNoTrace()
    {
        OfficeWorld world;
        QCOMPARE(world.import(fec(kMonday), true).clientsAdded, 2);
        QCOMPARE(world.head(), 0);
        QCOMPARE(must(store::countClients(*world.connection, world.office.tenant)), 0);
        QVERIFY(world.import(fec(kMonday)).changed);
        QCOMPARE(client(world, "C1").id.value, 1); // ids were not used up either
    }

    void newLettersKeepTheItemsAndTellTheDifference()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        const auto before = idsByNumber(world, "C1");
        const auto report = world.import(fec(kFriday));
        QCOMPARE(report.linesAdded, 1);
        QCOMPARE(report.linesRelettered, 1);
        QCOMPARE(report.linesVanished, 0);
        QCOMPARE(report.linesKept, 2);
        QCOMPARE(report.ledger.items.size(), 1u);
        QCOMPARE(report.ledger.items[0].number, std::string("FA1"));
        QCOMPARE(report.ledger.items[0].before, Money::ofMinor(10000));
        QVERIFY(report.ledger.items[0].after && report.ledger.items[0].after->isZero());
        QVERIFY(idsByNumber(world, "C1") == before);
        // The devices hear of C1 only, of what changed only.
        const auto page = must(store::changesAfter(*world.connection, world.office.tenant, 1, std::nullopt));
        QCOMPARE(page.changes.size(), 1u);
        QCOMPARE(page.changes[0].client, client(world, "C1").id);
        QCOMPARE(page.changes[0].rows.size(), 2u); // the item and the receipt
    }

    // An item that vanishes and comes back is the same item: promises point to it.
    void idsOutliveTheirItems()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        const auto ids = idsByNumber(world, "C1");
        const auto shorter = world.import(fec({"2026-01-05 C1 FA1 100,00", "2026-02-01 C2 FA3 70,00"}));
        QCOMPARE(shorter.ledger.items.size(), 1u);
        QVERIFY(!shorter.ledger.items[0].after);
        QCOMPARE(items(world, "C1").size(), 1u);
        world.import(fec(kMonday));
        QVERIFY(idsByNumber(world, "C1") == ids);
        must(undoImport(world.office));
        QCOMPARE(items(world, "C1").size(), 1u);
        must(undoImport(world.office));
        QVERIFY(idsByNumber(world, "C1") == ids);
        REQUIRE_OK(store::verifyChain(*world.connection, world.office.tenant));
    }

    void undoRestoresLetters()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        world.import(fec(kFriday));
        QVERIFY(items(world, "C1")[0].residual.isZero());
        const auto report = must(undoImport(world.office));
        QCOMPARE(items(world, "C1")[0].residual, Money::ofMinor(10000));
        QVERIFY(must(store::receiptsOf(*world.connection, world.office.tenant, client(world, "C1").id)).empty());
        QCOMPARE(report.clientsForgotten, 0);
    }

    void undoForgetsClientsNobodyElseNamed()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        world.import(fec({"2025-03-01 C8 FB1 10,00", "2025-03-01 C9 FB2 10,00"}));
        must(addUser(world.office, "Nadia", store::Role::Salesperson));
        must(assignClient(world.office, "C9", "Nadia"));
        QCOMPARE(must(undoImport(world.office)).clientsForgotten, 1);
        QVERIFY(!client(world, "C8").id);
        QVERIFY(client(world, "C9").id); // somebody cared
    }

    // A device may have said something of a client that only the file knows (a seed of the simulation).
    void undoKeepsClientsOfWhichSomethingWasSaid()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        world.import(fec({"2025-03-01 C8 FB1 10,00"}));
        Saying saying;
        saying.client = client(world, "C8").id;
        saying.object = Uuid::makeV7(1, {1});
        saying.content = AnomalySeen{"late_95|411000|FB1"};
        Event event;
        event.id = OperationId{Uuid::makeV7(2, {2})};
        event.saying = must(store::withBytes(saying));
        must(store::upsertEvent(*world.connection, world.office.tenant, event));
        QCOMPARE(must(undoImport(world.office)).clientsForgotten, 0);
        QVERIFY(client(world, "C8").id);
    }

    // Until a file of clients names them, the latest accounting does, whatever the order of the imports.
    void namesComeFromTheLatestLine()
    {
        const std::string old = fec({"2024-03-01 C1 FB1 10,00"}, "Old");
        const std::string recent = fec({"2025-03-01 C1 FC1 10,00"}, "Recent");
        for (const auto& order : {std::array{old, recent}, std::array{recent, old}}) {
            OfficeWorld world;
            for (const std::string& file : order)
                world.import(file);
            QCOMPARE(client(world, "C1").name, std::string("Recent C1"));
        }
        OfficeWorld world;
        world.import(old);
        must(importClients(world.office, intake::memorySource("client;name\nC1;Our name\n"), "c.csv"));
        world.import(recent);
        QCOMPARE(client(world, "C1").name, std::string("Our name"));
    }

    void clientsTwiceChangeNothing()
    {
        const std::string file = "client;name;city;salesperson;terms;credit_limit;contact_name;phone\nC1;Un;Lyon;Nadia;"
                                 "45;1000,00;Paul;01 99\nC7;Sept;;Nadia;;;;\n";
        OfficeWorld world;
        world.import(fec(kMonday));
        const auto first = must(importClients(world.office, intake::memorySource(file), "c.csv"));
        QCOMPARE(first.clientsAdded, 1);
        QCOMPARE(first.clientsChanged, 1);
        QVERIFY(first.peopleAdded == std::vector<std::string>{"Nadia"});
        QCOMPARE(items(world, "C1")[0].due, *Day::fromYmd(2026, 2, 19)); // 05/01 + 45 days
        const std::int64_t head = world.head();
        QVERIFY(!must(importClients(world.office, intake::memorySource(file), "c.csv")).changed);
        QCOMPARE(world.head(), head);
        // An empty cell says nothing.
        must(importClients(world.office, intake::memorySource("client;city;terms\nC1;;\n"), "c.csv"));
        QCOMPARE(client(world, "C1").city, std::string("Lyon"));
        QCOMPARE(client(world, "C1").termsDays, 45);
    }

    void cashIsDueOnTheDay()
    {
        OfficeWorld world; // 30 days by default
        world.import(fec(kMonday));
        QVERIFY(!client(world, "C1").termsDays);
        must(importClients(world.office, intake::memorySource("client;terms\nC1;0\n"), "c.csv"));
        QCOMPARE(client(world, "C1").termsDays, 0);
        QCOMPARE(items(world, "C1")[0].due, *Day::fromYmd(2026, 1, 5));
        QCOMPARE(items(world, "C2")[0].due, *Day::fromYmd(2026, 3, 3)); // nothing said: 01/02 + 30
        // Terms of 0 days are something said: taking the accounting back does not forget the client.
        QCOMPARE(must(undoImport(world.office)).clientsForgotten, 1);
        QCOMPARE(client(world, "C1").key, std::string("C1"));
    }

    // A name is typed again to enrol: as long in any alphabet, and nothing in it that is not seen.
    void namesOfPeople()
    {
        OfficeWorld world;
        std::string twoHundred;
        for (int i = 0; i < 200; ++i)
            twoHundred += "é";
        REQUIRE_OK(addUser(world.office, twoHundred, store::Role::Office));
        for (const std::string& name : {twoHundred + "é", std::string("a\x1b[2Jb"), std::string("a\nb"),
                                        std::string("\xe2\x80\xae") + "b", std::string("\xe2\x80\x8b")})
            REQUIRE_ERROR(addUser(world.office, name, store::Role::Office), "person.name");
        const std::string csv = "client;salesperson\nC1;Na\xe2\x80\x8b"
                                "dia\n";
        REQUIRE_ERROR(importClients(world.office, intake::memorySource(csv), "c.csv"), "person.name");
        QCOMPARE(must(store::listPeople(*world.connection, world.office.tenant)).size(), 1u);
    }

    // 'client assign' is not undone in silence, and a misspelt name is named with its line.
    void portfoliosThatChangeAreTold()
    {
        OfficeWorld world;
        const auto import = [&](const std::string& rows) {
            return must(importClients(world.office, intake::memorySource("client;city;salesperson\n" + rows), "c.csv"));
        };
        const auto first = import("C1;Lyon;Nadia Ferrand\nC2;;Élise Garnot\n");
        QCOMPARE(first.warnings.total(), 2); // both people are new
        QCOMPARE(first.warnings.listed()[1].line, 3);
        QCOMPARE(first.warnings.listed()[1].value, std::string("Élise Garnot"));
        QVERIFY(first.status == intake::IntakeStatus::AcceptedWithWarnings);
        QVERIFY(must(assignClient(world.office, "C1", "elise garnot")));
        QVERIFY(import("C1;Lyon;\nC2;Anse;ELISE GARNOT\n").warnings.empty()); // empty: nothing said of it
        QCOMPARE(client(world, "C1").salesperson, client(world, "C2").salesperson);
        const auto moved = import("C1;Lyon;Nadia Ferrand\n");
        QCOMPARE(moved.warnings.total(), 1);
        QCOMPARE(moved.warnings.listed()[0].line, 2);
        QCOMPARE(moved.warnings.listed()[0].value, std::string("C1: Élise Garnot -> Nadia Ferrand"));
        QVERIFY(import("C1;Lyon;Nadia Ferrand\n").warnings.empty());
        QCOMPARE(must(store::listPeople(*world.connection, world.office.tenant)).size(), 2u);
    }

    void namesAreKnownAsTheyAreTyped()
    {
        OfficeWorld world;
        REQUIRE_OK(addUser(world.office, "Élise Garnot", store::Role::Salesperson));
        QCOMPARE(must(personNamed(world.office, " elise  GARNOT ")).name, std::string("Élise Garnot"));
        REQUIRE_ERROR(addUser(world.office, "Elise Garnot", store::Role::Office), "person.exists");
        REQUIRE_ERROR(personNamed(world.office, "Elise"), "person.unknown");
        // Two people that only an accent tells apart, from before: each by the exact name.
        must(store::insertPerson(*world.connection, world.office.tenant, "Elise Garnot", store::Role::Office));
        QVERIFY(must(personNamed(world.office, "Elise Garnot")).role == store::Role::Office);
        REQUIRE_ERROR(personNamed(world.office, "elise garnot"), "person.ambiguous");
    }

    void aDisabledPersonIsLetInAgain()
    {
        OfficeWorld world;
        REQUIRE_OK(addUser(world.office, "Nadia", store::Role::Salesperson));
        QVERIFY(must(disableUser(world.office, "nadia")));
        REQUIRE_ERROR(enrolUser(world.office, "Nadia"), "person.disabled");
        QVERIFY(must(listUsers(world.office))[0].disabled);
        QVERIFY(must(enableUser(world.office, "nadia")));
        QVERIFY(!must(enableUser(world.office, "Nadia")));
        REQUIRE_OK(enrolUser(world.office, "Nadia"));
        REQUIRE_ERROR(enableUser(world.office, "Nobody"), "person.unknown");
    }

    void duesMoveDaysOnce()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        const std::string file = "client;number;due\nC1;FA1;2026-03-31\nC1;FA9;2026-04-30\n";
        const auto report = must(importDues(world.office, intake::memorySource(file), "d.csv"));
        QVERIFY(report.changed);
        QCOMPARE(report.warnings.total(), 1); // FA9 is not there yet
        QCOMPARE(items(world, "C1")[0].due, *Day::fromYmd(2026, 3, 31));
        QCOMPARE(items(world, "C1")[0].dueSource, DueSource::Given);
        QVERIFY(!must(importDues(world.office, intake::memorySource(file), "d.csv")).changed);
        world.import(fec({"2026-01-05 C1 FA1 100,00", "2026-01-09 C1 FA9 50,00", "2026-02-01 C2 FA3 70,00"}));
        for (const Item& item : items(world, "C1"))
            QCOMPARE(item.dueSource, DueSource::Given); // the day waited for its invoice
    }

    void assignTellsTheFormerPortfolio()
    {
        OfficeWorld world;
        world.import(fec(kMonday));
        const UserId nadia = must(addUser(world.office, "Nadia", store::Role::Salesperson));
        const UserId samuel = must(addUser(world.office, "Samuel", store::Role::Salesperson));
        QVERIFY(must(assignClient(world.office, "C1", "Nadia")));
        const std::int64_t before = world.head();
        QVERIFY(must(assignClient(world.office, "C1", "Samuel")));
        const auto exits = must(store::scopeExits(*world.connection, world.office.tenant, nadia, before, world.head()));
        QCOMPARE(exits.size(), 1u);
        QCOMPARE(exits[0].client, client(world, "C1").id);
        const auto entered = must(store::changesAfter(*world.connection, world.office.tenant, before, samuel));
        QCOMPARE(entered.changes.size(), 1u);
        QVERIFY(!must(assignClient(world.office, "C1", "Samuel")));
        QCOMPARE(world.head(), before + 1);
    }

    void invitationWorksOnceForTenMinutes()
    {
        OfficeWorld world;
        const UserId nadia = must(addUser(world.office, "Nadia", store::Role::Salesperson));
        const auto hashOf = [](const std::string& code) {
            return store::sha256({reinterpret_cast<const std::uint8_t*>(code.data()), code.size()});
        };
        const Invitation one = must(enrolUser(world.office, "Nadia"));
        const Invitation two = must(enrolUser(world.office, "Nadia"));
        QVERIFY(one.code != two.code);
        QCOMPARE(one.code.size(), 32u);
        QCOMPARE(
            must(store::useEnrolmentCode(*world.connection, world.office.tenant, hashOf(one.code), world.clock.now())),
            nadia);
        REQUIRE_ERROR(
            store::useEnrolmentCode(*world.connection, world.office.tenant, hashOf(one.code), world.clock.now()),
            "enrol.code");
        world.clock.advance(std::chrono::minutes(11));
        REQUIRE_ERROR(
            store::useEnrolmentCode(*world.connection, world.office.tenant, hashOf(two.code), world.clock.now()),
            "enrol.code");
        REQUIRE_ERROR(enrolUser(world.office, "Nobody"), "person.unknown");
    }

    // Every day of the ledger replayed adds up, and the last one is what is stored.
    void anyDayAddsUp()
    {
        OfficeWorld world;
        world.import(fec(kFriday));
        const Day last = *Day::fromYmd(2026, 2, 3);
        const auto stored = must(listBalances(world.office, last));
        for (Day day = *Day::fromYmd(2026, 1, 1); day < last; day = day + 1) {
            const auto list = must(listBalances(world.office, day));
            QCOMPARE(list.clients.size(), stored.clients.size());
            const auto open = must(listItems(world.office, day));
            Money residuals;
            for (const ClientItem& one : open.items)
                residuals += one.item.residual;
            QCOMPARE(residuals + list.total().credits, list.total().balance());
        }
        QCOMPARE(must(listBalances(world.office, last - 1)).total().balance(), Money::ofMinor(22000));
        QCOMPARE(stored.total().balance(), Money::ofMinor(12000));
    }
};

QTEST_GUILESS_MAIN(TestOffice)
#include "test_office.moc"
