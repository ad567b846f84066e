// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/field.h"

#include "store/clients.h"
#include "store/device_state.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/standing.h"
#include "usecases/amend_promise.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"
#include "usecases/take_back.h"

#include <algorithm>

namespace encours::simulation {

namespace {

namespace fs = std::filesystem;

void replaceBy(const fs::path& file, const fs::path& from)
{
    fs::copy_file(from, file, fs::copy_options::overwrite_existing);
    for (const char* beside : {"-wal", "-shm"})
        fs::remove(file.string() + beside);
}

store::Enrolment enrolmentOf(const Person& person, DeviceId id)
{
    store::Enrolment enrolment;
    enrolment.device = id;
    enrolment.serverUrl = "https://127.0.0.1:1";
    enrolment.person = person.id;
    enrolment.personName = person.name;
    enrolment.role = person.role;
    enrolment.companyName = "Verdon";
    return enrolment;
}

/// Of characters no compression shortens much: pages are filled by few of them.
std::string bigText(Draw& draw)
{
    std::string text;
    for (std::size_t i = 0; i < kMaximumNoteCharacters; ++i) {
        const auto point = static_cast<std::uint32_t>(draw.between(0x4e00, 0x9fff));
        text += static_cast<char>(0xe0 | point >> 12);
        text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (point & 0x3f));
    }
    return text;
}

} // namespace

Field::Field(int number, const Person& person, DeviceId id, const fs::path& folder, const Templates& templates,
             const Clock& clock, std::uint64_t seed, const Swarm& swarm)
    : number(number), person(person), id(id), clock(clock), m_file(folder / ("device" + std::to_string(number))),
      m_digestEvery(swarm.digests ? 0 : 24), m_uuids(seed)
{
    replaceBy(m_file, templates.device);
    open();
    must(store::saveEnrolment(connection(), kTenant, enrolmentOf(person, id)));
    close();
    plugIn(swarm.power, seed);
    open();
}

Field::Field(int number, const Field& other, const fs::path& folder, std::uint64_t seed)
    : number(number), person(other.person), id(other.id), clock(other.clock), forked(other.forked),
      unknown(other.unknown), revoked(other.revoked), wasCopied(true),
      m_file(folder / ("device" + std::to_string(number))), m_digestEvery(other.m_digestEvery), m_uuids(seed),
      m_origin(*other.m_copy)
{
    replaceBy(m_file, other.m_file.string() + ".copy");
    plugIn(other.disk.powered() != nullptr, seed);
    open();
    id = must(store::loadEnrolment(connection(), kTenant)).device; // the other one may have enrolled again since
    restart();
}

void Field::plugIn(bool power, std::uint64_t seed)
{
    if (power)
        disk.plugIn(std::make_shared<Powered>(m_file, seed ^ 0x77));
}

void Field::open()
{
    m_connection = std::make_unique<SimulatedConnection>(openDatabase(m_file, disk.powered()), disk);
    if (!disk.powered()) // one program: no locks to ask the kernel for
        must(m_connection->executeScript("PRAGMA locking_mode = EXCLUSIVE"));
    m_engine = std::make_unique<device::SyncEngine>(*m_connection, kTenant, clock, m_uuids, id, m_digestEvery);
}

void Field::close()
{
    m_engine.reset();
    m_connection.reset();
}

void Field::restart()
{
    close();
    open();
}

void Field::copy()
{
    disk.keepPower();
    close();
    fs::copy_file(m_file, m_file.string() + ".copy", fs::copy_options::overwrite_existing);
    open();
    m_copy = m_origin;
    wasCopied = true;
}

void Field::restoreCopy()
{
    disk.keepPower();
    close();
    replaceBy(m_file, m_file.string() + ".copy");
    disk.adopt();
    open();
    m_origin = *m_copy;
    const store::Enrolment enrolment = must(store::loadEnrolment(connection(), kTenant));
    id = enrolment.device;
    restart();
}

std::string Field::alter(Draw& draw)
{
    constexpr const char* kAlterations[] = {
        "UPDATE client SET name = name || '?' WHERE tenant = 1 AND id = (SELECT max(id) FROM client)",
        "UPDATE item SET residual = residual + 1 WHERE tenant = 1 AND id = (SELECT max(id) FROM item)",
        "DELETE FROM item WHERE tenant = 1 AND id = (SELECT min(id) FROM item)",
        "UPDATE receipt SET amount = amount - 1 WHERE tenant = 1 AND id = (SELECT max(id) FROM receipt)",
        "UPDATE note SET text = 'never said' WHERE tenant = 1 AND id = (SELECT max(id) FROM note)",
        "UPDATE promise SET amount = amount + 1 WHERE tenant = 1 AND id = (SELECT max(id) FROM promise)",
    };
    const char* sql = kAlterations[draw.below(std::size(kAlterations))];
    must(connection().executeScript(sql));
    altered = connection().changes() > 0;
    return altered ? sql : "";
}

void Field::enrolAgain(DeviceId newId)
{
    auto transaction = must(store::Transaction::begin(connection()));
    must(store::replaceEnrolment(connection(), kTenant, enrolmentOf(person, newId)));
    must(transaction.commit());
    id = newId;
    forked = false;
    unknown = false;
    awaited = 0;
    restart();
}

std::map<ClientId, std::int64_t> clientSeqs(store::Connection& connection)
{
    std::map<ClientId, std::int64_t> seqs;
    store::Statement statement = must(connection.prepare("SELECT client_id, seq FROM client_through WHERE tenant = 1"));
    while (must(statement.step()))
        seqs[ClientId{statement.integer(0)}] = statement.integer(1);
    return seqs;
}

void Field::noteOrigin(int life, std::int64_t head)
{
    std::vector<std::uint8_t> cursor = must(store::loadProgress(connection(), kTenant)).cursor;
    if (cursor == m_origin.cursor && clientSeqs(connection()) == m_origin.seqs)
        return; // nothing was stored
    m_origin.cursor = std::move(cursor);
    const std::int64_t before = m_origin.life == life ? m_origin.newestHead : 0;
    m_origin.life = life;
    m_origin.newestHead = std::max(before, head);
    const auto seqs = clientSeqs(connection());
    for (const auto& [client, seq] : seqs) {
        std::set<int>& lives = m_origin.lives[client];
        if (const auto known = m_origin.seqs.find(client); known == m_origin.seqs.end() || known->second != seq)
            lives.clear();
        lives.insert(life);
    }
    m_origin.seqs = seqs;
}

std::string Field::edit(const Swarm& swarm, Draw& draw)
{
    takenBack.clear();
    const auto clients = must(store::listClients(*m_connection, kTenant));
    if (clients.empty())
        return "nothing to do";
    const Client& client = draw.of(clients);
    return client.key + ": " + editClient(client, swarm, draw);
}

/// Another amount or day, or a decision between contested ones.
std::string Field::changePromise(ClientId client, PromiseId promise, Draw& draw)
{
    usecases::Field field{*m_connection, clock, m_uuids};
    const auto made = must(store::findPromiseAsMade(*m_connection, kTenant, client, promise));
    const auto events = must(store::eventsOf(*m_connection, kTenant, client, promise.value));
    const PromiseHistory history = promiseHistory(*made, events);
    if (!history.contests.empty() && draw.chance(500)) {
        const Contest& contest = history.contests.front();
        const GivenValue& kept = draw.of(contest.values);
        return "resolve " + hexOf(promise.value) +
               toldOf(usecases::resolveConflict(field, {client, promise}, {contest.field, kept.event.value, {}}));
    }
    PromiseAmended change;
    if (draw.chance(500))
        change.amount = Money::ofMinor(draw.between(1, 9) * 1'000);
    else
        change.promisedFor = clock.today() + static_cast<int>(draw.below(5));
    return "amend " + hexOf(promise.value) + toldOf(usecases::amendPromise(field, {client, promise}, change));
}

std::string Field::editClient(const Client& client, const Swarm& swarm, Draw& draw)
{
    usecases::Field field{*m_connection, clock, m_uuids};
    const auto notes = must(store::notesOf(*m_connection, kTenant, client.id));
    const auto promises = must(store::promisesOf(*m_connection, kTenant, client.id));
    const auto items = must(store::itemsOf(*m_connection, kTenant, client.id));
    // With the report of a visit that rests on a note.
    const auto ofObject = [&](const Uuid& object) {
        for (const OutboxEntry& entry : must(store::listOutbox(*m_connection, kTenant, client.id))) {
            const auto* saying = std::get_if<Saying>(&entry.operation.body);
            const auto* reported = saying ? std::get_if<VisitReported>(&saying->content) : nullptr;
            const bool rests = reported && reported->note.value == object && entry.state == OutboxState::Queued;
            if (rests || subjectOf(entry.operation.body).object == object)
                takenBack.insert(entry.operation.id);
        }
    };
    const std::uint64_t act = draw.below(14);
    if (act >= 10)
        return saySomething(client, draw);
    const bool nothingToEnd = act < 5 ? promises.empty() : notes.empty();
    switch (nothingToEnd && act >= 3 ? 9 : act) {
    case 0:
    case 1:
    case 2: {
        usecases::PromiseRequest request;
        request.client = client.id;
        for (const Item& item : items)
            if (request.items.size() < 2 && draw.chance(300))
                request.items.push_back(item.id);
        request.amount = Money::ofMinor(draw.between(1, 900'000));
        request.promisedFor = clock.today() + static_cast<int>(draw.below(30));
        if (!promises.empty() && draw.chance(200))
            request.supersedes = draw.of(promises).id;
        const auto made = usecases::promisePayment(field, request);
        return "promise" + (made ? ' ' + hexOf(made->promise.id.value) : std::string()) + toldOf(made);
    }
    case 3:
    case 4: {
        const Promise& promise = draw.of(promises);
        if (draw.chance(600))
            return changePromise(client.id, promise.id, draw);
        const auto ending = draw.chance(500) ? PromiseEnding::WithdrawnByDebtor : PromiseEnding::WithdrawnByUs;
        return "withdraw " + hexOf(promise.id.value) +
               toldOf(usecases::withdrawPromise(field, promise.id, client.id, ending));
    }
    case 5: {
        const Note& note = draw.of(notes);
        return "retract " + hexOf(note.id.value) + toldOf(usecases::retractNote(field, note.id, client.id));
    }
    case 6: {
        const Note& note = draw.of(notes);
        ofObject(note.id.value);
        const auto done = usecases::takeBackNote(field, note.id, client.id);
        if (!done || *done != usecases::TakenBack::Forgotten)
            takenBack.clear();
        return "take back " + hexOf(note.id.value) + (takenBack.empty() ? "" : ", forgotten") + toldOf(done);
    }
    default: break;
    }
    usecases::NoteRequest request;
    request.client = client.id;
    const bool big = draw.chance(swarm.bigNotes);
    std::string told;
    for (int i = 0; i < (big ? 5 : 1); ++i) {
        request.text = big ? bigText(draw) : "note " + std::to_string(++m_notes) + " of " + std::to_string(number);
        request.outcomes.clear(); // of every third: what the visit gave, an event of its own
        if (m_notes % 3 == 0)
            request.outcomes = {NoteOutcome::Promise, NoteOutcome::Refusal};
        const auto made = usecases::recordNote(field, request);
        told += (big ? "big note" : "note") + (made ? ' ' + hexOf(made->id.value) : std::string()) + toldOf(made);
    }
    return told;
}

} // namespace encours::simulation
