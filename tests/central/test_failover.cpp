// SPDX-License-Identifier: Apache-2.0
// A streaming pair: the first PostgreSQL is killed while operations flow, the second takes over. Nothing that was answered
// is lost, nothing is there twice. ENCOURS_KILLS: how many times (5; ./dev prove: 20).
#include "store/clients.h"
#include "store/company.h"
#include "store/devices.h"
#include "store/feed.h"
#include "store/operation_log.h"
#include "store/people.h"
#include "store/postgres/postgres.h"
#include "store/schema.h"
#include "sync/central/operations.h"
#include "tests/store/must.h"
#include "tests/support/postgres_server.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

using namespace encours;
using encours::store::test::must;
using encours::test::PostgresServer;

namespace {

constexpr store::Tenant kTenant{};
constexpr int kWriters = 4;
constexpr std::int64_t kClients = 3; // writers meet on them
const Instant kNow = Instant::fromParis(*Day::fromYmd(2026, 11, 23), 9, 30);

Uuid uuid(std::uint8_t kind, int number)
{
    return Uuid::makeV7(number, {kind});
}

/// Both, wherever the first is now: libpq looks for the one that takes writes.
class Pair {
public:
    Pair()
        : m_first(std::make_unique<PostgresServer>(PostgresServer::Writes::Copied)),
          m_second(std::make_unique<PostgresServer>(*m_first))
    {
        m_first->createDatabase("company");
    }
    std::unique_ptr<store::Connection> connect() const { return must(tryConnect()); }
    Result<std::unique_ptr<store::Connection>> tryConnect() const
    {
        const std::lock_guard lock(m_mutex);
        return store::openPostgres(
            "postgresql://encours@/company?port=5432,5432&target_session_attrs=read-write&host=" +
            m_first->directory() + ',' + (m_second ? m_second : m_first)->directory());
    }
    PostgresServer& first() { return *m_first; }

    void killFirst() { m_first->killHard(); }
    void promoteSecond() { m_second->promote(); }
    void loseSecond()
    {
        const std::lock_guard lock(m_mutex);
        m_second.reset();
    }
    /// The second is the first from now on, and has a copy again.
    void repair()
    {
        if (m_second) {
            const std::lock_guard lock(m_mutex);
            m_first = std::move(m_second);
        }
        auto copy = std::make_unique<PostgresServer>(*m_first);
        const std::lock_guard lock(m_mutex);
        m_second = std::move(copy);
    }

private:
    mutable std::mutex m_mutex;
    std::unique_ptr<PostgresServer> m_first;
    std::unique_ptr<PostgresServer> m_second;
};

/// A device that hands in one note after another, each until it is answered.
class Writer {
public:
    Writer(const Pair& pair, int number) : m_pair(pair), m_number(number)
    {
        m_thread = std::thread([this] { run(); });
    }
    ~Writer()
    {
        m_stopped = true;
        m_thread.join();
    }
    std::vector<OperationId> answered() const
    {
        const std::lock_guard lock(m_mutex);
        return m_answered;
    }
    std::string failure() const
    {
        const std::lock_guard lock(m_mutex);
        return m_failure;
    }

    static DeviceId device(int writer) { return DeviceId{uuid(1, writer + 1)}; }

private:
    void run()
    {
        std::unique_ptr<store::Connection> connection;
        for (int number = 1; !m_stopped; ++number) {
            const Operation operation = note(number);
            while (!m_stopped && !handIn(connection, operation))
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    Operation note(int number) const
    {
        Note note;
        note.id.value = uuid(static_cast<std::uint8_t>(20 + m_number), number);
        note.client = ClientId{number % kClients + 1};
        note.text = "Vu";
        return {.id = {uuid(static_cast<std::uint8_t>(10 + m_number), number)},
                .deviceSeq = number,
                .madeAt = kNow,
                .seenSeq = 0,
                .body = NoteAdded{note}};
    }

    bool handIn(std::unique_ptr<store::Connection>& connection, const Operation& operation)
    {
        const auto answer = tryHandIn(connection, operation);
        const std::lock_guard lock(m_mutex);
        if (answer && answer->results.size() == 1 && answer->results.front().status == OperationStatus::Applied) {
            m_answered.push_back(operation.id);
            return true;
        }
        if (answer)
            m_failure = answer->forked ? "forked" : "not applied: " + answer->results.front().reason;
        else if (answer.error().kind != ErrorKind::Unavailable)
            m_failure = answer.error().code + ": " + answer.error().message;
        m_stopped = m_stopped || !m_failure.empty();
        return false;
    }

    Result<central::OperationsOutcome> tryHandIn(std::unique_ptr<store::Connection>& connection,
                                                 const Operation& operation)
    {
        if (!connection) {
            ENCOURS_TRY(connection, m_pair.tryConnect());
        }
        auto caller = central::findCaller(*connection, kTenant, device(m_number));
        if (!caller) {
            connection.reset(); // its address may be that of the one before
            return std::unexpected(caller.error());
        }
        const protocol::DecodedOperation decoded{operation.id, operation.deviceSeq, operation};
        return central::applyOperations(*connection, kTenant, *caller, {&decoded, 1}, kNow);
    }

    const Pair& m_pair;
    int m_number;
    std::atomic<bool> m_stopped = false;
    mutable std::mutex m_mutex;
    std::vector<OperationId> m_answered;
    std::string m_failure;
    std::thread m_thread;
};

void fill(store::Connection& db)
{
    must(store::migrate(db, store::DatabaseKind::Central));
    auto transaction = must(store::Transaction::beginSchemaChange(db));
    store::Company company;
    company.name = "Verdon";
    company.receivables = {"411"};
    must(store::insertCompany(db, kTenant, company));
    const UserId nadia = must(store::insertPerson(db, kTenant, "Nadia Ferrand", store::Role::Salesperson));
    store::Changes changes(db, kTenant);
    for (std::int64_t id = 1; id <= kClients; ++id) {
        Client client;
        client.id = ClientId{id};
        client.key = std::to_string(id);
        client.salesperson = nadia;
        must(store::upsertClient(db, kTenant, client));
        changes.put(store::Entity::Client, id, client.id, nadia);
    }
    for (int writer = 0; writer < kWriters; ++writer) {
        store::DeviceRecord record;
        record.id = Writer::device(writer);
        record.person = nadia;
        record.publicKey = {1};
        record.enrolledAt = kNow;
        must(store::insertDevice(db, kTenant, record));
    }
    must(changes.commit(transaction, "test", "test", kNow));
}

std::int64_t count(store::Connection& db, const char* sql)
{
    auto statement = must(db.prepare(sql));
    must(statement.bind(kTenant).step());
    return statement.integer(0);
}

} // namespace

class TestFailover : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_pair = std::make_unique<Pair>();
        fill(*m_pair->connect());
    }
    void cleanupTestCase() { m_pair.reset(); }

    // An answer says that the work is safe. A commit that was cut while it waited for the copy stands at the first one
    // alone: sent again, the operation is known there, but it is not safe yet.
    void nothingIsAnsweredThatTheCopyHasNot()
    {
        m_pair->loseSecond();
        const Writer writer(*m_pair, 0);
        for (const char* cut : {"pg_cancel_backend", "pg_terminate_backend"}) {
            QVERIFY(cutACommit(cut));
            QTest::qWait(500);
            QVERIFY2(writer.failure().empty(), writer.failure().c_str());
            QCOMPARE(writer.answered().size(), 0U);
        }
        m_pair->repair();
        QTRY_VERIFY_WITH_TIMEOUT(writer.answered().size() > 3, 20'000);
        QVERIFY2(writer.failure().empty(), writer.failure().c_str());
    }

    void nothingAnsweredIsLostWhenTheFirstIsKilled()
    {
        const int kills =
            qEnvironmentVariableIntValue("ENCOURS_KILLS") > 0 ? qEnvironmentVariableIntValue("ENCOURS_KILLS") : 5;
        std::minstd_rand random(static_cast<unsigned>(kills));
        std::size_t answered = 0;
        {
            std::vector<std::unique_ptr<Writer>> writers;
            for (int number = 1; number < kWriters; ++number)
                writers.push_back(std::make_unique<Writer>(*m_pair, number));
            for (int kill = 1; kill <= kills; ++kill) {
                const std::size_t before = answered;
                QTRY_VERIFY_WITH_TIMEOUT(countOf(writers) > before, 20'000);
                QTest::qWait(static_cast<int>(200 + random() % 400));
                m_pair->killFirst();
                m_pair->promoteSecond();
                const auto db = m_pair->connect();
                answered = 0;
                for (const auto& writer : writers)
                    for (const OperationId& id : writer->answered()) {
                        const auto logged = must(store::findOperation(*db, kTenant, id));
                        QVERIFY2(logged && logged->status == OperationStatus::Applied, "an answered operation is lost");
                        ++answered;
                    }
                m_pair->repair();
            }
            for (const auto& writer : writers)
                QVERIFY2(writer->failure().empty(), writer->failure().c_str());
        }
        const auto db = m_pair->connect();
        qInfo("%d kills: %zu operations answered, none lost", kills, answered);
        QCOMPARE(count(*db, "SELECT count(*) FROM note WHERE tenant = ?"),
                 count(*db, "SELECT count(*) FROM operation_log WHERE tenant = ?"));
        QCOMPARE(count(*db, "SELECT seq FROM head WHERE tenant = ?"),
                 count(*db, "SELECT count(*) FROM commit_log WHERE tenant = ?"));
        QVERIFY(store::verifyChain(*db, kTenant));
    }

private:
    /// One that waits for the copy, as soon as there is one.
    bool cutACommit(const std::string& how)
    {
        const std::string cut = "SELECT count(" + how + "(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
        for (int i = 0; i < 200; ++i) {
            if (m_pair->first().asSuperuser("company", cut) != "0")
                return true;
            QTest::qWait(50);
        }
        return false;
    }
    static std::size_t countOf(const std::vector<std::unique_ptr<Writer>>& writers)
    {
        std::size_t sum = 0;
        for (const auto& writer : writers)
            sum += writer->answered().size();
        return sum;
    }

    std::unique_ptr<Pair> m_pair;
};

QTEST_GUILESS_MAIN(TestFailover)
#include "test_failover.moc"
