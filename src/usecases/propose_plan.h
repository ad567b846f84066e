// SPDX-License-Identifier: Apache-2.0
// Device: propose a payment plan or another version of one, and decide about one.
#pragma once

#include "domain/agreements/plan_history.h"
#include "usecases/field.h"

namespace encours::usecases {

struct PlanRequest {
    ClientId client;
    PlanId replaces; ///< a plan of this client, of which this is another version; none = a new plan
    PlanVersion version;
    std::vector<std::string> parties; ///< who has to sign
    bool grantWithinEnvelope = false; ///< agreed at once, in the same transaction, when its author may grant it alone
};
/// As checkPlan fails; NotFound "client.unknown", "plan.unknown"; Denied "plan.author". Nothing is written then.
Result<PlanHistory> proposePlan(Field& field, const PlanRequest& request);

struct PlanDecision {
    ClientId client;
    PlanId plan;
    ContentHash content{}; ///< of the version that was read
    PlanStep step = PlanStep::Approved;
    std::string person; ///< who signs
};
/// Refused "plan.hash" when the version that counts has another content; Denied "plan.decider" (a manager approves or
/// refuses; who proposed it or the office signs and cancels; the office demands the whole); InvalidArgument "plan.party".
Result<PlanHistory> decidePlan(Field& field, const PlanDecision& decision);

} // namespace encours::usecases
