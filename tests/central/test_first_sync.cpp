// SPDX-License-Identifier: Apache-2.0
// The first synchronisation of a whole company: 2,000 clients, 40,000 invoices, 30,000 payments (issue 2, W1). Bytes do not
// vary and are held to the target; times are printed (`./dev bench` judges them).
#include "tests/central/centre.h"

#include "store/contacts.h"
#include "store/items.h"
#include "store/receipts.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/response_stream.h"

#include <QtTest>

#include <ctime>
#include <random>

using namespace encours;
using namespace encours::test;
using store::Entity;

namespace {

constexpr int kClients = 2000;
constexpr int kItems = 20;    // of each client
constexpr int kReceipts = 15; // of each client
constexpr std::size_t kTargetBytes = 2'700'000;

double cpuMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Numbers, labels and amounts as an accounting has them: neither all alike nor noise. Fixed seed.
void fill(Centre& centre)
{
    std::mt19937 random(42);
    const auto upTo = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    store::Connection& store = centre.store();
    const auto tenant = centre.tenant;
    auto transaction = must(store::Transaction::begin(store));
    store::Changes changes(store, tenant);
    const Day first = *Day::fromYmd(2024, 1, 2);
    std::int64_t itemId = 0, receiptId = 0;
    for (int c = 1; c <= kClients; ++c) {
        Client client;
        client.id = ClientId{c};
        client.key = "C" + std::to_string(10'000 + c);
        client.name = "Entreprise " + std::to_string(upTo(100'000)) + " SARL";
        client.city = "Ville " + std::to_string(upTo(400));
        client.postcode = std::to_string(10'000 + upTo(80'000));
        client.siren = std::to_string(300'000'000 + upTo(600'000'000));
        client.sector = "43.32A";
        client.termsDays = 30;
        client.creditLimit = Money::ofMinor(upTo(50) * 100'000);
        client.salesperson = centre.nadia;
        must(store::upsertClient(store, tenant, client));
        changes.put(Entity::Client, c, client.id, centre.nadia);
        std::vector<Item> items;
        for (int i = 0; i < kItems; ++i) {
            const Day day = first + upTo(1000);
            const auto amount = Money::ofMinor(1000 + upTo(1'500'000));
            items.push_back({ItemId{++itemId}, client.id, "411000", "F2024-" + std::to_string(upTo(99'999)), day, 0,
                             ItemKind::Invoice, day + 30, DueSource::Computed, amount,
                             i < kReceipts ? Money() : amount});
        }
        for (const Item& item : items) {
            must(store::upsertItem(store, tenant, item));
            changes.put(Entity::Item, item.id.value, client.id, centre.nadia);
        }
        for (int i = 0; i < kReceipts; ++i) {
            const Item& item = items[static_cast<std::size_t>(i)];
            const Receipt receipt{ReceiptId{++receiptId},
                                  client.id,
                                  "411000",
                                  "VIR" + std::to_string(upTo(99'999)),
                                  "Virement " + client.name,
                                  item.due + upTo(40),
                                  0,
                                  ReceiptKind::Payment,
                                  item.amount,
                                  Money()};
            const Allocation allocation{receipt.id, item.id, item.amount};
            must(store::upsertReceipt(store, tenant, receipt, {&allocation, 1}));
            changes.put(Entity::Receipt, receipt.id.value, client.id, centre.nadia);
        }
    }
    must(changes.commit(transaction, "test", "test", centre.now));
}

} // namespace

class TestFirstSync : public QObject {
    Q_OBJECT
private slots:
    void bytesAndTime()
    {
        Centre centre;
        fill(centre);
        centre.reopen();
        for (const UserId person : {centre.odile, centre.nadia}) {
            const TestDevice device = centre.addDevice(person);
            const double start = cpuMilliseconds();
            const auto body = must(centre.trySync(device, centre.request(device)));
            const double served = cpuMilliseconds();
            protocol::ResponseReader reader;
            std::size_t pages = 0, bundles = 0, largest = 0;
            bool more = true;
            reader.feed(body);
            for (auto part = must(reader.next()); part; part = must(reader.next())) {
                pages += part->pages.size();
                for (const auto& page : part->pages) {
                    bundles += page.bundles.size();
                    std::size_t size = 0;
                    for (const auto& bundle : page.bundles)
                        size += protocol::encode(bundle).size();
                    largest = std::max(largest, size);
                }
                if (part->checkpoint)
                    more = part->checkpoint->more;
            }
            must(reader.finish());
            qInfo("first sync: %zu bytes, %zu pages, centre %.0f ms CPU, reading %.0f ms CPU", body.size(), pages,
                  served - start, cpuMilliseconds() - served);
            QCOMPARE(bundles, std::size_t{kClients});
            QVERIFY(!more);
            QVERIFY2(body.size() <= kTargetBytes, std::to_string(body.size()).c_str());
            QVERIFY(largest <= protocol::kPageBytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestFirstSync)
#include "test_first_sync.moc"
