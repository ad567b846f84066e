// SPDX-License-Identifier: Apache-2.0
// Notes. `rowId` is the integer under which the feed names the note (given by the centre, 0 on a device until the note
// comes back).
#pragma once

#include "domain/agreements/note.h"
#include "store/connection.h"
#include "store/of_client.h"

#include <vector>

namespace encours::store {

struct NoteRow {
    Note note;
    std::int64_t rowId = 0; ///< what the feed names
};
/// Each once.
Result<void> upsertNotes(Connection& connection, Tenant tenant, std::span<const NoteRow> rows);
Result<void> upsertNote(Connection& connection, Tenant tenant, const Note& note, std::int64_t rowId);
/// Hides the note, keeps its text. False when there is no such note.
Result<bool> retractNote(Connection& connection, Tenant tenant, ClientId client, NoteId note);
Result<std::optional<Note>> findNote(Connection& connection, Tenant tenant, ClientId client, NoteId note);
/// Which of them are there, in any order.
Result<std::vector<OfClient<NoteId>>> knownNotes(Connection& connection, Tenant tenant,
                                                 std::span<const OfClient<NoteId>> ids);
/// Row id of a note the centre has; 0 when unknown.
Result<std::int64_t> noteRowId(Connection& connection, Tenant tenant, ClientId client, NoteId note);
/// Retracted ones too; newest first (a note the centre has not taken yet is newest).
Result<std::vector<Note>> notesOf(Connection& connection, Tenant tenant, ClientId client);
/// The whole company or one portfolio, by client, newest first. At most `limit`.
Result<std::vector<Note>> listNotes(Connection& connection, Tenant tenant,
                                    std::optional<UserId> portfolio = std::nullopt, int limit = 1'000'000);
/// The day of the last note of each client that has one, retracted ones left out, by client: from a covering index.
struct LastNote {
    ClientId client;
    Day day;
};
Result<std::vector<LastNote>> lastNotes(Connection& connection, Tenant tenant);
/// Notes with a call-back day up to `through`, not retracted, by that day.
Result<std::vector<Note>> callBacksThrough(Connection& connection, Tenant tenant, Day through);

} // namespace encours::store
