// SPDX-License-Identifier: Apache-2.0
// For the row mappings of this folder: from the rows of a statement to values.
#pragma once

#include "store/connection.h"

#include <algorithm>
#include <array>
#include <vector>

namespace encours::store {

/// Every row, read by `read(statement)`.
template<class Read>
auto collect(Statement& statement, Read read) -> Result<std::vector<decltype(read(statement))>>
{
    std::vector<decltype(read(statement))> rows;
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back(read(statement));
    }
}

/// The first row, if there is one.
template<class Read>
auto first(Statement& statement, Read read) -> Result<std::optional<decltype(read(statement))>>
{
    ENCOURS_TRY(const bool row, statement.step());
    if (!row)
        return std::nullopt;
    return read(statement);
}

/// The integer of the first row; 0 when there is no row.
inline Result<std::int64_t> firstInteger(Statement& statement)
{
    ENCOURS_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

/// Reads columns one after the other, in the order of the SELECT.
class Columns {
public:
    explicit Columns(const Statement& statement, int first = 0) : m_statement(statement), m_next(first) {}

    std::int64_t integer() { return m_statement.integer(m_next++); }
    int small() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    std::string text() { return m_statement.text(m_next++); }
    Blob blob() { return m_statement.blob(m_next++); }
    Uuid uuid() { return m_statement.uuid(m_next++); }
    Day day() { return m_statement.day(m_next++); }
    std::optional<Day> optionalDay() { return m_statement.optionalDay(m_next++); }
    Instant instant() { return m_statement.instant(m_next++); }
    std::optional<Instant> optionalInstant()
    {
        const int column = m_next++;
        return m_statement.isNull(column) ? std::nullopt : std::optional(m_statement.instant(column));
    }
    std::optional<std::int64_t> optionalInteger()
    {
        const int column = m_next++;
        return m_statement.isNull(column) ? std::nullopt : std::optional(m_statement.integer(column));
    }
    std::optional<int> optionalSmall()
    {
        const auto stored = optionalInteger();
        return stored ? std::optional(static_cast<int>(*stored)) : std::nullopt;
    }
    Currency currency() { return Currency::parse(m_statement.textView(m_next++)).value_or(Currency()); }
    template<class Enum>
    Enum enumeration()
    {
        return static_cast<Enum>(integer());
    }
    template<class Id>
    Id integerId()
    {
        return Id{integer()};
    }
    template<class Id>
    Id uuidId()
    {
        return Id{uuid()};
    }
    /// A hash or key of fixed size; zeros when the stored one has another.
    template<std::size_t size>
    std::array<std::uint8_t, size> bytes()
    {
        std::array<std::uint8_t, size> out{};
        if (const auto stored = blob(); stored.size() == size)
            std::ranges::copy(stored, out.begin());
        return out;
    }

private:
    const Statement& m_statement;
    int m_next;
};

} // namespace encours::store
