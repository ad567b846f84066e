// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_accounts.h"

#include "domain/agreements/dispute_history.h"
#include "domain/agreements/note_history.h"
#include "domain/agreements/plan_history.h"
#include "store/whole_clients.h"
#include "usecases/field_facts.h"

#include <algorithm>
#include <utility>

namespace encours::usecases {

namespace {

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

Result<void> visitOne(const Client& client, FieldFacts facts, Day day, Day coveredThrough,
                      const std::function<Result<void>(const FieldAccount&)>& visit)
{
    for (Note& note : facts.notes)
        note = noteHistory(note, facts.events).current;
    const auto histories = historiesOf(facts.made, facts.events);
    const auto promises = currentOf(histories);
    auto disputes = disputesFrom(facts.events, std::move(facts.imported));
    std::erase_if(disputes, [&](const Dispute& one) { return one.amount.currency() != client.currency; });
    const auto plans = plansOf(facts.events, client.currency);
    const ClientFacts known = facts.ledger.facts(coveredThrough);
    const auto statuses = evaluatePromises(promises, known, promiseRules(), day);
    const auto disputeStatuses = evaluateDisputes(disputes, known, day);
    const auto planStatuses = evaluatePlans(plans, known, day, promiseRules());
    const ClientAccount account{.client = client,
                                .currency = client.currency,
                                .asOf = day,
                                .coveredThrough = coveredThrough,
                                .items = facts.ledger.items,
                                .receipts = facts.ledger.receipts,
                                .allocations = facts.ledger.allocations,
                                .promises = promises,
                                .statuses = statuses,
                                .disputes = disputes,
                                .disputeStatuses = disputeStatuses,
                                .plans = plans,
                                .planStatuses = planStatuses,
                                .notes = facts.notes,
                                .watched = {}};
    return visit({account, histories, facts.events});
}

} // namespace

Result<void> visitFieldAccounts(Field& field, std::span<const Client> clients, Day coveredThrough,
                                const std::function<Result<void>(const FieldAccount&)>& visit, std::optional<Day> asOf)
{
    ENCOURS_TRY(const Day day, dayAsked(field, asOf));
    while (!clients.empty()) {
        const auto together = clients.first(std::min(clients.size(), std::size_t(store::kClientsTogether)));
        clients = clients.subspan(together.size());
        ENCOURS_TRY(auto facts, loadFieldFacts(field, together, day));
        for (std::size_t i = 0; i < together.size(); ++i)
            ENCOURS_CHECK(visitOne(together[i], std::exchange(facts[i], {}), day, coveredThrough, visit));
    }
    return {};
}

} // namespace encours::usecases
