// SPDX-License-Identifier: Apache-2.0
#include "sync/central/batch_facts.h"

#include "store/clients.h"
#include "store/company.h"
#include "store/items.h"
#include "store/notes.h"

#include <algorithm>

namespace encours::central {

namespace {

/// What they name.
struct Named {
    std::vector<ClientId> clients;
    std::vector<store::OfClient<ItemId>> items;
    std::vector<store::OfClient<NoteId>> notes;
    std::vector<store::OfClient<PromiseId>> promises;
};

void name(const Operation& operation, Named& named)
{
    const ClientId client = subjectOf(operation.body).client;
    named.clients.push_back(client);
    if (const auto* added = std::get_if<NoteAdded>(&operation.body)) {
        named.notes.push_back({client, added->note.id});
    } else if (const auto* made = std::get_if<PromiseMade>(&operation.body)) {
        named.promises.push_back({client, made->promise.id});
        for (const ItemId item : made->promise.items)
            named.items.push_back({client, item});
    }
}

template<class Key>
std::span<const Key> once(std::vector<Key>& keys)
{
    std::ranges::sort(keys);
    const auto rest = std::ranges::unique(keys);
    keys.erase(rest.begin(), rest.end());
    return keys;
}

} // namespace

Result<void> BatchFacts::load(std::span<const Operation* const> operations)
{
    Named named;
    for (const Operation* operation : operations)
        name(*operation, named);
    ENCOURS_TRY(auto clients, store::findClients(m_connection, m_tenant, once(named.clients)));
    for (Client& client : clients)
        m_clients.emplace(client.id, std::move(client));
    ENCOURS_TRY(auto items, store::findItems(m_connection, m_tenant, once(named.items)));
    for (Item& item : items)
        m_items.emplace(store::OfClient<ItemId>{item.client, item.id}, std::move(item));
    ENCOURS_TRY(const auto notes, store::knownNotes(m_connection, m_tenant, once(named.notes)));
    m_notes.insert(notes.begin(), notes.end());
    ENCOURS_TRY(const auto promises, store::knownPromises(m_connection, m_tenant, once(named.promises)));
    m_promises.insert(promises.begin(), promises.end());
    return {};
}

Result<void> BatchFacts::add(Note note)
{
    m_notes.insert({note.client, note.id});
    m_newNotes.push_back({std::move(note), 0});
    return written();
}

Result<void> BatchFacts::add(Promise promise)
{
    m_promises.insert({promise.client, promise.id});
    m_newPromises.push_back({std::move(promise), 0});
    return written();
}

template<class Row>
Result<void> BatchFacts::number(std::vector<Row>& rows, store::Counter counter)
{
    if (rows.empty())
        return {};
    ENCOURS_TRY(std::int64_t next, store::takeIds(m_connection, m_tenant, counter, std::ssize(rows)));
    for (Row& row : rows)
        row.rowId = next++;
    return {};
}

Result<void> BatchFacts::number()
{
    ENCOURS_CHECK(number(m_newNotes, store::Counter::Note));
    return number(m_newPromises, store::Counter::Promise);
}

void BatchFacts::put()
{
    const auto put = [&](store::Entity entity, std::int64_t rowId, ClientId client) {
        m_changes.put(entity, rowId, client, m_clients.at(client).salesperson);
    };
    for (const auto& [note, rowId] : m_newNotes)
        put(store::Entity::Note, rowId, note.client);
    for (const auto& [promise, rowId] : m_newPromises)
        put(store::Entity::Promise, rowId, promise.client);
}

Result<void> BatchFacts::insert(std::int64_t seq)
{
    for (store::NoteRow& row : m_newNotes)
        row.note.serverSeq = seq;
    for (store::PromiseRow& row : m_newPromises)
        row.promise.serverSeq = seq;
    ENCOURS_CHECK(store::upsertNotes(m_connection, m_tenant, m_newNotes));
    return store::insertPromises(m_connection, m_tenant, m_newPromises);
}

void BatchFacts::forget()
{
    m_newNotes.clear();
    m_newPromises.clear();
}

Result<void> BatchFacts::tell()
{
    ENCOURS_CHECK(number());
    put();
    return {};
}

Result<void> BatchFacts::write(std::int64_t seq)
{
    ENCOURS_CHECK(insert(seq));
    forget();
    return {};
}

Result<void> BatchFacts::settle()
{
    ENCOURS_CHECK(number());
    ENCOURS_CHECK(insert(0)); // told before, what failed would stay among the changes
    put();
    forget();
    return {};
}

} // namespace encours::central
