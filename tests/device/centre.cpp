// SPDX-License-Identifier: Apache-2.0
#include "tests/device/centre.h"

#include "store/clients.h"
#include "store/company.h"
#include "store/contacts.h"
#include "store/devices.h"
#include "store/feed.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/people.h"
#include "store/random.h"
#include "store/receipts.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "sync/device/session.h"
#include "sync/protocol/limits.h"

namespace encours::test {

using store::Changes;
using store::Counter;
using store::Entity;
using store::Transaction;

Centre::Centre(const std::filesystem::path& file, const Clock& clock)
    : m_file(file), m_clock(clock),
      m_connection(must(store::openSqlcipher(file, testKey(), {.mode = store::OpenMode::Create}))),
      m_api(std::make_unique<central::Api>(kTenant))
{
    must(store::migrate(*m_connection, store::DatabaseKind::Central));
    store::Company company;
    company.id = m_uuids.next();
    company.name = "Verdon";
    company.receivables = {"411"};
    company.createdAt = clock.now();
    must(store::insertCompany(*m_connection, kTenant, company));
}

void Centre::close()
{
    m_connection.reset();
    m_served = nullptr;
    m_api.reset();
}

void Centre::reopen()
{
    close();
    m_connection = must(store::openSqlcipher(m_file, testKey()));
    m_api = std::make_unique<central::Api>(kTenant);
}

std::unique_ptr<store::Connection> Centre::connect() const
{
    return must(store::openSqlcipher(m_file, testKey()));
}

void Centre::backUp()
{
    close();
    std::filesystem::copy_file(m_file, m_file.string() + ".backup", std::filesystem::copy_options::overwrite_existing);
    reopen();
}

void Centre::restore()
{
    close();
    std::filesystem::copy_file(m_file.string() + ".backup", m_file, std::filesystem::copy_options::overwrite_existing);
    reopen();
}

UserId Centre::addPerson(const std::string& name, store::Role role)
{
    return must(store::insertPerson(*m_connection, kTenant, name, role));
}

std::string Centre::enrolmentCode(UserId person, std::chrono::minutes lifetime)
{
    const std::string code = "CODE" + m_uuids.next().toString().substr(24);
    std::string capitals = code;
    std::ranges::transform(capitals, capitals.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const auto hash = store::sha256({reinterpret_cast<const std::uint8_t*>(capitals.data()), capitals.size()});
    must(store::insertEnrolmentCode(*m_connection, kTenant, hash, person, m_clock.now() + lifetime));
    return code;
}

Client Centre::find(ClientId id)
{
    return must(store::findClient(*m_connection, kTenant, id)).value();
}

ClientId Centre::addClient(const std::string& key, UserId salesperson)
{
    auto transaction = must(Transaction::begin(*m_connection));
    Client client;
    client.id = ClientId{must(store::takeIds(*m_connection, kTenant, Counter::Client))};
    client.key = key;
    client.name = "Menuiserie " + key;
    client.city = "Avignon";
    client.salesperson = salesperson;
    must(store::upsertClient(*m_connection, kTenant, client));
    Changes changes(*m_connection, kTenant);
    changes.put(Entity::Client, client.id.value, client.id, salesperson);
    must(changes.commit(transaction, "test", "test", m_clock.now()));
    return client.id;
}

ItemId Centre::addItem(ClientId id, std::int64_t cents)
{
    const Client client = find(id);
    auto transaction = must(Transaction::begin(*m_connection));
    Item item;
    item.id = ItemId{must(store::takeIds(*m_connection, kTenant, Counter::Item))};
    item.client = id;
    item.account = "411000";
    item.number = "F" + std::to_string(item.id.value);
    item.pieceDay = m_clock.today() - 40;
    item.due = m_clock.today() - 10;
    item.amount = item.residual = Money::ofMinor(cents);
    must(store::upsertItem(*m_connection, kTenant, item));
    Changes changes(*m_connection, kTenant);
    changes.put(Entity::Item, item.id.value, id, client.salesperson);
    must(changes.commit(transaction, "test", "test", m_clock.now()));
    return item.id;
}

void Centre::pay(std::mt19937_64& random, const Client& client)
{
    std::vector<Item> open = must(store::openItemsOf(*m_connection, kTenant, client.id));
    if (open.empty())
        return;
    Item item = open[random() % open.size()];
    const auto paid =
        Money::ofMinor(1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(item.residual.minor())));
    const auto extra = Money::ofMinor(static_cast<std::int64_t>(random() % 100));
    auto transaction = must(Transaction::begin(*m_connection));
    Receipt receipt;
    receipt.id = ReceiptId{must(store::takeIds(*m_connection, kTenant, Counter::Receipt))};
    receipt.client = client.id;
    receipt.account = "411000";
    receipt.number = "B" + std::to_string(receipt.id.value);
    receipt.label = "Virement";
    receipt.day = m_clock.today();
    receipt.amount = paid + extra;
    receipt.unallocated = extra;
    item.residual -= paid;
    must(store::upsertItem(*m_connection, kTenant, item));
    const Allocation allocation{receipt.id, item.id, paid};
    must(store::upsertReceipt(*m_connection, kTenant, receipt, {&allocation, 1}));
    Changes changes(*m_connection, kTenant);
    changes.put(Entity::Item, item.id.value, client.id, client.salesperson);
    changes.put(Entity::Receipt, receipt.id.value, client.id, client.salesperson);
    must(changes.commit(transaction, "test", "test", m_clock.now()));
}

void Centre::noteOfTheOffice(const Client& client)
{
    auto transaction = must(Transaction::begin(*m_connection));
    Note note;
    note.id = NoteId{m_uuids.next()};
    note.client = client.id;
    note.text = "from the office";
    note.madeAt = m_clock.now();
    note.madeOn = m_clock.today();
    note.author = UserId{1};
    note.authorName = "Office";
    const std::int64_t row = must(store::takeIds(*m_connection, kTenant, Counter::Note));
    must(store::upsertNote(*m_connection, kTenant, note, row));
    Changes changes(*m_connection, kTenant);
    changes.put(Entity::Note, row, client.id, client.salesperson);
    must(changes.commit(transaction, "test", "test", m_clock.now()));
}

void Centre::changeSomething(std::mt19937_64& random, ClientId id)
{
    const Client client = find(id);
    switch (random() % 5) {
    case 0: addItem(id, 1 + static_cast<std::int64_t>(random() % 1'000'000)); return;
    case 1:
    case 2: return pay(random, client);
    case 3: return noteOfTheOffice(client);
    default: break;
    }
    auto transaction = must(Transaction::begin(*m_connection));
    Changes changes(*m_connection, kTenant);
    const std::vector<Item> items = must(store::itemsOf(*m_connection, kTenant, id));
    const auto untouched = std::ranges::find_if(items, [](const Item& item) { return item.residual == item.amount; });
    if (random() % 2 && untouched != items.end()) {
        must(store::deleteItem(*m_connection, kTenant, id, untouched->id));
        changes.remove(Entity::Item, untouched->id.value, id, client.salesperson);
    } else {
        Contact contact{ContactId{1 + id.value * 10 + static_cast<std::int64_t>(random() % 3)},
                        id,
                        "Paul " + std::to_string(random() % 9),
                        "",
                        "04",
                        ""};
        must(store::upsertContact(*m_connection, kTenant, contact));
        changes.put(Entity::Contact, contact.id.value, id, client.salesperson);
    }
    must(changes.commit(transaction, "test", "test", m_clock.now()));
}

void Centre::move(ClientId id, UserId to)
{
    Client client = find(id);
    if (client.salesperson == to)
        return;
    auto transaction = must(Transaction::begin(*m_connection));
    Changes changes(*m_connection, kTenant);
    changes.move(id, client.salesperson, to);
    client.salesperson = to;
    must(store::upsertClient(*m_connection, kTenant, client));
    changes.put(Entity::Client, id.value, id, to);
    must(changes.commit(transaction, "test", "test", m_clock.now()));
}

Result<device::HttpResponse> DirectTransport::post(const device::HttpRequest& request, std::stop_token)
{
    ++requests;
    const std::string authorization =
        request.bearer.empty() ? std::string() : std::string(protocol::kBearerPrefix) + request.bearer;
    central::ApiResponse response = m_centre.handle(
        {request.path, authorization, request.compressed ? protocol::kSyncEncoding : "", "127.0.0.1", request.body});
    device::HttpResponse answer{response.status, std::move(response.body), std::nullopt};
    if (response.retryAfterSeconds > 0)
        answer.retryAfter = std::chrono::seconds(response.retryAfterSeconds);
    return answer;
}

Result<device::HttpResponse> FaultyTransport::post(const device::HttpRequest& request, std::stop_token stop)
{
    if (static_cast<int>(m_random() % 100) >= faultsPercent)
        return m_good.post(request, stop);
    const auto broken = [] {
        return failure(ErrorKind::Unavailable, "net.cut", "The exchange broke off; nothing is lost. Try again.");
    };
    switch (m_random() % 6) {
    case 0: // the request is lost
        return broken();
    case 1: // the answer is lost, after the centre has acted
        static_cast<void>(m_good.post(request, stop));
        return broken();
    case 2: // the request arrives twice
        static_cast<void>(m_good.post(request, stop));
        return m_good.post(request, stop);
    case 3: { // the answer is cut
        Result<device::HttpResponse> answer = m_good.post(request, stop);
        if (answer && !answer->body.empty())
            answer->body.resize(m_random() % answer->body.size());
        return answer;
    }
    case 4: { // an answer comes late, in the place of another
        Result<device::HttpResponse> answer = m_good.post(request, stop);
        if (!answer || !request.compressed)
            return answer;
        std::optional<device::HttpResponse> earlier = std::exchange(m_earlier, *answer);
        if (!earlier)
            return broken();
        return *earlier;
    }
    default: return device::HttpResponse{503, {}, std::chrono::seconds(1)};
    }
}

std::unique_ptr<FieldDevice> enrolDevice(Centre& centre, UserId person, const std::filesystem::path& file,
                                         std::uint64_t seed)
{
    DirectTransport transport(centre);
    const device::DeviceKey key = must(device::DeviceKey::generate());
    const protocol::EnrolResponse response = must(device::enrol(transport, centre.enrolmentCode(person), key, "test"));
    store::Enrolment enrolment = invented(response.device);
    enrolment.person = response.person;
    enrolment.personName = response.personName;
    enrolment.privateKey = store::SecretBytes(key.privateBytes().size());
    std::ranges::copy(key.privateBytes(), enrolment.privateKey.bytes().begin());
    return std::make_unique<FieldDevice>(file, enrolment, centre.clock(), seed);
}

} // namespace encours::test
