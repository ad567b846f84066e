// SPDX-License-Identifier: Apache-2.0
// Clients, their contacts and the list with totals. Totals come from the covering indexes item_open and
// receipt_unallocated, read once in the order of clients: no item or receipt row is touched (security.md F5, P-11).
#pragma once

#include "domain/ledger/balance.h"
#include "domain/ledger/client.h"
#include "store/connection.h"

#include <functional>
#include <vector>

namespace encours::store {

/// Writes the client whole. `seq` is the last commit that touched the client or what belongs to it, and never goes down; 0 at
/// the centre. A second client with the same key is Refused "store.duplicate".
Result<void> upsertClient(Connection& connection, Tenant tenant, const Client& client, std::int64_t seq = 0);
/// For a transaction beside others: no other decides about these clients, which have been in the feed, until it ends. In the order of ids, so that
/// two who claim do not wait for each other.
Result<void> claimClients(Connection& connection, Tenant tenant, std::vector<ClientId> clients);
/// The client and all that belongs to it (items, receipts, allocations, contacts, notes, promises, events, disputes); not
/// the outbox.
Result<void> deleteClient(Connection& connection, Tenant tenant, ClientId client);

Result<std::optional<Client>> findClient(Connection& connection, Tenant tenant, ClientId client);
/// Those of them that are there, in any order.
Result<std::vector<Client>> findClients(Connection& connection, Tenant tenant, std::span<const ClientId> ids);
Result<std::optional<Client>> findClientByKey(Connection& connection, Tenant tenant, std::string_view key);
/// Commit that last touched the client; 0 when the client is not there.
Result<std::int64_t> clientSeq(Connection& connection, Tenant tenant, ClientId client);
/// The client has facts up to `day`. Never lowered: a day too late costs a reading, no figure.
Result<void> raiseFactsThrough(Connection& connection, Tenant tenant, ClientId client, Day day);
Result<std::int64_t> countClients(Connection& connection, Tenant tenant);
/// In the order of ids. At most `limit`, after `after`: pages of a first sync.
Result<std::vector<Client>> listClients(Connection& connection, Tenant tenant,
                                        std::optional<UserId> portfolio = std::nullopt, ClientId after = {},
                                        int limit = 1'000'000);

struct ClientBalance {
    Client client;
    AgedBalance balance;
    RiskParts risk; ///< parts of the balance
};
/// Clients with their aged balance on `asOf`, in the order of ids. One row in the client's own currency, also at zero,
/// then one for each other currency it has open amounts in, by code. Facts dated after `asOf` are left out of the clients
/// that raiseFactsThrough says have some: `withLater` gives their rows, or, when there is none, all their items and
/// receipts are read. `words`: each folded word must be found in name, key, city or SIREN; empty = all.
using BalancesOfClient = std::function<Result<std::vector<ClientBalance>>(const Client&)>;
Result<std::vector<ClientBalance>> listBalances(Connection& connection, Tenant tenant, Day asOf,
                                                std::optional<UserId> portfolio = std::nullopt,
                                                std::string_view words = {}, const BalancesOfClient& withLater = {});
/// The rows of one client; NotFound "client.unknown".
Result<std::vector<ClientBalance>> balancesOf(Connection& connection, Tenant tenant, ClientId client, Day asOf,
                                              const BalancesOfClient& withLater = {});
/// Of one client in its own currency; NotFound "client.unknown".
Result<AgedBalance> clientBalance(Connection& connection, Tenant tenant, ClientId client, Day asOf);

} // namespace encours::store
