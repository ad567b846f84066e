// SPDX-License-Identifier: Apache-2.0
// Everything of clients that follow one another, in one statement per kind: a first synchronisation reads thousands of
// clients, and a statement per client and kind would cost an engine far away as many journeys.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/event.h"
#include "domain/agreements/note.h"
#include "domain/agreements/promise.h"
#include "domain/ledger/client.h"
#include "domain/ledger/item.h"
#include "store/connection.h"

#include <unordered_map>
#include <vector>

namespace encours::store {

struct WholeClient {
    Client client;
    std::vector<Contact> contacts;       ///< by id
    std::vector<Item> items;             ///< by id
    std::vector<Receipt> receipts;       ///< by id
    std::vector<Allocation> allocations; ///< by receipt, then item
    std::vector<Note> notes;             ///< newest first
    std::vector<Promise> promises;       ///< as made, by promised day
    std::vector<Event> events;           ///< in the centre's order
    std::vector<Dispute> disputes;       ///< by id
};

constexpr int kClientsTogether = 64;
constexpr std::int64_t kRowsTogether = 20'000;

/// Those that follow `after`, by id, of one portfolio or of the whole company: up to kClientsTogether, and fewer when they
/// may have more than kRowsTogether rows; one at least, unless none is left.
Result<std::vector<WholeClient>> wholeClientsAfter(Connection& connection, Tenant tenant, ClientId after,
                                                   std::optional<UserId> portfolio);
/// Of those whose `client.id` is there, by id and kClientsTogether at most: all but the client itself and its contacts.
Result<void> fillFacts(Connection& connection, Tenant tenant, std::vector<WholeClient>& clients);

/// Clients in an order of the caller's, of one portfolio or of the whole company; as many are read together as of those that
/// follow one another. Read as they are asked for: they are of one state if the caller's transaction is.
class WholeClients {
public:
    /// `ids`: each once; of one that comes again, the second may be answered by nothing.
    WholeClients(Connection& connection, Tenant tenant, std::optional<UserId> portfolio, std::vector<ClientId> ids);
    /// That of the next id; nothing when there is none, or in another portfolio. Not to be asked for more than there are ids.
    Result<std::optional<WholeClient>> next();

private:
    Result<void> read();

    Connection& m_connection;
    Tenant m_tenant;
    std::optional<UserId> m_portfolio;
    std::vector<ClientId> m_ids;
    std::size_t m_next = 0;
    std::size_t m_read = 0; ///< ids that are answered for
    std::unordered_map<ClientId, WholeClient> m_clients;
};

} // namespace encours::store
