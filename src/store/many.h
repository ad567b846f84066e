// SPDX-License-Identifier: Apache-2.0
// One statement for many keys: texts of statements are constants, so a round names kManyAtOnce keys, the last round its last
// key several times.
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

namespace encours::store {

inline constexpr int kManyAtOnce = 64;

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

/// `take(row)` for each row of `sql`, whose values are the tenant and MANY or MANY_PAIRS keys.
template<class Key, class Take>
Result<void> eachOfMany(Connection& connection, std::string_view sql, Tenant tenant, std::span<const Key> keys,
                        Take take)
{
    for (; !keys.empty(); keys = keys.subspan(std::min(keys.size(), std::size_t(kManyAtOnce)))) {
        ENCOURS_TRY(auto statement, connection.prepare(sql));
        statement.bind(tenant);
        for (std::size_t i = 0; i < std::size_t(kManyAtOnce); ++i)
            bindKey(statement, keys[std::min(i, keys.size() - 1)]);
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

} // namespace encours::store
