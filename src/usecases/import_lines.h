// SPDX-License-Identifier: Apache-2.0
// Centre: the ledger of a system that writes no FEC (intake/ledger_files.h). A file is taken whole or not at all. Like
// a FEC it covers the days from its first to its last line: lines of an earlier file of its sort on these days which it
// no longer has are set aside, so that importing twice changes nothing; it never touches the lines of another sort of
// file.
#pragma once

#include "intake/fec_report.h"
#include "intake/ledger_files.h"
#include "usecases/take_lines.h"

namespace encours::usecases {

/// What a file adds up to in one currency. Debit: invoices, returned payments; credit: credit notes, receipts.
struct FileTotals {
    intake::ControlTotal total;
    std::map<std::string, intake::ControlTotal> accounts;
    std::map<std::string, intake::ControlTotal> clients; ///< by key

    explicit FileTotals(Currency currency = {});
    void add(const std::string& client, const LedgerEntry& entry);
};

struct LinesImportReport : LinesTaken {
    intake::IntakeStatus status = intake::IntakeStatus::Refused; ///< Refused: nothing was written
    std::string message;
    intake::Findings errors;
    intake::Findings warnings;
    std::int64_t rows = 0; ///< of the file
    Currency currency;     ///< of the company
    std::map<Currency, FileTotals> totals;
    std::optional<Day> firstDay; ///< the range of days the file covers
    std::optional<Day> lastDay;
};

/// Clients it names and the ledger does not know are added.
Result<LinesImportReport> importItems(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                      bool dryRun = false);
/// A client or an item that is not known refuses the file. A receipt that names an item of a FEC is kept unallocated,
/// with a warning: the letters of the FEC say what paid its items. `coveredThrough`: receipts are known through that
/// day; none = the last payment of the file.
Result<LinesImportReport> importReceipts(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                         std::optional<Day> coveredThrough = std::nullopt, bool dryRun = false);

} // namespace encours::usecases
