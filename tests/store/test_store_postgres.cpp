// SPDX-License-Identifier: Apache-2.0
// What is PostgreSQL's alone: the walls between companies, lost connections and conflicts, and what is not told.
#include "store/changed_rows.h"
#include "store/clients.h"
#include "store/notes.h"
#include "store/postgres/postgres.h"
#include "store/postgres/sql.h"
#include "store/retry.h"
#include "tests/store/support.h"
#include "tests/support/postgres_server.h"

#include <thread>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kOne{1};
constexpr Tenant kTwo{2};

Result<void> put(Connection& connection, Tenant tenant, std::int64_t value)
{
    return connection.execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, ?)", tenant,
                              std::to_string(value), value);
}

std::int64_t count(Connection& connection)
{
    auto statement = must(connection.prepare("SELECT count(*) FROM counter")); // no tenant: what is seen at all
    must(statement.step());
    return statement.integer(0);
}

} // namespace

class TestStorePostgres : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_server = std::make_unique<encours::test::PostgresServer>(); }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        m_name = "case" + std::to_string(++m_cases);
        m_server->createDatabase(m_name);
        auto connection = connect();
        must(migrate(*connection, DatabaseKind::Central));
        must(insertCompany(*connection, kOne, company()));
        must(insertCompany(*connect(kTwo), kTwo, company()));
    }

    void placeholdersAndTypesAreTranslated()
    {
        const auto translated = [](std::string_view sql) { return must(postgres::translate(sql)); };
        QCOMPARE(translated("SELECT a FROM t WHERE b = ? AND c IN (?, ?)").sql,
                 std::string("SELECT a FROM t WHERE b = $1 AND c IN ($2, $3)"));
        QCOMPARE(translated("SELECT '?', 'it''s ?', \"?\" FROM t WHERE b LIKE ? ESCAPE '\\'").sql,
                 std::string("SELECT '?', 'it''s ?', \"?\" FROM t WHERE b LIKE $1 ESCAPE '\\'"));
        QCOMPARE(translated("SELECT ?").parameters, 1);
        QCOMPARE(translated("SELECT ';'; ").parameters, 0);
        QVERIFY(!postgres::translate("SELECT 1; SELECT 2"));
        QVERIFY(!postgres::translate(" ; "));
        QVERIFY(!postgres::translate(""));
        QCOMPARE(translated("SELECT 'open").sql, std::string("SELECT 'open"));
        const std::string table = postgres::translateScript(
            "CREATE TABLE x (tenant INTEGER NOT NULL, text TEXT, INTEGERS BLOB) WITHOUT ROWID;"
            "\nALTER TABLE x ADD COLUMN y INTEGER;");
        QVERIFY2(table.starts_with("CREATE TABLE x (tenant bigint NOT NULL, text text COLLATE \"C\", INTEGERS bytea);"),
                 table.c_str());
        QVERIFY(table.contains("ALTER TABLE x FORCE ROW LEVEL SECURITY;"));
        QVERIFY(table.contains("ALTER TABLE x ADD COLUMN y bigint;"));
    }

    void everyTableIsShut()
    {
        const auto ask = [&](const std::string& sql) { return m_server->asSuperuser(m_name, sql); };
        const std::string ours = "FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
                                 "AND relname <> 'schema_version'";
        QVERIFY(std::stoi(ask("SELECT count(*) " + ours)) > 20);
        QCOMPARE(ask("SELECT string_agg(relname, ', ') " + ours + " AND NOT (relrowsecurity AND relforcerowsecurity)"),
                 std::string());
        QCOMPARE(ask("SELECT string_agg(relname, ', ') " + ours +
                     " AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = c.oid)"),
                 std::string());
        // The tenant leads every key and every unique index: what another company holds is not even told by a refusal.
        QCOMPARE(ask("SELECT string_agg(i.indexrelid::regclass::text, ', ') FROM pg_index i JOIN pg_class t ON t.oid = "
                     "i.indrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] WHERE "
                     "t.relnamespace = 'public'::regnamespace AND a.attname <> 'tenant' AND t.relname <> "
                     "'schema_version'"),
                 std::string());
        QCOMPARE(ask("SELECT count(*) FROM pg_roles WHERE rolname = 'encours' AND (rolsuper OR rolbypassrls)"),
                 std::string("0"));
    }

    /// A migration lifts the walls of our tables while it moves rows: not those of a neighbour, and in any schema.
    void onlyOurOwnWallsAreLifted()
    {
        const auto ask = [&](const std::string& sql) { return m_server->asSuperuser(m_name, sql); };
        for (const std::string schema : {"public", "\"Our Books\""}) {
            if (schema != "public") {
                ask("CREATE SCHEMA " + schema + " AUTHORIZATION encours");
                ask("ALTER ROLE encours IN DATABASE " + m_name + " SET search_path = " + schema);
                must(migrate(*connect(), DatabaseKind::Central));
            }
            auto connection = connect();
            must(connection->executeScript("CREATE TABLE neighbour (owner TEXT)"));
            ask("ALTER TABLE " + schema + ".neighbour ENABLE ROW LEVEL SECURITY");
            must(connection->executeScript("UPDATE counter SET value = 1 WHERE tenant = tenant"));
            const std::string forced = "SELECT relforcerowsecurity FROM pg_class WHERE oid = '" + schema + ".";
            QCOMPARE(ask(forced + "neighbour'::regclass"), std::string("f"));
            QCOMPARE(ask(forced + "counter'::regclass"), std::string("t"));
        }
    }

    void companiesDoNotSeeOneAnother()
    {
        auto one = connect(kOne);
        auto two = connect(kTwo);
        must(put(*one, kOne, 1));
        must(put(*two, kTwo, 1));
        must(put(*two, kTwo, 2));
        QCOMPARE(count(*one), 1);
        QCOMPARE(count(*two), 2);
        QCOMPARE(put(*one, kTwo, 7).error().kind, ErrorKind::Denied);
        REQUIRE_ERROR(one->execute("UPDATE counter SET tenant = 2 WHERE tenant = ?", kOne), "store.access");
        must(one->execute("UPDATE counter SET value = 9 WHERE tenant = ?", kTwo));
        QCOMPARE(one->changes(), 0);
        must(one->execute("DELETE FROM counter WHERE tenant = ?", kTwo));
        QCOMPARE(one->changes(), 0);
        { // in a transaction, a scan too
            const auto snapshot = must(Snapshot::take(*one));
            auto scan = must(one->prepareScan("SELECT tenant FROM counter ORDER BY tenant"));
            QVERIFY(must(scan.step()));
            QCOMPARE(scan.integer(0), 1);
            QVERIFY(!must(scan.step()));
        }
        QCOMPARE(count(*two), 2);
        QCOMPARE(must(loadCompany(*two, kTwo)).name, std::string("Verdon"));
        REQUIRE_ERROR(loadCompany(*two, kOne), "company.none");
        // Who names no tenant is told nothing, not everything.
        QCOMPARE(m_server->errorOf(m_name, "SET ROLE encours; SELECT count(*) FROM counter"), std::string("42704"));
        QCOMPARE(m_server->errorOf(m_name,
                                   "SET ROLE encours; BEGIN; SELECT set_config('enc.tenant', '2', true); COMMIT; "
                                   "SELECT count(*) FROM counter"),
                 std::string("22P02"));
    }

    void aRoleThatSeesThroughWallsIsRefused()
    {
        REQUIRE_ERROR(openPostgres(m_server->superuserUrl(m_name)), "store.role");
        m_server->asSuperuser("postgres", "CREATE ROLE seer" + m_name + " LOGIN BYPASSRLS");
        std::string url = m_server->url(m_name);
        url.replace(url.find("encours@"), 7, "seer" + m_name);
        REQUIRE_ERROR(openPostgres(url), "store.role");
    }

    void thePasswordIsNeverTold()
    {
        const std::string secret = "s3cr3t";
        for (const std::string& url :
             {"postgresql://u:" + secret + "@127.0.0.1:1/none", "postgresql://u:" + secret + "@/x?host=/nowhere",
              "postgresql://u:" + secret + ":" + secret + "@h:" + secret + "/x", "postgresql://u:" + secret + "@@@/%zz",
              "postgresql://u@h/x?" + secret + "=1", "host=h password=" + secret, secret, "mysql://u:" + secret + "@h",
              "postgresql://nobody:" + secret + "@/" + m_name + "?host=" + m_server->directory()}) {
            const auto refused = openPostgres(url);
            QVERIFY(!refused);
            QVERIFY2(!(refused.error().message + refused.error().code).contains(secret), url.c_str());
        }
        REQUIRE_ERROR(openPostgres("postgresql://u@h/x?none=1"), "store.url");
        REQUIRE_ERROR(openPostgres("postgresql://127.0.0.1:1/none"), "store.gone");
        REQUIRE_ERROR(openPostgres("postgresql://nobody@/" + m_name + "?host=" + m_server->directory()),
                      "store.access");
    }

    void aTextThatCannotBeStoredIsRefused()
    {
        auto connection = connect();
        for (const std::string_view text : {std::string_view("a\0b", 3), std::string_view("\xff")}) {
            const auto refused =
                connection->execute("INSERT INTO counter (tenant, name, value) VALUES (?, ?, 1)", kOne, text);
            REQUIRE_ERROR(refused, "store.text");
            QCOMPARE(refused.error().kind, ErrorKind::Refused);
        }
        QCOMPARE(count(*connection), 0);
    }

    void writersRunBesideOneAnotherButNotBesideOneAlone()
    {
        auto first = connect();
        auto second = connect(kOne, std::chrono::milliseconds(50));
        {
            auto beside = must(Transaction::beginBeside(*first));
            must(put(*first, kOne, 1));
            auto too = must(Transaction::beginBeside(*second)); // both are open at once
            must(put(*second, kOne, 2));
            must(too.commit());
            REQUIRE_ERROR(Transaction::begin(*second), "store.busy");
            must(beside.commit());
        }
        const auto alone = must(Transaction::begin(*first));
        REQUIRE_ERROR(Transaction::beginBeside(*second), "store.busy");
        QCOMPARE(count(*second), 2); // readers never wait
    }

    void twoWhoWaitForEachOtherAreParted()
    {
        auto first = connect();
        auto second = connect();
        must(put(*first, kOne, 1));
        must(put(*first, kOne, 2));
        std::atomic<int> conflicts = 0;
        const auto work = [&](Connection& connection, std::array<const char*, 2> order) {
            const auto done = retried(Repeatable::UntilSaved, [&]() -> Result<void> {
                ENCOURS_TRY(auto transaction, Transaction::beginBeside(connection));
                for (const char* name : order) {
                    auto changed = connection.execute(
                        "UPDATE counter SET value = value + 1 WHERE tenant = ? AND name = ?", kOne, name);
                    if (!changed && changed.error().code == "store.conflict")
                        ++conflicts;
                    ENCOURS_CHECK(std::move(changed));
                    std::this_thread::sleep_for(std::chrono::milliseconds(100));
                }
                return transaction.commit();
            });
            QVERIFY(done.has_value());
        };
        std::thread other(work, std::ref(*second), std::array{"2", "1"});
        work(*first, {"1", "2"});
        other.join();
        QVERIFY(conflicts > 0);
        auto sum = must(first->prepare("SELECT max(value) + min(value) FROM counter WHERE tenant = ?"));
        must(sum.bind(kOne).step());
        QCOMPARE(sum.integer(0), 1 + 2 + 4); // each added once to each
    }

    void injectedErrorsAreRetried_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("always");
        QTest::addColumn<bool>("succeeds");
        for (const char* state : {"40001", "40P01"})
            QTest::newRow(state) << state << "raise" << false << true;
        QTest::newRow("57P01") << "57P01" << "terminate" << false << true;
        QTest::newRow("at the commit, repeatable") << "57P01" << "at commit" << true << true;
        QTest::newRow("at the commit, not repeatable") << "57P01" << "at commit" << false << false;
        QTest::newRow("another error is not retried") << "23514" << "raise" << true << false;
    }

    void injectedErrorsAreRetried()
    {
        QFETCH(const QString, state);
        QFETCH(const QString, when);
        QFETCH(const bool, always);
        QFETCH(const bool, succeeds);
        // The first two rows written fail as the server would fail by itself. A sequence remembers across rollbacks.
        const std::string what = when == "raise"
                                     ? "RAISE EXCEPTION 'injected' USING ERRCODE = '" + state.toStdString() + "'"
                                     : "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5)";
        m_server->asSuperuser(
            m_name,
            "CREATE SEQUENCE failures; GRANT USAGE ON failures TO encours; CREATE FUNCTION fail() RETURNS trigger "
            "LANGUAGE plpgsql SECURITY DEFINER AS $$BEGIN IF nextval('failures') <= 2 THEN " +
                what + "; END IF; RETURN NEW; END$$");
        m_server->asSuperuser(
            m_name, when == "at commit" ? "CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON counter DEFERRABLE INITIALLY "
                                          "DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()"
                                        : "CREATE TRIGGER fail BEFORE INSERT ON counter FOR EACH ROW EXECUTE FUNCTION "
                                          "fail()");
        auto connection = connect();
        int attempts = 0;
        const auto done = retried(always ? Repeatable::Always : Repeatable::UntilSaved, [&]() -> Result<void> {
            ++attempts;
            ENCOURS_TRY(auto transaction, Transaction::begin(*connection));
            ENCOURS_CHECK(put(*connection, kOne, 7));
            return transaction.commit();
        });
        QVERIFY(!connection->inTransaction());
        QCOMPARE(done.has_value(), succeeds);
        QCOMPARE(attempts, succeeds ? 3 : 1);
        if (when == "at commit" && !succeeds)
            QCOMPARE(done.error().code, std::string("store.unknown"));
        QCOMPARE(count(*connect()), succeeds ? 1 : 0);
    }

    void aServerThatComesBackIsFoundAgain()
    {
        auto connection = connect();
        must(put(*connection, kOne, 1));
        auto transaction = std::optional(must(Transaction::begin(*connection)));
        must(put(*connection, kOne, 2));
        m_server->kill();
        REQUIRE_ERROR(put(*connection, kOne, 3), "store.gone");
        // What is lost is lost as a whole: nothing runs outside the transaction it was meant for.
        REQUIRE_ERROR(put(*connection, kOne, 4), "store.gone");
        REQUIRE_ERROR(transaction->commit(), "store.gone");
        transaction.reset();
        REQUIRE_ERROR(Transaction::begin(*connection), "store.gone");
        m_server->start();
        const auto done = retried(Repeatable::UntilSaved, [&]() -> Result<void> {
            ENCOURS_TRY(auto again, Transaction::begin(*connection));
            ENCOURS_CHECK(put(*connection, kOne, 5));
            return again.commit();
        });
        REQUIRE_OK(done);
        QCOMPARE(count(*connection), 2);
        // Restarted while nothing ran: the next transaction does not notice.
        m_server->stop();
        m_server->start();
        auto unnoticed = must(Transaction::begin(*connection));
        must(put(*connection, kOne, 6));
        must(unnoticed.commit());
        QCOMPARE(count(*connection), 3);
    }

    /// The server has not counted what came a second ago, and takes it for a row or two. Each note then went through all that
    /// had changed: 10,000 notes took 2.7 s, for each device that pulled.
    void whatChangedIsReadOnceBeforeItIsCounted()
    {
        constexpr int kNotes = 2'000;
        auto connection = connect();
        int next = 0;
        const auto addNotes = [&](int count) {
            auto transaction = must(Transaction::begin(*connection));
            Changes changes(*connection, kOne);
            std::vector<NoteRow> notes;
            for (int i = 0; i < count; ++i) {
                Note note;
                note.id.value = Uuid::makeV7(++next, {1});
                note.client = ClientId{i % 500 + 1};
                notes.push_back({note, next});
                changes.put(Entity::Note, next, note.client, {});
            }
            must(upsertNotes(*connection, kOne, notes));
            must(changes.commit(transaction, "test", "me", Instant()));
        };
        addNotes(kNotes);
        m_server->asSuperuser(m_name, "ANALYZE");
        const std::int64_t before = must(readHead(*connection, kOne)).seq;
        addNotes(kNotes);
        const auto flush = [&] { // of what each session has counted
            must(must(connection->prepare("SELECT pg_stat_force_next_flush()")).step());
            return std::stoll(m_server->asSuperuser(
                m_name, "SELECT sum(idx_blks_hit + idx_blks_read) FROM pg_statio_user_tables WHERE relname = 'feed'"));
        };
        const auto page = must(changesAfter(*connection, kOne, before, {}, 10'000));
        const auto blocksBefore = flush();
        const auto changed = must(readChanged(*connection, kOne, {before, page.through, {}}, page.changes));
        const auto blocks = flush() - blocksBefore;
        QCOMPARE(changed.notes.size(), std::size_t(kNotes));
        qInfo("%lld blocks of the feed's indexes", blocks);
        QVERIFY(blocks > 0 && blocks < kNotes);
    }

    void whatThePooledSessionHoldsEndsWithTheTransaction()
    {
        auto connection = connect();
        must(put(*connection, kOne, 1));
        QCOMPARE(m_server->asSuperuser(m_name, "SELECT count(*) FROM pg_prepared_statements"), std::string("0"));
        auto left = must(connection->prepare("SELECT count(*) FROM pg_catalog.pg_prepared_statements UNION ALL SELECT "
                                             "count(*) FROM pg_catalog.pg_cursors WHERE name <> ''"));
        QVERIFY(must(left.step()));
        QCOMPARE(left.integer(0), 0);
        QVERIFY(must(left.step()));
        QCOMPARE(left.integer(0), 0);
    }

private:
    std::unique_ptr<Connection> connect(Tenant tenant = kOne,
                                        std::chrono::milliseconds patience = std::chrono::seconds(5))
    {
        return must(openPostgres(m_server->url(m_name), {.tenant = tenant, .lockTimeout = patience}));
    }

    std::unique_ptr<encours::test::PostgresServer> m_server;
    std::string m_name;
    int m_cases = 0;
};

QTEST_GUILESS_MAIN(TestStorePostgres)
#include "test_store_postgres.moc"
