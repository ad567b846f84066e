// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/app_data.h"

#include "store/clients.h"
#include "store/contacts.h"
#include "store/device_state.h"
#include "store/items.h"
#include "store/promises.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "store/vault.h"
#include "sync/device/device_key.h"
#include "tests/bench/bench_device.h"
#include "tests/bench/must.h"

#include <algorithm>
#include <array>

namespace encours::bench {

namespace {

constexpr store::Tenant kTenant{};
constexpr UserId kPerson{1};
constexpr std::array kTrades{"Bœuf et Fils", "Menuiserie", "Cartonnages", "Atelier de l'Été", "Pâtisserie", "Négoce"};
constexpr std::array kTowns{"Saint-Étienne", "Besançon", "Lyon", "Évreux", "Nîmes", "Le Mans", "Châlons"};

class Writer {
public:
    Writer(store::Connection& connection, Day today) : m_connection(connection), m_today(today) {}

    void client(std::string key, std::string name, int items)
    {
        const std::int64_t number = ++m_clients;
        Client client;
        client.id = ClientId{number};
        client.key = std::move(key);
        client.name = std::move(name);
        client.city = kTowns[static_cast<std::size_t>(number) % kTowns.size()];
        client.salesperson = kPerson;
        must(store::upsertClient(m_connection, kTenant, client, 1));
        must(store::upsertContact(m_connection, kTenant,
                                  Contact{ContactId{number}, client.id, "Mme Durand", "Comptabilité", "0400000000",
                                          "compta" + std::to_string(number) + "@example.com"}));
        for (int i = 0; i < items; ++i)
            item(client.id);
        if (number % 20 == 0 && items > 0)
            promise(client.id);
    }

private:
    /// Due from 80 days ago to 40 days ahead; a client in three owes nothing that is overdue.
    void item(ClientId client)
    {
        const std::int64_t number = ++m_items;
        Item item;
        item.id = ItemId{number};
        item.client = client;
        item.account = "411000";
        item.number = "F" + std::to_string(100'000 + number);
        item.due = m_today + static_cast<int>(client.value % 3 == 0 ? number % 40 : number % 120 - 80);
        item.pieceDay = item.due - 30;
        item.amount = item.residual = Money::ofMinor(10'000 + number % 90'000);
        must(store::upsertItem(m_connection, kTenant, item));
    }
    void promise(ClientId client)
    {
        Promise promise;
        promise.id = PromiseId{Uuid::makeV7(1'795'000'000'000 + client.value, {})};
        promise.client = client;
        promise.items = {ItemId{m_items}};
        promise.amount = Money::ofMinor(10'000 + m_items % 90'000);
        promise.madeOn = m_today - 10;
        promise.madeAt = Instant::fromParis(promise.madeOn, 10, 5);
        promise.promisedFor = m_today + static_cast<int>(client.value / 20 % 20) - 8;
        promise.method = PaymentMethod::Transfer;
        promise.author = kPerson;
        promise.authorName = "Nadia Ferrand";
        promise.serverSeq = ++m_promises;
        must(store::upsertPromise(m_connection, kTenant, promise, m_promises));
    }

    store::Connection& m_connection;
    Day m_today;
    std::int64_t m_clients = 0;
    std::int64_t m_items = 0;
    std::int64_t m_promises = 0;
};

} // namespace

void makeAppDevice(const std::filesystem::path& data, const Portfolio& portfolio)
{
    const std::filesystem::path place = data / "device";
    std::filesystem::create_directories(place);
    const store::SecretKey key = must(store::Vault(place / "vault", benchClock()).create(std::string(kAppPin)));
    const auto connection = must(store::openSqlcipher(place / "ledger.db", key, {.mode = store::OpenMode::Create}));
    must(store::migrate(*connection, store::DatabaseKind::Device));
    store::Enrolment enrolment;
    enrolment.device = DeviceId{Uuid::makeV7(1'795'000'000'000, {})};
    enrolment.serverUrl = "https://127.0.0.1:1";
    const device::DeviceKey privateKey = must(device::DeviceKey::generate());
    enrolment.privateKey = store::SecretBytes(privateKey.privateBytes().size());
    std::ranges::copy(privateKey.privateBytes(), enrolment.privateKey.bytes().begin());
    enrolment.person = kPerson;
    enrolment.personName = "Nadia Ferrand";
    enrolment.companyName = "Verdon Emballages";
    must(store::saveEnrolment(*connection, kTenant, enrolment));
    store::Transaction transaction = must(store::Transaction::begin(*connection));
    const Instant now = benchClock().now();
    const Day today = parisDay(now);
    Writer writer(*connection, today);
    for (int i = 0; i < portfolio.clients; ++i)
        writer.client("411" + std::to_string(10'000 + i),
                      std::string(kTrades[static_cast<std::size_t>(i) % kTrades.size()]) + ' ' + std::to_string(i),
                      portfolio.items);
    writer.client(std::string(kLargestClient), "Grande Maison", portfolio.largest);
    must(store::saveFreshness(*connection, kTenant, today - 1, today - 1, false, now, now));
    must(transaction.commit());
}

} // namespace encours::bench
