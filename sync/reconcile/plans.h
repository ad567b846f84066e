// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/agreements/plan_history.h"
#include "sync/reconcile/verdict.h"

namespace encours::reconcile {

struct KnownPlans {
    std::span<const Event> events; ///< of the client, without the new one
    std::span<const Item> items;   ///< of the client
};
/// PlanProposed or PlanDecided.
Verdict planEvent(const Said& said, const Event& event, const KnownPlans& known);

} // namespace encours::reconcile
