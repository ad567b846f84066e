// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/plan_course.h"

#include <algorithm>
#include <numeric>

namespace encours {

namespace {

/// False when the event says nothing.
bool take(PlanCourse& course, const PlanEvent& event, std::size_t index)
{
    if (course.cancelled)
        return false;
    switch (event.step) {
    case PlanStep::Approved:
    case PlanStep::GrantedAlone:
    case PlanStep::Refused:
        if (course.active)
            return false;
        course.refused = event.step == PlanStep::Refused;
        course.approved = !course.refused;
        return true;
    case PlanStep::Signed: return std::erase(course.missing, event.person) > 0;
    case PlanStep::Cancelled: course.cancelled = true; return true;
    case PlanStep::Accelerated:
        if (course.active)
            course.accelerations.push_back(index);
        return course.active;
    }
    return false; // a step of a newer program
}

} // namespace

PlanCourse planCourse(const PaymentPlan& plan, const PlanVersion& version, Day day)
{
    PlanCourse course;
    course.missing = plan.parties;
    const ContentHash content = contentHash(plan, version);
    std::vector<std::size_t> order(plan.events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return plan.events[i].day; });
    for (const std::size_t i : order) {
        const PlanEvent& event = plan.events[i];
        if (event.day > day)
            break;
        if (event.content != content || event.day < version.proposedOn || !take(course, event, i))
            course.ignored.push_back(i);
        course.active = course.active || (course.approved && !plan.parties.empty() && course.missing.empty());
    }
    return course;
}

} // namespace encours
