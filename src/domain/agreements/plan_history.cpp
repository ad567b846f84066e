// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/plan_history.h"

#include "domain/agreements/event_heads.h"

#include <map>
#include <ranges>

namespace encours {

namespace {

bool decides(PlanStep step)
{
    return step == PlanStep::Approved || step == PlanStep::Refused || step == PlanStep::GrantedAlone;
}

PlanVersion versionOf(const Event& event, int number)
{
    PlanVersion version = std::get<PlanProposed>(event.saying.content).version;
    version.number = number;
    version.proposedOn = event.madeOn;
    version.author = event.authorName;
    return version;
}

class Fold {
public:
    explicit Fold(const EventPointers& events) : m_events(events) {}

    std::optional<PlanHistory> run()
    {
        EventPointers proposed;
        std::ranges::copy_if(m_events, std::back_inserter(proposed), [](const Event* event) {
            return std::holds_alternative<PlanProposed>(event->saying.content);
        });
        if (proposed.empty())
            return std::nullopt;
        const Event& first = *proposed.front();
        m_history.plan.id = PlanId{first.saying.object};
        m_history.plan.client = first.saying.client;
        m_history.plan.serverSeq = first.serverSeq;
        m_history.author = first.author;
        const EventPointers heads = headsOf(proposed);
        addVersions(proposed, *heads.front());
        for (const Event* head : heads | std::views::drop(1))
            m_history.contested.push_back(versionOf(*head, nextNumber()));
        for (const Event* event : m_events) {
            if (const auto* decided = std::get_if<PlanDecided>(&event->saying.content))
                addDecision(*event, *decided);
            const auto seenBy = [&](const Event* other) { return hasSeen(*other, event->id); };
            if (std::ranges::none_of(m_events, seenBy))
                m_history.heads.push_back(event->id);
        }
        m_history.pending = std::ranges::any_of(m_events, &Event::isPending);
        return std::move(m_history);
    }

private:
    int nextNumber() const { return static_cast<int>(m_history.plan.versions.size()) + 1; }

    /// Those the one that counts came from, and itself.
    void addVersions(const EventPointers& proposed, const Event& counts)
    {
        for (const Event* event : proposed) {
            if (event == &counts || knewOf(counts, *event, m_events))
                m_history.plan.versions.push_back(versionOf(*event, nextNumber()));
        }
        m_history.plan.parties = std::get<PlanProposed>(counts.saying.content).parties;
    }

    void addDecision(const Event& event, const PlanDecided& decided)
    {
        const auto isOf = [&](const PlanVersion& version) {
            return contentHash(m_history.plan, version) == decided.content;
        };
        const auto version = std::ranges::find_if(m_history.plan.versions, isOf);
        if (version == m_history.plan.versions.end()) {
            m_history.unbound.push_back(event.id);
            return;
        }
        const auto taken = [&](const PlanEvent& earlier) {
            return earlier.content == decided.content && decides(earlier.step);
        };
        if (decides(decided.step) && std::ranges::any_of(m_history.plan.events, taken)) {
            m_history.late.push_back({event.id, decided.step, event.authorName, event.madeOn});
            return;
        }
        m_history.plan.events.push_back(
            {decided.step, event.madeOn, decided.content, decided.person.empty() ? event.authorName : decided.person});
    }

    const EventPointers& m_events;
    PlanHistory m_history;
};

} // namespace

std::vector<PlanHistory> planHistories(std::span<const Event> events)
{
    std::map<Uuid, EventPointers> byObject;
    for (const Event& event : events) {
        if (std::holds_alternative<PlanProposed>(event.saying.content) ||
            std::holds_alternative<PlanDecided>(event.saying.content))
            byObject[event.saying.object].push_back(&event);
    }
    std::vector<PlanHistory> histories;
    for (auto& [id, ofObject] : byObject) {
        sortEvents(ofObject);
        if (auto history = Fold(ofObject).run())
            histories.push_back(std::move(*history));
    }
    return histories;
}

} // namespace encours
