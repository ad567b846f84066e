// SPDX-License-Identifier: Apache-2.0
// Centre: what people said of promises, visits, plans and contacts, for the office: what is contested first of all.
#pragma once

#include "domain/agreements/plan_history.h"
#include "domain/agreements/promise_history.h"
#include "domain/agreements/suggestion.h"
#include "domain/agreements/visit.h"
#include "domain/ledger/client.h"
#include "usecases/office.h"

namespace encours::usecases {

template<class Object>
struct OfClient {
    std::string client; ///< key
    std::string clientName;
    Object object;
};

struct ContestedPromise {
    PromiseHistory history;
    /// The last receipt of its items that came in since the first of the contested values was given: what the ledger says
    /// meanwhile. None = nothing.
    std::optional<Receipt> collided;
};
/// By client, then promise. `clientKey` empty = all; NotFound "client.unknown". Here and below.
Result<std::vector<OfClient<ContestedPromise>>> listConflicts(Office& office, const std::string& clientKey = {});
Result<std::vector<OfClient<Visit>>> listVisits(Office& office, const std::string& clientKey = {});
struct ListedPlan {
    PlanHistory history;
    PlanStatus status;
};
Result<std::vector<OfClient<ListedPlan>>> listPlans(Office& office, Day asOf, const std::string& clientKey = {});
Result<std::vector<OfClient<Suggestion>>> listSuggestions(Office& office, const std::string& clientKey = {});

/// At the centre itself, by the office; as on a device (amend_promise.h). As checkResolution fails; NotFound "client.unknown", "promise.unknown".
Result<PromiseHistory> resolveConflict(Office& office, UuidSource& uuids, const std::string& clientKey,
                                       PromiseId promise, ConflictResolved resolution);

} // namespace encours::usecases
