// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/import_text.h"

#include "platforms/cli/table.h"
#include "platforms/cli/text_width.h"

#include <algorithm>
#include <ostream>

namespace encours::central {

namespace {

using intake::Finding;
using intake::Findings;

constexpr std::size_t kListed = 20;

void line(std::ostream& out, std::string_view title, const std::string& value)
{
    out << title << std::string(title.size() < 18 ? 18 - title.size() : 1, ' ') << cli::withoutControls(value) << '\n';
}

std::string dayOrDash(const std::optional<Day>& day)
{
    return day ? cli::frenchDay(*day) : "-";
}

void list(std::ostream& out, const char* title, const Findings& findings)
{
    if (findings.empty())
        return;
    line(out, title, std::to_string(findings.total()));
    std::size_t listed = 0;
    for (const Finding& finding : findings.listed()) {
        if (listed++ == kListed)
            break;
        const std::string where = (finding.line ? "line " + std::to_string(finding.line) : std::string("file")) +
                                  (finding.column.empty() ? "" : ", " + finding.column);
        out << "  "
            << cli::withoutControls(where + (finding.value.empty() ? "" : " '" + finding.value + "'") + ": " +
                                    finding.reason)
            << '\n';
    }
    if (findings.total() > static_cast<std::int64_t>(kListed))
        out << "  … by reason:\n";
    else
        return;
    for (const auto& [reason, count] : findings.countByReason())
        out << "  " << count << " × " << cli::withoutControls(reason) << '\n';
}

std::string described(const usecases::ItemChange& item)
{
    if (!item.after)
        return "vanished, " + cli::frenchAmount(item.before) + " was left to pay";
    std::string text;
    if (item.dueBefore != item.due)
        text = "due " + cli::frenchDay(item.dueBefore) + " -> " + cli::frenchDay(item.due);
    if (item.before != *item.after)
        text += (text.empty() ? "" : ", ") + cli::frenchAmount(item.before) + " -> " + cli::frenchAmount(*item.after) +
                " left to pay";
    return text.empty() ? "other details" : text;
}

void list(std::ostream& out, const usecases::LedgerChanges& changes)
{
    const auto vanished =
        std::ranges::count_if(changes.items, [](const usecases::ItemChange& item) { return !item.after; });
    line(out, "Invoices",
         std::to_string(changes.itemsAdded) + " new, " +
             std::to_string(static_cast<std::ptrdiff_t>(changes.items.size()) - vanished) + " changed, " +
             std::to_string(vanished) + " vanished");
    line(out, "Receipts",
         std::to_string(changes.receiptsAdded) + " new, " + std::to_string(changes.receiptsChanged) + " changed, " +
             std::to_string(changes.receiptsVanished) + " vanished");
    std::size_t listed = 0;
    for (const usecases::ItemChange& item : changes.items) {
        if (listed++ == kListed) {
            out << "  … the JSON report has them all\n";
            break;
        }
        out << "  " << cli::withoutControls(item.client + " " + item.number) << ": " << described(item) << '\n';
    }
}

void list(std::ostream& out, const usecases::LinesTaken& taken)
{
    line(out, "Known through", dayOrDash(taken.ledgerThrough) + ", bank through " + dayOrDash(taken.coveredThrough));
    if (taken.incomplete)
        line(out, "Incomplete", "lines were skipped: the figures are marked until a clean import of these days");
    line(out, "Ledger lines",
         std::to_string(taken.linesAdded) + " new, " + std::to_string(taken.linesRelettered) + " lettered anew, " +
             std::to_string(taken.linesVanished) + " vanished, " + std::to_string(taken.linesKept) + " kept");
    list(out, taken.ledger);
}

void writeHead(std::ostream& out, intake::IntakeStatus status, const std::string& message, bool changed, bool dryRun)
{
    line(out, "Status", std::string(intake::statusName(status)));
    line(out, "", message);
    if (status == intake::IntakeStatus::Refused)
        return;
    if (dryRun)
        line(out, "", "Dry run: nothing was written.");
    else if (!changed)
        line(out, "", "Nothing new: all this was known already.");
}

} // namespace

void writeText(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun)
{
    const intake::FecReport& file = report.file;
    writeHead(out, file.status, file.message, report.changed, dryRun);
    line(out, "Lines",
         std::to_string(file.lines) + ", of them " + std::to_string(file.receivableLines) +
             " on receivable accounts, " + std::to_string(file.skippedLines) + " skipped");
    line(out, "Clients", std::to_string(file.clients.size()));
    line(out, "Debit", cli::frenchAmount(file.totals.debit));
    line(out, "Credit", cli::frenchAmount(file.totals.credit));
    line(out, "Days", dayOrDash(file.firstDay) + " to " + dayOrDash(file.lastDay));
    if (file.status != intake::IntakeStatus::Refused)
        list(out, static_cast<const usecases::LinesTaken&>(report));
    list(out, "Errors", file.errors);
    list(out, "Warnings", report.warnings);
    if (file.status != intake::IntakeStatus::Refused) {
        out << "What a FEC does not tell:\n";
        for (std::string_view fact : intake::factsMissingFromFec())
            out << "  " << fact << '\n';
    }
}

void writeText(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun)
{
    writeHead(out, report.status, report.message, report.changed, dryRun);
    line(out, "Clients",
         std::to_string(report.rows) + " in the file, " + std::to_string(report.clientsAdded) + " new, " +
             std::to_string(report.clientsChanged) + " changed");
    list(out, report.ledger);
    list(out, "Errors", report.errors);
    list(out, "Warnings", report.warnings);
}

void writeText(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun)
{
    writeHead(out, report.status, report.message, report.changed, dryRun);
    line(out, "Due days", std::to_string(report.rows) + " in the file");
    list(out, report.ledger);
    list(out, "Errors", report.errors);
    list(out, "Warnings", report.warnings);
}

void writeText(std::ostream& out, const usecases::LinesImportReport& report, bool dryRun)
{
    writeHead(out, report.status, report.message, report.changed, dryRun);
    line(out, "Lines", std::to_string(report.rows));
    for (const auto& [currency, totals] : report.totals)
        line(out, std::string(currency.code()),
             std::to_string(totals.clients.size()) + " clients, debit " + cli::frenchAmount(totals.total.debit) +
                 ", credit " + cli::frenchAmount(totals.total.credit));
    if (report.status != intake::IntakeStatus::Refused && report.firstDay) {
        line(out, "Days", dayOrDash(report.firstDay) + " to " + dayOrDash(report.lastDay));
        list(out, static_cast<const usecases::LinesTaken&>(report));
    }
    list(out, "Errors", report.errors);
    list(out, "Warnings", report.warnings);
}

void writeText(std::ostream& out, const usecases::AgreementsImportReport& report, bool dryRun)
{
    writeHead(out, report.status, report.message, report.changed, dryRun);
    line(out, "Lines",
         std::to_string(report.rows) + ", of " + std::to_string(report.clients.size()) +
             " clients: " + std::to_string(report.added) + " new, " + std::to_string(report.updated) + " changed");
    for (const auto& [currency, total] : report.totals)
        line(out, std::string(currency.code()), cli::frenchAmount(total.amount));
    list(out, "Errors", report.errors);
    list(out, "Warnings", report.warnings);
}

void writeText(std::ostream& out, const usecases::UndoReport& report)
{
    line(out, "Taken back",
         report.import.name + ", " + cli::frenchDay(report.import.firstDay) + " to " +
             cli::frenchDay(report.import.lastDay));
    line(out, "Known through", dayOrDash(report.ledgerThrough) + ", bank through " + dayOrDash(report.coveredThrough));
    if (report.clientsForgotten)
        line(out, "Clients", std::to_string(report.clientsForgotten) + " forgotten: only that import had named them");
    list(out, report.ledger);
}

} // namespace encours::central
