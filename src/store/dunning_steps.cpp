// SPDX-License-Identifier: Apache-2.0
#include "store/dunning_steps.h"

#include "store/rows.h"

namespace encours::store {

namespace {

DunningStep readStep(const Statement& row)
{
    Columns c(row);
    DunningStep step;
    step.client = c.integerId<ClientId>();
    step.item = c.integerId<ItemId>();
    step.scenario = c.text();
    step.level = c.small();
    step.day = c.day();
    step.channel = c.enumeration<StepChannel>();
    const auto amount = c.integer();
    step.demanded = Money::ofMinor(amount, c.currency());
    step.author = c.text();
    return step;
}

} // namespace

Result<bool> insertDunningStep(Connection& connection, Tenant tenant, const DunningStep& step, const Sha256& message,
                               Instant at)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        INSERT INTO dunning_step (tenant, client_id, item_id, scenario, level, day, channel, amount, currency, author,
            message_key, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, item_id, scenario, level) DO NOTHING
        RETURNING level)sql"));
    statement.bind(tenant, step.client, step.item, step.scenario, step.level, step.day, step.channel,
                   step.demanded.minor(), step.demanded.currency().code(), step.author, Blob(message), at);
    ENCOURS_TRY(const bool inserted, statement.step());
    return inserted;
}

Result<std::vector<DunningStep>> dunningSteps(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT client_id, item_id, scenario, level, day, channel, amount, currency, author"
                                   " FROM dunning_step WHERE tenant = ? AND (? = 0 OR client_id = ?)"
                                   " ORDER BY client_id, item_id, scenario, level"));
    return collect(statement.bind(tenant, client, client), readStep);
}

Result<bool> insertDunningRun(Connection& connection, Tenant tenant, Day day, std::string_view author, Instant at)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("INSERT INTO dunning_run (tenant, day, author, at) VALUES (?, ?, ?, ?)"
                                   " ON CONFLICT (tenant, day) DO NOTHING RETURNING day"));
    ENCOURS_TRY(const bool inserted, statement.bind(tenant, day, author, at).step());
    return inserted;
}

Result<std::optional<Day>> lastDunningRun(Connection& connection, Tenant tenant, Day today)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT day FROM dunning_run WHERE tenant = ? AND day <= ?"
                                                   " ORDER BY day DESC LIMIT 1"));
    return first(statement.bind(tenant, today), [](const Statement& row) { return row.day(0); });
}

} // namespace encours::store
