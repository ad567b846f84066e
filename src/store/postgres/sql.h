// SPDX-License-Identifier: Apache-2.0
// From the shared SQL to PostgreSQL's. The one place where the two differ.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace encours::store::postgres {

struct Translated {
    std::string sql;
    int parameters = 0;
};

/// One statement: `?` becomes $1, $2… Internal "store.internal" when the text holds several, or none.
Result<Translated> translate(std::string_view sql);

/// A script of the schema: INTEGER becomes bigint, BLOB bytea, TEXT text in the order of its bytes as in SQLite; WITHOUT
/// ROWID goes. A table that starts with the tenant is shut by row level security, for its owner too: its rows are those
/// of the tenant which the transaction has named. Rows that a script writes are those of every tenant: meanwhile the walls
/// are lifted for the owner, who runs it; nobody else sees that, before the script's transaction or after.
std::string translateScript(std::string_view script);

} // namespace encours::store::postgres
