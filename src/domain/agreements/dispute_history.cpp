// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/dispute_history.h"

#include "domain/agreements/event_heads.h"

#include <map>

namespace encours {

namespace {

const DisputeStepped* stepOf(const Event& event)
{
    return std::get_if<DisputeStepped>(&event.saying.content);
}

/// Says what is disputed: it keeps the dispute open until a closing knows of it.
bool isClaim(const Event& event)
{
    const auto* step = stepOf(event);
    return step ? step->step == DisputeStep::Qualified : std::holds_alternative<DisputeOpened>(event.saying.content);
}

bool isClosing(const Event& event)
{
    const auto* step = stepOf(event);
    return step && step->step >= DisputeStep::Accepted;
}

Dispute opened(const Event& event)
{
    const auto& said = std::get<DisputeOpened>(event.saying.content);
    Dispute dispute;
    dispute.id = DisputeId{event.saying.object};
    dispute.client = event.saying.client;
    dispute.item = said.item;
    dispute.amount = said.amount;
    dispute.reason = said.reason;
    dispute.text = said.text;
    dispute.openedOn = event.madeOn;
    dispute.author = event.author;
    dispute.authorName = event.authorName;
    dispute.serverSeq = event.serverSeq;
    return dispute;
}

DisputeHistory historyOf(Dispute dispute, const EventPointers& events)
{
    DisputeHistory history;
    history.dispute = std::move(dispute);
    for (const Event* event : events) {
        history.pending = history.pending || event->isPending();
        const auto seenBy = [&](const Event* other) { return hasSeen(*other, event->id); };
        if (std::ranges::none_of(events, seenBy))
            history.heads.push_back(event->id);
        const auto* step = stepOf(*event);
        if (!step)
            continue;
        const auto unseen = [&](const Event* claim) {
            return claim != event && isClaim(*claim) && !knewOf(*event, *claim, events) &&
                   !knewOf(*claim, *event, events);
        };
        if (isClosing(*event) && std::ranges::any_of(events, unseen)) {
            history.unaware.push_back(event->id);
            continue;
        }
        // Nothing said: an amount of the dispute's currency all the same.
        const Money amount =
            step->amount.isZero() ? Money::ofMinor(0, history.dispute.amount.currency()) : step->amount;
        history.dispute.events.push_back({step->step, event->madeOn, amount, event->authorName});
    }
    return history;
}

} // namespace

std::vector<DisputeHistory> disputeHistories(std::span<const Event> events, std::span<const Dispute> imported)
{
    std::map<Uuid, EventPointers> byObject;
    for (const Event& event : events) {
        if (stepOf(event) || std::holds_alternative<DisputeOpened>(event.saying.content))
            byObject[event.saying.object].push_back(&event);
    }
    for (const Dispute& dispute : imported)
        byObject.try_emplace(dispute.id.value);
    std::vector<DisputeHistory> histories;
    for (auto& [id, ofObject] : byObject) {
        sortEvents(ofObject);
        const auto known = std::ranges::find(imported, DisputeId{id}, &Dispute::id);
        const auto opening = std::ranges::find_if(
            ofObject, [](const Event* event) { return std::holds_alternative<DisputeOpened>(event->saying.content); });
        if (known != imported.end())
            histories.push_back(historyOf(*known, ofObject));
        else if (opening != ofObject.end())
            histories.push_back(historyOf(opened(**opening), ofObject));
    }
    return histories;
}

std::vector<Dispute> disputesFrom(std::span<const Event> events, std::vector<Dispute> imported)
{
    if (events.empty())
        return imported;
    std::vector<Dispute> disputes;
    for (DisputeHistory& history : disputeHistories(events, imported))
        disputes.push_back(std::move(history.dispute));
    return disputes;
}

} // namespace encours
