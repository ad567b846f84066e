// SPDX-License-Identifier: Apache-2.0
// A client with payment plans, built by hand for the tests of evaluatePlans.
#pragma once

#include "domain/agreements/payment_plan.h"
#include "tests/domain/promise_world.h"

namespace encours::tests {

struct PlanWorld : World {
    std::vector<PaymentPlan> plans;

    /// A plan of `amounts` on `days` for the items, to be signed by Léa and the debtor. Returns its place.
    std::size_t plan(std::vector<ItemId> on, std::vector<std::int64_t> amounts, std::vector<const char*> days,
                     const char* proposedOn)
    {
        PlanVersion version;
        version.items = std::move(on);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            version.schedule.push_back({day(days[i]), euros(amounts[i])});
            sum += amounts[i];
        }
        version.debt = euros(sum);
        version.reason = "difficulté temporaire";
        version.author = "Marc";
        version.proposedOn = day(proposedOn);
        PaymentPlan plan;
        Uuid::Bytes bytes{};
        bytes[15] = static_cast<std::uint8_t>(plans.size() + 1);
        plan.id = {Uuid::fromBytes(bytes)};
        plan.versions.push_back(version);
        plan.parties = {"Léa", "Cave Pellarin"};
        plan.serverSeq = static_cast<std::int64_t>(plans.size()) + 1;
        plans.push_back(plan);
        return plans.size() - 1;
    }
    /// With the last version before their eyes.
    void event(PlanStep step, const char* on, const char* person = "Léa", std::size_t which = 0)
    {
        PaymentPlan& plan = plans[which];
        plan.events.push_back({step, day(on), contentHash(plan, plan.versions.back()), person});
    }
    void approveAndSign(const char* on, std::size_t which = 0)
    {
        event(PlanStep::Approved, on, "Hélène", which);
        event(PlanStep::Signed, on, "Léa", which);
        event(PlanStep::Signed, on, "Cave Pellarin", which);
    }
    std::vector<PlanStatus> allOn(const char* asOf) const { return evaluatePlans(plans, facts(), day(asOf), rules); }
    PlanStatus planOn(const char* asOf, std::size_t which = 0) const { return allOn(asOf)[which]; }
};

} // namespace encours::tests
