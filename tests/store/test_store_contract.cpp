// SPDX-License-Identifier: Apache-2.0
// What every engine behind Connection must do. Written against Connection only; the engine is that of the environment.
#include "store/clients.h"
#include "store/feed.h"
#include "store/rows.h"
#include "store/schema.h"
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
    Engine()
    {
        const auto connection = create(m_folder.path("data.db"), DatabaseKind::Central);
        must(insertCompany(*connection, kTenant, company()));
    }
    std::unique_ptr<Connection> connect(std::chrono::milliseconds patience = std::chrono::seconds(5))
    {
        return reopen(m_folder.path("data.db"), patience);
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
        const std::string text("a'?\"\n\xc3\xa9\xe2\x82\xac");
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
        REQUIRE_ERROR(connection->execute("SELECT nonsense FROM nowhere"), "store.internal");
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

    void aLongScanGivesEveryRowInItsPlace()
    {
        Engine engine;
        auto connection = engine.connect();
        constexpr int kMany = 2500; // more than are fetched at once, and no multiple of that
        {
            auto transaction = must(Transaction::begin(*connection));
            for (int i = 1; i <= kMany; ++i)
                must(put(*connection, i));
            must(transaction.commit());
        }
        constexpr std::string_view sql = "SELECT value FROM counter WHERE tenant = ? AND value <= ? ORDER BY value";
        for (const int rows : {0, 1, 999, 1000, 1001, 2000, kMany}) {
            const auto snapshot = must(Snapshot::take(*connection));
            auto scan = must(connection->prepareScan(sql));
            auto other = must(connection->prepareScan(sql)); // read at the same time, from its own place
            scan.bind(kTenant, rows);
            other.bind(kTenant, kMany);
            std::int64_t sum = 0;
            while (must(scan.step())) {
                sum += scan.integer(0);
                QVERIFY(must(other.step()));
                QCOMPARE(other.integer(0), scan.integer(0));
            }
            QCOMPARE(sum, std::int64_t{rows} * (rows + 1) / 2);
        }
        { // left in the middle, and outside a transaction
            auto scan = must(connection->prepareScan(sql));
            QVERIFY(must(scan.bind(kTenant, kMany).step()));
        }
        QCOMPARE(count(*connection), kMany);
    }

    void whatAWriterReadStaysTrueUntilItCommits()
    {
        Engine engine;
        const auto work = [&] {
            auto connection = engine.connect(std::chrono::seconds(20));
            for (int i = 0; i < 40; ++i) {
                auto transaction = must(Transaction::begin(*connection));
                const auto next = count(*connection); // decided upon a reading of many rows
                must(put(*connection, next));
                must(transaction.commit());
            }
        };
        std::thread one(work);
        std::thread two(work);
        one.join();
        two.join();
        QCOMPARE(count(*engine.connect()), 80);
    }

    void writersBesideOneAnotherClaimTheirRows()
    {
        Engine engine;
        auto first = engine.connect();
        must(put(*first, 1));
        const auto work = [&] {
            auto connection = engine.connect(std::chrono::seconds(20));
            for (int i = 0; i < 40; ++i) {
                auto transaction = must(Transaction::beginBeside(*connection));
                must(connection->execute("UPDATE counter SET value = value WHERE tenant = ? AND name = '1'", kTenant));
                auto statement = must(connection->prepare("SELECT value FROM counter WHERE tenant = ? AND name = '1'"));
                must(statement.bind(kTenant).step());
                const auto value = statement.integer(0);
                must(connection->execute("UPDATE counter SET value = ? WHERE tenant = ? AND name = '1'", value + 1,
                                         kTenant));
                must(transaction.commit());
            }
        };
        std::thread one(work);
        std::thread two(work);
        one.join();
        two.join();
        auto statement = must(first->prepare("SELECT value FROM counter WHERE tenant = ?"));
        must(statement.bind(kTenant).step());
        QCOMPARE(statement.integer(0), 81);
    }

    void aSavepointUndoesWhatFailedAfterIt()
    {
        Engine engine;
        auto connection = engine.connect();
        auto transaction = must(Transaction::begin(*connection));
        must(put(*connection, 1));
        must(connection->execute("SAVEPOINT here"));
        must(put(*connection, 2));
        QVERIFY(!put(*connection, 1));
        must(connection->execute("ROLLBACK TO SAVEPOINT here"));
        must(connection->execute("RELEASE SAVEPOINT here"));
        must(put(*connection, 3));
        must(transaction.commit());
        QCOMPARE(count(*connection), 2);
    }

    void whatIsDeferredIsDoneBeforeAnythingElseAsks()
    {
        Engine engine;
        auto connection = engine.connect();
        {
            auto transaction = must(Transaction::begin(*connection));
            const Deferred together(*connection);
            for (int i = 0; i < 600; ++i) { // more than travel at once
                std::string borrowed = "name" + std::to_string(i);
                must(connection->execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, ?)", kTenant,
                                         borrowed, i));
                borrowed.assign(borrowed.size(), 'x'); // the values were the caller's only until then
                if (i == 99)
                    QCOMPARE(count(*connection), 100);
            }
            must(connection->execute("UPDATE counter SET value = value + 1 WHERE tenant = ? AND name = 'name599'",
                                     kTenant));
            must(transaction.commit());
        }
        QCOMPARE(count(*connection), 600);
        auto last = must(connection->prepare("SELECT max(value) FROM counter WHERE tenant = ? AND name LIKE 'name%'"));
        must(last.bind(kTenant).step());
        QCOMPARE(last.integer(0), 600);
        for (const bool asked : {false, true}) { // an error is told by the next question, at the latest by the commit
            auto transaction = must(Transaction::begin(*connection));
            const Deferred together(*connection);
            must(put(*connection, 1));
            const auto twice = put(*connection, 1);
            const auto more = put(*connection, 2);
            Result<void> end;
            if (asked) {
                auto statement = must(connection->prepare("SELECT count(*) FROM counter WHERE tenant = ?"));
                if (auto counted = statement.bind(kTenant).step(); !counted)
                    end = std::unexpected(counted.error());
            } else if (twice) {
                end = transaction.commit();
            }
            QVERIFY(!twice || !more || !end);
            const auto error = !twice ? twice.error() : !more ? more.error() : end.error();
            QCOMPARE(error.code, std::string("store.duplicate"));
        }
        QCOMPARE(count(*connection), 600);
        { // rolled back, also what had not travelled yet
            const auto transaction = must(Transaction::begin(*connection));
            const Deferred together(*connection);
            must(put(*connection, 1));
        }
        must(put(*connection, 1));
        QCOMPARE(count(*connection), 601);
    }

    void migrationsAreRepeatableAndConcurrent()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        createEmpty(file);
        const auto work = [&] {
            auto connection = reopen(file, std::chrono::seconds(20));
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
        auto patient = reopen(file, std::chrono::milliseconds(10));
        REQUIRE_OK(migrate(*patient, DatabaseKind::Central));
    }

    // Data of before the last migrations, with what they move elsewhere.
    void whatAMigrationMovesStays()
    {
        constexpr int kLastOfBefore = 19;
        constexpr Tenant kTenants[] = {kTenant, Tenant{2}};
        const auto reopenAs = [](const std::filesystem::path& file, Tenant tenant) {
            return reopen(file, std::chrono::seconds(5), tenant);
        };
        Folder folder;
        const auto file = folder.path("data.db");
        {
            auto connection = createEmpty(file);
            auto transaction = must(Transaction::beginSchemaChange(*connection));
            must(connection->executeScript("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)"));
            for (const Migration& migration : migrationsOf(DatabaseKind::Central)) {
                if (migration.version > kLastOfBefore)
                    continue;
                must(connection->execute("INSERT INTO schema_version (version) VALUES (?)", migration.version));
                must(connection->executeScript(migration.sql));
            }
            must(transaction.commit());
        }
        for (const Tenant tenant : kTenants) {
            auto connection = reopenAs(file, tenant);
            must(connection->execute(
                "INSERT INTO client (tenant, id, key, name, city, postcode, siren, sector, currency, portfolio_id, "
                "search,"
                " seq, facts_through) VALUES (?, 5, 'A', 'A', '', '', '', '', 'CHF', 3, 'a', 8, 20000)",
                tenant));
            for (const int client : {5, 6}) // 6 was deleted before the feed knew clients
                must(connection->execute("INSERT INTO client_feed (tenant, client_id, entered_seq, most_rows)"
                                         " VALUES (?, ?, 4, 9)",
                                         tenant, client));
        }
        must(migrate(*reopenAs(file, kTenants[0]), DatabaseKind::Central));
        for (const Tenant tenant : kTenants) { // of each, whoever it was that started first
            auto connection = reopenAs(file, tenant);
            QCOMPARE(must(findClient(*connection, tenant, ClientId{5}))->salesperson, UserId{3});
            QCOMPARE(must(clientSeq(*connection, tenant, ClientId{5})), 8);
            auto through = must(connection->prepare("SELECT facts_through FROM client_through WHERE tenant = ?"));
            QCOMPARE(must(firstInteger(through.bind(tenant))), 20000);
            QCOMPARE(must(countInScope(*connection, tenant, {})), 1);
            QCOMPARE(must(countInScope(*connection, tenant, UserId{3})), 1);
            auto feed =
                must(connection->prepare("SELECT count(*) FROM client_feed WHERE tenant = ? AND client_id = 5 AND "
                                         "currency = 'CHF' AND entered_seq = 4 AND most_rows = 9"));
            QCOMPARE(must(firstInteger(feed.bind(tenant))), 1);
        }
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
        auto connection = createEmpty(file);
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
