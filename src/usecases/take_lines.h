// SPDX-License-Identifier: Apache-2.0
// Centre, inside the imports that bring lines: the lines of a file become the ledger of the days it covers (rules.md,
// FEC). Lines of that range and of the same kind of import which the file no longer has are set aside, unchanged ones
// keep their row, so that the same file twice changes nothing.
#pragma once

#include "usecases/client_ledger.h"
#include "usecases/incoming_lines.h"
#include "usecases/recompute_clients.h"

namespace encours::usecases {

struct LinesOffered {
    std::string kind;     ///< kFec, kItems, kReceipts
    std::string fileName; ///< without folder; remembered
    DayRange range;       ///< what the file covers
    std::optional<Day> coveredThrough;
    bool incomplete = false;
    IncomingFile file;
};

struct LinesTaken {
    bool changed = false; ///< false: the ledger said all this already
    std::int64_t linesAdded = 0;
    std::int64_t linesVanished = 0;
    std::int64_t linesRelettered = 0;
    std::int64_t linesKept = 0;
    int clientsAdded = 0;
    int clientsRenamed = 0;
    LedgerChanges ledger;
    std::optional<Day> ledgerThrough; ///< of the company, from now on
    std::optional<Day> coveredThrough;
    bool incomplete = false;
};

/// Within the caller's transaction, which the caller commits with `changes` when `told.changed`, and else lets go.
Result<void> takeLines(Office& office, const store::Company& company, LinesOffered offered, store::Changes& changes,
                       LinesTaken& told);

} // namespace encours::usecases
