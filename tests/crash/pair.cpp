// SPDX-License-Identifier: Apache-2.0
#include "tests/crash/pair.h"

#include "store/clients.h"
#include "store/device_state.h"
#include "store/devices.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "sync/central/sync_service.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "usecases/import_clients.h"
#include "usecases/import_lines.h"
#include "usecases/init_company.h"
#include "usecases/people.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

namespace encours::crash {

namespace {

namespace fs = std::filesystem;
using simulation::kTenant;
using simulation::must;

constexpr const char* kItems = "client;name;number;date;due;amount;currency;account;label\n"
                               "C1;Maison Un;F1;2026-09-01;2026-10-01;6480,00;;;\n"
                               "C1;Maison Un;F2;2026-09-12;2026-10-12;120,50;;;\n"
                               "C2;Maison Deux;F3;2026-09-15;2026-10-15;999,99;;;\n"
                               "C3;Maison Trois;F4;2026-10-02;2026-11-01;-75,00;;;\n";
constexpr const char* kReceipts = "client;date;amount;currency;item;reference;kind\n"
                                  "C1;2026-11-20;1000,00;;F1;VIR1;payment\n"
                                  "C2;2026-11-20;100,00;;;VIR2;payment\n";
constexpr const char* kName = "client;name;city\nC2;Maison Deux et fils;Avignon\n";

Result<std::unique_ptr<store::Connection>> openSmall(const fs::path& file)
{
    auto opened = store::openSqlcipher(file, keyOfAll(), {.cacheKibibytes = 1024, .busyTimeout = {}});
    if (opened) // so that files are written to, not their logs alone
        ENCOURS_CHECK((*opened)->executeScript("PRAGMA wal_autocheckpoint = 8"));
    return opened;
}

std::unique_ptr<store::Connection> make(const fs::path& file, store::DatabaseKind kind)
{
    auto connection = must(store::openSqlcipher(file, keyOfAll(), {.mode = store::OpenMode::Create}));
    must(store::migrate(*connection, kind));
    return connection;
}

Result<protocol::Bytes> serve(store::Connection& centre, DeviceId device, protocol::ByteView request, Instant now)
{
    ENCOURS_TRY(const central::Caller caller, central::findCaller(centre, kTenant, device));
    ENCOURS_TRY(const protocol::Bytes plain, protocol::decompress(request));
    ENCOURS_TRY(const protocol::SyncRequest message, protocol::decodeSyncRequest(plain));
    return central::synchronise(centre, kTenant, caller, message, now);
}

/// Until nothing waits and the centre has nothing more.
Result<void> exchange(store::Connection& centre, device::SyncEngine& engine, DeviceId device, Instant now)
{
    for (int round = 0; round < 8; ++round) {
        ENCOURS_TRY(const protocol::Bytes request, engine.buildRequest());
        ENCOURS_TRY(const protocol::Bytes answer, serve(centre, device, request, now));
        ENCOURS_TRY(const device::Outcome outcome, engine.applyResponse(answer));
        if (!outcome.more)
            return {};
    }
    return failure(ErrorKind::Internal, "pair.endless", "The two exchange without end.");
}

ClientId clientCalled(store::Connection& connection, const std::string& key)
{
    for (const Client& client : must(store::listClients(connection, kTenant)))
        if (client.key == key)
            return client.id;
    return {};
}

/// Refused imports are errors too.
template<class Report>
Result<void> taken(const Result<Report>& report)
{
    if (!report)
        return std::unexpected(report.error());
    if (report->status == intake::IntakeStatus::Refused)
        return failure(ErrorKind::Internal, "pair.refused", report->message);
    return {};
}

std::int64_t count(store::Connection& connection, const char* sql)
{
    store::Statement statement = must(connection.prepare(sql));
    static_cast<void>(must(statement.step()));
    return statement.integer(0);
}

std::string checked(store::Connection& connection)
{
    must(connection.executeScript("PRAGMA wal_checkpoint(TRUNCATE)"));
    for (const char* pragma : {"PRAGMA integrity_check", "PRAGMA cipher_integrity_check"}) {
        store::Statement statement = must(connection.prepare(pragma));
        if (must(statement.step()) && statement.textView(0) != "ok")
            return std::string(pragma) + ": " + statement.text(0) + '\n';
    }
    return {};
}

std::string within(const char* what, std::int64_t found, int least, int unknown)
{
    if (found >= least && found <= least + unknown)
        return {};
    return std::to_string(found) + ' ' + what + " where " + std::to_string(least) + " were acknowledged and " +
           std::to_string(unknown) + " uncertain\n";
}

} // namespace

store::SecretKey keyOfAll()
{
    store::SecretKey key;
    for (std::uint8_t i = 7; auto& byte : key.bytes())
        byte = i++;
    return key;
}

Prepared::Prepared(const fs::path& folder) : central(folder / "prepared.central"), device(folder / "prepared.device")
{
    const simulation::WorldClock clock;
    simulation::DrawnUuids uuids(1);
    const auto centre = make(central, store::DatabaseKind::Central);
    usecases::Office office{*centre, clock};
    usecases::CompanyRequest company;
    company.name = "Verdon";
    must(usecases::initCompany(office, uuids, company));
    const UserId nadia = must(usecases::addUser(office, "Nadia", store::Role::Salesperson));
    must(taken(usecases::importItems(office, intake::memorySource(kItems), "items.csv")));
    for (const char* client : {"C1", "C2", "C3"})
        must(usecases::assignClient(office, client, "Nadia"));
    store::DeviceRecord record;
    record.id = DeviceId{uuids.next()};
    record.person = nadia;
    record.publicKey = {1};
    record.enrolledAt = clock.now();
    must(store::insertDevice(*centre, kTenant, record));
    id = record.id;

    const auto field = make(device, store::DatabaseKind::Device);
    store::Enrolment enrolment;
    enrolment.device = id;
    enrolment.serverUrl = "https://127.0.0.1:1";
    enrolment.person = nadia;
    enrolment.personName = "Nadia";
    enrolment.companyName = "Verdon";
    must(store::saveEnrolment(*field, kTenant, enrolment));
    device::SyncEngine engine(*field, kTenant, clock, uuids, id);
    must(exchange(*centre, engine, id, clock.now()));
    usecases::Field inField{*field, clock, uuids};
    usecases::NoteRequest note;
    note.client = clientCalled(*field, "C2");
    note.text = "before";
    must(usecases::recordNote(inField, note));
}

Pair::Pair(const Prepared& prepared, const fs::path& folder, std::uint64_t seed)
    : deviceMachine(folder / "device", seed), centreMachine(folder / "central", seed + 1),
      m_central(folder / "central"), m_device(folder / "device"), m_id(prepared.id), m_uuids(2)
{
    for (const auto& [from, to] : {std::pair(prepared.central, m_central), std::pair(prepared.device, m_device)}) {
        for (const char* beside : {"-wal", "-shm", "-journal"})
            fs::remove(to.string() + beside);
        fs::copy_file(from, to, fs::copy_options::overwrite_existing);
    }
    deviceMachine.adopt();
    centreMachine.adopt();
}

const std::vector<Pair::Act>& Pair::history()
{
    static const std::vector<Act> acts{
        {"open device", &Pair::openDevice},
        {"note", &Pair::note},
        {"promise", &Pair::promise},
        {"open centre", &Pair::openCentre},
        {"synchronise", &Pair::synchronise},
        {"import receipts", &Pair::importReceipts},
        {"rename", &Pair::rename},
        {"note again", &Pair::note},
        {"synchronise again", &Pair::synchronise},
    };
    return acts;
}

Result<void> Pair::openDevice()
{
    if (m_field)
        return {};
    ENCOURS_TRY(m_field, openSmall(m_device));
    m_engine = std::make_unique<device::SyncEngine>(*m_field, kTenant, m_clock, m_uuids, m_id);
    return {};
}

Result<void> Pair::openCentre()
{
    if (m_centre)
        return {};
    ENCOURS_TRY(m_centre, openSmall(m_central));
    return {};
}

void Pair::close()
{
    m_engine.reset();
    m_field.reset();
    m_centre.reset();
}

Result<void> Pair::note()
{
    ENCOURS_CHECK(openDevice());
    usecases::Field field{*m_field, m_clock, m_uuids};
    usecases::NoteRequest request;
    request.client = ClientId{1};
    request.text = std::string(3'000, 'n');
    ENCOURS_CHECK(usecases::recordNote(field, request));
    ++m_notes;
    return {};
}

Result<void> Pair::promise()
{
    ENCOURS_CHECK(openDevice());
    usecases::Field field{*m_field, m_clock, m_uuids};
    usecases::PromiseRequest request;
    request.client = ClientId{1};
    request.amount = Money::ofMinor(648'000);
    request.promisedFor = m_clock.today() + 4;
    ENCOURS_CHECK(usecases::promisePayment(field, request));
    ++m_promises;
    return {};
}

Result<void> Pair::synchronise()
{
    ENCOURS_CHECK(openDevice());
    ENCOURS_CHECK(openCentre());
    return exchange(*m_centre, *m_engine, m_id, m_clock.now());
}

Result<void> Pair::importReceipts()
{
    ENCOURS_CHECK(openCentre());
    usecases::Office office{*m_centre, m_clock};
    return taken(usecases::importReceipts(office, intake::memorySource(kReceipts), "receipts.csv"));
}

Result<void> Pair::rename()
{
    ENCOURS_CHECK(openCentre());
    usecases::Office office{*m_centre, m_clock};
    return taken(usecases::importClients(office, intake::memorySource(kName), "clients.csv"));
}

std::string Pair::verify(int unknown)
{
    must(synchronise());
    std::string wrong = checked(*m_field) + checked(*m_centre);
    const auto atCentre = simulation::ledgerText(*m_centre);
    const auto onDevice = simulation::ledgerText(*m_field);
    for (const auto& [client, text] : atCentre) {
        const auto here = onDevice.find(client);
        wrong += here == onDevice.end() ? "a client is missing\n" : simulation::difference(here->second, text, {});
    }
    for (store::Connection* end : {m_field.get(), m_centre.get()}) {
        wrong += within("notes", count(*end, "SELECT count(*) FROM note"), m_notes, unknown);
        wrong += within("promises", count(*end, "SELECT count(*) FROM promise"), m_promises, unknown);
    }
    if (count(*m_field, "SELECT count(*) FROM outbox WHERE state <> 2") != 0)
        wrong += "operations of the device wait without end\n";
    return wrong;
}

} // namespace encours::crash
