// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_said.h"

#include "domain/agreements/collided_receipt.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/company.h"
#include "store/events.h"
#include "store/feed.h"
#include "store/promises.h"

#include <algorithm>
#include <functional>

namespace encours::usecases {

namespace {

std::unexpected<Error> unknownClient(const std::string& key)
{
    return failure(ErrorKind::NotFound, "client.unknown",
                   "No client has the key '" + key + "'; 'balances' lists the keys.");
}

/// Calls visit(client, its events) for each client of which something was said, by id.
Result<void> visitSaid(Office& office, const std::string& key,
                       const std::function<Result<void>(const Client&, std::span<const Event>)>& visit)
{
    if (!key.empty()) {
        ENCOURS_TRY(const auto client, store::findClientByKey(office.store, office.tenant, key));
        if (!client)
            return unknownClient(key);
        ENCOURS_TRY(const auto events, store::eventsOf(office.store, office.tenant, client->id));
        return visit(*client, events);
    }
    ENCOURS_TRY(const auto events, store::listEvents(office.store, office.tenant));
    for (auto first = events.begin(); first != events.end();) {
        const auto last = std::find_if(first, events.end(),
                                       [&](const Event& event) { return event.saying.client != first->saying.client; });
        ENCOURS_TRY(const auto client, store::findClient(office.store, office.tenant, first->saying.client));
        if (client)
            ENCOURS_CHECK(visit(*client, {first, last}));
        first = last;
    }
    return {};
}

} // namespace

Result<std::vector<OfClient<ContestedPromise>>> listConflicts(Office& office, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    std::vector<OfClient<ContestedPromise>> list;
    ENCOURS_CHECK(
        visitSaid(office, clientKey, [&](const Client& client, std::span<const Event> events) -> Result<void> {
            ENCOURS_TRY(const auto promises, store::promisesAsMade(office.store, office.tenant, client.id));
            for (const Promise& promise : promises) {
                PromiseHistory history = promiseHistory(promise, events);
                if (history.contests.empty())
                    continue;
                ENCOURS_TRY(const auto facts,
                            store::loadFacts(office.store, office.tenant, client.id, office.clock.today()));
                auto collided = collidedReceipt(history.current, contestedSince(history), facts.facts(Day()));
                list.push_back({client.key, client.name, {std::move(history), std::move(collided)}});
            }
            return {};
        }));
    return list;
}

Result<std::vector<OfClient<Visit>>> listVisits(Office& office, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    std::vector<OfClient<Visit>> list;
    ENCOURS_CHECK(
        visitSaid(office, clientKey, [&](const Client& client, std::span<const Event> events) -> Result<void> {
            for (Visit& visit : visitsOf(events))
                list.push_back({client.key, client.name, std::move(visit)});
            return {};
        }));
    std::ranges::stable_sort(list, {}, [](const OfClient<Visit>& one) { return one.object.on; });
    return list;
}

Result<std::vector<OfClient<ListedPlan>>> listPlans(Office& office, Day asOf, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const auto company, store::loadCompany(office.store, office.tenant));
    std::vector<OfClient<ListedPlan>> list;
    ENCOURS_CHECK(
        visitSaid(office, clientKey, [&](const Client& client, std::span<const Event> events) -> Result<void> {
            std::vector<PlanHistory> histories = planHistories(events);
            if (histories.empty())
                return {};
            std::vector<PaymentPlan> plans;
            for (const PlanHistory& history : histories)
                plans.push_back(history.plan);
            ENCOURS_TRY(const auto facts, store::loadFacts(office.store, office.tenant, client.id, asOf));
            const auto statuses = evaluatePlans(plans, facts.facts(company.coveredThrough.value_or(Day())), asOf, {});
            for (std::size_t i = 0; i < histories.size(); ++i)
                list.push_back({client.key, client.name, {std::move(histories[i]), statuses[i]}});
            return {};
        }));
    return list;
}

Result<std::vector<OfClient<Suggestion>>> listSuggestions(Office& office, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    std::vector<OfClient<Suggestion>> list;
    ENCOURS_CHECK(
        visitSaid(office, clientKey, [&](const Client& client, std::span<const Event> events) -> Result<void> {
            for (Suggestion& suggestion : suggestionsOf(events))
                list.push_back({client.key, client.name, std::move(suggestion)});
            return {};
        }));
    return list;
}

Result<PromiseHistory> resolveConflict(Office& office, UuidSource& uuids, const std::string& clientKey,
                                       PromiseId promise, ConflictResolved resolution)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const auto client, store::findClientByKey(office.store, office.tenant, clientKey));
    if (!client)
        return unknownClient(clientKey);
    ENCOURS_TRY(const auto made, store::findPromiseAsMade(office.store, office.tenant, client->id, promise));
    if (!made)
        return failure(ErrorKind::NotFound, "promise.unknown",
                       "The client has no such promise; nothing was decided. 'conflicts' lists the contested ones.");
    ENCOURS_TRY(auto events, store::eventsOf(office.store, office.tenant, client->id, promise.value));
    const PromiseHistory before = promiseHistory(*made, events);
    if (resolution.field == PromiseField::OtherPromise) {
        ENCOURS_TRY(const auto others, store::promisesOf(office.store, office.tenant, client->id));
        if (!resolution.kept)
            resolution.beside = rivalsOf(before.current, others);
        else if (!std::ranges::contains(others, PromiseId{resolution.kept}, &Promise::id))
            return failure(ErrorKind::NotFound, "promise.unknown",
                           "The client has no promise of the id to keep; nothing was decided.");
    }
    ENCOURS_CHECK(checkResolution(before, resolution));
    Event event;
    event.id = OperationId{uuids.next()};
    event.saying.client = client->id;
    event.saying.object = promise.value;
    event.saying.seen = before.heads;
    event.saying.content = std::move(resolution);
    ENCOURS_TRY(event.saying, store::withBytes(std::move(event.saying)));
    event.authorName = office.actor;
    event.madeAt = office.clock.now();
    event.madeOn = office.clock.today();
    ENCOURS_TRY(event.order, store::takeIds(office.store, office.tenant, store::Counter::Event));
    ENCOURS_CHECK(store::upsertEvent(office.store, office.tenant, event));
    store::Changes changes(office.store, office.tenant);
    changes.put(store::Entity::Event, event.order, client->id, client->salesperson);
    ENCOURS_CHECK(changes.commit(transaction, "resolve", office.actor, event.madeAt));
    events.push_back(std::move(event));
    return promiseHistory(*made, events);
}

} // namespace encours::usecases
