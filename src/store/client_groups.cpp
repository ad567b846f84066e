// SPDX-License-Identifier: Apache-2.0
#include "store/client_groups.h"

namespace encours::store {

Result<void> saveParent(Connection& connection, Tenant tenant, ClientId client, ClientId parent)
{
    if (!parent)
        return connection.execute("DELETE FROM client_group WHERE tenant = ? AND client_id = ?", tenant, client);
    return connection.execute(R"sql(
        INSERT INTO client_group (tenant, client_id, parent_id)
        VALUES (?, ?, ?)
        ON CONFLICT (tenant, client_id) DO UPDATE
            SET parent_id = excluded.parent_id)sql",
                              tenant, client, parent);
}

Result<bool> isInGroup(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT 1 FROM client_group WHERE tenant = ? AND (client_id = ? OR "
                                                   "parent_id = ?) LIMIT 1"));
    return statement.bind(tenant, client, client).step();
}

Result<std::unordered_map<ClientId, ClientId>> clientParents(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare("SELECT client_id, parent_id FROM client_group WHERE tenant = ? ORDER BY client_id"));
    statement.bind(tenant);
    std::unordered_map<ClientId, ClientId> parents;
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            return parents;
        parents.emplace(ClientId{statement.integer(0)}, ClientId{statement.integer(1)});
    }
}

} // namespace encours::store
