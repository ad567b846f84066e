// SPDX-License-Identifier: Apache-2.0
// Device: append a note, a visit report or a call with its call-back day. The note and its operation are one
// transaction.
#pragma once

#include "domain/agreements/note.h"
#include "usecases/field.h"

namespace encours::usecases {

struct NoteRequest {
    ClientId client;
    NoteKind kind = NoteKind::Note;
    std::string text;                       ///< trimmed, then 1 to 4,000 characters of valid UTF-8
    std::string person;                     ///< who was spoken to; at most 200 characters
    std::optional<Day> callBackOn;          ///< today or later, within two years
    std::vector<NoteOutcome> outcomes = {}; ///< of a visit or a call: what it gave; none of them Other
};

/// InvalidArgument "note.…" when a field is not acceptable, NotFound "client.unknown"; nothing is written then.
Result<Note> recordNote(Field& field, const NoteRequest& request);
/// The same in the caller's transaction.
Result<Note> writeNote(Field& field, const NoteRequest& request);
/// Hides a note of this user and keeps its text (sync.md §2.6). Denied "note.author" for somebody else's.
Result<void> retractNote(Field& field, NoteId note, ClientId client);

} // namespace encours::usecases
