// SPDX-License-Identifier: Apache-2.0
// The accounts of the company as the rules read them: today from the stored rows, on an earlier day from the lines.
#include "tests/usecases/office_world.h"

#include "store/clients.h"
#include "store/disputes.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/watch_facts.h"
#include "tests/support/fec_generator.h"
#include "usecases/client_accounts.h"
#include "usecases/client_ledger.h"
#include "usecases/list_balances.h"

#include <rapidcheck.h>

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

const Currency kUsd = *Currency::parse("USD");

Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

/// What a visit is given, kept.
struct Told {
    Client client;
    Currency currency;
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;
    std::vector<Promise> promises;
    std::vector<PromiseStatus> statuses;
    std::vector<Dispute> disputes;
    std::vector<DisputeStatus> disputeStatuses;
    std::vector<Note> notes;
    std::vector<WatchFact> watched;
};

template<class T>
std::vector<T> kept(std::span<const T> span)
{
    return {span.begin(), span.end()};
}

std::vector<Told> visited(OfficeWorld& world, Day asOf, const std::string& key = {})
{
    std::vector<Told> all;
    must(visitAccounts(world.office, {.asOf = asOf, .clientKey = key}, [&](const ClientAccount& one) -> Result<void> {
        all.push_back({one.client, one.currency, kept(one.items), kept(one.receipts), kept(one.allocations),
                       kept(one.promises), kept(one.statuses), kept(one.disputes), kept(one.disputeStatuses),
                       kept(one.notes), kept(one.watched)});
        return {};
    }));
    return all;
}

/// A company that sold 100,00 to C1 on 5 January, was paid on 3 February, and sold 50,00 to C2 on 9 January.
std::unique_ptr<OfficeWorld> smallWorld()
{
    auto world = std::make_unique<OfficeWorld>();
    const std::string header = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
                               "CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|"
                               "Montantdevise|Idevise\n";
    world->import(header + "VE|V|1|20260105|411000|C|C1|Un|FA1|20260105|x|100,00|0,00|AA|20260203|20260105||\n"
                           "VE|V|1|20260105|707000|V|||FA1|20260105|x|0,00|100,00|||20260105||\n"
                           "VE|V|2|20260109|411000|C|C2|Deux|FA2|20260109|x|50,00|0,00|||20260109||\n"
                           "VE|V|2|20260109|707000|V|||FA2|20260109|x|0,00|50,00|||20260109||\n"
                           "BQ|B|3|20260203|411000|C|C1|Un|RG1|20260203|x|0,00|100,00|AA|20260203|20260203||\n"
                           "BQ|B|3|20260203|512000|B|||RG1|20260203|x|100,00|0,00|||20260203||\n");
    return world;
}

Promise promiseOf(ItemId item, const char* madeOn, const char* promisedFor)
{
    Promise promise;
    promise.id.value = Uuid::makeV7(1'000, {1});
    promise.client = ClientId{1};
    promise.items = {item};
    promise.amount = Money::ofMinor(10000);
    promise.madeOn = day(madeOn);
    promise.promisedFor = day(promisedFor);
    promise.serverSeq = 1;
    return promise;
}

Note noteOf(const char* madeOn, std::uint8_t id)
{
    Note note;
    note.id.value = Uuid::makeV7(1'000, {id});
    note.client = ClientId{1};
    note.text = madeOn;
    note.madeOn = day(madeOn);
    note.serverSeq = id;
    return note;
}

} // namespace

class TestAccounts : public QObject {
    Q_OBJECT

private slots:
    void today()
    {
        const auto world = smallWorld();
        const auto accounts = visited(*world, day("2026-03-01"));
        QCOMPARE(accounts.size(), 2u);
        QCOMPARE(accounts[0].client.key, std::string("C1"));
        QCOMPARE(accounts[0].items.size(), 1u);
        QVERIFY(accounts[0].items[0].residual.isZero());
        QCOMPARE(accounts[0].receipts.size(), 1u);
        QCOMPARE(accounts[0].allocations.size(), 1u);
        QCOMPARE(accounts[0].allocations[0].amount, Money::ofMinor(10000));
        QCOMPARE(accounts[1].items[0].residual, Money::ofMinor(5000));
    }

    void earlierDayIsMatchedAgainWithTheSameIds()
    {
        const auto world = smallWorld();
        const ItemId invoice = visited(*world, day("2026-03-01"), "C1")[0].items[0].id;
        const auto before = visited(*world, day("2026-02-02"), "C1");
        QCOMPARE(before.size(), 1u);
        QCOMPARE(before[0].items.size(), 1u);
        QCOMPARE(before[0].items[0].id, invoice);
        QCOMPARE(before[0].items[0].client, before[0].client.id);
        QCOMPARE(before[0].items[0].residual, Money::ofMinor(10000));
        QVERIFY(before[0].receipts.empty() && before[0].allocations.empty());
        const auto first = visited(*world, day("2026-01-01"));
        QCOMPARE(first.size(), 2u); // without any fact: visited once
        QVERIFY(first[0].items.empty() && first[0].currency == Currency());
    }

    void peoplesFactsAfterTheDayAreLeftOut()
    {
        const auto world = smallWorld();
        auto& db = *world->connection;
        const store::Tenant tenant = world->office.tenant;
        const ItemId invoice = visited(*world, day("2026-03-01"), "C1")[0].items[0].id;
        Promise promise = promiseOf(invoice, "2026-01-20", "2026-02-02");
        promise.ending = PromiseEnding::WithdrawnByUs;
        promise.endedOn = day("2026-02-10");
        must(store::upsertPromise(db, tenant, promise, 1));
        must(store::upsertNote(db, tenant, noteOf("2026-01-20", 1), 1));
        must(store::upsertNote(db, tenant, noteOf("2026-02-10", 2), 2));
        Note taken = noteOf("2026-01-20", 3);
        taken.retracted = true;
        must(store::upsertNote(db, tenant, taken, 3));
        Dispute dispute;
        dispute.id.value = Uuid::makeV7(1'000, {9});
        dispute.client = ClientId{1};
        dispute.item = invoice;
        dispute.amount = Money::ofMinor(4000);
        dispute.openedOn = day("2026-01-21");
        dispute.events = {{DisputeStep::Rejected, day("2026-02-10"), {}, "Anne"}};
        must(store::upsertDispute(db, tenant, dispute));
        must(store::upsertWatchFact(db, tenant, {ClientId{1}, WatchKind::Insolvency, "", day("2026-02-10"), {}, "RJ"}));
        must(store::upsertWatchFact(db, tenant, {ClientId{1}, WatchKind::Review, "", day("2026-12-31"), {}, ""}));

        const auto late = visited(*world, day("2026-02-10"), "C1")[0];
        QVERIFY(late.statuses.at(0).state == PromiseState::WithdrawnByUs);
        QCOMPARE(late.notes.size(), 2u);
        QCOMPARE(late.notes[0].text, std::string("2026-02-10")); // newest first
        QCOMPARE(late.disputes.at(0).events.size(), 1u);
        QVERIFY(!late.disputeStatuses.at(0).open);
        QCOMPARE(late.watched.size(), 2u);

        const auto between = visited(*world, day("2026-02-05"), "C1")[0]; // from the stored rows
        QVERIFY(between.promises.at(0).ending == PromiseEnding::None);
        QCOMPARE(between.statuses.size(), 1u);
        QVERIFY(between.statuses[0].state == PromiseState::Kept);
        QCOMPARE(between.notes.size(), 1u);
        QVERIFY(between.disputes.at(0).events.empty());

        const auto early = visited(*world, day("2026-01-22"), "C1")[0]; // from the lines
        QVERIFY(early.statuses.at(0).state == PromiseState::Open);
        QCOMPARE(early.disputeStatuses.at(0).disputed, Money::ofMinor(4000));
        QCOMPARE(early.watched.size(), 1u);
        const auto first = visited(*world, day("2026-01-19"), "C1")[0];
        QVERIFY(first.promises.empty() && first.notes.empty() && first.disputes.empty());
    }

    void currenciesAreToldApart()
    {
        const auto world = smallWorld();
        auto& db = *world->connection;
        const store::Tenant tenant = world->office.tenant;
        Item dollars;
        dollars.id = ItemId{77};
        dollars.client = ClientId{1};
        dollars.account = "411000";
        dollars.number = "US1";
        dollars.amount = dollars.residual = Money::ofMinor(900, kUsd);
        must(store::upsertItem(db, tenant, dollars));
        must(store::upsertNote(db, tenant, noteOf("2026-01-20", 1), 1));
        const auto accounts = visited(*world, day("2026-03-01"), "C1");
        QCOMPARE(accounts.size(), 2u);
        QVERIFY(accounts[0].currency == Currency() && accounts[1].currency == kUsd);
        QCOMPARE(accounts[0].items.size(), 1u);
        QCOMPARE(accounts[0].items[0].number, std::string("FA1"));
        QCOMPARE(accounts[1].items.size(), 1u);
        QCOMPARE(accounts[1].items[0].number, std::string("US1"));
        QVERIFY(accounts[1].receipts.empty());
        QCOMPARE(accounts[1].notes.size(), 1u);
    }

    void unknownClientAndErrorsOfTheVisitor()
    {
        const auto world = smallWorld();
        const auto ignore = [](const ClientAccount&) -> Result<void> { return {}; };
        REQUIRE_ERROR(visitAccounts(world->office, {.asOf = day("2026-03-01"), .clientKey = "C9"}, ignore),
                      "client.unknown");
        int calls = 0;
        const auto stopped = visitAccounts(world->office, {.asOf = day("2026-03-01")}, [&](const ClientAccount&) {
            ++calls;
            return Result<void>(failure(ErrorKind::Refused, "enough", "Enough."));
        });
        REQUIRE_ERROR(stopped, "enough");
        QCOMPARE(calls, 1);
        QVERIFY(!world->connection->inTransaction());
    }

    // On any day of three generated years the accounts add up to the balances, Σ allocations + unallocated is the
    // amount of each receipt and amount − Σ allocations the residual of each item, and an item has the id it has today.
    void anyDayAgreesWithTheBalances()
    {
        QVERIFY(rc::check("accounts as of any day", [] {
            FecStory story;
            story.seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
            story.clients = *rc::gen::inRange(1, 8);
            story.invoicesPerYear = *rc::gen::inRange(5, 40);
            story.detailedOpenings = *rc::gen::arbitrary<bool>();
            FecGenerator generator(story);
            OfficeWorld world;
            Day last;
            for (int year = 0; year < 3; ++year) {
                world.import(generator.year());
                last = generator.lastDay();
            }
            const Day asOf = last - *rc::gen::inRange(-30, 1000);
            const auto balances = must(listBalances(world.office, asOf));
            std::map<std::string, const ClientBalance*> byKey;
            for (const ClientBalance& one : balances.clients)
                byKey[one.client.key] = &one;
            const auto accounts = visited(world, asOf);
            RC_ASSERT(accounts.size() == balances.clients.size());
            const auto company = must(store::loadCompany(*world.connection, world.office.tenant));
            const auto reader = must(LedgerReader::open(world.office, company));
            for (const Told& account : accounts) {
                const AgedBalance aged = agedBalance(account.items, account.receipts, asOf);
                const AgedBalance& expected = byKey.at(account.client.key)->balance;
                RC_ASSERT(aged.buckets == expected.buckets);
                RC_ASSERT(aged.credits == expected.credits);
                // Whatever was read again and what not: as the lines say on that day, from scratch.
                const ClientLedger scratch = must(reader.ledgerOf(account.client, asOf));
                std::map<std::pair<std::string, int>, Money> residuals;
                for (const MatchedItem& one : scratch.items)
                    residuals[{one.item.account + one.item.number + one.item.pieceDay.iso(), one.item.rank}] =
                        one.item.residual;
                RC_ASSERT(residuals.size() == account.items.size());
                for (const Item& item : account.items)
                    RC_ASSERT(residuals.at({item.account + item.number + item.pieceDay.iso(), item.rank}) ==
                              item.residual);
                Money unallocated = Money::ofMinor(0);
                for (const MatchedReceipt& one : scratch.receipts)
                    unallocated += one.receipt.unallocated;
                RC_ASSERT(-unallocated == aged.credits);
                std::map<ItemId, Money> ofItem;
                std::map<ReceiptId, Money> ofReceipt;
                for (const Allocation& one : account.allocations) {
                    ofItem[one.item] += one.amount;
                    ofReceipt[one.receipt] += one.amount;
                }
                std::set<ItemId> ids;
                for (const Item& item : account.items) {
                    RC_ASSERT(item.residual + ofItem[item.id] == item.amount);
                    RC_ASSERT(ids.insert(item.id).second);
                    const auto stored =
                        must(store::findItem(*world.connection, world.office.tenant, account.client.id, item.id));
                    const bool same =
                        stored ? stored->number == item.number && stored->rank == item.rank : item.id.value < 0;
                    RC_ASSERT(same);
                }
                for (const Receipt& receipt : account.receipts)
                    RC_ASSERT(receipt.unallocated + ofReceipt[receipt.id] == receipt.amount);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "test_accounts.moc"
