// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/dispute_course.h"

#include <algorithm>
#include <numeric>

namespace encours {

namespace {

/// `state` is one of an open dispute.
bool mayFollow(DisputeState state, DisputeStep step)
{
    switch (step) {
    case DisputeStep::Qualified:
    case DisputeStep::Started: return state == DisputeState::New || state == DisputeState::Qualified;
    case DisputeStep::Proposed:
    case DisputeStep::Accepted:
    case DisputeStep::Rejected:
    case DisputeStep::Withdrawn: return true;
    }
    return false; // a step of a newer program
}

bool hasSoundAmount(const DisputeEvent& event, Money claimed)
{
    if (event.step != DisputeStep::Qualified && event.step != DisputeStep::Accepted)
        return true;
    return event.amount.currency() == claimed.currency() && event.amount.sign() > 0 &&
           (event.step == DisputeStep::Qualified || event.amount <= claimed);
}

void take(const DisputeEvent& event, DisputeCourse& course)
{
    switch (event.step) {
    case DisputeStep::Qualified:
        course.state = DisputeState::Qualified;
        course.claimed = event.amount;
        return;
    case DisputeStep::Started: course.state = DisputeState::InProgress; return;
    case DisputeStep::Proposed: course.state = DisputeState::Proposed; return;
    case DisputeStep::Accepted:
        course.state = event.amount == course.claimed ? DisputeState::ResolvedInFull : DisputeState::ResolvedInPart;
        course.conceded = event.amount;
        break;
    case DisputeStep::Rejected: course.state = DisputeState::Rejected; break;
    case DisputeStep::Withdrawn: course.state = DisputeState::Withdrawn; break;
    }
    course.closedOn = event.day;
}

} // namespace

DisputeCourse disputeCourse(const Dispute& dispute, Day day)
{
    DisputeCourse course;
    course.claimed = dispute.amount;
    course.conceded = Money::ofMinor(0, dispute.amount.currency());
    std::vector<std::size_t> order(dispute.events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return dispute.events[i].day; });
    for (const std::size_t i : order) {
        const DisputeEvent& event = dispute.events[i];
        if (event.day > day)
            break;
        if (event.day < dispute.openedOn)
            course.ignored.push_back({i, EventProblem::BeforeOpening});
        else if (course.closedOn)
            course.ignored.push_back({i, EventProblem::AfterClosing});
        else if (!mayFollow(course.state, event.step))
            course.ignored.push_back({i, EventProblem::OutOfOrder});
        else if (!hasSoundAmount(event, course.claimed))
            course.ignored.push_back({i, EventProblem::Amount});
        else
            take(event, course);
    }
    std::ranges::sort(course.ignored, {}, &IgnoredEvent::index);
    return course;
}

} // namespace encours
