// SPDX-License-Identifier: Apache-2.0
// Centre: takes back the last import that brought lines: a FEC, items or receipts. The lines it replaced are in force
// again; items and receipts keep their ids.
#pragma once

#include "store/ledger_lines.h"
#include "usecases/recompute_clients.h"

namespace encours::usecases {

struct UndoReport {
    store::LedgerImport import;
    LedgerChanges ledger;
    int clientsForgotten = 0;         ///< only that import had named them, and nothing was noted on them
    std::optional<Day> ledgerThrough; ///< of the company, from now on
    std::optional<Day> coveredThrough;
    bool incomplete = false;
};

/// Refused "undo.nothing" when there is no such import to take back.
Result<UndoReport> undoImport(Office& office);

} // namespace encours::usecases
