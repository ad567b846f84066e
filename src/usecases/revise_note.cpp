// SPDX-License-Identifier: Apache-2.0
#include "usecases/revise_note.h"

#include "base/text.h"
#include "store/events.h"
#include "store/notes.h"
#include "usecases/say.h"

namespace encours::usecases {

Result<NoteHistory> reviseNote(Field& field, ClientId client, NoteId note, std::string_view text)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const auto written, store::findNote(field.store, field.tenant, client, note));
    if (!written)
        return failure(ErrorKind::NotFound, "note.unknown", "This note is not here any more; nothing was changed.");
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    if (written->author != self.person && self.role == store::Role::Salesperson)
        return failure(ErrorKind::Denied, "note.author",
                       "Only " + written->authorName +
                           ", who wrote this note, or the office can change it; nothing was changed.");
    ENCOURS_TRY(auto events, store::eventsOf(field.store, field.tenant, client, note.value));
    const NoteHistory before = noteHistory(*written, events);
    const std::string_view revised = trimmed(text);
    ENCOURS_CHECK(checkRevision(before, revised));
    ENCOURS_TRY(Event event,
                say(field, self, about(client, note.value, before.heads, NoteRevised{std::string(revised)})));
    ENCOURS_CHECK(transaction.commit());
    events.push_back(std::move(event));
    return noteHistory(*written, events);
}

} // namespace encours::usecases
