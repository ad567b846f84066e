// SPDX-License-Identifier: Apache-2.0
#include "usecases/import_ledger.h"

#include "usecases/incoming_file.h"

namespace encours::usecases {

namespace {

void warnOfOpenings(LedgerImportReport& report)
{
    for (const auto& [client, difference] : report.ledger.openings) {
        report.warnings.add(0, "", client,
                            "opening of " + difference.day.iso() + ": the year before left " +
                                toPlainString(difference.closing) + ", the opening carries " +
                                toPlainString(difference.opening) + "; the difference is an item of its own");
    }
    if (!report.ledger.openings.empty() && report.file.status == intake::IntakeStatus::Accepted)
        report.file.status = intake::IntakeStatus::AcceptedWithWarnings;
}

} // namespace

Result<LedgerImportReport> importLedger(Office& office, const LedgerImportRequest& request)
{
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    intake::FecOptions options;
    options.receivables = company.receivables;
    options.currency = company.currency;
    options.allowSkippedLines = request.allowSkippedLines;
    options.fileName = request.fileName;

    IncomingFileReader reader(request.source);
    LedgerImportReport report;
    ENCOURS_TRY(report.file, reader.read(options));
    report.warnings = report.file.warnings;
    if (report.file.status == intake::IntakeStatus::Refused || !report.file.firstDay)
        return report;
    LinesOffered offered;
    offered.kind = kFec;
    offered.fileName = request.fileName;
    offered.range = {*report.file.firstDay, *report.file.lastDay};
    offered.coveredThrough = request.coveredThrough ? request.coveredThrough : report.file.coveredThrough;
    offered.incomplete = report.file.incomplete;
    offered.file = reader.take();
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company current, store::loadCompany(office.store, office.tenant));
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(takeLines(office, current, std::move(offered), changes, report));
    if (report.changed && !request.dryRun)
        ENCOURS_CHECK(changes.commit(transaction, "import", office.actor, office.clock.now()));
    warnOfOpenings(report);
    return report;
}

} // namespace encours::usecases
