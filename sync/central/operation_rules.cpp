// SPDX-License-Identifier: Apache-2.0
#include "sync/central/operation_rules.h"

#include "domain/agreements/promise_rights.h"
#include "store/clients.h"
#include "store/company.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"

#include <algorithm>

namespace encours::central {

namespace {

using store::Entity;

Decision rejected(const char* reason)
{
    return {OperationStatus::Rejected, reason, false};
}
Decision alreadySo()
{
    return {OperationStatus::Applied, {}, false};
}

/// On or after the day it was said, and not absurdly far: the author's own clock says both, so a wrong one cancels out.
bool reasonable(Day day, Day saidOn, int farthest)
{
    return day >= saidOn && day - saidOn <= farthest;
}

} // namespace

Result<Decision> OperationRules::apply(const Operation& operation)
{
    ENCOURS_TRY(const auto client, store::findClient(m_connection, m_tenant, subjectOf(operation.body).client));
    if (!client)
        return rejected("client.unknown");
    return std::visit([&](const auto& body) { return on(*client, body, operation); }, operation.body);
}

Decision OperationRules::stored(const Client& client) const
{
    // The visit took place: what was said is kept, and the office is told that its author no longer has the client.
    if (!m_caller.sees(client.salesperson))
        return {OperationStatus::Review, "scope.outside", true};
    return {OperationStatus::Applied, {}, true};
}

bool OperationRules::mayEnd(const Promise& promise, const Client& client) const
{
    return mayEndPromise(promise, client, m_caller.person.id, isOffice());
}

Result<Decision> OperationRules::on(const Client& client, const NoteAdded& body, const Operation& operation)
{
    Note note = body.note;
    note.madeAt = operation.madeAt;
    note.madeOn = dayOf(operation);
    note.author = m_caller.person.id;
    note.authorName = m_caller.person.name;
    if (note.callBackOn && !reasonable(*note.callBackOn, parisDay(operation.madeAt), kMaximumCallBackDays))
        return rejected("note.call_back");
    ENCOURS_TRY(const std::int64_t known, store::noteRowId(m_connection, m_tenant, client.id, note.id));
    if (known != 0)
        return rejected("note.exists");
    ENCOURS_TRY(const std::int64_t rowId, store::takeIds(m_connection, m_tenant, store::Counter::Note));
    ENCOURS_CHECK(store::upsertNote(m_connection, m_tenant, note, rowId));
    m_changes.put(Entity::Note, rowId, client.id, client.salesperson);
    return stored(client);
}

Result<Decision> OperationRules::on(const Client& client, const NoteRetracted& body, const Operation&)
{
    ENCOURS_TRY(const auto note, store::findNote(m_connection, m_tenant, client.id, body.note));
    if (!note)
        return rejected("note.unknown");
    if (note->author != m_caller.person.id && !isOffice())
        return rejected("note.author");
    if (note->retracted)
        return alreadySo();
    ENCOURS_TRY(const std::int64_t rowId, store::noteRowId(m_connection, m_tenant, client.id, body.note));
    ENCOURS_TRY([[maybe_unused]] const bool done, store::retractNote(m_connection, m_tenant, client.id, body.note));
    m_changes.put(Entity::Note, rowId, client.id, client.salesperson);
    return stored(client);
}

/// The reason to refuse it; empty when there is none.
Result<std::string> OperationRules::promiseProblem(const Client& client, const Promise& promise)
{
    if (!reasonable(promise.promisedFor, parisDay(promise.madeAt), kLongestPromiseDays))
        return "promise.date";
    ENCOURS_TRY(const std::int64_t known, store::promiseRowId(m_connection, m_tenant, client.id, promise.id));
    if (known != 0)
        return "promise.exists";
    std::vector<ItemId> items = promise.items;
    std::ranges::sort(items);
    if (std::ranges::adjacent_find(items) != items.end())
        return "promise.item_twice";
    for (const ItemId id : items) {
        ENCOURS_TRY(const auto item, store::findItem(m_connection, m_tenant, client.id, id));
        if (!item)
            return "promise.item_unknown";
        if (item->amount.currency() != promise.amount.currency())
            return "promise.currency";
    }
    if (items.empty() && promise.amount.currency() != client.currency)
        return "promise.currency";
    if (promise.supersedes) {
        ENCOURS_TRY(const auto before, store::findPromise(m_connection, m_tenant, client.id, promise.supersedes));
        if (!before || promise.supersedes == promise.id)
            return "promise.supersedes";
    }
    return std::string();
}

Result<Decision> OperationRules::on(const Client& client, const PromiseMade& body, const Operation& operation)
{
    Promise promise = body.promise;
    promise.madeAt = operation.madeAt;
    promise.madeOn = dayOf(operation);
    promise.author = m_caller.person.id;
    promise.authorName = m_caller.person.name;
    ENCOURS_TRY(const std::string problem, promiseProblem(client, promise));
    if (!problem.empty())
        return rejected(problem.c_str());
    ENCOURS_TRY(const bool replaces, mayReplace(client, promise.supersedes));
    if (!replaces)
        promise.supersedes = {};
    ENCOURS_TRY(const std::int64_t rowId, store::takeIds(m_connection, m_tenant, store::Counter::Promise));
    ENCOURS_CHECK(store::upsertPromise(m_connection, m_tenant, promise, rowId));
    m_changes.put(Entity::Promise, rowId, client.id, client.salesperson);
    return replaces ? stored(client) : Decision{OperationStatus::Review, "promise.author", true};
}

/// The client may have gone to somebody else while the device was away.
Result<bool> OperationRules::mayReplace(const Client& client, PromiseId earlier)
{
    if (!earlier)
        return true;
    ENCOURS_TRY(const auto promise, store::findPromise(m_connection, m_tenant, client.id, earlier));
    return promise && mayEnd(*promise, client);
}

Result<Decision> OperationRules::on(const Client& client, const PromiseWithdrawn& body, const Operation& operation)
{
    ENCOURS_TRY(const auto promise, store::findPromise(m_connection, m_tenant, client.id, body.promise));
    if (!promise)
        return rejected("promise.unknown");
    if (!mayEnd(*promise, client))
        return rejected("promise.author");
    if (promise->ending == body.ending)
        return alreadySo();
    if (promise->ending != PromiseEnding::None)
        return Decision{OperationStatus::Conflict, "promise.ended", false};
    ENCOURS_TRY(const std::int64_t rowId, store::promiseRowId(m_connection, m_tenant, client.id, body.promise));
    ENCOURS_TRY([[maybe_unused]] const bool done,
                store::endPromise(m_connection, m_tenant, client.id, body.promise, body.ending, dayOf(operation)));
    m_changes.put(Entity::Promise, rowId, client.id, client.salesperson);
    return stored(client);
}

} // namespace encours::central
