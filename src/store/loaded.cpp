// SPDX-License-Identifier: Apache-2.0
#include "store/loaded.h"

namespace encours::store {

Result<LoadedParts> countLoaded(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(Statement statement, connection.prepare(R"sql(
        SELECT (SELECT count(*) FROM item WHERE tenant = ? AND residual <> 0),
            (SELECT count(*) FROM contact WHERE tenant = ?) + (SELECT count(*) FROM promise WHERE tenant = ?)
                + (SELECT count(*) FROM dispute WHERE tenant = ?),
            (SELECT count(*) FROM item WHERE tenant = ? AND residual = 0) + (SELECT count(*) FROM receipt WHERE tenant = ?))sql"));
    statement.bind(tenant, tenant, tenant, tenant, tenant, tenant);
    ENCOURS_TRY(const bool row, statement.step());
    if (!row)
        return LoadedParts();
    return LoadedParts{statement.integer(0), statement.integer(1), statement.integer(2)};
}

} // namespace encours::store
