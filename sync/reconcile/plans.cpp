// SPDX-License-Identifier: Apache-2.0
#include "sync/reconcile/plans.h"

#include "domain/agreements/plan_terms.h"

#include <algorithm>

namespace encours::reconcile {

namespace {

/// Of the plan the event is about.
std::optional<PlanHistory> historyOf(std::span<const Event> events, const Event& event)
{
    for (PlanHistory& history : planHistories(events)) {
        if (history.plan.id.value == event.saying.object)
            return std::move(history);
    }
    return std::nullopt;
}

Verdict proposed(const Said& said, const Event& event, const PlanProposed& proposal, const KnownPlans& known)
{
    if (const auto sound = checkVersion(proposal.version); !sound)
        return Verdict::refused(sound.error().code);
    if (proposal.parties.empty())
        return Verdict::refused("plan.parties");
    for (const ItemId id : proposal.version.items) {
        const auto item = std::ranges::find(known.items, id, &Item::id);
        if (item == known.items.end())
            return Verdict::refused("plan.item");
        if (item->amount.currency() != proposal.version.debt.currency())
            return Verdict::refused("plan.currency");
    }
    if (const auto before = historyOf(known.events, event); before && !maySpeakFor(before->author, said))
        return Verdict::refused("plan.author");
    std::vector<Event> events(known.events.begin(), known.events.end());
    events.push_back(event);
    const auto after = historyOf(events, event);
    return after->contested.empty() ? Verdict::kept(said) : Verdict::contested(said, "plan.contested");
}

/// By role, or as the one who proposed it.
bool mayDecide(PlanStep step, const PlanHistory& plan, const PlanVersion& version, const Said& said)
{
    switch (step) {
    case PlanStep::Approved:
    case PlanStep::Refused: return said.by.manager;
    case PlanStep::GrantedAlone: return plan.author == said.by.id && beyondEnvelope(version, PlanEnvelope()).empty();
    case PlanStep::Accelerated: return said.by.ofTheOffice;
    case PlanStep::Signed:
    case PlanStep::Cancelled: break;
    }
    return maySpeakFor(plan.author, said);
}

Verdict decided(const Said& said, const Event& event, const PlanDecided& decision, const KnownPlans& known)
{
    const auto before = historyOf(known.events, event);
    if (!before)
        return Verdict::refused("plan.unknown");
    const PaymentPlan& plan = before->plan;
    const auto version = std::ranges::find_if(plan.versions, [&](const PlanVersion& one) {
        return one.number == decision.version && contentHash(plan, one) == decision.content;
    });
    if (version == plan.versions.end())
        return Verdict::refused("plan.hash"); // nobody approves what they did not see
    if (!mayDecide(decision.step, *before, *version, said))
        return Verdict::refused("plan.decider");
    if (decision.step == PlanStep::Signed && !std::ranges::contains(plan.parties, decision.person))
        return Verdict::refused("plan.party");
    if (&*version != &plan.versions.back())
        return Verdict::contested(said, "plan.newer"); // another version was proposed meanwhile
    std::vector<Event> events(known.events.begin(), known.events.end());
    events.push_back(event);
    const auto after = historyOf(events, event);
    if (!std::ranges::contains(after->late, event.id, &LatePlanDecision::event))
        return Verdict::kept(said);
    const auto first = std::ranges::find_if(plan.events, [&](const PlanEvent& one) {
        return one.content == decision.content && one.step != PlanStep::Signed;
    });
    return first->step == decision.step ? Verdict::kept(said) : Verdict::contested(said, "plan.decided");
}

} // namespace

Verdict planEvent(const Said& said, const Event& event, const KnownPlans& known)
{
    if (const auto* proposal = std::get_if<PlanProposed>(&event.saying.content))
        return proposed(said, event, *proposal, known);
    return decided(said, event, std::get<PlanDecided>(event.saying.content), known);
}

} // namespace encours::reconcile
