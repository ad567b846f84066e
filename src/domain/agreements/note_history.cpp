// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/note_history.h"

#include "base/text.h"
#include "domain/agreements/event_heads.h"

namespace encours {

namespace {

template<class Content>
EventPointers eventsSaying(NoteId note, std::span<const Event> events)
{
    EventPointers found;
    for (const Event& event : events) {
        if (event.saying.object == note.value && std::holds_alternative<Content>(event.saying.content))
            found.push_back(&event);
    }
    sortEvents(found);
    return found;
}

} // namespace

NoteHistory noteHistory(const Note& written, std::span<const Event> events)
{
    EventPointers revisions = eventsSaying<NoteRevised>(written.id, events);
    EventPointers conclusions = eventsSaying<NoteConcluded>(written.id, events);
    NoteHistory history;
    history.current = written;
    history.version = 1 + static_cast<int>(revisions.size());
    history.pending =
        std::ranges::any_of(revisions, &Event::isPending) || std::ranges::any_of(conclusions, &Event::isPending);
    for (const Event* head : headsOf(revisions)) {
        history.heads.push_back(head->id);
        const std::string& text = std::get<NoteRevised>(head->saying.content).text;
        if (!std::ranges::contains(history.texts, text, &NoteText::text))
            history.texts.push_back({head->id, text, head->author, head->authorName, head->madeOn, head->isPending()});
    }
    if (history.texts.empty())
        history.texts.push_back(
            {{}, written.text, written.author, written.authorName, written.madeOn, written.serverSeq == 0});
    history.current.text = history.texts.front().text;
    for (const Event* head : headsOf(conclusions)) {
        history.heads.push_back(head->id);
        for (const NoteOutcome outcome : std::get<NoteConcluded>(head->saying.content).outcomes) {
            if (!std::ranges::contains(history.outcomes, outcome))
                history.outcomes.push_back(outcome);
        }
    }
    return history;
}

Result<void> checkRevision(const NoteHistory& history, std::string_view text)
{
    const auto characters = countCharacters(text);
    if (!characters || *characters == 0)
        return failure(ErrorKind::InvalidArgument, "note.text", "A note needs some text; nothing was changed.");
    if (*characters > kMaximumNoteCharacters)
        return failure(ErrorKind::InvalidArgument, "note.long",
                       "A note holds at most 4000 characters; nothing was changed. Split it in two.");
    if (history.current.retracted)
        return failure(ErrorKind::Refused, "note.retracted", "This note was taken back; nothing was changed.");
    if (history.current.text == text && !history.isContested())
        return failure(ErrorKind::InvalidArgument, "note.nothing", "The text is the same; nothing was changed.");
    return {};
}

} // namespace encours
