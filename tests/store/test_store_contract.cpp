// SPDX-License-Identifier: Apache-2.0
// What every engine behind Connection must do. Written against Connection only: PostgreSQL will run the same slots with
// another factory.
#include "store/clients.h"
#include "tests/store/support.h"

#include <thread>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};

/// Several connections to one fresh database with the central schema.
class Engine {
public:
    Engine() { create(m_folder.path("data.db"), DatabaseKind::Central); }
    std::unique_ptr<Connection> connect(std::chrono::milliseconds busyTimeout = std::chrono::seconds(5))
    {
        return must(openSqlcipher(m_folder.path("data.db"), keyOf(1), {.busyTimeout = busyTimeout}));
    }

private:
    Folder m_folder;
};

Result<void> put(Connection& connection, std::int64_t value)
{
    return connection.execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, ?)", kTenant,
                              std::to_string(value), value);
}

std::int64_t count(Connection& connection)
{
    auto statement = must(connection.prepare("SELECT count(*) FROM counter WHERE tenant = ?"));
    must(statement.bind(kTenant).step());
    return statement.integer(0);
}

} // namespace

class TestStoreContract : public QObject {
    Q_OBJECT
private slots:
    void valuesComeBackAsTheyWent()
    {
        Engine engine;
        auto connection = engine.connect();
        const auto extremes = {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::int64_t{0},
                               std::numeric_limits<std::int64_t>::max()};
        for (const auto value : extremes) {
            must(connection->execute("INSERT INTO head (tenant, nonce, seq, chain) VALUES (?, ?, ?, ?) ON CONFLICT "
                                     "(tenant) DO UPDATE SET nonce = excluded.nonce, seq = excluded.seq",
                                     kTenant, Blob(), value, 0));
            auto statement = must(connection->prepare("SELECT seq, nonce FROM head WHERE tenant = ?"));
            QVERIFY(must(statement.bind(kTenant).step()));
            QCOMPARE(statement.integer(0), value);
            QVERIFY(!statement.isNull(1)); // an empty blob is not nothing
            QCOMPARE(statement.blob(1).size(), std::size_t{0});
        }
        const std::string text("a\0b\xc3\xa9", 5);
        must(connection->execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, 1)", kTenant, text));
        must(connection->execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, 2)", kTenant,
                                 std::string_view()));
        auto statement = must(connection->prepare("SELECT name FROM counter WHERE tenant = ? ORDER BY value"));
        QVERIFY(must(statement.bind(kTenant).step()));
        QCOMPARE(statement.text(0), text);
        QVERIFY(must(statement.step()));
        QVERIFY(!statement.isNull(0));
        QVERIFY(!must(statement.step()));
    }

    void statementsAreReusedAndNested()
    {
        Engine engine;
        auto connection = engine.connect();
        constexpr std::string_view sql = "SELECT value FROM counter WHERE tenant = ? ORDER BY value";
        for (int i = 1; i <= 3; ++i)
            must(put(*connection, i));
        // The same text is being read while it is asked for again: each reader has its own place.
        auto outer = must(connection->prepare(sql));
        outer.bind(kTenant);
        int pairs = 0;
        while (must(outer.step())) {
            auto inner = must(connection->prepare(sql));
            inner.bind(kTenant);
            while (must(inner.step()))
                ++pairs;
        }
        QCOMPARE(pairs, 9);
        // A text in a buffer that is written again must not find the statement of the old text.
        std::string buffer = "SELECT 1";
        {
            auto first = must(connection->prepare(buffer));
            must(first.step());
            QCOMPARE(first.integer(0), 1);
        }
        buffer[7] = '2';
        auto second = must(connection->prepare(buffer));
        must(second.step());
        QCOMPARE(second.integer(0), 2);
    }

    void wrongBindingsAreOurMistake()
    {
        Engine engine;
        auto connection = engine.connect();
        REQUIRE_ERROR(connection->execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, ?)", kTenant, "few"),
                      "store.bind");
        REQUIRE_ERROR(
            connection->execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, ?)", kTenant, "many", 1, 2),
            "store.bind");
        auto statement = must(connection->prepare("SELECT value FROM counter WHERE tenant = ?"));
        statement.bind(kTenant);
        statement.reset(); // forgets
        REQUIRE_ERROR(statement.step(), "store.bind");
        REQUIRE_ERROR(connection->prepare("SELECT nonsense FROM nowhere"), "store.internal");
        REQUIRE_ERROR(connection->prepare("SELECT 1; SELECT 2"), "store.internal");
        QCOMPARE(count(*connection), 0);
    }

    void duplicatesAreRefused()
    {
        Engine engine;
        auto connection = engine.connect();
        must(put(*connection, 1));
        REQUIRE_ERROR(put(*connection, 1), "store.duplicate");
        QCOMPARE(put(*connection, 1).error().kind, ErrorKind::Refused);
        must(put(*connection, 2)); // the connection goes on
        QCOMPARE(count(*connection), 2);
    }

    void transactionsAreWholeOrNothing()
    {
        Engine engine;
        auto connection = engine.connect();
        {
            auto transaction = must(Transaction::begin(*connection));
            must(put(*connection, 1));
            must(put(*connection, 2));
            QVERIFY(connection->inTransaction());
        }
        QVERIFY(!connection->inTransaction());
        QCOMPARE(count(*connection), 0);
        {
            auto transaction = must(Transaction::begin(*connection));
            must(put(*connection, 1));
            QVERIFY(!Transaction::begin(*connection)); // never nested
            must(transaction.commit());
        }
        QCOMPARE(count(*connection), 1);
        QCOMPARE(count(*engine.connect()), 1);
        must(connection->execute("UPDATE counter SET value = 5 WHERE tenant = ?", kTenant));
        QCOMPARE(connection->changes(), 1);
    }

    void aSecondWriterWaitsThenSaysBusy()
    {
        Engine engine;
        auto first = engine.connect();
        auto second = engine.connect(std::chrono::milliseconds(50));
        auto transaction = must(Transaction::begin(*first));
        must(put(*first, 1));
        const auto refused = Transaction::begin(*second);
        REQUIRE_ERROR(refused, "store.busy");
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QCOMPARE(count(*second), 0); // readers are never blocked, and see what is committed
        must(transaction.commit());
        QCOMPARE(count(*second), 1);
        auto again = must(Transaction::begin(*second));
        must(put(*second, 2));
        must(again.commit());
    }

    void writersTakeTurns()
    {
        Engine engine;
        const auto work = [&](std::int64_t base) {
            auto connection = engine.connect(std::chrono::seconds(20));
            for (std::int64_t i = 0; i < 50; ++i) {
                auto transaction = must(Transaction::begin(*connection));
                must(put(*connection, base + i));
                must(transaction.commit());
            }
        };
        std::thread one(work, 0);
        std::thread two(work, 1000);
        one.join();
        two.join();
        QCOMPARE(count(*engine.connect()), 100);
    }

    void aSnapshotSeesOneState()
    {
        Engine engine;
        auto reader = engine.connect();
        auto writer = engine.connect();
        must(put(*writer, 1));
        {
            const auto snapshot = must(Snapshot::take(*reader));
            QCOMPARE(count(*reader), 1);
            must(put(*writer, 2));
            QCOMPARE(count(*reader), 1);
            const auto nested = must(Snapshot::take(*reader)); // inside another it does nothing
            QCOMPARE(count(*reader), 1);
        }
        QVERIFY(!reader->inTransaction());
        QCOMPARE(count(*reader), 2);
    }

    void migrationsAreRepeatableAndConcurrent()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        must(openSqlcipher(file, keyOf(1), {.mode = OpenMode::Create}));
        const auto work = [&] {
            auto connection = must(openSqlcipher(file, keyOf(1), {.busyTimeout = std::chrono::seconds(20)}));
            must(migrate(*connection, DatabaseKind::Central));
            must(migrate(*connection, DatabaseKind::Central));
        };
        std::thread one(work);
        std::thread two(work);
        one.join();
        two.join();
        auto connection = reopen(file);
        QVERIFY(must(connection->hasTable("ledger_line")));
        QVERIFY(!must(connection->hasTable("outbox")));
        // Nothing to do: not even behind a writer.
        auto writer = reopen(file);
        auto transaction = must(Transaction::begin(*writer));
        auto patient = must(openSqlcipher(file, keyOf(1), {.busyTimeout = std::chrono::milliseconds(10)}));
        REQUIRE_OK(migrate(*patient, DatabaseKind::Central));
    }

    void aNewerSchemaIsRefused()
    {
        Engine engine;
        auto connection = engine.connect();
        REQUIRE_ERROR(migrate(*connection, DatabaseKind::Device), "store.newer"); // the other half's data
        must(connection->execute("INSERT INTO schema_version (version) VALUES (?)", 999));
        const auto refused = migrate(*connection, DatabaseKind::Central);
        REQUIRE_ERROR(refused, "store.newer");
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
    }

    void aFailedMigrationLeavesNothing()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        auto connection = must(openSqlcipher(file, keyOf(1), {.mode = OpenMode::Create}));
        must(connection->executeScript("CREATE TABLE head (tenant INTEGER)")); // in the way of the second migration
        QVERIFY(!migrate(*connection, DatabaseKind::Central));
        QVERIFY(!must(connection->hasTable("client")));
        QVERIFY(!must(connection->hasTable("schema_version")));
        must(connection->executeScript("DROP TABLE head"));
        REQUIRE_OK(migrate(*connection, DatabaseKind::Central));
    }
};

QTEST_GUILESS_MAIN(TestStoreContract)
#include "test_store_contract.moc"
