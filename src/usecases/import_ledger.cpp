// SPDX-License-Identifier: Apache-2.0
#include "usecases/import_ledger.h"

#include "usecases/incoming_file.h"

#include <algorithm>

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
}

void warnOfLargeClients(LedgerImportReport& report)
{
    for (const std::string& client : report.ledger.large) {
        report.warnings.add(0, "CompAuxNum", client,
                            "one client of more than " + std::to_string(kRowsOfADevice) +
                                " invoices and payments: devices may leave it out, its figures are here; export the "
                                "accounting with a CompAuxNum for each client");
    }
}

/// The standing FEC that goes on beyond the last day of `range`, which overlaps it.
Result<std::optional<store::LedgerImport>> laterExport(Office& office, const intake::FecReport& file)
{
    ENCOURS_TRY(const auto imports, store::listImports(office.store, office.tenant));
    const auto goesOn = [&](const store::LedgerImport& other) {
        return other.kind == kFec && !other.undoneAt && other.firstDay <= *file.lastDay &&
               other.lastDay > *file.lastDay;
    };
    const auto found = std::ranges::find_if(imports.rbegin(), imports.rend(), goesOn);
    return found == imports.rend() ? std::nullopt : std::optional(*found);
}

// It is taken (rules.md has no "older is refused": a year may be corrected), but what was paid since opens again.
void warnOfLaterExport(LedgerImportReport& report, const store::LedgerImport& later)
{
    const auto open = std::ranges::count_if(report.ledger.items, [](const ItemChange& item) {
        return item.after && item.after->minor() > item.before.minor();
    });
    report.warnings.add(
        0, "EcritureDate", report.file.lastDay->iso(),
        "this file ends here, and '" + later.name + "', imported before, goes on through " + later.lastDay.iso() +
            ": up to here the ledger is now as this file has it (invoices with more left to pay than before: " +
            std::to_string(open) +
            "); what came later stands beside it; if this is an older export, "
            "'undo-import' takes it back");
}

// Nothing is known of a day that has not been.
std::optional<Day> known(std::optional<Day> lastBankDay, Day today)
{
    return lastBankDay ? std::optional(std::min(*lastBankDay, today)) : std::nullopt;
}

void warnOfBankDayToCome(LedgerImportReport& report, Day today)
{
    if (const auto day = report.file.coveredThrough; day && *day > today) {
        report.warnings.add(0, "EcritureDate", day->iso(),
                            "a bank account has lines up to this day, which is to come; receipts are taken as known "
                            "through today, " +
                                today.iso());
    }
}

} // namespace

Result<LedgerImportReport> importLedger(Office& office, const LedgerImportRequest& request)
{
    const Day today = office.clock.today();
    if (request.coveredThrough && *request.coveredThrough > today)
        return failure(ErrorKind::InvalidArgument, "import.covered",
                       "Receipts cannot be known through " + request.coveredThrough->iso() + ": today is " +
                           today.iso() + "; nothing was imported, give a day up to today.");
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
    offered.coveredThrough = request.coveredThrough ? request.coveredThrough : known(report.file.coveredThrough, today);
    offered.incomplete = report.file.incomplete;
    offered.file = reader.take();
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company current, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const auto later, laterExport(office, report.file));
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(takeLines(office, current, std::move(offered), changes, report));
    if (report.changed && !request.dryRun)
        ENCOURS_CHECK(changes.commit(transaction, "import", office.actor, office.clock.now()));
    warnOfOpenings(report);
    warnOfLargeClients(report);
    if (later && report.changed)
        warnOfLaterExport(report, *later);
    if (!request.coveredThrough)
        warnOfBankDayToCome(report, today);
    if (!report.warnings.empty())
        report.file.status = intake::IntakeStatus::AcceptedWithWarnings;
    return report;
}

} // namespace encours::usecases
