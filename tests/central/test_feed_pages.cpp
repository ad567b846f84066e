// SPDX-License-Identifier: Apache-2.0
// What a device holds is what the tables say of its portfolio, and nothing else, whatever the size of the answers.
#include "tests/central/centre.h"

#include "sync/protocol/compression.h"
#include "sync/protocol/limits.h"
#include "tests/store/counting.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::test;

namespace {

bool holds(const protocol::Bytes& body, std::string_view marker)
{
    const auto plain = must(protocol::decompress(body, {.maximumBytes = 64 << 20, .maximumExpansion = 1 << 20}));
    return std::ranges::search(plain, marker).size() > 0;
}

std::vector<ClientId> addClients(Centre& centre, int count)
{
    std::vector<ClientId> clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(centre.addClient("C" + std::to_string(100 + i),
                                           i % 3 == 0   ? centre.karim
                                           : i % 3 == 1 ? centre.nadia
                                                        : UserId(),
                                           1 + i % 4));
    return clients;
}

/// One thing that may happen at the centre.
void happen(Centre& centre, const std::vector<ClientId>& clients)
{
    const ClientId client = clients[*rc::gen::inRange<std::size_t>(0, clients.size())];
    const auto portfolio = must(store::findClient(centre.store(), centre.tenant, client))->salesperson;
    switch (*rc::gen::inRange(0, 6)) {
    case 0: centre.payItem(client, centre.firstItem(client)); break;
    case 1: centre.rename(client, "Renamed " + std::to_string(centre.head())); break;
    case 2: centre.assign(client, portfolio == centre.nadia ? centre.karim : centre.nadia); break;
    case 3:
        centre.addClient("N" + std::to_string(centre.head()),
                         *rc::gen::arbitrary<bool>() ? centre.nadia : centre.karim);
        break;
    case 4: centre.addDispute(client, "contested at " + std::to_string(centre.head())); break;
    default:
        auto device = centre.addDevice(centre.nadia);
        centre.sync(device, {centre.note(device, client, "noted at " + std::to_string(centre.head()))}, 1);
    }
}

} // namespace

class TestFeedPages : public QObject {
    Q_OBJECT
private slots:
    void firstSync()
    {
        Centre centre;
        const auto clients = addClients(centre, 12);
        for (const UserId person : {centre.nadia, centre.odile}) {
            TestDevice device = centre.addDevice(person);
            const auto response = centre.sync(device);
            QCOMPARE(device.replica.words(), centre.expected(person).words());
            QCOMPARE(response.checkpoint->clientsTotal, person == centre.nadia ? 4 : 12);
            QCOMPARE(response.announcedClients, std::optional<std::int64_t>(response.checkpoint->clientsTotal));
            QVERIFY(!centre.sync(device).announcedClients); // said once, when there is much to wait for
            QVERIFY(!response.checkpoint->more);
            QCOMPARE(response.checkpoint->ledgerThrough, Day::fromYmd(2026, 11, 20));
            QCOMPARE(response.checkpoint->coveredThrough, Day::fromYmd(2026, 11, 19));
            QCOMPARE(response.checkpoint->at.seq, centre.head());
            QCOMPARE(response.checkpoint->at.position, protocol::Cursor::Position::AfterCommit);
            for (const auto& page : response.pages)
                for (const auto& bundle : page.bundles)
                    QVERIFY(bundle.complete);
        }
    }

    /// A whole shop's customers under one key must not stop the others, on no device, at no time.
    void aClientTooLargeForADeviceIsLeftOut()
    {
        Centre centre;
        const ClientId before = centre.addClient("BEFORE", centre.nadia);
        const ClientId shop = centre.addClient("SHOP", centre.nadia);
        const ClientId after = centre.addClient("AFTER", centre.nadia);
        TestDevice early = centre.addDevice(centre.nadia);
        centre.syncAll(early);
        QCOMPARE(early.replica.clients.size(), std::size_t{3});

        std::vector<ItemId> added;
        for (int i = 0; i < 600; ++i) // a line of a file has at most 64 KiB
            added.push_back(centre.addItem(shop, std::string(60'000, 'x')));
        const auto has = [](const TestDevice& device, ClientId client) {
            return device.replica.clients.contains(client.value);
        };
        TestDevice late = centre.addDevice(centre.nadia);
        for (TestDevice* device : {&early, &late}) {
            centre.syncAll(*device);
            QVERIFY(has(*device, before) && has(*device, after) && !has(*device, shop));
        }
        TestDevice office = centre.addDevice(centre.odile);
        centre.sync(office, {centre.note(office, shop, "called"), centre.note(office, after, "called too")}, 1);
        for (TestDevice* device : {&early, &late}) {
            centre.syncAll(*device);
            QVERIFY(!has(*device, shop));
            QCOMPARE(device->replica.clients.at(after.value).notes.size(), std::size_t{1});
        }
        for (int i = 0; i < 200; ++i)
            centre.deleteItem(shop, added[static_cast<std::size_t>(i)]);
        for (TestDevice* device : {&early, &late}) {
            centre.syncAll(*device);
            QCOMPARE(device->replica.words(), centre.expected(centre.nadia).words());
        }
    }

    /// Whether a client of many rows fits is asked as it is sent: an answer that stops after one asked it of all of them.
    void aLargeClientIsWeighedAsItIsSent()
    {
        const auto statements = [](int items) {
            Centre centre;
            std::vector<ClientId> clients;
            for (int i = 0; i < 20; ++i)
                clients.push_back(centre.addClient("C" + std::to_string(i), centre.nadia, items));
            TestDevice device = centre.addDevice(centre.nadia);
            centre.syncAll(device);
            for (const ClientId client : clients)
                centre.payItem(client, centre.firstItem(client));
            store::test::Counting counting(centre.store());
            const auto caller = must(central::findCaller(centre.store(), centre.tenant, device.id));
            const auto body =
                must(central::synchronise(counting, centre.tenant, caller, centre.request(device, {}, 1), centre.now));
            device.replica.apply(centre.decode(body));
            const int counted = counting.statements();
            centre.syncAll(device, 1);
            if (device.replica.words() != centre.expected(centre.nadia).words())
                return -1;
            return counted;
        };
        const int ofFewRows = statements(2);
        QVERIFY(ofFewRows > 0);
        QCOMPARE(statements(200), ofFewRows + 1);
    }

    /// However many commits it is about.
    void aPullAsksAFewStatements()
    {
        const auto statements = [](std::size_t commits) {
            Centre centre;
            std::vector<ClientId> clients;
            for (int i = 0; i < 20; ++i)
                clients.push_back(centre.addClient("C" + std::to_string(i), centre.nadia));
            TestDevice device = centre.addDevice(centre.nadia);
            centre.syncAll(device);
            for (const ClientId client : std::span(clients).first(commits))
                centre.payItem(client, centre.firstItem(client));
            store::test::Counting counting(centre.store());
            const auto caller = must(central::findCaller(centre.store(), centre.tenant, device.id));
            device.replica.apply(centre.decode(
                must(central::synchronise(counting, centre.tenant, caller, centre.request(device), centre.now))));
            return device.replica.words() == centre.expected(centre.nadia).words() ? counting.statements() : -1;
        };
        const int few = statements(1);
        QVERIFY(few > 0 && few <= 16);
        QCOMPARE(statements(20), few);
    }

    void nothingNewIsAlmostNothing()
    {
        Centre centre;
        addClients(centre, 5);
        TestDevice device = centre.addDevice(centre.nadia);
        centre.sync(device);
        const auto body = must(centre.trySync(device, centre.request(device)));
        QVERIFY2(body.size() < 150, std::to_string(body.size()).c_str());
        QVERIFY(centre.decode(body).pages.empty());
    }

    void aChangeSendsWhatChanged()
    {
        Centre centre;
        const ClientId client = centre.addClient("A", centre.nadia, 5);
        centre.addClient("B", centre.nadia, 5);
        TestDevice device = centre.addDevice(centre.nadia);
        centre.sync(device);
        centre.payItem(client, centre.firstItem(client));
        const auto response = centre.sync(device);
        QCOMPARE(response.pages.size(), std::size_t{1});
        QCOMPARE(response.pages[0].bundles.size(), std::size_t{1});
        const auto& bundle = response.pages[0].bundles[0];
        QVERIFY(!bundle.complete && !bundle.client);
        QCOMPARE(bundle.items.size(), std::size_t{1});
        QCOMPARE(bundle.receipts.size(), std::size_t{1});
        QCOMPARE(bundle.allocations.size(), std::size_t{1});
        QCOMPARE(device.replica.words(), centre.expected(centre.nadia).words());
        centre.deleteItem(client, centre.firstItem(client));
        centre.sync(device);
        QCOMPARE(device.replica.words(), centre.expected(centre.nadia).words());
    }

    /// A new credit limit is not worth the client's invoices of two years again.
    void aChangedClientSendsItsOwnRow()
    {
        Centre centre;
        const ClientId client = centre.addClient("A", centre.nadia, 5);
        TestDevice device = centre.addDevice(centre.nadia);
        centre.sync(device);
        centre.rename(client, "Renamed");
        const auto response = centre.sync(device);
        const auto& bundle = response.pages.at(0).bundles.at(0);
        QVERIFY(bundle.client && !bundle.complete);
        QVERIFY(bundle.items.empty() && bundle.receipts.empty());
        QCOMPARE(device.replica.words(), centre.expected(centre.nadia).words());
    }

    /// Several commits touched a client: one bundle brings all of them, so that half of them is never shown.
    void oneBundlePerClient()
    {
        Centre centre;
        const ClientId a = centre.addClient("A", centre.nadia, 5);
        const ClientId b = centre.addClient("B", centre.nadia, 5);
        TestDevice device = centre.addDevice(centre.nadia);
        centre.sync(device);
        for (int i = 0; i < 3; ++i) {
            centre.payItem(a, centre.firstItem(a));
            centre.payItem(b, centre.firstItem(b));
        }
        const auto response = centre.sync(device);
        std::size_t bundles = 0;
        for (const auto& page : response.pages)
            bundles += page.bundles.size();
        QCOMPARE(bundles, std::size_t{2});
        QCOMPARE(device.replica.words(), centre.expected(centre.nadia).words());
    }

    void aClientChangesHands()
    {
        Centre centre;
        const ClientId client = centre.addClient("MARKER", centre.nadia);
        centre.addClient("OTHER", centre.nadia);
        TestDevice nadia = centre.addDevice(centre.nadia);
        TestDevice karim = centre.addDevice(centre.karim);
        centre.sync(nadia);
        centre.sync(karim);
        centre.assign(client, centre.karim);
        const auto left = centre.sync(nadia);
        QVERIFY(left.pages.at(0).bundles.at(0).leave);
        QVERIFY(!nadia.replica.clients.contains(client.value));
        const auto entered = centre.sync(karim);
        QVERIFY(entered.pages.at(0).bundles.at(0).complete);
        QCOMPARE(karim.replica.words(), centre.expected(centre.karim).words());
        // Away and back between two synchronisations: whole, not left.
        centre.assign(client, centre.nadia);
        centre.payItem(client, centre.firstItem(client));
        centre.assign(client, centre.karim);
        centre.sync(karim);
        QCOMPARE(karim.replica.words(), centre.expected(centre.karim).words());
        centre.sync(nadia);
        QCOMPARE(nadia.replica.words(), centre.expected(centre.nadia).words());
    }

    /// The bytes of a salesperson's answers never name a client of somebody else.
    void foreignClientsNeverLeak()
    {
        Centre centre;
        const ClientId own = centre.addClient("OWNKEY", centre.nadia);
        const ClientId foreign = centre.addClient("SECRETKEY", centre.karim);
        TestDevice nadia = centre.addDevice(centre.nadia);
        auto request = centre.request(nadia, {centre.note(nadia, foreign, "I know its id"),
                                              centre.promise(nadia, foreign, {centre.firstItem(foreign)}, 5)});
        request.priorityClients = {foreign, own};
        auto body = must(centre.trySync(nadia, request));
        QVERIFY(holds(body, "OWNKEY"));
        QVERIFY(!holds(body, "SECRETKEY"));
        QVERIFY(!holds(body, "I know its id"));
        nadia.replica.apply(centre.decode(body));
        centre.rename(foreign, "SECRETKEY again");
        centre.payItem(foreign, centre.firstItem(foreign));
        QVERIFY(!holds(must(centre.trySync(nadia, centre.request(nadia))), "SECRETKEY"));
        centre.assign(own, centre.karim);
        centre.rename(own, "OWNKEY after it left");
        body = must(centre.trySync(nadia, centre.request(nadia)));
        QVERIFY(!holds(body, "OWNKEY"));
    }

    void priorityClientsComeFirst()
    {
        Centre centre;
        const auto clients = addClients(centre, 12);
        TestDevice device = centre.addDevice(centre.odile);
        auto request = centre.request(device);
        request.priorityClients = {clients[9], clients[4]};
        const auto response = centre.decode(must(centre.trySync(device, request)));
        QCOMPARE(response.pages.at(0).bundles.at(0).clientId, clients[9]);
        QCOMPARE(response.pages.at(0).bundles.at(1).clientId, clients[4]);
        // Interrupted there, the first sync starts at its beginning.
        device.replica.cursor = response.pages.at(0).after;
        centre.syncAll(device);
        QCOMPARE(device.replica.words(), centre.expected(centre.odile).words());
    }

    /// Answers of any size, cut after any page, while things happen: the same state in the end.
    void anySizeGivesTheSameState()
    {
        QVERIFY(rc::check("any paging converges", [] {
            Centre centre;
            const auto clients = addClients(centre, 7);
            TestDevice nadia = centre.addDevice(centre.nadia);
            TestDevice odile = centre.addDevice(centre.odile);
            for (int round = 0; round < 8; ++round) {
                for (TestDevice* device : {&nadia, &odile}) {
                    const auto bytes = static_cast<std::uint32_t>(*rc::gen::inRange(1, 3000));
                    auto response = centre.decode(must(centre.trySync(*device, centre.request(*device, {}, bytes))));
                    RC_ASSERT(!response.reset); // whatever page it stopped after, its chain is that of the feed
                    if (*rc::gen::arbitrary<bool>() &&
                        !response.pages.empty()) { // the connection broke after some pages
                        response.pages.resize(*rc::gen::inRange<std::size_t>(0, response.pages.size()));
                        response.checkpoint.reset();
                    }
                    device->replica.apply(response);
                }
                happen(centre, clients);
            }
            RC_ASSERT(!centre.sync(nadia, {}, 700).reset && !centre.sync(odile, {}, 1).reset);
            centre.syncAll(nadia, 700);
            centre.syncAll(odile, 1);
            RC_ASSERT(nadia.replica.words() == centre.expected(centre.nadia).words());
            RC_ASSERT(odile.replica.words() == centre.expected(centre.odile).words());
        }));
    }

    /// An answer stopped after A, inside the commit that first changed it. A changed again since: that must still come.
    void aClientThatChangesAgainAfterItsPage()
    {
        Centre centre;
        const ClientId a = centre.addClient("A", centre.nadia);
        const ClientId b = centre.addClient("B", centre.nadia);
        TestDevice device = centre.addDevice(centre.nadia);
        centre.sync(device);
        centre.payItem(a, centre.firstItem(a));
        centre.payItem(b, centre.firstItem(b));
        QVERIFY(centre.sync(device, {}, 1).checkpoint->more);
        QCOMPARE(device.replica.cursor->position, protocol::Cursor::Position::InsideCommit);
        centre.payItem(a, centre.firstItem(a));
        centre.syncAll(device);
        QCOMPARE(device.replica.words(), centre.expected(centre.nadia).words());
    }

    void answersAndPagesAreBounded()
    {
        Centre centre;
        for (int i = 0; i < 40; ++i)
            centre.addClient("C" + std::to_string(i), centre.nadia, 60);
        TestDevice device = centre.addDevice(centre.nadia);
        const std::uint32_t limit = 20'000;
        int answers = 0;
        for (bool more = true; more; ++answers) {
            const auto body = must(centre.trySync(device, centre.request(device, {}, limit)));
            const auto plain = must(protocol::decompress(body, {.maximumExpansion = 1000}));
            QVERIFY2(plain.size() < limit + 6'000, std::to_string(plain.size()).c_str()); // and one bundle
            const auto response = centre.decode(body);
            device.replica.apply(response);
            more = response.checkpoint->more;
        }
        QVERIFY(answers > 3);
        QCOMPARE(device.replica.words(), centre.expected(centre.nadia).words());
    }
};

QTEST_GUILESS_MAIN(TestFeedPages)
#include "test_feed_pages.moc"
