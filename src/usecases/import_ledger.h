// SPDX-License-Identifier: Apache-2.0
// Centre: a FEC becomes the ledger of the days it covers (rules.md, FEC). Lines of that range which the file no longer
// has are set aside, unchanged ones keep their row, so that the same file twice changes nothing and makes no commit.
// All or nothing: a refused file, a failure, a dry run leave the ledger as it was.
#pragma once

#include "intake/fec_reader.h"
#include "usecases/take_lines.h"

namespace encours::usecases {

struct LedgerImportRequest {
    intake::ByteSource source;
    std::string fileName; ///< without folder; remembered, and held against the content
    /// Receipts are known through that day, today at the latest; none = the last day the file has a bank line for, or
    /// today when that day is to come. rules.md stops at the file's day; but banks debit loans and rents that are booked
    /// ahead, and no receipt is known of a day that has not been: promises would break with nobody having looked.
    std::optional<Day> coveredThrough;
    bool dryRun = false;
    bool allowSkippedLines = false;
};

struct LedgerImportReport : LinesTaken {
    intake::FecReport file;    ///< status Refused: nothing was written and the rest is empty
    intake::Findings warnings; ///< the file's, and openings that do not agree with the year before
};

/// An error means that the file could not be read to its end or the store not be written; a file that is not acceptable
/// is a report with status Refused. InvalidArgument "import.covered": receipts known through a day to come.
Result<LedgerImportReport> importLedger(Office& office, const LedgerImportRequest& request);

} // namespace encours::usecases
