// SPDX-License-Identifier: Apache-2.0
#include "store/sqlcipher_statement.h"

#include "store/sqlcipher_error.h"

#include <sqlite3.h>

namespace encours::store {

namespace {

constexpr std::size_t kMaximumAddresses = 4096;

// sqlite3.h writes these as C casts of integers to functions.
sqlite3_destructor_type destructorOf(Lifetime lifetime)
{
    return lifetime == Lifetime::Copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
}

} // namespace

SqlcipherStatement::SqlcipherStatement(sqlite3* db, sqlite3_stmt* statement)
    : m_db(db), m_statement(statement), m_parameters(sqlite3_bind_parameter_count(statement))
{
}

SqlcipherStatement::~SqlcipherStatement()
{
    sqlite3_finalize(m_statement);
}

void SqlcipherStatement::bound(int result)
{
    ++m_bound;
    if (result != SQLITE_OK)
        m_bindError = result;
}

void SqlcipherStatement::bindInteger(int index, std::int64_t value)
{
    bound(sqlite3_bind_int64(m_statement, index + 1, value));
}

void SqlcipherStatement::bindText(int index, std::string_view value, Lifetime lifetime)
{
    m_borrowed |= lifetime == Lifetime::UntilReset;
    // A null pointer would bind NULL: an empty text is not nothing.
    bound(sqlite3_bind_text64(m_statement, index + 1, value.data() ? value.data() : "", value.size(),
                              destructorOf(lifetime), SQLITE_UTF8));
}

void SqlcipherStatement::bindBlob(int index, Blob value, Lifetime lifetime)
{
    m_borrowed |= lifetime == Lifetime::UntilReset;
    if (value.empty())
        bound(sqlite3_bind_zeroblob(m_statement, index + 1, 0));
    else
        bound(sqlite3_bind_blob64(m_statement, index + 1, value.data(), value.size(), destructorOf(lifetime)));
}

void SqlcipherStatement::bindNull(int index)
{
    bound(sqlite3_bind_null(m_statement, index + 1));
}

Result<bool> SqlcipherStatement::step()
{
    if (!m_stepping && (m_bindError != SQLITE_OK || m_bound != m_parameters)) {
        if ((m_bindError & 0xff) == SQLITE_NOMEM)
            throw std::bad_alloc();
        return failure(ErrorKind::Internal, "store.bind",
                       std::string("A statement of ours was given the wrong values; nothing was saved: ") +
                           sqlite3_sql(m_statement));
    }
    m_stepping = true;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    auto error = sqlcipherError(m_db, code);
    reset();
    return std::unexpected(std::move(error));
}

void SqlcipherStatement::reset()
{
    sqlite3_reset(m_statement);
    if (m_borrowed)
        sqlite3_clear_bindings(m_statement);
    m_borrowed = false;
    m_stepping = false;
    m_bound = 0;
    m_bindError = SQLITE_OK;
}

void SqlcipherStatement::release()
{
    reset();
    m_lent = false;
}

bool SqlcipherStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t SqlcipherStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view SqlcipherStatement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data ? std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                : std::string_view();
}

Blob SqlcipherStatement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
    return data ? Blob(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : Blob();
}

StatementCache::Entry& StatementCache::entryOf(std::string_view sql)
{
    if (const auto found = m_byAddress.find(sql.data()); found != m_byAddress.end() && found->second->sql == sql)
        return *found->second;
    auto found = m_byText.find(sql);
    if (found == m_byText.end()) {
        auto entry = std::make_unique<Entry>(Entry{std::string(sql), {}});
        const std::string_view key = entry->sql;
        found = m_byText.emplace(key, std::move(entry)).first;
    }
    if (m_byAddress.size() < kMaximumAddresses)
        m_byAddress[sql.data()] = found->second.get();
    return *found->second;
}

Result<Statement> StatementCache::lend(std::string_view sql)
{
    auto& entry = entryOf(sql);
    for (const auto& statement : entry.statements) {
        if (!statement->lent()) {
            statement->lend();
            return Statement(statement.get());
        }
    }
    sqlite3_stmt* prepared = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v3(m_db, entry.sql.data(), static_cast<int>(entry.sql.size() + 1),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, &tail);
    if (code != SQLITE_OK)
        return std::unexpected(sqlcipherError(m_db, code));
    auto statement = std::make_unique<SqlcipherStatement>(m_db, prepared);
    if (!prepared || *tail != '\0')
        return failure(ErrorKind::Internal, "store.internal",
                       "A text given as one statement holds none, or several: " + entry.sql);
    statement->lend();
    entry.statements.push_back(std::move(statement));
    return Statement(entry.statements.back().get());
}

void StatementCache::clear()
{
    m_byAddress.clear();
    m_byText.clear();
}

} // namespace encours::store
