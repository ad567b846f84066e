// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_accounts.h"

#include "store/client_facts.h"
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

} // namespace

Result<void> visitFieldAccounts(Field& field, std::span<const Client> clients, Day coveredThrough,
                                const std::function<Result<void>(const ClientAccount&)>& visit)
{
    const Day today = field.clock.today();
    for (const Client& client : clients) {
        ENCOURS_TRY(auto facts, store::loadFacts(field.store, field.tenant, client.id, today));
        ENCOURS_TRY(auto promises, store::promisesOf(field.store, field.tenant, client.id));
        ENCOURS_TRY(auto notes, store::notesOf(field.store, field.tenant, client.id));
        keepCurrency(facts.items, client.currency);
        keepCurrency(facts.receipts, client.currency);
        keepCurrency(facts.allocations, client.currency);
        keepCurrency(promises, client.currency);
        std::erase_if(notes, &Note::retracted);
        const auto statuses = evaluatePromises(promises, facts.facts(coveredThrough), promiseRules(), today);
        ENCOURS_CHECK(visit({.client = client,
                             .currency = client.currency,
                             .asOf = today,
                             .coveredThrough = coveredThrough,
                             .items = facts.items,
                             .receipts = facts.receipts,
                             .allocations = facts.allocations,
                             .promises = promises,
                             .statuses = statuses,
                             .disputes = {},
                             .disputeStatuses = {},
                             .plans = {},
                             .planStatuses = {},
                             .notes = notes,
                             .watched = {}}));
    }
    return {};
}

} // namespace encours::usecases
