// SPDX-License-Identifier: Apache-2.0
#include "store/ledger_lines.h"

#include "store/line_row.h"

namespace encours::store {

Result<void> insertLine(Connection& connection, Tenant tenant, const LedgerLine& line)
{
    const auto& entry = line.entry;
    return connection.execute(R"sql(
        INSERT INTO ledger_line (tenant, id, import_id, replaced_by, client_id, account, journal, entry_number, day,
            piece_ref, piece_day, label, amount, currency, letter, letter_day, kind, due_day)
        VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql",
                              tenant, line.id, line.import, line.client, entry.account, entry.journal,
                              entry.entryNumber, entry.day, entry.pieceRef, entry.pieceDay, entry.label,
                              entry.amount.minor(), entry.amount.currency().code(), entry.letter, entry.letterDay,
                              entry.kind, entry.due);
}

Result<void> markReplaced(Connection& connection, Tenant tenant, std::span<const LineRef> lines, std::int64_t byImport)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare("UPDATE ledger_line SET replaced_by = ? WHERE tenant = ? AND client_id = ? AND id = ?"));
    for (const LineRef line : lines)
        ENCOURS_CHECK(statement.runWith(byImport, tenant, line.client, line.id));
    return {};
}

Result<std::vector<LedgerLine>> currentLinesOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare("SELECT " LINE_COLUMNS
                           " FROM ledger_line WHERE tenant = ? AND client_id = ? AND replaced_by = 0 ORDER BY id"));
    return collect(statement.bind(tenant, client), readLine);
}

Result<bool> hasStandingLines(Connection& connection, Tenant tenant, ClientId client)
{
    // The lines of an import that was undone count as replaced by itself.
    ENCOURS_TRY(auto statement, connection.prepare("SELECT 1 FROM ledger_line WHERE tenant = ? AND client_id = ?"
                                                   " AND replaced_by <> import_id LIMIT 1"));
    return statement.bind(tenant, client).step();
}

Result<void> eachCurrentLine(Connection& connection, Tenant tenant, const std::function<bool(const LedgerLine&)>& visit)
{
    ENCOURS_TRY(auto statement, connection.prepareScan(
                                    "SELECT " LINE_COLUMNS
                                    " FROM ledger_line WHERE tenant = ? AND replaced_by = 0 ORDER BY client_id, id"));
    statement.bind(tenant);
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row || !visit(readLine(statement)))
            return {};
    }
}

Result<std::vector<Day>> openingDays(Connection& connection, Tenant tenant)
{
    // The kind is written out, as the partial index ledger_line_opening has it.
    static_assert(static_cast<int>(EntryKind::Opening) == 2);
    ENCOURS_TRY(
        auto statement,
        connection.prepare(
            "SELECT DISTINCT day FROM ledger_line WHERE tenant = ? AND kind = 2 AND replaced_by = 0 ORDER BY day"));
    return collect(statement.bind(tenant), [](const Statement& row) { return row.day(0); });
}

Result<std::vector<ClientId>> clientsOfImport(Connection& connection, Tenant tenant, std::int64_t import)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT DISTINCT client_id FROM ledger_line WHERE tenant = ? AND "
                                                   "(import_id = ? OR replaced_by = ?) ORDER BY client_id"));
    return collect(statement.bind(tenant, import, import),
                   [](const Statement& row) { return ClientId{row.integer(0)}; });
}

} // namespace encours::store
