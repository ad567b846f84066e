// SPDX-License-Identifier: Apache-2.0
// Device: give a note another text, or merge the texts that people who did not know of each other gave it.
#pragma once

#include "domain/agreements/note_history.h"
#include "usecases/field.h"

namespace encours::usecases {

/// As checkRevision fails; NotFound "note.unknown"; Denied "note.author" for somebody else's note, unless this user is of
/// the office. Nothing is written then. Gives the note as it is now.
Result<NoteHistory> reviseNote(Field& field, ClientId client, NoteId note, std::string_view text);

} // namespace encours::usecases
