// SPDX-License-Identifier: Apache-2.0
// Device: a call begun from the card of a client. Until it is noted, or somebody says that there is nothing to note, the
// person may be asked what was heard: also after a lock and by the next start of the program, but not on another day.
#pragma once

#include "usecases/record_note.h"

namespace encours::usecases {

/// NotFound "client.unknown", as all of them.
Result<void> beginCall(Field& field, const std::string& clientKey);
/// Begun today, and neither noted (recordNote, of a call) nor dropped.
Result<bool> callWaits(Field& field, const std::string& clientKey);
Result<void> dropCall(Field& field, const std::string& clientKey);
/// Notes the call in one gesture: `cause` as what it gave, `text` as its words. As recordNote fails.
Result<Note> hearCause(Field& field, const std::string& clientKey, NoteOutcome cause, const std::string& text);

} // namespace encours::usecases
