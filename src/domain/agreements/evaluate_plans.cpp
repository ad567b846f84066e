// SPDX-License-Identifier: Apache-2.0
// evaluatePlans of payment_plan.h.
#include "domain/agreements/dated_facts.h"
#include "domain/agreements/plan_course.h"

#include <algorithm>
#include <tuple>

namespace encours {

namespace {

/// One plan under evaluation.
struct Case {
    const PaymentPlan* plan = nullptr;
    const PlanVersion* version = nullptr;
    PlanCourse course;
    Money total; ///< of the schedule, less what was credited
    std::vector<DatedPart> counted;

    bool takesPart() const { return version && course.isInForce(); }
    bool names(ItemId item) const { return item && std::ranges::contains(version->items, item); }
    Money zero() const { return Money::ofMinor(0, version->debt.currency()); }
    Money paidBy(Day day) const
    {
        Money paid = zero();
        for (const DatedPart& part : counted)
            if (part.day <= day)
                paid += part.amount;
        return paid;
    }
};

/// What is to be paid: the debt as the ledger now says it stood when the plan was drawn up, less credits since, and the
/// carrying cost as long as something is owed.
Money totalOf(const PlanVersion& version, const DatedFacts& facts)
{
    const Currency currency = version.debt.currency();
    const Day before = version.proposedOn - 1;
    Money owed = Money::ofMinor(0, currency);
    for (const ItemId item : version.items) {
        const std::optional<Money> ofItem = owedOn(before, item, facts);
        if (!ofItem || ofItem->currency() != currency) {
            owed = version.debt; // an item left the ledger: the plan says what was owed
            break;
        }
        owed += *ofItem;
    }
    for (const DatedPart& part : facts.reductions)
        if (part.day > before && part.amount.currency() == currency && std::ranges::contains(version.items, part.item))
            owed -= part.amount;
    const Money debt = min(version.debt, owed);
    return debt.sign() > 0 ? debt + version.carryingCost : Money::ofMinor(0, currency);
}

/// An instalment that money is dealt to.
struct Claim {
    Case* one = nullptr;
    Day due;
    Money left;
};

std::vector<Claim> claimsOf(std::vector<Case>& cases)
{
    std::vector<Claim> claims;
    for (Case& one : cases) {
        if (!one.takesPart())
            continue;
        Money rest = one.total; // the last instalments shrink first
        for (const Instalment& instalment : one.version->schedule) {
            const Money amount = min(instalment.amount, rest);
            rest -= amount;
            claims.push_back({&one, instalment.due, amount});
        }
    }
    std::ranges::stable_sort(claims, {}, [](const Claim& claim) {
        const PaymentPlan& plan = *claim.one->plan;
        return std::tuple(claim.due, plan.serverSeq == 0, plan.serverSeq, plan.id);
    });
    return claims;
}

void deal(const std::vector<DatedPart>& parts, std::vector<Claim>& claims, bool allocated)
{
    for (const DatedPart& part : parts) {
        Money rest = part.amount;
        for (Claim& claim : claims) {
            Case& one = *claim.one;
            if (part.day < one.version->proposedOn || rest.currency() != claim.left.currency() ||
                (allocated && !one.names(part.item)))
                continue;
            const Money taken = min(rest, claim.left);
            if (taken.isZero())
                continue;
            rest -= taken;
            claim.left -= taken;
            one.counted.push_back({part.day, part.receipt, part.item, taken});
        }
    }
}

/// The schedule of one plan in force, against what was paid.
class Progress {
public:
    Progress(const Case& one, Day day, Day coveredThrough, const PromiseRules& rules)
        : m_case(one), m_day(day), m_coveredThrough(coveredThrough), m_rules(rules)
    {
        const bool sameCurrency = rules.tolerance.currency() == one.total.currency();
        m_tolerance = sameCurrency ? rules.tolerance : one.zero();
    }

    void fill(PlanStatus& status) const
    {
        status.paid = m_case.paidBy(m_day);
        status.dueByNow = dueBy(m_day);
        status.missedOn = firstMissed();
        status.next = next(status.paid);
        const bool behind = isBehind(m_day);
        if (status.paid >= m_case.total - m_tolerance)
            status.state = PlanState::Kept;
        else if (isAccelerated(status.ignored))
            status.state = PlanState::Accelerated;
        else
            status.state = behind ? PlanState::Missed : PlanState::Active;
        if (status.state == PlanState::Kept)
            status.next.reset();
        status.suspendsDunning = status.state == PlanState::Active;
    }

private:
    bool isOver(const Instalment& instalment, Day day) const
    {
        const Day end = windowEnd(instalment.due, m_rules);
        return day > end && m_coveredThrough >= end;
    }
    /// Σ instalments whose window is over on that day.
    Money dueBy(Day day) const
    {
        Money due = m_case.zero();
        for (const Instalment& instalment : m_case.version->schedule)
            if (isOver(instalment, day))
                due += instalment.amount;
        return min(due, m_case.total);
    }
    bool isBehind(Day day) const { return m_case.paidBy(day) < dueBy(day) - m_tolerance; }
    std::optional<Day> firstMissed() const
    {
        Money due = m_case.zero();
        for (const Instalment& instalment : m_case.version->schedule) {
            due += instalment.amount;
            const Day end = windowEnd(instalment.due, m_rules);
            if (isOver(instalment, m_day) && m_case.paidBy(end) < min(due, m_case.total) - m_tolerance)
                return end + 1;
        }
        return std::nullopt;
    }
    std::optional<Instalment> next(Money paid) const
    {
        Money due = m_case.zero();
        for (const Instalment& instalment : m_case.version->schedule) {
            due = min(due + instalment.amount, m_case.total);
            if (due > paid)
                return Instalment{instalment.due, due - paid};
        }
        return std::nullopt;
    }
    /// An acceleration counts when something due was missing on its day; the others are told.
    bool isAccelerated(std::vector<std::size_t>& ignored) const
    {
        bool accelerated = false;
        for (const std::size_t event : m_case.course.accelerations) {
            if (m_case.version->accelerates && isBehind(m_case.plan->events[event].day))
                accelerated = true;
            else
                ignored.push_back(event);
        }
        std::ranges::sort(ignored);
        return accelerated;
    }

    const Case& m_case;
    Day m_day;
    Day m_coveredThrough;
    const PromiseRules& m_rules;
    Money m_tolerance;
};

PlanStatus statusOf(const Case& one, Day day, Day coveredThrough, const PromiseRules& rules)
{
    PlanStatus status;
    status.missingSignatures = one.plan->parties;
    if (!one.version)
        return status;
    const PlanCourse& course = one.course;
    status.total = one.total;
    status.paid = status.dueByNow = one.zero();
    status.missingSignatures = course.missing;
    status.ignored = course.ignored;
    std::ranges::sort(status.ignored);
    if (course.cancelled)
        status.state = PlanState::Cancelled;
    else if (course.active)
        Progress(one, day, coveredThrough, rules).fill(status);
    else if (course.refused)
        status.state = PlanState::Refused;
    else
        status.state = course.approved ? PlanState::Approved : PlanState::Proposed;
    return status;
}

} // namespace

std::vector<PlanStatus> evaluatePlans(std::span<const PaymentPlan> plans, const ClientFacts& facts, Day day,
                                      const PromiseRules& rules)
{
    if (plans.empty())
        return {}; // the usual client
    const DatedFacts dated(facts, day);
    std::vector<Case> cases;
    for (const PaymentPlan& plan : plans) {
        Case one{&plan, currentVersion(plan, day), {}, {}, {}};
        if (one.version) {
            one.course = planCourse(plan, *one.version, day);
            one.total = totalOf(*one.version, dated);
        }
        cases.push_back(std::move(one));
    }
    std::vector<Claim> claims = claimsOf(cases);
    deal(dated.payments, claims, true);
    deal(dated.unallocated, claims, false);
    std::vector<PlanStatus> statuses;
    for (const Case& one : cases)
        statuses.push_back(statusOf(one, day, facts.coveredThrough, rules));
    return statuses;
}

} // namespace encours
