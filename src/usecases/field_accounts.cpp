// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_accounts.h"

#include "domain/agreements/dispute_history.h"
#include "domain/agreements/note_history.h"
#include "domain/agreements/plan_history.h"
#include "store/client_facts.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"

#include <algorithm>

namespace encours::usecases {

namespace {

template<class Object>
void keepCurrency(std::vector<Object>& objects, Currency currency)
{
    std::erase_if(objects, [&](const Object& object) { return object.amount.currency() != currency; });
}

/// By promised day, then id: as they stand now.
std::vector<PromiseHistory> historiesOf(std::span<const Promise> made, std::span<const Event> events)
{
    std::vector<PromiseHistory> histories;
    histories.reserve(made.size());
    for (const Promise& promise : made)
        histories.push_back(promiseHistory(promise, events));
    std::ranges::sort(histories, {}, [](const PromiseHistory& history) {
        return std::pair(history.current.promisedFor, history.current.id);
    });
    return histories;
}

std::vector<Promise> currentOf(std::span<const PromiseHistory> histories)
{
    std::vector<Promise> promises;
    promises.reserve(histories.size());
    for (const PromiseHistory& history : histories)
        promises.push_back(history.current);
    return promises;
}

std::vector<PaymentPlan> plansOf(std::span<const Event> events, Currency currency)
{
    std::vector<PaymentPlan> plans;
    for (PlanHistory& history : planHistories(events)) {
        if (history.plan.versions.back().debt.currency() == currency)
            plans.push_back(std::move(history.plan));
    }
    return plans;
}

} // namespace

Result<void> visitFieldAccounts(Field& field, std::span<const Client> clients, Day coveredThrough,
                                const std::function<Result<void>(const FieldAccount&)>& visit)
{
    const Day today = field.clock.today();
    for (const Client& client : clients) {
        ENCOURS_TRY(auto facts, store::loadFacts(field.store, field.tenant, client.id, today));
        ENCOURS_TRY(auto made, store::promisesAsMade(field.store, field.tenant, client.id));
        ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client.id));
        ENCOURS_TRY(auto notes, store::notesOf(field.store, field.tenant, client.id));
        ENCOURS_TRY(auto imported, store::disputesOf(field.store, field.tenant, client.id));
        keepCurrency(facts.items, client.currency);
        keepCurrency(facts.receipts, client.currency);
        keepCurrency(facts.allocations, client.currency);
        keepCurrency(made, client.currency);
        std::erase_if(notes, &Note::retracted);
        for (Note& note : notes)
            note = noteHistory(note, events).current;
        const auto histories = historiesOf(made, events);
        const auto promises = currentOf(histories);
        auto disputes = disputesFrom(events, std::move(imported));
        keepCurrency(disputes, client.currency);
        const auto plans = plansOf(events, client.currency);
        const ClientFacts known = facts.facts(coveredThrough);
        const auto statuses = evaluatePromises(promises, known, promiseRules(), today);
        const auto disputeStatuses = evaluateDisputes(disputes, known, today);
        const auto planStatuses = evaluatePlans(plans, known, today, promiseRules());
        const ClientAccount account{.client = client,
                                    .currency = client.currency,
                                    .asOf = today,
                                    .coveredThrough = coveredThrough,
                                    .items = facts.items,
                                    .receipts = facts.receipts,
                                    .allocations = facts.allocations,
                                    .promises = promises,
                                    .statuses = statuses,
                                    .disputes = disputes,
                                    .disputeStatuses = disputeStatuses,
                                    .plans = plans,
                                    .planStatuses = planStatuses,
                                    .notes = notes,
                                    .watched = {}};
        ENCOURS_CHECK(visit({account, histories, events}));
    }
    return {};
}

} // namespace encours::usecases
