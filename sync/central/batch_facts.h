// SPDX-License-Identifier: Apache-2.0
// What operations look at most, and add most, for many of them in a statement per kind: asked for each of a thousand, an
// engine far away takes two seconds. Private to this folder.
#pragma once

#include "domain/agreements/operation.h"
#include "domain/ledger/client.h"
#include "domain/ledger/item.h"
#include "store/feed.h"
#include "store/of_client.h"
#include "store/promises.h"

#include <map>
#include <set>
#include <span>

namespace encours::central {

class BatchFacts {
public:
    enum class Writes { Later, AtOnce };
    BatchFacts(store::Connection& connection, store::Tenant tenant, store::Changes& changes, Writes writes)
        : m_connection(connection), m_tenant(tenant), m_changes(changes), m_writes(writes)
    {
    }
    /// Of operations that were not taken before, inside the transaction that has claimed their clients.
    Result<void> load(std::span<const Operation* const> operations);

    const Client* client(ClientId id) const { return find(m_clients, id); }
    const Item* item(ClientId client, ItemId id) const { return find(m_items, {client, id}); }
    bool knows(ClientId client, NoteId id) const { return m_notes.contains({client, id}); }
    bool knows(ClientId client, PromiseId id) const { return m_promises.contains({client, id}); }
    /// Of a client that is here.
    Result<void> add(Note note);
    Result<void> add(Promise promise);
    /// Writes what was added and was to be written later, kind by kind, and tells the changes: before anything else looks
    /// at the tables, and at the end.
    Result<void> write();

private:
    Result<void> written() { return m_writes == Writes::AtOnce ? write() : Result<void>(); }
    void tell(store::Entity entity, std::int64_t rowId, ClientId client)
    {
        m_changes.put(entity, rowId, client, m_clients.at(client).salesperson);
    }
    template<class Id, class Value>
    static const Value* find(const std::map<Id, Value>& values, const Id& id)
    {
        const auto found = values.find(id);
        return found == values.end() ? nullptr : &found->second;
    }

    store::Connection& m_connection;
    store::Tenant m_tenant;
    store::Changes& m_changes;
    Writes m_writes;
    std::map<ClientId, Client> m_clients;
    std::map<store::OfClient<ItemId>, Item> m_items; ///< that a promise names
    std::set<store::OfClient<NoteId>> m_notes;       ///< that an operation adds
    std::set<store::OfClient<PromiseId>> m_promises;
    std::vector<Note> m_newNotes;
    std::vector<store::PromiseRow> m_newPromises;
};

} // namespace encours::central
