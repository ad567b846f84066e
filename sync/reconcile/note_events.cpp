// SPDX-License-Identifier: Apache-2.0
#include "sync/reconcile/note_events.h"

#include <algorithm>

namespace encours::reconcile {

namespace {

std::vector<Event> with(std::span<const Event> events, const Event& event)
{
    std::vector<Event> all(events.begin(), events.end());
    all.push_back(event);
    return all;
}

Verdict planned(const Said& said, const Event& event, const VisitPlanned& visit, std::span<const Event> events,
                const Visit* before)
{
    // The author's own clock says both days, so a wrong one cancels out.
    if (visit.on < said.clockDay || visit.on - said.clockDay > kMaximumCallBackDays)
        return Verdict::refused("visit.day");
    if (before && !maySpeakFor(before->author, said))
        return Verdict::refused("visit.author");
    if (before && before->state != VisitState::Planned)
        return {OperationStatus::Conflict, "visit.over", true};
    const std::vector<Visit> after = visitsOf(with(events, event));
    const auto now = std::ranges::find(after, event.saying.object, &Visit::id);
    return now->otherDays.empty() ? Verdict::kept(said) : Verdict::contested(said, "visit.contested");
}

} // namespace

Verdict noteRevised(const Said& said, const Event& event, const std::optional<Note>& written,
                    std::span<const Event> events)
{
    if (!written)
        return Verdict::refused("note.unknown");
    if (!maySpeakFor(written->author, said))
        return Verdict::refused("note.author");
    const std::string& text = std::get<NoteRevised>(event.saying.content).text;
    if (const auto allowed = checkRevision(noteHistory(*written, events), text); !allowed) {
        // The same text again says nothing, and harms nothing.
        return allowed.error().code == "note.nothing" ? Verdict::kept(said) : Verdict::refused(allowed.error().code);
    }
    const NoteHistory after = noteHistory(*written, with(events, event));
    const bool stands = std::ranges::contains(after.texts, event.id, &NoteText::event);
    return stands && after.isContested() ? Verdict::contested(said, "note.contested") : Verdict::kept(said);
}

Verdict noteConcluded(const Said& said, const std::optional<Note>& written)
{
    if (!written)
        return Verdict::refused("note.unknown");
    return maySpeakFor(written->author, said) ? Verdict::kept(said) : Verdict::refused("note.author");
}

Verdict visitEvent(const Said& said, const Event& event, std::span<const Event> events, bool reportKnown)
{
    const std::vector<Visit> visits = visitsOf(events);
    const auto found = std::ranges::find(visits, event.saying.object, &Visit::id);
    const Visit* before = found == visits.end() ? nullptr : &*found;
    if (const auto* plan = std::get_if<VisitPlanned>(&event.saying.content))
        return planned(said, event, *plan, events, before);
    if (!before)
        return Verdict::refused("visit.unknown");
    if (const auto* report = std::get_if<VisitReported>(&event.saying.content)) {
        if (!reportKnown)
            return Verdict::refused("note.unknown");
        if (before->state != VisitState::Reported)
            return Verdict::kept(said); // also when it was cancelled: it took place
        return before->report == report->note ? Verdict::alreadySo() : Verdict::contested(said, "visit.over");
    }
    if (!maySpeakFor(before->author, said))
        return Verdict::refused("visit.author");
    switch (before->state) {
    case VisitState::Reported: return Verdict::contested(said, "visit.over"); // kept beside the report, which stands
    case VisitState::Cancelled: return Verdict::alreadySo();
    case VisitState::Planned: break;
    }
    return Verdict::kept(said);
}

} // namespace encours::reconcile
