// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/statement.h"

#include "store/postgres/result_columns.h"

#include <libpq-fe.h>

namespace encours::store::postgres {

void PostgresStatement::bound(int index, Value value)
{
    const auto place = static_cast<std::size_t>(index);
    if (m_values.size() <= place)
        m_values.resize(place + 1);
    m_values[place] = std::move(value);
}

Result<void> PostgresStatement::checkValues() const
{
    if (m_values.size() != static_cast<std::size_t>(m_text.parameters))
        return failure(ErrorKind::Internal, "store.bind",
                       "A statement of ours was given the wrong values; nothing was saved: " + m_text.sql);
    return {};
}

Result<void> PostgresStatement::run()
{
    auto ready = checkValues();
    if (ready && !m_started) {
        const auto later = m_executor.putOff(m_text.sql, m_values);
        if (!later)
            ready = std::unexpected(later.error());
        else if (!*later)
            return StatementEngine::run();
    }
    reset();
    return ready;
}

Result<void> PostgresStatement::start()
{
    ENCOURS_CHECK(checkValues());
    ENCOURS_TRY(m_rows, m_scan ? m_executor.openScan(m_text.sql, m_values, m_scanName)
                               : m_executor.execute(m_text.sql, m_values));
    m_started = true;
    taken();
    return {};
}

/// A scan that has given its last rows is left to the end of the transaction.
void PostgresStatement::taken()
{
    m_rowCount = PQntuples(m_rows.get());
    if (m_rowCount < kRowsAtOnce)
        m_scanName.clear();
}

Result<bool> PostgresStatement::step()
{
    if (!m_started) {
        if (auto started = start(); !started) {
            auto error = std::move(started).error();
            reset();
            return std::unexpected(std::move(error));
        }
    }
    if (++m_row < m_rowCount)
        return true;
    if (m_scanName.empty())
        return false;
    auto next = m_executor.fetch(m_scanName);
    if (!next) {
        auto error = std::move(next).error();
        reset();
        return std::unexpected(std::move(error));
    }
    m_rows = std::move(*next);
    m_row = 0;
    taken();
    return m_rowCount > 0;
}

void PostgresStatement::reset()
{
    if (!m_scanName.empty())
        m_executor.closeScan(m_scanName);
    m_scanName.clear();
    m_values.clear();
    m_rows.reset();
    m_row = -1;
    m_rowCount = 0;
    m_started = false;
}

void PostgresStatement::release()
{
    reset();
    m_lent = false;
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_rows.get(), m_row, column) != 0;
}

std::int64_t PostgresStatement::integer(int column) const
{
    return integerAt(m_rows.get(), m_row, column);
}

std::string_view PostgresStatement::text(int column) const
{
    const Blob bytes = blob(column);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Blob PostgresStatement::blob(int column) const
{
    return bytesAt(m_rows.get(), m_row, column);
}

Result<Statement> StatementCache::lend(std::string_view sql, bool scan)
{
    auto found = m_byText.find(sql);
    if (found == m_byText.end()) {
        ENCOURS_TRY(Translated text, translate(sql));
        auto entry = std::make_unique<Entry>(Entry{std::string(sql), std::move(text), {}});
        const std::string_view key = entry->sql;
        found = m_byText.emplace(key, std::move(entry)).first;
    }
    Entry& entry = *found->second;
    auto free = std::ranges::find_if(entry.statements, [](const auto& statement) { return !statement->lent(); });
    if (free == entry.statements.end()) {
        entry.statements.push_back(std::make_unique<PostgresStatement>(m_executor, entry.text));
        free = entry.statements.end() - 1;
    }
    (*free)->lend(scan);
    return Statement(free->get());
}

} // namespace encours::store::postgres
