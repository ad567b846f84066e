// SPDX-License-Identifier: Apache-2.0
#include "store/retired_ids.h"

namespace encours::store {

Result<void> retireId(Connection& connection, Tenant tenant, ClientId client, const LedgerIdentity& identity,
                      std::int64_t id)
{
    return connection.execute("INSERT INTO retired_id (tenant, client_id, entity, account, number, day, rank, id) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                              tenant, client, identity.entity, identity.account, identity.number, identity.day,
                              identity.rank, id);
}

Result<std::int64_t> takeRetiredId(Connection& connection, Tenant tenant, ClientId client,
                                   const LedgerIdentity& identity)
{
    std::int64_t id = 0;
    {
        ENCOURS_TRY(Statement found,
                    connection.prepare("SELECT id FROM retired_id WHERE tenant = ? AND client_id = ? AND entity = ?"
                                       " AND account = ? AND number = ? AND day = ? AND rank = ?"));
        found.bind(tenant, client, identity.entity, identity.account, identity.number, identity.day, identity.rank);
        ENCOURS_TRY(const bool row, found.step());
        if (!row)
            return 0;
        id = found.integer(0);
    }
    ENCOURS_CHECK(connection.execute("DELETE FROM retired_id WHERE tenant = ? AND client_id = ? AND entity = ?"
                                     " AND account = ? AND number = ? AND day = ? AND rank = ?",
                                     tenant, client, identity.entity, identity.account, identity.number, identity.day,
                                     identity.rank));
    return id;
}

} // namespace encours::store
