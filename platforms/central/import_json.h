// SPDX-License-Identifier: Apache-2.0
// Reports of imports for a program. Amounts are integers of minor units, in the currency of the report.
#pragma once

#include "usecases/import_agreements.h"
#include "usecases/import_clients.h"
#include "usecases/import_dues.h"
#include "usecases/import_ledger.h"
#include "usecases/import_lines.h"
#include "usecases/undo_import.h"

#include <iosfwd>

namespace encours::central {

void writeJson(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun);
void writeJson(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun);
void writeJson(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun);
void writeJson(std::ostream& out, const usecases::LinesImportReport& report, bool dryRun);
void writeJson(std::ostream& out, const usecases::AgreementsImportReport& report, bool dryRun);
void writeJson(std::ostream& out, const usecases::UndoReport& report);

} // namespace encours::central
