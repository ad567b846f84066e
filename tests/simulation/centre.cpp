// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/centre.h"

#include "store/clients.h"
#include "store/company_copy.h"
#include "store/devices.h"
#include "store/feed.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "sync/central/sync_service.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/response_stream.h"
#include "tests/simulation/draw.h"
#include "usecases/init_company.h"

#include <algorithm>

namespace encours::simulation {

namespace {

namespace fs = std::filesystem;

store::SecretKey databaseKey()
{
    store::SecretKey key;
    for (std::uint8_t i = 0; auto& byte : key.bytes())
        byte = ++i;
    return key;
}

fs::path makeTemplate(const fs::path& file, store::DatabaseKind kind)
{
    fs::remove(file);
    const auto connection = must(store::openSqlcipher(file, databaseKey(), {.mode = store::OpenMode::Create}));
    must(store::migrate(*connection, kind));
    return file;
}

void replaceBy(const fs::path& file, const fs::path& from)
{
    fs::copy_file(from, file, fs::copy_options::overwrite_existing);
    for (const char* beside : {"-wal", "-shm"})
        fs::remove(file.string() + beside);
}

} // namespace

Templates::Templates(const fs::path& folder)
    : central(makeTemplate(folder / "central.template", store::DatabaseKind::Central)),
      device(makeTemplate(folder / "device.template", store::DatabaseKind::Device))
{
}

std::unique_ptr<store::Connection> openDatabase(const fs::path& file, Powered* powered, bool isBeside)
{
    const store::OpenOptions options{.cacheKibibytes = 2048, .busyTimeout = std::chrono::milliseconds(0)};
    if (!powered) {
        auto connection = must(store::openSqlcipher(file, databaseKey(), options));
        must(connection->executeScript("PRAGMA synchronous = OFF"));
        return connection;
    }
    const bool wasCut = powered->machine.isOff();
    for (;;) {
        if (powered->machine.isOff() && isBeside)
            throw Crashed();
        if (powered->machine.isOff())
            powered->machine.powerOn();
        auto opened = store::openSqlcipher(file, databaseKey(), options);
        if (powered->machine.isOff())
            continue;
        auto connection = must(std::move(opened));
        // The log goes into the file all the time, so that the power often goes meanwhile.
        must(connection->executeScript("PRAGMA wal_autocheckpoint = 16"));
        try {
            if (wasCut)
                powered->witness.check(*connection);
            else
                powered->witness.starts(witnessOf(*connection));
            return connection;
        } catch (const Violation&) {
            if (!powered->machine.isOff())
                throw;
        }
    }
}

const Version* Life::at(ClientId client, std::int64_t seq) const
{
    const auto known = clients.find(client);
    if (known == clients.end())
        return nullptr;
    const auto after = std::ranges::upper_bound(known->second, seq, {}, &Version::seq);
    return after == known->second.begin() ? nullptr : &*std::prev(after);
}

Centre::Centre(const fs::path& folder, const Templates& templates, const WorldClock& clock, std::uint64_t seed,
               bool power)
    : m_file(folder / "central"), m_clock(clock)
{
    replaceBy(m_file, templates.central);
    if (power) {
        disk.plugIn(std::make_shared<Powered>(m_file, seed ^ 0x77));
        m_soundDisk = disk;
    }
    open();
    DrawnUuids uuids(seed);
    usecases::CompanyRequest company;
    company.name = "Verdon";
    must(usecases::initCompany(office(), uuids, company));
}

void Centre::open()
{
    m_program = std::make_unique<Program>(openDatabase(m_file, disk.powered()), disk, m_clock);
}

void Centre::close()
{
    m_meanwhile = false;
    m_beside.reset();
    m_program.reset();
}

void Centre::restart()
{
    if (disk.isOff())
        m_beside.reset(); // the same machine
    m_meanwhile = false;
    m_program.reset();
    open();
    observe();
}

void Centre::meanwhile(const std::function<void()>& act)
{
    if (!m_beside)
        m_beside = std::make_unique<Program>(openDatabase(m_file, disk.powered(), true), m_soundDisk, m_clock);
    m_meanwhile = true;
    observe();
    act();
    observe();
    m_meanwhile = false;
}

void Centre::backUp()
{
    disk.keepPower();
    close();
    fs::copy_file(m_file, m_file.string() + ".backup", fs::copy_options::overwrite_existing);
    open();
    m_backup = m_lives.back();
}

void Centre::restore(Restore how)
{
    disk.keepPower();
    close();
    replaceBy(m_file, m_file.string() + ".backup");
    disk.adopt();
    if (how == Restore::ByCommand) {
        const auto connection = openDatabase(m_file, disk.powered());
        auto transaction = must(store::Transaction::begin(*connection));
        must(store::beginNewLife(*connection, kTenant, m_clock.now()));
        must(transaction.commit());
    }
    open();
    m_lives.push_back(*m_backup);
}

DeviceId Centre::admit(UserId person, UuidSource& uuids)
{
    store::DeviceRecord record;
    record.id = DeviceId{uuids.next()};
    record.person = person;
    record.publicKey = {1};
    record.enrolledAt = m_clock.now();
    disk.keepPower();
    must(store::insertDevice(reader(), kTenant, record));
    return record.id;
}

Result<protocol::Bytes> Centre::serve(DeviceId device, protocol::ByteView request, const Limits& limits)
{
    compared = Compared::No;
    // As Api::sync, without the session before it.
    ENCOURS_TRY(const central::Caller caller, central::findCaller(m_program->connection, kTenant, device));
    ENCOURS_TRY(const protocol::Bytes plain, protocol::decompress(request));
    ENCOURS_TRY(protocol::SyncRequest message, protocol::decodeSyncRequest(plain));
    if (limits.bytes > 0)
        message.maximumBytes = limits.bytes;
    if (!message.cursor)
        message.priorityClients = limits.priority;
    auto answer = central::synchronise(m_program->connection, kTenant, caller, message, m_clock.now());
    if (answer && message.stateDigest != 0) {
        compared = Compared::Equal;
        protocol::ResponseReader reader;
        reader.feed(*answer);
        while (const auto part = must(reader.next()))
            if (part->reset == protocol::ResetReason::DigestMismatch)
                compared = Compared::Differs;
    }
    return answer;
}

void Centre::observe()
{
    Life& life = m_lives.back();
    const store::Head head = must(store::readHead(reader(), kTenant));
    if (head.seq == life.head)
        return;
    if (head.seq != life.head + 1)
        throw Violation{"I-4", "the head went from " + std::to_string(life.head) + " to " + std::to_string(head.seq)};
    life.head = head.seq;
    std::vector<ClientId> changed;
    {
        store::Statement statement = must(reader().prepare(
            "SELECT client_id FROM feed WHERE tenant = 1 AND seq = ? UNION SELECT client_id FROM scope_exit"
            " WHERE tenant = 1 AND seq = ? ORDER BY 1"));
        statement.bind(head.seq, head.seq);
        while (must(statement.step()))
            changed.push_back(ClientId{statement.integer(0)});
    }
    for (const ClientId id : changed) {
        Version version;
        version.seq = head.seq;
        if (const auto client = must(store::findClient(reader(), kTenant, id))) {
            version.present = true;
            version.owner = client->salesperson;
            version.text = ledgerText(reader(), id)[id];
        }
        life.clients[id].push_back(std::move(version));
    }
}

} // namespace encours::simulation
