// SPDX-License-Identifier: Apache-2.0
// One statement for many keys: texts of statements are constants, so a round names kManyAtOnce keys, the last round its last
// key several times. One statement for many rows: kRowsAtOnce of them, and the rest one by one.
#pragma once

#include "store/connection.h"
#include "store/of_client.h"

#include <algorithm>
#include <span>
#include <vector>

#define ENCOURS_EIGHT(key) key ", " key ", " key ", " key ", " key ", " key ", " key ", " key
/// For IN (…).
#define MANY ENCOURS_EIGHT(ENCOURS_EIGHT("?"))
/// For (…, …) IN (VALUES …).
#define MANY_PAIRS ENCOURS_EIGHT(ENCOURS_EIGHT("(?, ?)"))
/// For INSERT … VALUES.
#define MANY_ROWS(row) ENCOURS_EIGHT(row) ", " ENCOURS_EIGHT(row)

namespace encours::store {

inline constexpr int kManyAtOnce = 64;
inline constexpr std::size_t kRowsAtOnce = 16;

template<class Id>
void bindKey(Statement& statement, const Id& id)
{
    statement.bind(id);
}
template<class Id>
void bindKey(Statement& statement, const OfClient<Id>& key)
{
    statement.bind(key.client, key.id);
}

template<class Key>
void bindKeys(Statement& statement, std::span<const Key> keys)
{
    for (std::size_t i = 0; i < std::size_t(kManyAtOnce); ++i)
        bindKey(statement, keys[std::min(i, keys.size() - 1)]);
}

/// Runs `sql`, whose last values are MANY or MANY_PAIRS keys; `bindFirst(statement)` gives those before them.
template<class Key, class Bind>
Result<void> runForMany(Connection& connection, std::string_view sql, std::span<const Key> keys, Bind bindFirst)
{
    for (; !keys.empty(); keys = keys.subspan(std::min(keys.size(), std::size_t(kManyAtOnce)))) {
        ENCOURS_TRY(auto statement, connection.prepare(sql));
        bindFirst(statement);
        bindKeys(statement, keys);
        ENCOURS_CHECK(statement.run());
    }
    return {};
}

/// `take(row)` for each row of `sql`, whose values are the tenant and MANY or MANY_PAIRS keys.
template<class Key, class Take>
Result<void> eachOfMany(Connection& connection, std::string_view sql, Tenant tenant, std::span<const Key> keys,
                        Take take)
{
    for (; !keys.empty(); keys = keys.subspan(std::min(keys.size(), std::size_t(kManyAtOnce)))) {
        ENCOURS_TRY(auto statement, connection.prepare(sql));
        statement.bind(tenant);
        bindKeys(statement, keys);
        for (;;) {
            ENCOURS_TRY(const bool row, statement.step());
            if (!row)
                break;
            take(statement);
        }
    }
    return {};
}

/// All of them.
template<class Key, class Read>
auto collectMany(Connection& connection, std::string_view sql, Tenant tenant, std::span<const Key> keys, Read read)
    -> Result<std::vector<decltype(read(std::declval<Statement&>()))>>
{
    std::vector<decltype(read(std::declval<Statement&>()))> rows;
    ENCOURS_CHECK(eachOfMany(connection, sql, tenant, keys, [&](Statement& row) { rows.push_back(read(row)); }));
    return rows;
}

/// `one` writes a row, `many` kRowsAtOnce of them; `bind(statement, row)` gives the values of one. Of two rows with one key
/// neither engine says what becomes.
template<class Row, class Bind>
Result<void> writeMany(Connection& connection, std::string_view one, std::string_view many, std::span<const Row> rows,
                       Bind bind)
{
    const auto write = [&](std::string_view sql, std::size_t atOnce) -> Result<void> {
        if (rows.size() < atOnce)
            return {};
        ENCOURS_TRY(auto statement, connection.prepare(sql));
        for (; rows.size() >= atOnce; rows = rows.subspan(atOnce)) {
            for (const Row& row : rows.first(atOnce))
                bind(statement, row);
            ENCOURS_CHECK(statement.run());
        }
        return {};
    };
    ENCOURS_CHECK(write(many, kRowsAtOnce));
    return write(one, 1);
}

} // namespace encours::store
