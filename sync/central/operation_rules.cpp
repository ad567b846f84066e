// SPDX-License-Identifier: Apache-2.0
#include "sync/central/operation_rules.h"

#include "store/company.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "sync/central/event_rules.h"
#include "sync/reconcile/notes.h"
#include "sync/reconcile/promises.h"

#include <algorithm>

namespace encours::central {

using reconcile::Verdict;
using store::Entity;

Result<Verdict> OperationRules::apply(const Operation& operation)
{
    const Client* client = m_facts.client(subjectOf(operation.body).client);
    if (!client)
        return Verdict::refused("client.unknown");
    const bool adds =
        std::holds_alternative<NoteAdded>(operation.body) || std::holds_alternative<PromiseMade>(operation.body);
    if (!adds) // it looks at what was added before it
        ENCOURS_CHECK(m_facts.settle());
    return std::visit([&](const auto& body) { return on(*client, body, operation); }, operation.body);
}

reconcile::Said OperationRules::saidOf(const Client& client, const Operation& operation) const
{
    return {.client = client,
            .by = {m_caller.person.id, m_caller.person.role != store::Role::Salesperson,
                   m_caller.person.role == store::Role::Manager},
            .inScope = m_caller.sees(client.salesperson),
            .clockDay = parisDay(operation.madeAt),
            .day = dayOf(operation)};
}

Result<Verdict> OperationRules::on(const Client& client, const NoteAdded& body, const Operation& operation)
{
    Note note = body.note;
    note.madeAt = operation.madeAt;
    note.madeOn = dayOf(operation);
    note.author = m_caller.person.id;
    note.authorName = m_caller.person.name;
    const Verdict verdict = reconcile::noteAdded(saidOf(client, operation), note, m_facts.knows(client.id, note.id));
    if (!verdict.keeps)
        return verdict;
    ENCOURS_CHECK(m_facts.add(std::move(note)));
    return verdict;
}

Result<Verdict> OperationRules::on(const Client& client, const NoteRetracted& body, const Operation& operation)
{
    ENCOURS_TRY(const auto note, store::findNote(m_connection, m_tenant, client.id, body.note));
    const Verdict verdict = reconcile::noteRetracted(saidOf(client, operation), note);
    if (!verdict.keeps)
        return verdict;
    ENCOURS_TRY(const std::int64_t rowId, store::noteRowId(m_connection, m_tenant, client.id, body.note));
    ENCOURS_TRY([[maybe_unused]] const bool done, store::retractNote(m_connection, m_tenant, client.id, body.note));
    m_changes.put(Entity::Note, rowId, client.id, client.salesperson);
    return verdict;
}

Result<Verdict> OperationRules::on(const Client& client, const PromiseMade& body, const Operation& operation)
{
    Promise promise = body.promise;
    promise.madeAt = operation.madeAt;
    promise.madeOn = dayOf(operation);
    promise.author = m_caller.person.id;
    promise.authorName = m_caller.person.name;
    reconcile::PromiseFacts facts;
    facts.idTaken = m_facts.knows(client.id, promise.id);
    for (const ItemId id : promise.items)
        if (const Item* item = m_facts.item(client.id, id))
            facts.items.push_back(*item);
    if (promise.supersedes) {
        ENCOURS_CHECK(m_facts.settle());
        ENCOURS_TRY(facts.replaced, store::findPromise(m_connection, m_tenant, client.id, promise.supersedes));
    }
    const reconcile::Said said = saidOf(client, operation);
    const Verdict verdict = reconcile::promiseMade(said, promise, facts);
    if (!verdict.keeps)
        return verdict;
    if (facts.replaced && !reconcile::mayEnd(said, *facts.replaced))
        promise.supersedes = {};
    ENCOURS_CHECK(m_facts.add(std::move(promise)));
    return verdict;
}

Result<Verdict> OperationRules::on(const Client& client, const PromiseWithdrawn& body, const Operation& operation)
{
    ENCOURS_TRY(const auto events, store::eventsOf(m_connection, m_tenant, client.id, body.promise.value));
    if (!events.empty()) {
        ENCOURS_TRY(const Verdict verdict,
                    on(client, asSaying(body, events, operation.seenSeq, m_caller.person.id), operation));
        // The device has marked the promise itself, as its version did: it is sent again as it stands.
        ENCOURS_TRY(const std::int64_t made, store::promiseRowId(m_connection, m_tenant, client.id, body.promise));
        if (verdict.keeps && made != 0)
            m_changes.put(Entity::Promise, made, client.id, client.salesperson);
        return verdict;
    }
    ENCOURS_TRY(const auto promise, store::findPromise(m_connection, m_tenant, client.id, body.promise));
    const Verdict verdict = reconcile::promiseWithdrawn(saidOf(client, operation), body, promise);
    if (!verdict.keeps)
        return verdict;
    ENCOURS_TRY(const std::int64_t rowId, store::promiseRowId(m_connection, m_tenant, client.id, body.promise));
    ENCOURS_TRY([[maybe_unused]] const bool done,
                store::endPromise(m_connection, m_tenant, client.id, body.promise, body.ending, dayOf(operation)));
    m_changes.put(Entity::Promise, rowId, client.id, client.salesperson);
    return verdict;
}

Result<Verdict> OperationRules::on(const Client& client, const Saying& saying, const Operation& operation)
{
    Event event;
    event.id = operation.id;
    event.saying = saying;
    event.author = m_caller.person.id;
    event.authorName = m_caller.person.name;
    event.madeAt = operation.madeAt;
    event.madeOn = dayOf(operation);
    ENCOURS_TRY(const Verdict verdict, decideEvent({m_connection, m_tenant}, saidOf(client, operation), event));
    if (!verdict.keeps)
        return verdict;
    ENCOURS_TRY(event.order, store::takeIds(m_connection, m_tenant, store::Counter::Event));
    ENCOURS_CHECK(store::upsertEvent(m_connection, m_tenant, event));
    m_changes.put(Entity::Event, event.order, client.id, client.salesperson);
    return verdict;
}

} // namespace encours::central
