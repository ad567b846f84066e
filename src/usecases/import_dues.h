// SPDX-License-Identifier: Apache-2.0
// Centre: due days given by the invoices, in place of computed ones. A file is taken whole or not at all.
#pragma once

#include "intake/client_files.h"
#include "usecases/recompute_clients.h"

namespace encours::usecases {

struct DuesImportReport {
    intake::IntakeStatus status = intake::IntakeStatus::Refused;
    std::string message;
    intake::Findings errors;
    intake::Findings warnings;
    bool changed = false;
    int rows = 0;
    LedgerChanges ledger;
};

/// Due days given by the invoices. A client the ledger does not know refuses the file ("client.unknown" as an error of
/// the report); a number it does not know yet is kept and told as a warning.
Result<DuesImportReport> importDues(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                    bool dryRun = false);

} // namespace encours::usecases
