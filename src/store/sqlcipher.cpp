// SPDX-License-Identifier: Apache-2.0
#include "store/sqlcipher.h"

#include "store/sqlcipher_error.h"
#include "store/sqlcipher_statement.h"

#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>

namespace encours::store {

namespace {

namespace fs = std::filesystem;

constexpr int kPageSize = 4096;

class SqlcipherConnection final : public Connection {
public:
    explicit SqlcipherConnection(sqlite3* db) : m_db(db), m_statements(db) {}
    ~SqlcipherConnection() override
    {
        m_statements.clear();
        sqlite3_close_v2(m_db);
    }

    Result<Statement> prepare(std::string_view sql) override { return m_statements.lend(sql); }
    Result<void> begin() override { return execute("BEGIN IMMEDIATE"); }
    Result<void> beginRead() override { return execute("BEGIN"); }
    Result<void> commit() override { return execute("COMMIT"); }
    bool inTransaction() const override { return sqlite3_get_autocommit(m_db) == 0; }
    std::int64_t changes() const override { return sqlite3_changes64(m_db); }

    void rollback() override
    {
        // After some errors (disk full) SQLite has rolled back by itself. A failing rollback leaves what a crash would:
        // the journal brings the old state back.
        if (inTransaction())
            (void)execute("ROLLBACK");
    }

    Result<void> executeScript(const char* sql) override
    {
        const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
        return code == SQLITE_OK ? Result<void>() : std::unexpected(sqlcipherError(m_db, code));
    }

    Result<bool> hasTable(std::string_view name) override
    {
        ENCOURS_TRY(auto statement, prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"));
        return statement.bind(name).step();
    }

    std::int64_t pagesRead() const override
    {
        int current = 0;
        int high = 0;
        sqlite3_db_status(m_db, SQLITE_DBSTATUS_CACHE_MISS, &current, &high, 0);
        return current;
    }

    sqlite3* db() { return m_db; }
    Result<std::string> pragma(std::string_view sql)
    {
        ENCOURS_TRY(auto statement, prepare(sql));
        ENCOURS_TRY(const bool row, statement.step());
        return row ? statement.text(0) : std::string();
    }

private:
    sqlite3* m_db;
    StatementCache m_statements;
};

/// The file must be there, or must not. A new one is made here and not by SQLite, so that it is never readable by
/// others; SQLite gives its journal and shared memory the same mode.
Result<void> prepareFile(const fs::path& file, OpenMode mode)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (mode == OpenMode::Existing) {
        if (error)
            return failure(ErrorKind::NotFound, "store.missing",
                           "There is no database at " + file.string() + "; check the folder, or set it up first.");
        if (size < kPageSize)
            return failure(ErrorKind::Corrupt, "store.corrupt",
                           "The database at " + file.string() +
                               " is cut short: restore it from a backup or synchronise again.");
        return {};
    }
    if (!error && size > 0)
        return failure(ErrorKind::Refused, "store.exists",
                       "There is already a database at " + file.string() + "; it was left as it is.");
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failure(ErrorKind::Unavailable, "store.access",
                       "No database can be made at " + file.string() +
                           ": check that its folder exists and may be written.");
    ::close(descriptor);
    return {};
}

/// SQLCipher's raw form x'<64 hex><32 hex>', given through the key call: a PRAGMA would leave copies in the parser.
int giveKey(sqlite3* db, const SecretKey& key)
{
    SecretBytes text(2 + 2 * SecretKey::kSize + 1 + 1);
    auto* out = reinterpret_cast<char*>(text.bytes().data());
    const auto size = text.bytes().size();
    out[0] = 'x';
    out[1] = '\'';
    sodium_bin2hex(out + 2, size - 2, key.bytes().data(), key.bytes().size());
    out[size - 2] = '\'';
    out[size - 1] = '\0';
    return sqlite3_key_v2(db, "main", out, static_cast<int>(size - 1));
}

constexpr int kPageBytes = 4096;

bool atLeast46(const std::string& version)
{
    int major = 0;
    int minor = 0;
    return std::sscanf(version.c_str(), "%d.%d", &major, &minor) == 2 && (major > 4 || (major == 4 && minor >= 6));
}

/// The recipe of security.md §B2. Memory security of SQLCipher stays off (F3: 3.8 times slower); the key is protected
/// here.
Result<void> setUp(SqlcipherConnection& connection, const OpenOptions& options)
{
    ENCOURS_TRY(const auto version, connection.pragma("PRAGMA cipher_version"));
    if (!atLeast46(version) || sqlite3_libversion_number() < 3'046'000)
        return failure(ErrorKind::Unavailable, "store.version",
                       "This program needs SQLCipher 4.6 or newer and found '" + version + "'; nothing was opened.");
    // Its log on stderr would say in other words what the errors say.
    ENCOURS_CHECK(connection.executeScript("PRAGMA cipher_log_level = NONE"));
    // Debian's build keeps temporary tables in files in clear unless told otherwise (F2).
    ENCOURS_CHECK(connection.executeScript("PRAGMA temp_store = 2"));
    ENCOURS_TRY(const auto temporary, connection.pragma("PRAGMA temp_store"));
    if (temporary != "2")
        return failure(ErrorKind::Unavailable, "store.version",
                       "This SQLCipher keeps temporary tables in files in clear; nothing was opened.");

    // Before the first read. The processors of phones and servers have instructions for SHA-256, few for SHA-512, with
    // which the code of a page cost four times as much as its cipher; 256 bits of it are as far out of reach.
    ENCOURS_CHECK(connection.executeScript("PRAGMA cipher_hmac_algorithm = HMAC_SHA256"));
    // The first read: this is where a wrong key shows.
    ENCOURS_CHECK(connection.pragma("SELECT count(*) FROM sqlite_schema"));
    ENCOURS_TRY(const auto journal, connection.pragma("PRAGMA journal_mode = WAL"));
    if (journal != "wal")
        return failure(ErrorKind::Unavailable, "store.io",
                       "The disk of this folder does not allow a write-ahead log; use a local disk.");
    ENCOURS_CHECK(connection.executeScript(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA mmap_size = 0; PRAGMA secure_delete = ON"));
#ifdef __APPLE__
    ENCOURS_CHECK(connection.executeScript("PRAGMA fullfsync = ON"));
#endif
    const auto sizes = "PRAGMA cache_size = -" + std::to_string(options.cacheKibibytes) +
                       "; PRAGMA wal_autocheckpoint = " + std::to_string(options.logPages) +
                       "; PRAGMA journal_size_limit = " + std::to_string(2 * kPageBytes * options.logPages);
    ENCOURS_CHECK(connection.executeScript(sizes.c_str()));
    sqlite3_db_config(connection.db(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return {};
}

/// SQLite then writes no shared index of the write-ahead log: each connection keeps its own in memory.
std::string readingUri(const fs::path& file)
{
    std::string uri = "file://"; // no authority: an absolute path follows
    for (const char c : fs::absolute(file).string()) {
        switch (c) {
        case '%': uri += "%25"; break;
        case '?': uri += "%3f"; break;
        case '#': uri += "%23"; break;
        default: uri += c;
        }
    }
    return uri + '?' + kReadingParameter + "=1";
}

Result<std::unique_ptr<Connection>> openAs(const std::string& name, int flags, const SecretKey& key,
                                           const OpenOptions& options)
{
    sqlite3* db = nullptr;
    int code = sqlite3_open_v2(name.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    auto connection = std::make_unique<SqlcipherConnection>(db); // closes, also after a failed open
    if (code == SQLITE_OK)
        code = giveKey(db, key);
    if (code != SQLITE_OK)
        return std::unexpected(sqlcipherError(db, code));
    sqlite3_busy_timeout(db, static_cast<int>(options.busyTimeout.count()));
    ENCOURS_CHECK(setUp(*connection, options));
    return connection;
}

} // namespace

Result<std::unique_ptr<Connection>> openSqlcipher(const fs::path& file, const SecretKey& key,
                                                  const OpenOptions& options)
{
    ENCOURS_CHECK(prepareFile(file, options.mode));
    auto opened = openAs(file.string(), SQLITE_OPEN_READWRITE, key, options);
    if (opened || opened.error().kind != ErrorKind::Full || options.whenFull == WhenFull::Fail)
        return opened;
    return openAs(readingUri(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, key, options);
}

Result<bool> emptyLog(Connection& connection)
{
    ENCOURS_TRY(auto statement, connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)"));
    ENCOURS_TRY(const bool row, statement.step());
    return row && statement.integer(0) == 0; // else: busy
}

} // namespace encours::store
