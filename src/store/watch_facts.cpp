// SPDX-License-Identifier: Apache-2.0
#include "store/watch_facts.h"

#include "store/watch_row.h"

namespace encours::store {

Result<void> upsertWatchFact(Connection& connection, Tenant tenant, const WatchFact& fact)
{
    return connection.execute(R"sql(
        INSERT INTO watch_fact (tenant, client_id, kind, number, day, label, amount, currency)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, kind, number, day, label) DO UPDATE
            SET amount = excluded.amount, currency = excluded.currency)sql",
                              tenant, fact.client, fact.kind, fact.number, fact.day, fact.label, fact.amount.minor(),
                              fact.amount.currency().code());
}

Result<std::vector<WatchFact>> watchFactsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " WATCH_COLUMNS " FROM watch_fact WHERE tenant = ? AND client_id = ?"
                                   " ORDER BY kind, number, day, label"));
    return collect(statement.bind(tenant, client), readWatchFact);
}

} // namespace encours::store
