// SPDX-License-Identifier: Apache-2.0
#include "sync/reconcile/disputes.h"

#include "domain/agreements/dispute_course.h"
#include "domain/agreements/dispute_reasons.h"

#include <algorithm>

namespace encours::reconcile {

namespace {

Verdict opened(const Said& said, const Event& event, const DisputeOpened& opening, const KnownDisputes& known)
{
    std::vector<Dispute> others = disputesFrom(known.events, {known.imported.begin(), known.imported.end()});
    if (std::ranges::contains(others, DisputeId{event.saying.object}, &Dispute::id))
        return Verdict::refused("dispute.exists");
    if (!findDisputeReason(opening.reason) && opening.reason != "AUTRE")
        return Verdict::refused("dispute.reason");
    Dispute dispute;
    dispute.id = DisputeId{event.saying.object};
    dispute.client = said.client.id;
    dispute.item = opening.item;
    dispute.amount = opening.amount;
    dispute.reason = opening.reason;
    dispute.openedOn = said.day;
    if (const auto allowed = checkDispute(dispute, others, known.facts); !allowed) {
        // It was contested before those who say so could know: kept beside what stands, and told.
        if (allowed.error().kind == ErrorKind::Refused)
            return Verdict::contested(said, allowed.error().code);
        return Verdict::refused(allowed.error().code);
    }
    return Verdict::kept(said);
}

bool maySay(DisputeStep step, const Dispute& dispute, const Said& said)
{
    const bool byItsAuthor = step == DisputeStep::Qualified || step == DisputeStep::Withdrawn;
    return said.by.ofTheOffice || (byItsAuthor && dispute.author == said.by.id);
}

Verdict stepped(const Said& said, const Event& event, const DisputeStepped& step, const KnownDisputes& known)
{
    std::vector<Event> events(known.events.begin(), known.events.end());
    events.push_back(event);
    const auto after = disputeHistories(events, known.imported);
    const auto history = std::ranges::find(after, DisputeId{event.saying.object},
                                           [](const DisputeHistory& one) { return one.dispute.id; });
    if (history == after.end())
        return Verdict::refused("dispute.unknown");
    const Dispute& dispute = history->dispute;
    if (!maySay(step.step, dispute, said))
        return Verdict::refused("dispute.office");
    if (!step.amount.isZero() && step.amount.currency() != dispute.amount.currency())
        return Verdict::refused("dispute.currency");
    if (std::ranges::contains(history->unaware, event.id))
        return Verdict::contested(said, "dispute.unseen");
    const auto ignored = disputeCourse(dispute, said.day).ignored;
    if (std::ranges::contains(ignored, dispute.events.size() - 1, &IgnoredEvent::index))
        return Verdict::refused("dispute.step");
    return Verdict::kept(said);
}

} // namespace

Verdict disputeEvent(const Said& said, const Event& event, const KnownDisputes& known)
{
    if (const auto* opening = std::get_if<DisputeOpened>(&event.saying.content))
        return opened(said, event, *opening, known);
    return stepped(said, event, std::get<DisputeStepped>(event.saying.content), known);
}

} // namespace encours::reconcile
