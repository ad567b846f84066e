// SPDX-License-Identifier: Apache-2.0
#include "store/clients.h"

#include "base/text.h"
#include "store/client_row.h"
#include "store/many.h"

#include <algorithm>

namespace encours::store {

namespace {

std::optional<std::int64_t> minorOf(const std::optional<Money>& money)
{
    return money ? std::optional(money->minor()) : std::nullopt;
}

/// What search looks in.
std::string searchText(const Client& client)
{
    return foldForSearch(client.name + '\n' + client.key + '\n' + client.city + '\n' + client.siren);
}

} // namespace

Result<void> upsertClient(Connection& connection, Tenant tenant, const Client& client, std::int64_t seq)
{
    ENCOURS_CHECK(connection.execute(R"sql(
        INSERT INTO client (tenant, id, key, name, city, postcode, siren, sector, terms_days, credit_limit,
            insured_limit, portfolio_id, currency, search)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, id) DO UPDATE
            SET key = excluded.key, name = excluded.name, city = excluded.city, postcode = excluded.postcode,
                siren = excluded.siren, sector = excluded.sector, terms_days = excluded.terms_days,
                credit_limit = excluded.credit_limit, insured_limit = excluded.insured_limit,
                portfolio_id = excluded.portfolio_id, currency = excluded.currency, search = excluded.search)sql",
                                     tenant, client.id, client.key, client.name, client.city, client.postcode,
                                     client.siren, client.sector, client.termsDays, minorOf(client.creditLimit),
                                     minorOf(client.insuredLimit), client.salesperson, client.currency.code(),
                                     searchText(client)));
    return connection.execute(R"sql(
        INSERT INTO client_through (tenant, client_id, seq, facts_through)
        VALUES (?, ?, ?, 0)
        ON CONFLICT (tenant, client_id) DO UPDATE
            SET seq = excluded.seq
            WHERE excluded.seq > client_through.seq)sql",
                              tenant, client.id, seq);
}

Result<void> claimClients(Connection& connection, Tenant tenant, std::vector<ClientId> clients)
{
    std::ranges::sort(clients);
    const auto rest = std::ranges::unique(clients);
    clients.erase(rest.begin(), rest.end());
    const Deferred together(connection);
    ENCOURS_TRY(auto statement,
                connection.prepare("UPDATE client_feed SET most_rows = most_rows WHERE tenant = ? AND client_id = ?"));
    for (const ClientId client : clients)
        ENCOURS_CHECK(statement.runWith(tenant, client));
    return {};
}

Result<void> deleteClient(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_CHECK(connection.execute("DELETE FROM allocation WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM receipt WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM item WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM promise_item WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM promise WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM note WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM event WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM dispute_event WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM dispute WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM contact WHERE tenant = ? AND client_id = ?", tenant, client));
    ENCOURS_CHECK(connection.execute("DELETE FROM client_through WHERE tenant = ? AND client_id = ?", tenant, client));
    return connection.execute("DELETE FROM client WHERE tenant = ? AND id = ?", tenant, client);
}

Result<std::optional<Client>> findClient(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " CLIENT_COLUMNS " FROM client WHERE tenant = ? AND id = ?"));
    return first(statement.bind(tenant, client), readClient);
}

Result<std::vector<Client>> findClients(Connection& connection, Tenant tenant, std::span<const ClientId> ids)
{
    return collectMany(connection, "SELECT " CLIENT_COLUMNS " FROM client WHERE tenant = ? AND id IN (" MANY ")",
                       tenant, ids, readClient);
}

Result<std::optional<Client>> findClientByKey(Connection& connection, Tenant tenant, std::string_view key)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " CLIENT_COLUMNS " FROM client WHERE tenant = ? AND key = ?"));
    return first(statement.bind(tenant, key), readClient);
}

Result<std::int64_t> clientSeq(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT seq FROM client_through WHERE tenant = ? AND client_id = ?"));
    return firstInteger(statement.bind(tenant, client));
}

Result<void> raiseFactsThrough(Connection& connection, Tenant tenant, ClientId client, Day day)
{
    return connection.execute(
        "UPDATE client_through SET facts_through = ? WHERE tenant = ? AND client_id = ? AND facts_through < ?", day,
        tenant, client, day);
}

Result<std::int64_t> countClients(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT count(*) FROM client WHERE tenant = ?"));
    return firstInteger(statement.bind(tenant));
}

Result<std::vector<Client>> listClients(Connection& connection, Tenant tenant, std::optional<UserId> portfolio,
                                        ClientId after, int limit)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " CLIENT_COLUMNS
                                   " FROM client WHERE tenant = ? AND id > ? AND (? = 0 OR portfolio_id = ?)"
                                   " ORDER BY id LIMIT ?"));
    return collect(statement.bind(tenant, after, portfolio.has_value(), portfolio.value_or(UserId()), limit),
                   readClient);
}

} // namespace encours::store
