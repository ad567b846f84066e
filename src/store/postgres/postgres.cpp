// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres.h"

#include "store/postgres/error.h"
#include "store/postgres/statement.h"

#include <libpq-fe.h>

#include <charconv>

namespace encours::store {

namespace postgres {

namespace {

// Local to the transaction: a pooler may give the next one another session. What row level security reads comes first.
constexpr std::string_view kNameTenant =
    "SELECT set_config('enc.tenant', $1, true), set_config('lock_timeout', $2, true), "
    "set_config('statement_timeout', $3, true), set_config('idle_in_transaction_session_timeout', $4, true), "
    "set_config('random_page_cost', '1.1', true)";

constexpr std::string_view kBegin = "BEGIN ISOLATION LEVEL READ COMMITTED";

// What is put off travels before it fills the buffers of the way: the server answers while it reads.
constexpr std::size_t kMostLater = 256;
constexpr std::size_t kMostLaterBytes = 256 * 1024;

class PostgresConnection final : public Connection, private Executor {
public:
    PostgresConnection(std::string url, const PostgresOptions& options, std::unique_ptr<Session> session)
        : m_url(std::move(url)), m_tenant(Value::integer(options.tenant.id)), m_session(std::move(session)),
          m_settings{inText(options.tenant.id), inText(options.lockTimeout.count()),
                     inText(options.statementTimeout.count()), inText(options.idleTimeout.count())},
          m_statements(*this)
    {
    }

    Result<Statement> prepare(std::string_view sql) override { return m_statements.lend(sql, false); }
    Result<Statement> prepareScan(std::string_view sql) override { return m_statements.lend(sql, m_inTransaction); }

    // READ COMMITTED: each statement sees what was committed before it. The row of the company is held by who writes
    // alone, shared by those who write beside one another; readers never ask for it. Sharing passes one who waits to hold
    // it: who writes alone first shuts the door by the weaker FOR NO KEY UPDATE, then waits for those inside; who comes to
    // write beside them tries the door by FOR SHARE, and keeps nothing of that.
    Result<void> begin() override
    {
        const Request turn[] = {{"SELECT 1 FROM company WHERE tenant = $1 FOR NO KEY UPDATE", {&m_tenant, 1}},
                                {"SELECT 1 FROM company WHERE tenant = $1 FOR UPDATE", {&m_tenant, 1}}};
        return start(kBegin, turn);
    }
    Result<void> beginBeside() override
    {
        const Request turn[] = {{"SAVEPOINT door", {}},
                                {"SELECT 1 FROM company WHERE tenant = $1 FOR SHARE", {&m_tenant, 1}},
                                {"ROLLBACK TO SAVEPOINT door", {}},
                                {"RELEASE SAVEPOINT door", {}},
                                {"SELECT 1 FROM company WHERE tenant = $1 FOR KEY SHARE", {&m_tenant, 1}}};
        return start(kBegin, turn);
    }
    Result<void> beginSchemaChange() override { return start(kBegin, {}); }
    Result<void> beginRead() override { return start("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", {}); }

    Result<void> commit() override
    {
        if (!m_inTransaction)
            return failure(ErrorKind::Internal, "store.internal", "There was nothing to commit.");
        if (m_session->broken())
            return std::unexpected(goneError());
        auto committed = m_session->commit(waiting());
        forgetLater();
        if (committed)
            m_inTransaction = false;
        return committed;
    }

    void rollback() override
    {
        m_inTransaction = false;
        forgetLater();
        if (m_session->broken() || !m_session->inTransaction())
            return;
        const Request request{"ROLLBACK", {}};
        (void)m_session->run({&request, 1}); // failing, it leaves a broken session, and the server rolls back
    }

    bool inTransaction() const override { return m_inTransaction; }
    void setDeferring(bool on) override { m_deferring += on ? 1 : -1; }

    Result<void> executeScript(const char* sql) override
    {
        ENCOURS_CHECK(reach());
        ENCOURS_CHECK(settle());
        return m_session->runScript(translateScript(sql).c_str());
    }

    Result<bool> hasTable(std::string_view name) override
    {
        ENCOURS_TRY(auto statement, prepare("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() "
                                            "AND tablename = ?"));
        return statement.bind(name).step();
    }

    std::int64_t changes() const override { return m_changes; }
    std::int64_t pagesRead() const override { return 0; }

private:
    static Value inText(std::int64_t value) { return Value::text(std::to_string(value), true); }

    /// A session that works, or why not. A lost one is replaced, but never within a transaction, which is lost with it.
    Result<void> reach()
    {
        if (!m_session->broken())
            return {};
        if (m_inTransaction)
            return std::unexpected(goneError());
        ENCOURS_TRY(m_session, Session::open(m_url));
        return {};
    }

    Result<void> start(std::string_view how, std::span<const Request> turn)
    {
        if (m_inTransaction)
            return failure(ErrorKind::Internal, "store.internal", "A transaction was begun inside another.");
        ENCOURS_CHECK(reach());
        std::vector<Request> requests{{how, {}}, {kNameTenant, m_settings}};
        requests.insert(requests.end(), turn.begin(), turn.end());
        auto begun = m_session->run(requests);
        if (!begun && begun.error().code == "store.gone") {
            // Nothing was begun: the server may have been restarted since the last time.
            ENCOURS_TRY(m_session, Session::open(m_url));
            begun = m_session->run(requests);
        }
        if (!begun) {
            rollback();
            return std::unexpected(std::move(begun).error());
        }
        m_inTransaction = true;
        return {};
    }

    Result<Rows> execute(const std::string& sql, std::span<const Value> values) override
    {
        ENCOURS_CHECK(reach());
        // Alone, it is a transaction of its own together with the naming of the tenant.
        std::vector<Request> requests = waiting();
        if (!m_inTransaction)
            requests.push_back({kNameTenant, m_settings});
        requests.push_back({sql, values});
        ENCOURS_TRY(Rows rows, runAll(requests));
        countChanges(rows.get());
        return rows;
    }

    Result<bool> putOff(const std::string& sql, std::vector<Value>& values) override
    {
        if (m_deferring == 0 || !m_inTransaction)
            return false;
        m_laterBytes += sql.size();
        for (Value& value : values) {
            value.keep();
            m_laterBytes += static_cast<std::size_t>(value.size());
        }
        m_later.push_back({sql, std::move(values)});
        if (m_later.size() >= kMostLater || m_laterBytes >= kMostLaterBytes)
            ENCOURS_CHECK(settle());
        return true;
    }

    std::vector<Request> waiting() const
    {
        std::vector<Request> requests;
        requests.reserve(m_later.size() + 2);
        for (const Later& one : m_later)
            requests.push_back({one.sql, one.values});
        return requests;
    }

    Result<Rows> runAll(std::span<const Request> requests)
    {
        auto rows = m_session->run(requests);
        forgetLater();
        return rows;
    }

    void forgetLater()
    {
        m_later.clear();
        m_laterBytes = 0;
    }

    Result<void> settle()
    {
        if (m_later.empty())
            return {};
        ENCOURS_CHECK(runAll(waiting()));
        return {};
    }

    void countChanges(PGresult* rows)
    {
        const std::string_view command = PQcmdStatus(rows);
        if (!command.starts_with("INSERT") && !command.starts_with("UPDATE") && !command.starts_with("DELETE"))
            return;
        const std::string_view changed = PQcmdTuples(rows);
        std::from_chars(changed.data(), changed.data() + changed.size(), m_changes);
    }

    Result<Rows> openScan(const std::string& sql, std::span<const Value> values, std::string& name) override
    {
        ENCOURS_CHECK(reach());
        const std::string scan = "scan" + std::to_string(++m_scans);
        const std::string declare = "DECLARE " + scan + " NO SCROLL CURSOR FOR " + sql;
        const std::string first = fetching(scan);
        std::vector<Request> requests = waiting();
        requests.push_back({declare, values});
        requests.push_back({first, {}});
        ENCOURS_TRY(Rows rows, runAll(requests));
        name = scan;
        return rows;
    }

    Result<Rows> fetch(const std::string& name) override
    {
        ENCOURS_CHECK(reach());
        const std::string next = fetching(name);
        const Request request{next, {}};
        return m_session->run({&request, 1});
    }

    void closeScan(const std::string& name) override
    {
        // The end of the transaction closes it too.
        if (!m_inTransaction || m_session->broken() || !m_session->inTransaction())
            return;
        const std::string close = "CLOSE " + name;
        const Request request{close, {}};
        (void)m_session->run({&request, 1});
    }

    static std::string fetching(const std::string& name)
    {
        return "FETCH FORWARD " + std::to_string(kRowsAtOnce) + " FROM " + name;
    }

    std::string m_url;
    Value m_tenant;
    std::unique_ptr<Session> m_session; ///< never null
    std::array<Value, 4> m_settings;
    StatementCache m_statements;
    struct Later {
        std::string_view sql; ///< of a statement in the cache
        std::vector<Value> values;
    };
    std::vector<Later> m_later;
    std::size_t m_laterBytes = 0;
    int m_deferring = 0;
    std::int64_t m_changes = 0;
    std::int64_t m_scans = 0;
    bool m_inTransaction = false;
};

} // namespace

} // namespace postgres

Result<std::unique_ptr<Connection>> openPostgres(const std::string& url, const PostgresOptions& options)
{
    ENCOURS_TRY(auto session, postgres::Session::open(url));
    return std::make_unique<postgres::PostgresConnection>(url, options, std::move(session));
}

std::string placeOf(const std::string& url)
{
    PQconninfoOption* options = PQconninfoParse(url.c_str(), nullptr);
    std::string host;
    std::string database;
    for (const PQconninfoOption* option = options; option && option->keyword; ++option) {
        const std::string_view keyword = option->keyword;
        const std::string value = option->val ? option->val : "";
        if (keyword == "host")
            host = value + host;
        else if (keyword == "port" && !value.empty())
            host += ':' + value;
        else if (keyword == "dbname")
            database = value;
    }
    PQconninfoFree(options);
    return "postgresql://" + host + '/' + database;
}

} // namespace encours::store
