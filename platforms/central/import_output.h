// SPDX-License-Identifier: Apache-2.0
// Reports of imports, as text for a person, JSON for a program, CSV of the findings for a spreadsheet. In JSON amounts
// are integers of minor units, in the currency of the report.
#pragma once

#include "platforms/cli/table.h"
#include "usecases/import_agreements.h"
#include "usecases/import_clients.h"
#include "usecases/import_dues.h"
#include "usecases/import_ledger.h"
#include "usecases/import_lines.h"
#include "usecases/undo_import.h"

#include <iosfwd>

namespace encours::central {

void write(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun, cli::Format format);
void write(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun, cli::Format format);
void write(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun, cli::Format format);
void write(std::ostream& out, const usecases::LinesImportReport& report, bool dryRun, cli::Format format);
void write(std::ostream& out, const usecases::AgreementsImportReport& report, bool dryRun, cli::Format format);
void write(std::ostream& out, const usecases::UndoReport& report, cli::Format format);

} // namespace encours::central
