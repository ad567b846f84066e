// SPDX-License-Identifier: Apache-2.0
// The first synchronisation of a large portfolio: 2,000 clients, 40,000 invoices, 30,000 receipts, encrypted at both
// ends. The figures are printed; the bounds are wide enough for a busy machine. Target, alone: 1.0 s of the device's
// processor.
#include "store/clients.h"
#include "store/company.h"
#include "store/contacts.h"
#include "store/feed.h"
#include "store/items.h"
#include "store/receipts.h"
#include "sync/device/runner.h"
#include "tests/device/centre.h"

#include <QElapsedTimer>

#include <ctime>

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

constexpr int kClients = 2'000;
constexpr int kItemsEach = 20;
constexpr int kReceiptsEach = 15;

void fill(Centre& centre, UserId salesperson)
{
    std::mt19937_64 random(42);
    store::Connection& connection = centre.connection();
    auto transaction = must(store::Transaction::begin(connection));
    store::Changes changes(connection, kTenant);
    std::int64_t itemId = 0, receiptId = 0;
    for (int c = 1; c <= kClients; ++c) {
        Client client;
        client.id = ClientId{c};
        client.key = "411" + std::to_string(100'000 + c);
        client.name = "Menuiserie " + std::to_string(random() % 1'000'000);
        client.city = "Villefranche-sur-Saône";
        client.postcode = std::to_string(69'000 + c % 900);
        client.siren = std::to_string(900'000'000 + c);
        client.salesperson = salesperson;
        must(store::upsertClient(connection, kTenant, client));
        changes.put(store::Entity::Client, c, client.id, salesperson);
        for (int i = 0; i < kItemsEach; ++i) {
            Item item;
            item.id = ItemId{++itemId};
            item.client = client.id;
            item.account = "411000";
            item.number = "FA-26" + std::to_string(10 + i % 12) + '-' + std::to_string(random() % 10'000);
            item.pieceDay = centre.clock().today() - static_cast<int>(random() % 700);
            item.due = item.pieceDay + 30;
            item.amount = Money::ofMinor(1'000 + static_cast<std::int64_t>(random() % 1'000'000));
            item.residual = i < kReceiptsEach ? Money() : item.amount;
            must(store::upsertItem(connection, kTenant, item));
            changes.put(store::Entity::Item, item.id.value, client.id, salesperson);
            if (i >= kReceiptsEach)
                continue;
            Receipt receipt;
            receipt.id = ReceiptId{++receiptId};
            receipt.client = client.id;
            receipt.account = "411000";
            receipt.number = "VIR" + std::to_string(random() % 1'000'000);
            receipt.label = "Virement " + client.name + ' ' + item.number;
            receipt.day = item.due + static_cast<int>(random() % 40);
            receipt.amount = item.amount;
            const Allocation allocation{receipt.id, item.id, item.amount};
            must(store::upsertReceipt(connection, kTenant, receipt, {&allocation, 1}));
            changes.put(store::Entity::Receipt, receipt.id.value, client.id, salesperson);
        }
    }
    must(changes.commit(transaction, "test", "test", centre.clock().now()));
}

/// Leaves out what the centre spends.
class TimedTransport final : public Transport {
public:
    explicit TimedTransport(Transport& good) : m_good(good) {}
    Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) override
    {
        const std::clock_t before = std::clock();
        Result<HttpResponse> response = m_good.post(request, stop);
        spent += std::clock() - before;
        return response;
    }
    std::clock_t spent = 0;

private:
    Transport& m_good;
};

int milliseconds(std::clock_t ticks)
{
    return static_cast<int>(ticks * 1000 / CLOCKS_PER_SEC);
}

} // namespace

class TestFirstSync : public QObject {
    Q_OBJECT

private slots:
    void aLargePortfolio()
    {
        QTemporaryDir folder;
        const auto path = [&](const char* name) { return std::filesystem::path(folder.path().toStdString()) / name; };
        HandClock clock;
        Centre centre(path("centre"), clock);
        const UserId nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        fill(centre, nadia);
        const auto device = enrolDevice(centre, nadia, path("device"), 1);
        DirectTransport direct(centre);
        TimedTransport transport(direct);
        SyncRunner runner = must(SyncRunner::create(device->connection(), kTenant, clock, device->uuids(), transport));

        QElapsedTimer wall;
        wall.start();
        const std::clock_t before = std::clock();
        const auto report = runner.run();
        const int total = milliseconds(std::clock() - before);
        const int centreTime = milliseconds(transport.spent);
        REQUIRE_OK(report);
        qInfo("first sync: device %d ms CPU, centre %d ms CPU, %lld ms in all, %lld bytes down, %d rounds",
              total - centreTime, centreTime, wall.elapsed(), static_cast<long long>(report->progress.bytesDown),
              report->rounds);
        QCOMPARE(must(store::countClients(device->connection(), kTenant)), kClients);
        QVERIFY(dumpLedger(device->connection()) == dumpLedger(centre.connection(), nadia));
        QVERIFY(report->progress.bytesDown < 2'700'000);
        QVERIFY(total - centreTime < 8'000);

        const std::clock_t second = std::clock();
        transport.spent = 0;
        clock.advance(std::chrono::minutes(1));
        REQUIRE_OK(runner.run());
        qInfo("nothing new: device %d ms CPU, centre %d ms CPU", milliseconds(std::clock() - second - transport.spent),
              milliseconds(transport.spent));
    }
};

QTEST_APPLESS_MAIN(TestFirstSync)
#include "test_first_sync.moc"
