// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/visit.h"

#include "domain/agreements/event_heads.h"

#include <map>

namespace encours {

namespace {

template<class Content>
EventPointers eventsSaying(const EventPointers& events)
{
    EventPointers found;
    std::ranges::copy_if(events, std::back_inserter(found),
                         [](const Event* event) { return std::holds_alternative<Content>(event->saying.content); });
    return found;
}

std::optional<Visit> visitOf(const EventPointers& events)
{
    const EventPointers planned = eventsSaying<VisitPlanned>(events);
    if (planned.empty())
        return std::nullopt;
    Visit visit;
    visit.id = planned.front()->saying.object;
    visit.client = planned.front()->saying.client;
    visit.author = planned.front()->author;
    visit.authorName = planned.front()->authorName;
    const EventPointers days = headsOf(planned);
    const auto& counts = std::get<VisitPlanned>(days.front()->saying.content);
    visit.on = counts.on;
    visit.purpose = counts.purpose;
    for (const Event* head : days) {
        visit.heads.push_back(head->id);
        const Day day = std::get<VisitPlanned>(head->saying.content).on;
        if (day != visit.on && !std::ranges::contains(visit.otherDays, day))
            visit.otherDays.push_back(day);
    }
    const EventPointers reports = eventsSaying<VisitReported>(events);
    const EventPointers cancelled = eventsSaying<VisitCancelled>(events);
    for (const Event* event : reports)
        visit.heads.push_back(event->id);
    for (const Event* event : cancelled)
        visit.heads.push_back(event->id);
    if (!reports.empty()) {
        visit.state = VisitState::Reported;
        visit.report = std::get<VisitReported>(reports.front()->saying.content).note;
    } else if (!cancelled.empty()) {
        visit.state = VisitState::Cancelled;
        visit.reason = std::get<VisitCancelled>(cancelled.front()->saying.content).reason;
    }
    visit.pending = std::ranges::any_of(events, &Event::isPending);
    return visit;
}

} // namespace

std::vector<Visit> visitsOf(std::span<const Event> events)
{
    std::map<Uuid, EventPointers> byObject;
    for (const Event& event : events)
        byObject[event.saying.object].push_back(&event);
    std::vector<Visit> visits;
    for (auto& [id, ofObject] : byObject) {
        sortEvents(ofObject);
        if (auto visit = visitOf(ofObject))
            visits.push_back(std::move(*visit));
    }
    std::ranges::sort(visits, {}, [](const Visit& visit) { return std::pair(visit.on, visit.id); });
    return visits;
}

} // namespace encours
