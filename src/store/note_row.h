// SPDX-License-Identifier: Apache-2.0
// The columns of a note, shared by the mappings that read notes.
#pragma once

#include "domain/agreements/note.h"
#include "store/rows.h"

#define NOTE_COLUMNS                                                                                                   \
    "note.id, note.client_id, note.kind, note.text, note.person, note.call_back_day, note.made_at, note.made_day, "    \
    "note.author_id, note.author_name, note.retracted,"                                                                \
    " note.server_seq, note.row_id"
// A note the centre has not taken (server_seq 0) is newer than all others.
#define NEWEST_FIRST "note.server_seq = 0 DESC, note.server_seq DESC, note.made_at DESC, note.id DESC"

namespace encours::store {

constexpr int kNoteRowColumn = 12; ///< what the feed names

inline Note readNote(const Statement& row)
{
    Columns c(row);
    Note note;
    note.id = c.uuidId<NoteId>();
    note.client = c.integerId<ClientId>();
    note.kind = c.enumeration<NoteKind>();
    note.text = c.text();
    note.person = c.text();
    note.callBackOn = c.optionalDay();
    note.madeAt = c.instant();
    note.madeOn = c.day();
    note.author = c.integerId<UserId>();
    note.authorName = c.text();
    note.retracted = c.flag();
    note.serverSeq = c.integer();
    return note;
}

} // namespace encours::store
