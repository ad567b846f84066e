// SPDX-License-Identifier: Apache-2.0
#include "store/office_decisions.h"

#include "store/office_decision_row.h"

namespace encours::store {

Result<void> upsertPause(Connection& connection, Tenant tenant, const DunningPause& pause)
{
    return connection.execute(R"sql(
        INSERT INTO dunning_pause (tenant, client_id, number, from_day, until_day, reason, author, ended_day, ended_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, number, from_day) DO UPDATE
            SET until_day = excluded.until_day, reason = excluded.reason, author = excluded.author,
                ended_day = excluded.ended_day, ended_by = excluded.ended_by)sql",
                              tenant, pause.client, pause.number, pause.from, pause.until, pause.reason, pause.author,
                              pause.endedOn, pause.endedBy);
}

Result<std::vector<DunningPause>> pausesOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " PAUSE_COLUMNS " FROM dunning_pause WHERE tenant = ?"
                                                   " AND (? = 0 OR client_id = ?)"
                                                   " ORDER BY client_id, number, from_day"));
    return collect(statement.bind(tenant, client, client), readPause);
}

Result<void> upsertProfileDecision(Connection& connection, Tenant tenant, const ProfileDecision& decision)
{
    return connection.execute(R"sql(
        INSERT INTO client_profile (tenant, client_id, day, profile, reason, author) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, day) DO UPDATE
            SET profile = excluded.profile, reason = excluded.reason, author = excluded.author)sql",
                              tenant, decision.client, decision.day, decision.profile, decision.reason,
                              decision.author);
}

Result<std::vector<ProfileDecision>> profileDecisionsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " PROFILE_COLUMNS " FROM client_profile WHERE tenant = ?"
                                                   " AND client_id = ? ORDER BY day"));
    return collect(statement.bind(tenant, client), readProfileDecision);
}

} // namespace encours::store
