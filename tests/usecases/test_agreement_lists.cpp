// SPDX-License-Identifier: Apache-2.0
// The office's listings of disputes and of how promises turned out, on any day.
#include "tests/usecases/office_world.h"

#include "store/disputes.h"
#include "store/promises.h"
#include "usecases/client_accounts.h"
#include "usecases/list_agreements.h"
#include "usecases/propose_allocations.h"

#include <QTest>

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

/// C1 owes FA1, 100,00, paid on 3 February; C2 owes FA2, 50,00.
struct Lists : OfficeWorld {
    Lists()
    {
        import("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"
               "PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n"
               "VE|V|1|20260105|411000|C|C1|Un|FA1|20260105|x|100,00|0,00|AA|20260203|20260105||\n"
               "VE|V|1|20260105|707000|V|||FA1|20260105|x|0,00|100,00|||20260105||\n"
               "VE|V|2|20260109|411000|C|C2|Deux|FA2|20260109|x|50,00|0,00|||20260109||\n"
               "VE|V|2|20260109|707000|V|||FA2|20260109|x|0,00|50,00|||20260109||\n"
               "BQ|B|3|20260203|411000|C|C1|Un|RG1|20260203|x|0,00|100,00|AA|20260203|20260203||\n"
               "BQ|B|3|20260203|512000|B|||RG1|20260203|x|100,00|0,00|||20260203||\n");
        must(visitAccounts(office, {.asOf = day("2026-03-01"), .clientKey = {}},
                           [&](const ClientAccount& one) -> Result<void> {
                               invoices.push_back(one.items[0]);
                               return {};
                           }));
    }

    void contest(std::size_t invoice, std::int64_t cents, const char* openedOn, std::uint8_t id,
                 std::vector<DisputeEvent> events = {})
    {
        Dispute dispute;
        dispute.id.value = Uuid::makeV7(1'000, {id});
        dispute.client = invoices[invoice].client;
        dispute.item = invoices[invoice].id;
        dispute.amount = Money::ofMinor(cents);
        dispute.reason = "DOUBLON";
        dispute.openedOn = day(openedOn);
        dispute.events = std::move(events);
        dispute.serverSeq = id;
        must(store::upsertDispute(*connection, office.tenant, dispute));
    }
    void promise(std::size_t invoice, const char* promisedFor, const char* by, std::uint8_t id)
    {
        Promise promise;
        promise.id.value = Uuid::makeV7(1'000, {id});
        promise.client = invoices[invoice].client;
        promise.items = {invoices[invoice].id};
        promise.amount = invoices[invoice].amount;
        promise.madeOn = day("2026-01-20");
        promise.promisedFor = day(promisedFor);
        promise.promisedBy = by;
        promise.serverSeq = id;
        must(store::upsertPromise(*connection, office.tenant, promise, id));
    }

    std::vector<Item> invoices; ///< FA1, FA2
};

std::vector<std::string> numbers(const std::vector<ClientDispute>& list)
{
    std::vector<std::string> all;
    for (const ClientDispute& one : list)
        all.push_back(one.itemNumber + (one.status.open ? "" : " closed"));
    return all;
}

} // namespace

class TestAgreementLists : public QObject {
    Q_OBJECT

private slots:
    void disputesOpenFirstByTheDayOfTheirAnswer()
    {
        Lists lists;
        lists.contest(1, 2000, "2026-01-26", 1);
        lists.contest(0, 3000, "2026-01-21", 2);
        using Numbers = std::vector<std::string>;
        QVERIFY((numbers(must(listDisputes(lists.office, day("2026-02-01")))) == Numbers{"FA1", "FA2"}));
        const auto later = must(listDisputes(lists.office, day("2026-03-01")));
        QVERIFY((numbers(later) == Numbers{"FA2", "FA1 closed"}));
        QVERIFY(later[1].status.state == DisputeState::Settled);
        QVERIFY(later[1].status.closedOn == day("2026-02-03"));
        QCOMPARE(later[0].client, std::string("C2"));
        QCOMPARE(later[0].clientName, std::string("Deux"));
        QCOMPARE(later[0].status.daysLate, 27); // due on Monday 2 February, after five days and a weekend
        QCOMPARE(numbers(must(listDisputes(lists.office, day("2026-01-22")))).size(), std::size_t{1});
        QCOMPARE(numbers(must(listDisputes(lists.office, day("2026-03-01"), "C2"))).size(), std::size_t{1});
        QCOMPARE(listDisputes(lists.office, day("2026-03-01"), "C9").error().code, std::string("client.unknown"));
    }

    void reliabilityByClientAndByPerson()
    {
        Lists lists;
        lists.promise(0, "2026-02-02", "Mme Roux", 1);
        lists.promise(1, "2026-02-02", "M. Blanc", 2);
        lists.promise(1, "2026-01-26", "", 3);
        const auto clients = must(listReliability(lists.office, day("2026-03-01"), ReliabilityBy::Client));
        QCOMPARE(clients.size(), std::size_t{2});
        QCOMPARE(clients[0].client, std::string("C1"));
        QCOMPARE(clients[0].reliability.kept, 1);
        QVERIFY(clients[0].reliability.meanSlip() == Hundredths{100});
        QCOMPARE(clients[1].reliability.closed(),
                 1); // receipts are known through 3 February: the other window was open
        QCOMPARE(clients[1].reliability.open, 1);
        const auto people = must(listReliability(lists.office, day("2026-03-01"), ReliabilityBy::Person));
        QCOMPARE(people.size(), std::size_t{3});
        QCOMPARE(people[0].person, std::string("Mme Roux"));
        QCOMPARE(people[1].person, std::string());
        QCOMPARE(people[1].reliability.broken, 1);
        QCOMPARE(people[2].person, std::string("M. Blanc"));
        QVERIFY(must(listReliability(lists.office, day("2026-01-19"), ReliabilityBy::Client)).empty());
        QCOMPARE(must(listReliability(lists.office, day("2026-03-01"), ReliabilityBy::Person, "C2")).size(),
                 std::size_t{2});
    }

    void paymentsThatAreNotLetteredGoWhereTheLawSays()
    {
        OfficeWorld world;
        world.import(
            "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"
            "PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n"
            "VE|V|1|20260109|411000|C|C1|Un|FA2|20260109|x|50,00|0,00|||20260109||\n"
            "VE|V|2|20260105|411000|C|C1|Un|FA1|20260105|x|100,00|0,00|||20260105||\n"
            "VE|V|3|20260301|411000|C|C1|Un|FA3|20260301|x|70,00|0,00|||20260301||\n"
            "BQ|B|4|20260301|411000|C|C1|Un|RG2|20260301|x|0,00|90,00|||20260301||\n"
            "BQ|B|5|20260215|411000|C|C1|Un|RG1|20260215|x|0,00|120,00|||20260215||\n"
            "BQ|B|4|20260301|512000|B|||RG2|20260301|x|90,00|0,00|||20260301||\n"
            "BQ|B|5|20260215|512000|B|||RG1|20260215|x|120,00|0,00|||20260215||\n");
        const auto list = must(proposeAllocations(world.office, day("2026-03-02")));
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].receipt.number, std::string("RG1"));
        QCOMPARE(list[0].items[0].number, std::string("FA1")); // the oldest
        QCOMPARE(list[0].split.shares[0].principal, Money::ofMinor(10000));
        QCOMPARE(list[0].split.shares[1].principal, Money::ofMinor(2000));
        QCOMPARE(list[1].items[0].number, std::string("FA2")); // what the first payment left of it
        QCOMPARE(list[1].split.shares[0].principal, Money::ofMinor(3000));
        QVERIFY(list[1].split.shares[0].rule == AllocationRule::DueFirst);
        QCOMPARE(list[1].items[1].number, std::string("FA3"));
        QCOMPARE(list[1].split.shares[1].principal, Money::ofMinor(6000));
        const auto before = must(proposeAllocations(world.office, day("2026-02-28")));
        QCOMPARE(before.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestAgreementLists)
#include "test_agreement_lists.moc"
