// SPDX-License-Identifier: Apache-2.0
#include "tests/device/field_device.h"

#include "domain/agreements/promise_history.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/schema.h"
#include "store/sqlcipher.h"

#include <ranges>

namespace encours::test {

Uuid SeededUuids::next()
{
    std::array<std::uint8_t, 10> random{};
    for (std::uint8_t& byte : random)
        byte = static_cast<std::uint8_t>(m_random());
    return Uuid::makeV7(++m_milliseconds, random);
}

store::SecretKey testKey()
{
    store::SecretKey key;
    for (std::uint8_t i = 0; auto& byte : key.bytes())
        byte = ++i;
    return key;
}

store::Enrolment invented(DeviceId id)
{
    store::Enrolment enrolment;
    enrolment.device = id;
    enrolment.serverUrl = "https://127.0.0.1:1";
    enrolment.person = UserId{1};
    enrolment.personName = "Nadia Ferrand";
    enrolment.companyName = "Verdon";
    return enrolment;
}

FieldDevice::FieldDevice(const std::filesystem::path& file, const store::Enrolment& enrolment, const Clock& clock,
                         std::uint64_t seed)
    : m_file(file), m_id(enrolment.device), m_clock(clock), m_person(enrolment.person), m_uuids(seed),
      m_connection(must(store::openSqlcipher(file, testKey(), {.mode = store::OpenMode::Create})))
{
    must(store::migrate(*m_connection, store::DatabaseKind::Device));
    must(store::saveEnrolment(*m_connection, kTenant, enrolment));
}

void FieldDevice::reopen()
{
    m_connection.reset();
    m_connection = must(store::openSqlcipher(m_file, testKey()));
}

void FieldDevice::append(OperationBody body)
{
    must(store::appendOperation(*m_connection, kTenant, OperationId{m_uuids.next()}, m_clock.now(), std::move(body)));
}

NoteId FieldDevice::note(ClientId client, const std::string& text)
{
    Note note;
    note.id = NoteId{m_uuids.next()};
    note.client = client;
    note.kind = NoteKind::Visit;
    note.text = text;
    note.madeAt = m_clock.now();
    note.madeOn = m_clock.today();
    note.author = m_person;
    note.authorName = "written here";
    auto transaction = must(store::Transaction::begin(*m_connection));
    must(store::upsertNote(*m_connection, kTenant, note, 0));
    append(NoteAdded{note});
    must(transaction.commit());
    return note.id;
}

void FieldDevice::retract(ClientId client, NoteId note)
{
    auto transaction = must(store::Transaction::begin(*m_connection));
    must(store::retractNote(*m_connection, kTenant, client, note));
    append(NoteRetracted{note, client});
    must(transaction.commit());
}

PromiseId FieldDevice::promise(ClientId client, std::vector<ItemId> items, std::int64_t cents)
{
    Promise promise;
    promise.id = PromiseId{m_uuids.next()};
    promise.client = client;
    promise.items = std::move(items);
    promise.amount = Money::ofMinor(cents);
    promise.promisedFor = m_clock.today() + 4;
    promise.madeAt = m_clock.now();
    promise.madeOn = m_clock.today();
    promise.author = m_person;
    promise.authorName = "written here";
    auto transaction = must(store::Transaction::begin(*m_connection));
    must(store::upsertPromise(*m_connection, kTenant, promise, 0));
    append(PromiseMade{promise});
    must(transaction.commit());
    return promise.id;
}

void FieldDevice::withdraw(ClientId client, PromiseId promise)
{
    auto transaction = must(store::Transaction::begin(*m_connection));
    must(store::endPromise(*m_connection, kTenant, client, promise, PromiseEnding::WithdrawnByUs, m_clock.today()));
    append(PromiseWithdrawn{promise, client, PromiseEnding::WithdrawnByUs});
    must(transaction.commit());
}

OperationId FieldDevice::say(ClientId client, PromiseId promise, EventContent content)
{
    Event event;
    event.id = OperationId{m_uuids.next()};
    event.saying.client = client;
    event.saying.object = promise.value;
    const Promise made = must(store::findPromiseAsMade(*m_connection, kTenant, client, promise)).value();
    event.saying.seen =
        promiseHistory(made, must(store::eventsOf(*m_connection, kTenant, client, promise.value))).heads;
    event.saying.content = std::move(content);
    event.saying = must(store::withBytes(std::move(event.saying)));
    event.author = m_person;
    event.authorName = "written here";
    event.madeAt = m_clock.now();
    event.madeOn = m_clock.today();
    auto transaction = must(store::Transaction::begin(*m_connection));
    event.order = must(store::appendOperation(*m_connection, kTenant, event.id, m_clock.now(), event.saying)).deviceSeq;
    must(store::upsertEvent(*m_connection, kTenant, event));
    must(transaction.commit());
    return event.id;
}

std::vector<Note> FieldDevice::notes(ClientId client)
{
    return must(store::notesOf(*m_connection, kTenant, client));
}
std::vector<Promise> FieldDevice::promises(ClientId client)
{
    return must(store::promisesOf(*m_connection, kTenant, client));
}

namespace {

struct TableColumns {
    const char* table;
    const char* columns;
    const char* client;
};

constexpr TableColumns kTables[] = {
    {"client",
     "id, key, name, city, postcode, siren, sector, terms_days, credit_limit, insured_limit, currency, portfolio_id",
     "id"},
    {"contact", "client_id, id, name, role, phone, email", "client_id"},
    {"item",
     "client_id, id, account, number, piece_day, rank, kind, due_day, due_source, amount, residual, currency, day",
     "client_id"},
    {"receipt", "client_id, id, account, number, label, day, rank, kind, amount, unallocated, currency", "client_id"},
    {"allocation", "client_id, receipt_id, item_id, amount", "client_id"},
    {"note",
     "client_id, hex(id), kind, text, person, call_back_day, made_at, made_day, author_id, author_name, retracted, "
     "server_seq",
     "client_id"},
    {"promise",
     "client_id, hex(id), amount, currency, promised_day, method, channel, promised_by, made_at, made_day, author_id, "
     "author_name, "
     "hex(supersedes_id), ending, ended_day, server_seq",
     "client_id"},
    {"event",
     "client_id, hex(id), hex(object_id), kind, hex(seen), hex(content), made_at, made_day, author_id, author_name, "
     "server_seq, row_id",
     "client_id"},
    {"promise_item", "client_id, hex(promise_id), item_id", "client_id"},
};

} // namespace

std::string dumpLedger(store::Connection& connection, std::optional<UserId> portfolio)
{
    std::string dump;
    for (const TableColumns& each : kTables) {
        std::string columns; // as text on every engine
        int count = 0;
        for (const auto column : std::views::split(std::string_view(each.columns), std::string_view(", "))) {
            columns += (count++ ? ", CAST(" : "CAST(") + std::string(column.begin(), column.end()) + " AS TEXT)";
        }
        const std::string sql = "SELECT " + columns + " FROM " + each.table + " WHERE tenant = 1 AND (? < 0 OR " +
                                each.client +
                                " IN (SELECT id FROM client WHERE tenant = 1 AND portfolio_id = ?)) ORDER BY 1, 2, 3";
        store::Statement statement = must(connection.prepare(sql));
        const std::int64_t of = portfolio ? portfolio->value : -1;
        statement.bind(of, of);
        while (must(statement.step())) {
            dump += each.table;
            for (int column = 0; column < count; ++column)
                dump += '|' + (statement.isNull(column) ? std::string("NULL") : statement.text(column));
            dump += '\n';
        }
    }
    return dump;
}

} // namespace encours::test
