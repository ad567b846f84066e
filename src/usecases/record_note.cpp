// SPDX-License-Identifier: Apache-2.0
#include "usecases/record_note.h"

#include "base/text.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/drafts.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "usecases/field_text.h"
#include "usecases/say.h"

#include <algorithm>

namespace encours::usecases {

namespace {

Result<void> check(const NoteRequest& request, std::string_view text, Day today)
{
    const auto characters = countCharacters(text);
    if (!characters || *characters == 0)
        return failure(ErrorKind::InvalidArgument, "note.text", "A note needs some text; nothing was noted.");
    if (*characters > kMaximumNoteCharacters) {
        return failure(ErrorKind::InvalidArgument, "note.long",
                       "A note holds at most 4000 characters and this one has " + std::to_string(*characters) +
                           "; nothing was noted. Split it in two.");
    }
    if (request.callBackOn && (*request.callBackOn < today || *request.callBackOn > today + kMaximumCallBackDays)) {
        return failure(ErrorKind::InvalidArgument, "note.callback",
                       "A call-back is for today or later, within two years; nothing was noted.");
    }
    if (request.outcomes.size() > kMaximumNoteOutcomes || std::ranges::contains(request.outcomes, NoteOutcome::Other))
        return failure(ErrorKind::InvalidArgument, "note.outcome",
                       "What a visit gave is one of the outcomes this version knows; nothing was noted.");
    return checkPerson(request.person);
}

} // namespace

Result<Note> writeNote(Field& field, const NoteRequest& request)
{
    const std::string_view text = trimmed(request.text);
    const Instant now = field.clock.now();
    ENCOURS_CHECK(check(request, text, parisDay(now)));
    ENCOURS_CHECK(checkClient(field, request.client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    Note note;
    note.id = NoteId{field.uuids.next()};
    note.client = request.client;
    note.kind = request.kind;
    note.text = text;
    note.person = trimmed(request.person);
    note.callBackOn = request.callBackOn;
    note.madeAt = now;
    note.madeOn = parisDay(now);
    note.author = self.person;
    note.authorName = self.personName;
    ENCOURS_CHECK(store::upsertNote(field.store, field.tenant, note, 0));
    if (note.kind == NoteKind::Call) // it waits to be noted no more
        ENCOURS_CHECK(store::dropDraft(field.store, field.tenant, note.client, store::DraftKind::Call));
    ENCOURS_CHECK(
        store::appendOperation(field.store, field.tenant, OperationId{field.uuids.next()}, now, NoteAdded{note}));
    if (!request.outcomes.empty())
        ENCOURS_CHECK(say(field, self, about(note.client, note.id.value, {}, NoteConcluded{request.outcomes})));
    return note;
}

Result<Note> recordNote(Field& field, const NoteRequest& request)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(Note note, writeNote(field, request));
    ENCOURS_CHECK(transaction.commit());
    return note;
}

Result<void> retractNote(Field& field, NoteId id, ClientId client)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const auto note, store::findNote(field.store, field.tenant, client, id));
    if (!note)
        return failure(ErrorKind::NotFound, "note.unknown", "This note is not here any more; nothing was changed.");
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    if (note->author != self.person)
        return failure(ErrorKind::Denied, "note.author",
                       "Only " + note->authorName + ", who wrote this note, can take it back; nothing was changed.");
    if (note->retracted)
        return {};
    ENCOURS_CHECK(store::retractNote(field.store, field.tenant, client, id));
    ENCOURS_CHECK(store::appendOperation(field.store, field.tenant, OperationId{field.uuids.next()}, field.clock.now(),
                                         NoteRetracted{id, client}));
    return transaction.commit();
}

} // namespace encours::usecases
