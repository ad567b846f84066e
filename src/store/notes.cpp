// SPDX-License-Identifier: Apache-2.0
#include "store/notes.h"

#include "store/many.h"
#include "store/note_row.h"

namespace encours::store {

#define NOTE_VALUES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define UPSERT_NOTES(rows)                                                                                             \
    "INSERT INTO note (tenant, client_id, id, row_id, kind, text, person, call_back_day, made_at, made_day, "          \
    "author_id, author_name, retracted, server_seq) VALUES " rows                                                      \
    " ON CONFLICT (tenant, client_id, id) DO UPDATE SET row_id = excluded.row_id, kind = excluded.kind, "              \
    "text = excluded.text, person = excluded.person, call_back_day = excluded.call_back_day, "                         \
    "made_at = excluded.made_at, made_day = excluded.made_day, author_id = excluded.author_id, "                       \
    "author_name = excluded.author_name, retracted = excluded.retracted, server_seq = excluded.server_seq"

Result<void> upsertNotes(Connection& connection, Tenant tenant, std::span<const NoteRow> rows)
{
    return writeMany(connection, UPSERT_NOTES(NOTE_VALUES), UPSERT_NOTES(MANY_ROWS(NOTE_VALUES)), rows,
                     [&](Statement& statement, const NoteRow& row) {
                         const Note& note = row.note;
                         statement.bind(tenant, note.client, note.id, row.rowId, note.kind, note.text, note.person,
                                        note.callBackOn, note.madeAt, note.madeOn, note.author, note.authorName,
                                        note.retracted, note.serverSeq);
                     });
}

Result<void> upsertNote(Connection& connection, Tenant tenant, const Note& note, std::int64_t rowId)
{
    const NoteRow row{note, rowId};
    return upsertNotes(connection, tenant, {&row, 1});
}

Result<bool> retractNote(Connection& connection, Tenant tenant, ClientId client, NoteId note)
{
    ENCOURS_CHECK(connection.execute("UPDATE note SET retracted = 1 WHERE tenant = ? AND client_id = ? AND id = ?",
                                     tenant, client, note));
    return connection.changes() > 0;
}

Result<std::optional<Note>> findNote(Connection& connection, Tenant tenant, ClientId client, NoteId note)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " NOTE_COLUMNS " FROM note WHERE tenant = ? AND client_id = ? AND id = ?"));
    return first(statement.bind(tenant, client, note), readNote);
}

Result<std::vector<OfClient<NoteId>>> knownNotes(Connection& connection, Tenant tenant,
                                                 std::span<const OfClient<NoteId>> ids)
{
    return collectMany(
        connection, "SELECT client_id, id FROM note WHERE tenant = ? AND (client_id, id) IN (VALUES " MANY_PAIRS ")",
        tenant, ids,
        [](const Statement& row) { return OfClient<NoteId>{ClientId{row.integer(0)}, NoteId{row.uuid(1)}}; });
}

Result<std::int64_t> noteRowId(Connection& connection, Tenant tenant, ClientId client, NoteId note)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT row_id FROM note WHERE tenant = ? AND client_id = ? AND id = ?"));
    return firstInteger(statement.bind(tenant, client, note));
}

Result<std::vector<Note>> notesOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " NOTE_COLUMNS
                                   " FROM note WHERE tenant = ? AND client_id = ? ORDER BY " NEWEST_FIRST));
    return collect(statement.bind(tenant, client), readNote);
}

Result<std::vector<Note>> listNotes(Connection& connection, Tenant tenant, std::optional<UserId> portfolio, int limit)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare(
            "SELECT " NOTE_COLUMNS
            " FROM note JOIN client ON client.tenant = note.tenant AND client.id = note.client_id"
            " WHERE note.tenant = ? AND (? = 0 OR client.portfolio_id = ?) ORDER BY note.client_id, " NEWEST_FIRST
            " LIMIT ?"));
    return collect(statement.bind(tenant, portfolio.has_value(), portfolio.value_or(UserId()), limit), readNote);
}

Result<std::vector<LastNote>> lastNotes(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT client_id, max(made_day) FROM note WHERE tenant = ? AND "
                                                   "retracted = 0 GROUP BY client_id ORDER BY client_id"));
    return collect(statement.bind(tenant),
                   [](const Statement& row) { return LastNote{ClientId{row.integer(0)}, row.day(1)}; });
}

Result<std::vector<Note>> callBacksThrough(Connection& connection, Tenant tenant, Day through)
{
    ENCOURS_TRY(auto statement,
                connection.prepare(
                    "SELECT " NOTE_COLUMNS
                    " FROM note WHERE tenant = ? AND call_back_day IS NOT NULL AND call_back_day <= ? AND retracted = 0"
                    " ORDER BY call_back_day, client_id, id"));
    return collect(statement.bind(tenant, through), readNote);
}

} // namespace encours::store
