// SPDX-License-Identifier: Apache-2.0
// What operations look at most, and add most, for many of them in a statement per kind: asked for each of a thousand, an
// engine far away takes two seconds. Private to this folder.
#pragma once

#include "domain/agreements/operation.h"
#include "domain/ledger/client.h"
#include "domain/ledger/item.h"
#include "store/company.h"
#include "store/feed.h"
#include "store/notes.h"
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
    /// What was added and not written yet: the changes are told of it, once; then, sealed, it is written with their seq.
    Result<void> tell();
    Result<void> write(std::int64_t seq);
    /// Both, before anything else looks at the tables: the seal will give it the seq.
    Result<void> settle();

private:
    template<class Row>
    Result<void> number(std::vector<Row>& rows, store::Counter counter);
    Result<void> number();
    void put();
    Result<void> insert(std::int64_t seq);
    void forget();
    Result<void> written() { return m_writes == Writes::AtOnce ? settle() : Result<void>(); }
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
    std::vector<store::NoteRow> m_newNotes;
    std::vector<store::PromiseRow> m_newPromises;
};

} // namespace encours::central
