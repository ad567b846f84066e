// SPDX-License-Identifier: Apache-2.0
// Imports and the lines they brought. A line is never deleted: an import marks the ones it replaces, so that undoing it
// brings them back. "Current" = replaced by none.
#pragma once

#include "store/connection.h"
#include "store/ledger_line.h"

#include <array>
#include <functional>
#include <vector>

namespace encours::store {

struct LedgerImport {
    std::int64_t id = 0;
    std::string kind; ///< "fec", "items", "receipts", "clients", "dues", "promises", "disputes", "watch"
    std::string name; ///< of the file
    std::array<std::uint8_t, 32> hash{}; ///< SHA-256 of its bytes
    Day firstDay;
    Day lastDay;
    std::optional<Day> coveredThrough;
    std::int64_t lineCount = 0;
    bool incomplete = false;
    Instant at;
    std::optional<Instant> undoneAt;
};
Result<void> insertImport(Connection& connection, Tenant tenant, const LedgerImport& import);
Result<std::vector<LedgerImport>> listImports(Connection& connection, Tenant tenant); ///< by id
/// The newest of that kind not undone.
Result<std::optional<LedgerImport>> lastImport(Connection& connection, Tenant tenant, std::string_view kind);

/// Lines lie by client, then id: insert them in that order.
Result<void> insertLine(Connection& connection, Tenant tenant, const LedgerLine& line);
struct LineRef {
    ClientId client;
    std::int64_t id = 0;
};
/// A line whose lettering changed is replaced by a new one, so that undo brings the old letters back.
Result<void> markReplaced(Connection& connection, Tenant tenant, std::span<const LineRef> lines, std::int64_t byImport);
/// Brings back what the import replaced, sets its own lines aside, marks it undone. NotFound "import.unknown"; Refused
/// "import.not_last" when a later one of its kind stands: they are undone in reverse order.
Result<void> undoImport(Connection& connection, Tenant tenant, std::int64_t import, Instant at);

/// Current lines of one client, by id.
Result<std::vector<LedgerLine>> currentLinesOf(Connection& connection, Tenant tenant, ClientId client);
/// Whether a line of the client is current, or may be again: by undoing the import that replaced it.
Result<bool> hasStandingLines(Connection& connection, Tenant tenant, ClientId client);
/// All current lines by client, then id, one at a time (memory does not grow with the ledger). A false stops.
Result<void> eachCurrentLine(Connection& connection, Tenant tenant,
                             const std::function<bool(const LedgerLine&)>& visit);
/// The days of the current lines that open a year, each once, ascending.
Result<std::vector<Day>> openingDays(Connection& connection, Tenant tenant);
/// Clients with a line of that import, or a line it replaced: those to compute again.
Result<std::vector<ClientId>> clientsOfImport(Connection& connection, Tenant tenant, std::int64_t import);

/// Due days given for (number, rank) by an import of dues.
struct GivenDue {
    ClientId client;
    std::string number;
    int rank = 0;
    Day due;
};
Result<void> upsertGivenDue(Connection& connection, Tenant tenant, const GivenDue& due);
Result<std::vector<GivenDue>> givenDuesOf(Connection& connection, Tenant tenant, ClientId client);

} // namespace encours::store
