// SPDX-License-Identifier: Apache-2.0
// Rows of many clients, read in one statement per kind, are those that each client's own statements give; rows that were
// written together are those that were written one by one.
#include "store/changed_rows.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "store/whole_clients.h"
#include "tests/store/counting.h"
#include "tests/store/generators.h"
#include "tests/store/support.h"

#include <map>
#include <set>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};
constexpr Instant kAt;
constexpr UserId kPortfolio{7};
/// Devices choose ids; nothing keeps a broken one from giving two clients the same.
const PromiseId kUnderEachClient{Uuid::makeV7(1, {9})};

using store::test::print;

std::string print(const Event& event)
{
    return print(event.saying) + '|' + std::to_string(event.order) + '|' + std::to_string(event.serverSeq);
}

template<class Row>
std::string print(const std::vector<Row>& rows)
{
    std::string out;
    for (const Row& row : rows)
        out += print(row) + '\n';
    return out;
}

std::string print(const WholeClient& whole)
{
    return print(whole.client) + '\n' + print(whole.contacts) + print(whole.items) + print(whole.receipts) +
           print(whole.allocations) + print(whole.notes) + print(whole.promises) + print(whole.events) +
           print(whole.disputes);
}

/// By the statements that a card asks.
std::string printOneByOne(Connection& db, const Client& client)
{
    return print(WholeClient{client, must(contactsOf(db, kTenant, client.id)), must(itemsOf(db, kTenant, client.id)),
                             must(receiptsOf(db, kTenant, client.id)), must(allocationsOf(db, kTenant, client.id)),
                             must(notesOf(db, kTenant, client.id)), must(promisesAsMade(db, kTenant, client.id)),
                             must(eventsOf(db, kTenant, client.id)), must(disputesOf(db, kTenant, client.id))});
}

int few()
{
    return *rc::gen::inRange(0, 4);
}

/// Rows of every kind, and their commit. `next` numbers what the feed names.
void fill(Connection& db, const Client& client, Changes& changes, std::int64_t& next)
{
    const auto put = [&](Entity entity, std::int64_t row) { changes.put(entity, row, client.id, client.salesperson); };
    put(Entity::Client, client.id.value);
    for (int i = few(); i > 0; --i) {
        Contact contact = anyContact(client.id);
        contact.id = ContactId{++next};
        must(upsertContact(db, kTenant, contact));
        put(Entity::Contact, next);
    }
    std::vector<ItemId> items;
    for (int i = few(); i > 0; --i) {
        Item item = anyItem(client.id);
        item.id = ItemId{++next};
        must(upsertItem(db, kTenant, item));
        put(Entity::Item, next);
        items.push_back(item.id);
    }
    for (int i = few(); i > 0; --i) {
        Receipt receipt = anyReceipt(client.id);
        receipt.id = ReceiptId{++next};
        std::vector<Allocation> allocations;
        for (const ItemId item : items)
            allocations.push_back({receipt.id, item, *anyMoney(receipt.amount.currency())});
        must(upsertReceipt(db, kTenant, receipt, allocations));
        put(Entity::Receipt, next);
    }
    for (int i = few(); i > 0; --i) {
        must(upsertNote(db, kTenant, anyNote(client.id), ++next));
        put(Entity::Note, next);
    }
    for (int i = few(); i > 0; --i) {
        Promise promise = anyPromise(client.id);
        if (i == 1)
            promise.id = kUnderEachClient;
        must(upsertPromise(db, kTenant, promise, ++next));
        put(Entity::Promise, next);
    }
    for (int i = few(); i > 0; --i) {
        Event event;
        event.id.value = *anyUuid();
        event.saying = must(withBytes(anySaying(client.id)));
        event.order = ++next;
        must(upsertEvent(db, kTenant, event));
        put(Entity::Event, next);
    }
    for (int i = few(); i > 0; --i)
        must(upsertDispute(db, kTenant, anyDispute(client.id)));
}

std::vector<Client> anyCompany(Connection& db, std::int64_t& next)
{
    std::vector<Client> clients;
    Changes changes(db, kTenant);
    for (int i = *rc::gen::inRange(1, 7); i > 0; --i) {
        Client client = anyClient();
        client.id = ClientId{++next};
        client.key = "C" + std::to_string(next);
        client.salesperson = *rc::gen::arbitrary<bool>() ? kPortfolio : UserId{8};
        must(upsertClient(db, kTenant, client));
        fill(db, client, changes, next);
        clients.push_back(client);
    }
    must(changes.seal("test", "me", kAt));
    return clients;
}

} // namespace

class TestStoreTogether : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_db = create(m_folder->path("central.db"), DatabaseKind::Central);
        must(insertCompany(*m_db, kTenant, company()));
    }
    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void eachOfThemWhole()
    {
        QVERIFY(rc::check("a run of clients", [&] {
            const auto undone = must(Transaction::begin(*m_db));
            std::int64_t next = 0;
            const auto clients = anyCompany(*m_db, next);
            for (const auto portfolio : {std::optional<UserId>(), std::optional(kPortfolio)}) {
                std::vector<std::string> expected;
                for (const Client& client : clients)
                    if (!portfolio || client.salesperson == *portfolio)
                        expected.push_back(printOneByOne(*m_db, client));
                std::vector<std::string> read;
                for (const WholeClient& whole : must(wholeClientsAfter(*m_db, kTenant, {}, portfolio)))
                    read.push_back(print(whole));
                RC_ASSERT(read == expected);
            }
            std::vector<ClientId> ids{ClientId{next + 1}};
            for (int i = *rc::gen::inRange(0, 9); i > 0; --i)
                ids.push_back((*rc::gen::elementOf(clients)).id);
            WholeClients inTurn(*m_db, kTenant, kPortfolio, ids);
            std::set<ClientId> given;
            for (const ClientId id : ids) {
                const auto whole = must(inTurn.next());
                const auto client = std::ranges::find(clients, id, &Client::id);
                const bool isThere = client != clients.end() && client->salesperson == kPortfolio;
                RC_ASSERT(whole.has_value() == (isThere && given.insert(id).second));
                if (whole)
                    RC_ASSERT(print(*whole) == printOneByOne(*m_db, *client));
            }
            RC_ASSERT(must(wholeClientsAfter(*m_db, kTenant, ClientId{next}, {})).empty());
        }));
    }

    void whatChangedIsWhatIsThere()
    {
        QVERIFY(rc::check("a range of the feed", [&] {
            const auto undone = must(Transaction::begin(*m_db));
            std::int64_t next = 0;
            const auto clients = anyCompany(*m_db, next);
            const auto page = must(changesAfter(*m_db, kTenant, 0, {}, 10'000));
            const ChangedRows changed = must(readChanged(*m_db, kTenant, {0, page.through, {}}, page.changes));
            std::map<std::int64_t, std::string> expected;
            for (const Client& client : clients) {
                for (const Contact& contact : must(contactsOf(*m_db, kTenant, client.id)))
                    expected[contact.id.value] = print(contact);
                for (const Note& note : must(notesOf(*m_db, kTenant, client.id)))
                    expected[must(noteRowId(*m_db, kTenant, client.id, note.id))] = print(note);
                for (const Promise& promise : must(promisesAsMade(*m_db, kTenant, client.id)))
                    expected[must(promiseRowId(*m_db, kTenant, client.id, promise.id))] = print(promise);
                for (const Event& event : must(eventsOf(*m_db, kTenant, client.id)))
                    expected[event.order] = print(event);
            }
            std::map<std::int64_t, std::string> read;
            for (const auto& [id, contact] : changed.contacts)
                read[id.value] = print(contact);
            for (const auto& [row, note] : changed.notes)
                read[row] = print(note);
            for (const auto& [row, promise] : changed.promises)
                read[row] = print(promise);
            for (const auto& [row, event] : changed.events)
                read[row] = print(event);
            RC_ASSERT(read == expected);
        }));
    }

    // Not a statement per client: on an engine far away each is a journey, and 2,000 clients were 16,000 of them.
    void statementsDoNotGrowWithTheClients()
    {
        const auto addClients = [&](int count) {
            auto transaction = must(Transaction::begin(*m_db));
            Changes changes(*m_db, kTenant);
            for (int i = 0; i < count; ++i) {
                const Client client = newClient();
                const Note note = newestNote(client.id);
                must(upsertNote(*m_db, kTenant, note, m_next));
                changes.put(Entity::Client, client.id.value, client.id, {});
                changes.put(Entity::Note, m_next, client.id, {});
            }
            return must(changes.commit(transaction, "test", "me", kAt));
        };
        addClients(kClientsTogether);
        Counting whole(*m_db);
        QCOMPARE(must(wholeClientsAfter(whole, kTenant, {}, {})).size(), std::size_t(kClientsTogether));
        QCOMPARE(whole.statements(), 11); // who they are, and ten kinds
        std::vector<ClientId> ids;
        for (const WholeClient& client : must(wholeClientsAfter(*m_db, kTenant, {}, {})))
            ids.insert(ids.begin(), client.client.id);
        Counting anyOrder(*m_db);
        WholeClients inTurn(anyOrder, kTenant, {}, ids);
        for (const ClientId id : ids)
            QCOMPARE(must(inTurn.next())->client.id, id);
        QCOMPARE(anyOrder.statements(), 11);
        addClients(1);
        QCOMPARE(must(wholeClientsAfter(*m_db, kTenant, {}, {})).size(), std::size_t(kClientsTogether));
        const auto page = must(changesAfter(*m_db, kTenant, 0, {}, 10'000));
        Counting changed(*m_db);
        QCOMPARE(must(readChanged(changed, kTenant, {0, page.through, {}}, page.changes)).notes.size(),
                 std::size_t(kClientsTogether + 1));
        QCOMPARE(changed.statements(), 3); // whose they are, clients, notes
    }

    // Each once, whatever their number is to that of the rows which a statement writes.
    void writtenTogetherIsWrittenOneByOne()
    {
        QVERIFY(rc::check("rows of any number", [&] {
            const Client client = newClient();
            std::vector<NoteRow> notes;
            for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
                notes.push_back({anyNote(client.id), ++m_next});
                notes.back().note.id.value = Uuid::makeV7(m_next, {1});
            }
            std::vector<PromiseRow> promises;
            for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
                promises.push_back({anyPromise(client.id), ++m_next});
                promises.back().promise.id.value = Uuid::makeV7(m_next, {1});
            }
            const auto written = [&] {
                std::string out = print(must(notesOf(*m_db, kTenant, client.id))) +
                                  print(must(promisesAsMade(*m_db, kTenant, client.id)));
                for (const NoteRow& row : notes)
                    out += std::to_string(must(noteRowId(*m_db, kTenant, client.id, row.note.id))) + ' ';
                for (const PromiseRow& row : promises)
                    out += std::to_string(must(promiseRowId(*m_db, kTenant, client.id, row.promise.id))) + ' ';
                return out;
            };
            must(upsertNotes(*m_db, kTenant, notes));
            must(insertPromises(*m_db, kTenant, promises));
            const std::string together = written();
            must(deleteClient(*m_db, kTenant, client.id));
            must(upsertClient(*m_db, kTenant, client));
            for (const auto& [note, row] : notes)
                must(upsertNote(*m_db, kTenant, note, row));
            for (const auto& [promise, row] : promises)
                must(upsertPromise(*m_db, kTenant, promise, row));
            RC_ASSERT(together == written());
        }));
    }

    // A thousand notes were 4,000 statements, each a journey to an engine far away.
    void rowsShareTheirStatements()
    {
        constexpr int kNotes = 160;
        std::vector<NoteRow> notes;
        Counting counting(*m_db);
        auto transaction = must(Transaction::begin(*m_db));
        Changes changes(counting, kTenant);
        for (int i = 0; i < kNotes; ++i) {
            const Client client = newClient();
            const Note note = newestNote(client.id);
            notes.push_back({note, m_next});
            changes.put(Entity::Note, m_next, client.id, {});
        }
        must(upsertNotes(counting, kTenant, notes));
        QCOMPARE(counting.statements(), kNotes / 16);
        must(changes.commit(transaction, "test", "me", kAt));
        // Feed, clients of the feed, what gets its number, the head twice, the log.
        QCOMPARE(counting.statements(), 3 * kNotes / 16 + (kNotes + 63) / 64 + 3);
    }

    // Clients of many rows come one by one: what is held in memory does not grow with the largest of many.
    void largeClientsComeAlone()
    {
        const auto addClient = [&](std::int64_t rows) {
            auto transaction = must(Transaction::begin(*m_db));
            Changes changes(*m_db, kTenant);
            const Client client = newClient();
            for (std::int64_t row = 0; row < rows; ++row)
                changes.put(Entity::Item, m_next * kRowsTogether * 2 + row, client.id, {});
            must(changes.commit(transaction, "test", "me", kAt));
        };
        addClient(kRowsTogether + 1);
        addClient(kRowsTogether / 2);
        addClient(kRowsTogether / 2);
        addClient(1);
        std::vector<std::size_t> runs;
        std::vector<ClientId> ids;
        ClientId after;
        for (;;) {
            const auto run = must(wholeClientsAfter(*m_db, kTenant, after, {}));
            if (run.empty())
                break;
            runs.push_back(run.size());
            for (const WholeClient& whole : run)
                ids.insert(ids.begin(), whole.client.id);
            after = run.back().client.id;
        }
        QCOMPARE(runs, (std::vector<std::size_t>{1, 2, 1}));
        Counting counting(*m_db);
        WholeClients inTurn(counting, kTenant, {}, ids);
        for (const ClientId id : ids)
            QCOMPARE(must(inTurn.next())->client.id, id);
        QCOMPARE(counting.statements(), 3 * 11); // the small one with one half, the other half, the large one
    }

private:
    Client newClient()
    {
        Client client;
        client.id = ClientId{++m_next};
        client.key = "C" + std::to_string(m_next);
        must(upsertClient(*m_db, kTenant, client));
        return client;
    }
    Note newestNote(ClientId client) const
    {
        Note note;
        note.id.value = Uuid::makeV7(m_next, {1});
        note.client = client;
        return note;
    }

    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<Connection> m_db;
    std::int64_t m_next = 0;
};

QTEST_GUILESS_MAIN(TestStoreTogether)
#include "test_store_together.moc"
