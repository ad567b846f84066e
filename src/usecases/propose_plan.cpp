// SPDX-License-Identifier: Apache-2.0
#include "usecases/propose_plan.h"

#include "domain/agreements/plan_terms.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/events.h"
#include "usecases/field_text.h"
#include "usecases/say.h"

#include <algorithm>

namespace encours::usecases {

namespace {

std::optional<PlanHistory> planNamed(std::span<const Event> events, PlanId id)
{
    for (PlanHistory& history : planHistories(events)) {
        if (history.plan.id == id)
            return std::move(history);
    }
    return std::nullopt;
}

std::unexpected<Error> unknownPlan()
{
    return failure(ErrorKind::NotFound, "plan.unknown", "This plan is not here any more; nothing was changed.");
}

Result<void> check(Field& field, const PlanRequest& request, std::span<const Event> events, const PaymentPlan& plan)
{
    ENCOURS_TRY(const auto client, store::findClient(field.store, field.tenant, request.client));
    ENCOURS_TRY(const auto facts, store::loadFacts(field.store, field.tenant, request.client, field.clock.today()));
    ENCOURS_TRY(const Freshness fresh, freshness(field));
    std::vector<PaymentPlan> others;
    for (PlanHistory& history : planHistories(events)) {
        if (history.plan.id != plan.id)
            others.push_back(std::move(history.plan));
    }
    return checkPlan(plan, others, facts.facts(fresh.coveredThrough.value_or(Day())),
                     {client ? client->insuredLimit : std::nullopt, {}}, promiseRules());
}

bool mayDecide(PlanStep step, const PlanHistory& history, const store::Enrolment& self)
{
    const bool office = self.role != store::Role::Salesperson;
    switch (step) {
    case PlanStep::Approved:
    case PlanStep::Refused: return self.role == store::Role::Manager;
    case PlanStep::GrantedAlone:
        return history.author == self.person && beyondEnvelope(history.plan.versions.back(), PlanEnvelope()).empty();
    case PlanStep::Accelerated: return office;
    case PlanStep::Signed:
    case PlanStep::Cancelled: break;
    }
    return office || history.author == self.person;
}

Result<PlanHistory> sayOfPlan(Field& field, const store::Enrolment& self, Saying saying, std::vector<Event> events,
                              store::Transaction& transaction)
{
    const PlanId id{saying.object};
    ENCOURS_TRY(Event event, say(field, self, std::move(saying)));
    ENCOURS_CHECK(transaction.commit());
    events.push_back(std::move(event));
    return *planNamed(events, id);
}

} // namespace

Result<PlanHistory> proposePlan(Field& field, const PlanRequest& request)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, request.client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(auto events, store::eventsOf(field.store, field.tenant, request.client));
    PlanHistory before;
    before.plan.id = PlanId{request.replaces ? request.replaces.value : field.uuids.next()};
    before.plan.client = request.client;
    if (request.replaces) {
        auto known = planNamed(events, request.replaces);
        if (!known)
            return unknownPlan();
        before = std::move(*known);
        if (before.author != self.person && self.role == store::Role::Salesperson)
            return failure(ErrorKind::Denied, "plan.author",
                           "Only who proposed this plan, or the office, can change it; nothing was changed.");
    }
    PaymentPlan plan = before.plan;
    PlanVersion version = request.version;
    version.number = static_cast<int>(plan.versions.size()) + 1;
    version.proposedOn = field.clock.today();
    version.author = self.personName;
    plan.versions.push_back(version);
    plan.parties = request.parties;
    ENCOURS_CHECK(check(field, request, events, plan));
    ENCOURS_TRY(
        Event proposed,
        say(field, self, about(request.client, plan.id.value, before.heads, PlanProposed{version, request.parties})));
    events.push_back(std::move(proposed));
    PlanHistory made = *planNamed(events, plan.id);
    if (request.grantWithinEnvelope && mayDecide(PlanStep::GrantedAlone, made, self)) {
        const PlanVersion& last = made.plan.versions.back();
        const PlanDecided granted{last.number, contentHash(made.plan, last), PlanStep::GrantedAlone, {}};
        return sayOfPlan(field, self, about(request.client, plan.id.value, made.heads, granted), std::move(events),
                         transaction);
    }
    ENCOURS_CHECK(transaction.commit());
    return made;
}

Result<PlanHistory> decidePlan(Field& field, const PlanDecision& decision)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(auto events, store::eventsOf(field.store, field.tenant, decision.client, decision.plan.value));
    const auto known = planNamed(events, decision.plan);
    if (!known)
        return unknownPlan();
    const PlanVersion& version = known->plan.versions.back();
    if (contentHash(known->plan, version) != decision.content)
        return failure(ErrorKind::Refused, "plan.hash",
                       "This plan has another version by now; nothing was decided. Read it again.");
    if (!mayDecide(decision.step, *known, self))
        return failure(
            ErrorKind::Denied, "plan.decider",
            "This decision is not yours to take: a manager approves or refuses a plan; nothing was decided.");
    if (decision.step == PlanStep::Signed && !std::ranges::contains(known->plan.parties, decision.person))
        return failure(ErrorKind::InvalidArgument, "plan.party",
                       "'" + decision.person + "' is not one of those who have to sign; nothing was decided.");
    return sayOfPlan(field, self,
                     about(decision.client, decision.plan.value, known->heads,
                           PlanDecided{version.number, decision.content, decision.step, decision.person}),
                     std::move(events), transaction);
}

} // namespace encours::usecases
