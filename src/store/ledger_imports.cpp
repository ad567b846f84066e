// SPDX-License-Identifier: Apache-2.0
// The imports themselves, taking one back, and the due days given by hand.
#include "store/ledger_lines.h"

#include "store/rows.h"

#define IMPORT_COLUMNS                                                                                                 \
    "id, kind, name, hash, first_day, last_day, covered_through, line_count, incomplete, at, undone_at"

namespace encours::store {

namespace {

LedgerImport readImport(const Statement& row)
{
    Columns c(row);
    LedgerImport import;
    import.id = c.integer();
    import.kind = c.text();
    import.name = c.text();
    import.hash = c.bytes<32>();
    import.firstDay = c.day();
    import.lastDay = c.day();
    import.coveredThrough = c.optionalDay();
    import.lineCount = c.integer();
    import.incomplete = c.flag();
    import.at = c.instant();
    import.undoneAt = c.optionalInstant();
    return import;
}

GivenDue readDue(const Statement& row)
{
    Columns c(row);
    GivenDue due;
    due.client = c.integerId<ClientId>();
    due.number = c.text();
    due.rank = c.small();
    due.due = c.day();
    return due;
}

} // namespace

Result<void> insertImport(Connection& connection, Tenant tenant, const LedgerImport& import)
{
    return connection.execute(R"sql(
        INSERT INTO ledger_import (tenant, id, kind, name, hash, first_day, last_day, covered_through, line_count,
            incomplete, at, undone_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql",
                              tenant, import.id, import.kind, import.name, Blob(import.hash), import.firstDay,
                              import.lastDay, import.coveredThrough, import.lineCount, import.incomplete, import.at,
                              import.undoneAt);
}

Result<std::vector<LedgerImport>> listImports(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " IMPORT_COLUMNS " FROM ledger_import WHERE tenant = ? ORDER BY id"));
    return collect(statement.bind(tenant), readImport);
}

Result<std::optional<LedgerImport>> lastImport(Connection& connection, Tenant tenant, std::string_view kind)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare(
            "SELECT " IMPORT_COLUMNS
            " FROM ledger_import WHERE tenant = ? AND kind = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1"));
    return first(statement.bind(tenant, kind), readImport);
}

Result<void> undoImport(Connection& connection, Tenant tenant, std::int64_t import, Instant at)
{
    ENCOURS_TRY(const auto imports, listImports(connection, tenant));
    const auto found = std::ranges::find(imports, import, &LedgerImport::id);
    if (found == imports.end() || found->undoneAt)
        return failure(ErrorKind::NotFound, "import.unknown", "There is no such import to undo; nothing was changed.");
    const auto standsAfter = [&](const LedgerImport& other) {
        return other.id > import && other.kind == found->kind && !other.undoneAt;
    };
    if (std::ranges::any_of(imports, standsAfter))
        return failure(ErrorKind::Refused, "import.not_last",
                       "A later import stands on this one: undo that one first; nothing was changed.");
    // First what it replaced, then its own, which from now on count as replaced by itself.
    ENCOURS_CHECK(connection.execute(
        "UPDATE ledger_line SET replaced_by = 0 WHERE tenant = ? AND replaced_by = ? AND import_id <> ?", tenant,
        import, import));
    ENCOURS_CHECK(connection.execute("UPDATE ledger_line SET replaced_by = ? WHERE tenant = ? AND import_id = ?",
                                     import, tenant, import));
    return connection.execute("UPDATE ledger_import SET undone_at = ? WHERE tenant = ? AND id = ?", at, tenant, import);
}

Result<void> upsertGivenDue(Connection& connection, Tenant tenant, const GivenDue& due)
{
    return connection.execute(R"sql(
        INSERT INTO due_given (tenant, client_id, number, rank, due_day)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, number, rank) DO UPDATE
            SET due_day = excluded.due_day)sql",
                              tenant, due.client, due.number, due.rank, due.due);
}

Result<std::vector<GivenDue>> givenDuesOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT client_id, number, rank, due_day FROM due_given WHERE "
                                                   "tenant = ? AND client_id = ? ORDER BY number, rank"));
    return collect(statement.bind(tenant, client), readDue);
}

} // namespace encours::store
