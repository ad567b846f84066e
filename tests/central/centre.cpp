// SPDX-License-Identifier: Apache-2.0
#include "tests/central/centre.h"

#include "codec/said_codec.h"
#include "store/contacts.h"
#include "store/devices.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/response_stream.h"
#include "tests/protocol/describe.h"
#include "tests/store/engine.h"

namespace encours::test {

using store::Entity;

namespace {

std::string joined(const auto& rows)
{
    std::string out;
    for (const auto& [id, words] : rows)
        out += words + '\n';
    return out;
}

} // namespace

std::string Replica::ClientRows::words() const
{
    return client + '\n' + joined(contacts) + joined(items) + joined(receipts) + joined(notes) + joined(promises) +
           joined(events) + joined(disputes);
}

std::string Replica::words() const
{
    std::string out;
    for (const auto& [id, rows] : clients)
        out += rows.words();
    return out;
}

void Replica::apply(const protocol::Bundle& bundle)
{
    if (bundle.leave) {
        clients.erase(bundle.clientId.value);
        return;
    }
    if (bundle.complete)
        clients[bundle.clientId.value] = {};
    ClientRows& rows = clients[bundle.clientId.value];
    rows.seq = bundle.seq;
    if (bundle.client)
        rows.client = describe(*bundle.client);
    for (const Contact& contact : bundle.contacts)
        rows.contacts[contact.id.value] = describe(contact);
    for (const Item& item : bundle.items)
        rows.items[item.id.value] = describe(item);
    for (const Receipt& receipt : bundle.receipts) {
        std::string words = describe(receipt);
        for (const Allocation& allocation : bundle.allocations)
            if (allocation.receipt == receipt.id)
                words += '\n' + describe(allocation);
        rows.receipts[receipt.id.value] = words;
    }
    for (const Note& note : bundle.notes)
        rows.notes[note.id.value.toString()] = describe(note);
    for (const Event& event : bundle.events)
        rows.events[event.id.value.toString()] = describe(event);
    for (const Promise& promise : bundle.promises)
        rows.promises[promise.id.value.toString()] = describe(promise);
    if (bundle.disputes) {
        rows.disputes.clear();
        for (const Dispute& dispute : *bundle.disputes)
            rows.disputes[dispute.id.value.toString()] = describe(dispute);
    }
    for (const ContactId id : bundle.deletedContacts)
        rows.contacts.erase(id.value);
    for (const ItemId id : bundle.deletedItems)
        rows.items.erase(id.value);
    for (const ReceiptId id : bundle.deletedReceipts)
        rows.receipts.erase(id.value);
}

void Replica::apply(const protocol::SyncResponse& response)
{
    if (response.reset) {
        clients.clear();
        cursor.reset();
    }
    for (const protocol::Page& page : response.pages) {
        for (const protocol::Bundle& bundle : page.bundles)
            apply(bundle);
        cursor = page.after;
    }
    if (response.checkpoint)
        cursor = response.checkpoint->at;
}

Centre::Centre()
{
    m_store = store::test::create(file(), store::DatabaseKind::Central);
    auto transaction = must(store::Transaction::begin(*m_store));
    must(store::insertCompany(*m_store, tenant,
                              {.id = uuid(),
                               .name = "Verdon",
                               .currency = {},
                               .receivables = {"411"},
                               .defaultTerms = 30,
                               .ledgerThrough = Day::fromYmd(2026, 11, 20),
                               .coveredThrough = Day::fromYmd(2026, 11, 19),
                               .incomplete = false,
                               .createdAt = now}));
    nadia = must(store::insertPerson(*m_store, tenant, "Nadia Ferrand", store::Role::Salesperson));
    karim = must(store::insertPerson(*m_store, tenant, "Karim Haddad", store::Role::Salesperson));
    odile = must(store::insertPerson(*m_store, tenant, "Odile Marchand", store::Role::Office));
    must(transaction.commit());
}

std::unique_ptr<store::Connection> Centre::connect(std::chrono::milliseconds patience)
{
    return store::test::reopen(file(), patience);
}

void Centre::reopen()
{
    m_store.reset();
    m_store = connect();
}

Uuid Centre::uuid()
{
    std::array<std::uint8_t, 10> random{};
    random[9] = ++m_counter;
    return Uuid::makeV7(++m_uuidTime, random);
}

void Centre::commit(store::Transaction& transaction, store::Changes& changes)
{
    must(changes.commit(transaction, "test", "test", now));
}

ClientId Centre::addClient(const std::string& key, UserId salesperson, int items)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    Client client;
    client.id = ClientId{must(store::takeIds(*m_store, tenant, store::Counter::Client))};
    client.key = key;
    client.name = "Menuiserie " + key;
    client.creditLimit = Money::ofMinor(500'000);
    client.salesperson = salesperson;
    must(store::upsertClient(*m_store, tenant, client));
    changes.put(Entity::Client, client.id.value, client.id, salesperson);
    const ContactId contact{must(store::takeIds(*m_store, tenant, store::Counter::Contact))};
    must(store::upsertContact(*m_store, tenant, {contact, client.id, "Contact " + key, "Gérant", "0102030405", ""}));
    changes.put(Entity::Contact, contact.value, client.id, salesperson);
    for (int i = 0; i < items; ++i) {
        const ItemId id{must(store::takeIds(*m_store, tenant, store::Counter::Item))};
        const Day day = *Day::fromYmd(2026, 9, 1) + i;
        must(
            store::upsertItem(*m_store, tenant,
                              {id, client.id, "411000", "F-" + key + std::to_string(i), day, 0, ItemKind::Invoice,
                               day + 30, DueSource::Computed, Money::ofMinor(10'000 + i), Money::ofMinor(10'000 + i)}));
        changes.put(Entity::Item, id.value, client.id, salesperson);
    }
    commit(transaction, changes);
    return client.id;
}

ItemId Centre::addItem(ClientId client, const std::string& number)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    const auto stored = must(store::findClient(*m_store, tenant, client));
    const ItemId id{must(store::takeIds(*m_store, tenant, store::Counter::Item))};
    const Day day = *Day::fromYmd(2026, 9, 1);
    must(store::upsertItem(*m_store, tenant,
                           {id, client, "411000", number, day, 0, ItemKind::Invoice, day + 30, DueSource::Computed,
                            Money::ofMinor(10'000), Money::ofMinor(10'000)}));
    changes.put(Entity::Item, id.value, client, stored->salesperson);
    commit(transaction, changes);
    return id;
}

ItemId Centre::firstItem(ClientId client)
{
    return must(store::itemsOf(*m_store, tenant, client)).front().id;
}

void Centre::payItem(ClientId client, ItemId itemId)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    const UserId portfolio = must(store::findClient(*m_store, tenant, client))->salesperson;
    Item item = *must(store::findItem(*m_store, tenant, client, itemId));
    item.residual = Money();
    must(store::upsertItem(*m_store, tenant, item));
    changes.put(Entity::Item, item.id.value, client, portfolio);
    const ReceiptId id{must(store::takeIds(*m_store, tenant, store::Counter::Receipt))};
    const Allocation allocation{id, item.id, item.amount};
    must(store::upsertReceipt(
        *m_store, tenant,
        {id, client, "411000", "VIR", "Virement", parisDay(now), 0, ReceiptKind::Payment, item.amount, Money()},
        {&allocation, 1}));
    changes.put(Entity::Receipt, id.value, client, portfolio);
    commit(transaction, changes);
}

void Centre::addDispute(ClientId client, const std::string& text)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    Dispute dispute;
    dispute.id = {uuid()};
    dispute.client = client;
    dispute.item = firstItem(client);
    dispute.amount = Money::ofMinor(100);
    dispute.text = text;
    dispute.openedOn = parisDay(now);
    dispute.events.push_back({DisputeStep::Qualified, dispute.openedOn, dispute.amount, "Anne"});
    dispute.serverSeq = 1;
    must(store::upsertDispute(*m_store, tenant, dispute));
    changes.put(Entity::Disputes, client.value, client, must(store::findClient(*m_store, tenant, client))->salesperson);
    commit(transaction, changes);
}

void Centre::deleteItem(ClientId client, ItemId item)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    must(store::deleteItem(*m_store, tenant, client, item));
    changes.remove(Entity::Item, item.value, client, must(store::findClient(*m_store, tenant, client))->salesperson);
    commit(transaction, changes);
}

void Centre::rename(ClientId id, const std::string& name)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    Client client = *must(store::findClient(*m_store, tenant, id));
    client.name = name;
    must(store::upsertClient(*m_store, tenant, client));
    changes.put(Entity::Client, id.value, id, client.salesperson);
    commit(transaction, changes);
}

void Centre::assign(ClientId id, UserId salesperson)
{
    auto transaction = must(store::Transaction::begin(*m_store));
    store::Changes changes(*m_store, tenant);
    Client client = *must(store::findClient(*m_store, tenant, id));
    changes.move(id, client.salesperson, salesperson);
    client.salesperson = salesperson;
    must(store::upsertClient(*m_store, tenant, client));
    changes.put(Entity::Client, id.value, id, salesperson);
    commit(transaction, changes);
}

std::int64_t Centre::head()
{
    return must(store::readHead(*m_store, tenant)).seq;
}

TestDevice Centre::addDevice(UserId person)
{
    TestDevice device;
    device.id = {uuid()};
    device.person = person;
    store::DeviceRecord record;
    record.id = device.id;
    record.person = person;
    record.publicKey = {1};
    record.enrolledAt = now;
    auto transaction = must(store::Transaction::begin(*m_store));
    must(store::insertDevice(*m_store, tenant, record));
    must(transaction.commit());
    return device;
}

protocol::SyncRequest Centre::request(const TestDevice& device, std::vector<Operation> operations,
                                      std::uint32_t maximumBytes)
{
    protocol::SyncRequest request;
    request.device = device.id;
    request.requestId = uuid();
    request.cursor = device.replica.cursor;
    request.operations = std::move(operations);
    request.maximumBytes = maximumBytes;
    request.deviceClock = now;
    return must(protocol::decodeSyncRequest(protocol::encode(request))); // through the wire, as in earnest
}

Result<protocol::Bytes> Centre::trySync(const TestDevice& device, const protocol::SyncRequest& request)
{
    return central::synchronise(*m_store, tenant, must(central::findCaller(*m_store, tenant, device.id)), request, now);
}

protocol::SyncResponse Centre::decode(const protocol::Bytes& body)
{
    return must(protocol::decodeSyncResponse(
        must(protocol::decompress(body, {.maximumBytes = 64 << 20, .maximumExpansion = 1 << 20}))));
}

protocol::SyncResponse Centre::sync(TestDevice& device, std::vector<Operation> operations, std::uint32_t maximumBytes)
{
    const auto response = decode(must(trySync(device, request(device, std::move(operations), maximumBytes))));
    device.replica.apply(response);
    return response;
}

void Centre::syncAll(TestDevice& device, std::uint32_t maximumBytes)
{
    for (bool more = true; more;) {
        const auto response = sync(device, {}, maximumBytes);
        more = response.reset || response.checkpoint->more;
    }
}

Replica Centre::expected(UserId person)
{
    const store::Role role = must(store::findPerson(*m_store, tenant, person))->role;
    Replica replica;
    for (const Client& client : must(store::listClients(*m_store, tenant))) {
        if (role == store::Role::Salesperson && client.salesperson != person)
            continue;
        protocol::Bundle bundle;
        bundle.clientId = client.id;
        bundle.complete = true;
        bundle.client = client;
        bundle.contacts = must(store::contactsOf(*m_store, tenant, client.id));
        bundle.items = must(store::itemsOf(*m_store, tenant, client.id));
        bundle.receipts = must(store::receiptsOf(*m_store, tenant, client.id));
        bundle.allocations = must(store::allocationsOf(*m_store, tenant, client.id));
        bundle.notes = must(store::notesOf(*m_store, tenant, client.id));
        bundle.promises = must(store::promisesAsMade(*m_store, tenant, client.id));
        bundle.events = must(store::eventsOf(*m_store, tenant, client.id));
        bundle.disputes = must(store::disputesOf(*m_store, tenant, client.id));
        replica.apply(bundle);
    }
    return replica;
}

Operation Centre::wrap(TestDevice& device, OperationBody body)
{
    return {.id = {uuid()}, .deviceSeq = device.nextSeq++, .madeAt = now, .seenSeq = 0, .body = std::move(body)};
}

Operation Centre::note(TestDevice& device, ClientId client, const std::string& text)
{
    Note note;
    note.id = {uuid()};
    note.client = client;
    note.text = text;
    return wrap(device, NoteAdded{note});
}

Operation Centre::promise(TestDevice& device, ClientId client, std::vector<ItemId> items, std::int64_t amount)
{
    Promise promise;
    promise.id = {uuid()};
    promise.client = client;
    promise.items = std::move(items);
    promise.amount = Money::ofMinor(amount);
    promise.promisedFor = parisDay(now) + 4;
    return wrap(device, PromiseMade{promise});
}

Operation Centre::retract(TestDevice& device, ClientId client, NoteId note)
{
    return wrap(device, NoteRetracted{note, client});
}

Operation Centre::say(TestDevice& device, ClientId client, const Uuid& object, EventContent content)
{
    Saying saying;
    saying.client = client;
    saying.object = object;
    saying.content = std::move(content);
    return wrap(device, codec::written(std::move(saying)));
}

Operation Centre::withdraw(TestDevice& device, ClientId client, PromiseId promise, PromiseEnding ending)
{
    return wrap(device, PromiseWithdrawn{promise, client, ending});
}

} // namespace encours::test
