// SPDX-License-Identifier: Apache-2.0
// Centre, inside import_items and import_receipts: lines of a file gathered for takeLines.
#pragma once

#include "usecases/import_lines.h"

#include <unordered_map>

namespace encours::usecases {

/// Items and the receipts that name them share a letter, so that the one matching engine settles both
/// (ledger/matching.h). It is dated, on a day of no letter of an accounting: it is not recycled from year to year.
std::string letterOf(const std::string& itemNumber);
inline constexpr Day kLetterDay;

/// What reading the file said; its lines are still to be taken.
template<class Row>
LinesImportReport reportOf(intake::RowsReport<Row>& file, Currency currency)
{
    LinesImportReport report;
    report.status = file.status;
    report.message = file.message;
    report.errors = std::move(file.errors);
    report.warnings = std::move(file.warnings);
    report.rows = std::ssize(file.rows);
    report.currency = currency;
    return report;
}

class LineOffer {
public:
    explicit LineOffer(LinesImportReport& report) : m_report(report) {}

    /// `name` empty = the file does not say.
    void add(const std::string& client, const std::string& name, LedgerEntry entry);
    bool empty() const { return m_offered.file.lines.empty(); }
    /// Completes the report: range of days. Once.
    LinesOffered take(std::string_view kind, const std::string& fileName, const store::Sha256& hash);

private:
    LinesImportReport& m_report;
    LinesOffered m_offered;
    std::unordered_map<std::string, std::size_t> m_clients;
};

/// Begins, takes the lines and commits unless nothing is new or it is a dry run.
Result<void> takeOffer(Office& office, LinesOffered offered, store::Transaction& transaction,
                       const store::Company& company, bool dryRun, LinesImportReport& report);

} // namespace encours::usecases
