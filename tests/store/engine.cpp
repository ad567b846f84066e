// SPDX-License-Identifier: Apache-2.0
#include "tests/store/engine.h"

#include "store/postgres/postgres.h"
#include "store/retry.h"
#include "tests/store/must.h"
#include "tests/support/postgres_server.h"

#include <map>
#include <mutex>

namespace encours::store::test {

namespace {

std::string engineName()
{
    const char* name = std::getenv("ENCOURS_TEST_ENGINE");
    return name ? name : "sqlcipher";
}

/// One server for the whole program, made when a test first asks for it.
class Databases {
public:
    static Databases& instance()
    {
        static Databases databases;
        return databases;
    }

    std::string make(const std::filesystem::path& file, std::optional<DatabaseKind> kind = {})
    {
        const std::lock_guard lock(m_mutex);
        std::string& name = m_names[file];
        name = "test" + std::to_string(++m_count);
        m_server.createDatabase(name, kind ? migrated(*kind) : "template1");
        return urlOf(name);
    }
    std::string urlOfFile(const std::filesystem::path& file)
    {
        const std::lock_guard lock(m_mutex);
        return urlOf(m_names.at(file));
    }

private:
    Databases()
    {
        if (engineName() == "pgbouncer")
            m_pooler = std::make_unique<encours::test::Pgbouncer>(m_server);
    }
    /// The tables are made once and copied for each test: that is much quicker.
    const std::string& migrated(DatabaseKind kind)
    {
        std::string& name = m_migrated[kind];
        if (!name.empty())
            return name;
        name = "migrated" + std::to_string(static_cast<int>(kind));
        m_server.createDatabase(name);
        const auto connection = must(openPostgres(m_server.url(name)));
        must(migrate(*connection, kind));
        // Devices never keep their tables in PostgreSQL; here they do, so that the rows of both ends are tested on both
        // engines. What a writer takes its turn on is the company.
        if (kind == DatabaseKind::Device)
            must(connection->executeScript("CREATE TABLE company (tenant INTEGER NOT NULL PRIMARY KEY)"));
        return name;
    }
    std::string urlOf(const std::string& name) const { return m_pooler ? m_pooler->url(name) : m_server.url(name); }

    encours::test::PostgresServer m_server;
    std::unique_ptr<encours::test::Pgbouncer> m_pooler;
    std::mutex m_mutex;
    std::map<std::filesystem::path, std::string> m_names;
    std::map<DatabaseKind, std::string> m_migrated;
    int m_count = 0;
};

/// A machine under load may take longer to answer than a program waits.
std::unique_ptr<Connection> opened(const std::string& url, const PostgresOptions& options = {})
{
    return must(retried(Repeatable::Always, [&] { return openPostgres(url, options); }));
}

} // namespace

bool onPostgres()
{
    return engineName() != "sqlcipher";
}

SecretKey keyOf(std::uint8_t seed)
{
    SecretKey key;
    for (auto& byte : key.bytes())
        byte = seed++;
    return key;
}

std::unique_ptr<Connection> createEmpty(const std::filesystem::path& file)
{
    if (onPostgres())
        return opened(Databases::instance().make(file));
    return must(openSqlcipher(file, keyOf(1), {.mode = OpenMode::Create}));
}

std::unique_ptr<Connection> create(const std::filesystem::path& file, DatabaseKind kind)
{
    if (onPostgres())
        return opened(Databases::instance().make(file, kind));
    auto connection = createEmpty(file);
    must(migrate(*connection, kind));
    return connection;
}

std::unique_ptr<Connection> reopen(const std::filesystem::path& file, std::chrono::milliseconds patience, Tenant tenant)
{
    if (onPostgres())
        return opened(Databases::instance().urlOfFile(file), {.tenant = tenant, .lockTimeout = patience});
    return must(openSqlcipher(file, keyOf(1), {.busyTimeout = patience}));
}

} // namespace encours::store::test
