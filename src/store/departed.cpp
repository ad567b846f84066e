// SPDX-License-Identifier: Apache-2.0
#include "store/departed.h"

#include "domain/agreements/operation.h"
#include "store/clients.h"
#include "store/sqlcipher.h"

namespace encours::store {

Result<void> removeDeparted(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_CHECK(connection.execute("DELETE FROM draft WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(deleteClient(connection, tenant, client));
    ENCOURS_CHECK(connection.execute(
        "DELETE FROM outbox WHERE tenant = ? AND client_id = ? AND state = ? AND status IN (?, ?)", tenant, client,
        OutboxState::Acknowledged, OperationStatus::Applied, OperationStatus::Duplicate));
    return noteTraces(connection, tenant);
}

Result<void> noteTraces(Connection& connection, Tenant tenant)
{
    return connection.execute("UPDATE device_state SET traces = 1 WHERE tenant = ?", tenant);
}

Result<bool> removeTraces(Connection& connection, Tenant tenant)
{
    {
        ENCOURS_TRY(auto statement, connection.prepare("SELECT traces FROM device_state WHERE tenant = ?"));
        ENCOURS_TRY(const bool row, statement.bind(tenant).step());
        if (!row || statement.integer(0) == 0)
            return true;
    }
    ENCOURS_CHECK(connection.executeScript("VACUUM"));
    ENCOURS_TRY(const bool emptied, emptyLog(connection));
    if (!emptied)
        return false;
    ENCOURS_CHECK(connection.execute("UPDATE device_state SET traces = 0 WHERE tenant = ?", tenant));
    return true;
}

} // namespace encours::store
