// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/import_output.h"

#include "platforms/cli/text_width.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace encours::central {

namespace {

using Json = nlohmann::ordered_json;
using intake::Finding;
using intake::Findings;

constexpr std::size_t kListedInText = 20;

// ---- JSON

Json dayOf(const std::optional<Day>& day) { return day ? Json(day->iso()) : Json(nullptr); }

Json toJson(const Findings& findings)
{
    Json list = Json::array();
    for (const Finding& finding : findings.listed())
        list.push_back({{"line", finding.line}, {"column", finding.column}, {"value", finding.value}, {"reason", finding.reason}});
    return list;
}

void addFindings(Json& object, const Findings& errors, const Findings& warnings)
{
    object["error_count"] = errors.total();
    object["warning_count"] = warnings.total();
    object["errors"] = toJson(errors);
    object["warnings"] = toJson(warnings);
}

Json toJson(const intake::ControlTotal& total)
{
    return {{"lines", total.lines}, {"debit", total.debit.minor()}, {"credit", total.credit.minor()}, {"balance", total.balance().minor()}};
}

Json toJson(const std::map<std::string, intake::ControlTotal>& totals)
{
    Json object = Json::object();
    for (const auto& [name, total] : totals)
        object[name] = toJson(total);
    return object;
}

Json toJson(const usecases::LedgerChanges& changes)
{
    Json changed = Json::array();
    Json vanished = Json::array();
    for (const usecases::ItemChange& item : changes.items) {
        Json entry{{"client", item.client}, {"number", item.number}, {"due_before", item.dueBefore.iso()}, {"residual_before", item.before.minor()}};
        if (item.after) {
            entry["due"] = item.due.iso();
            entry["residual"] = item.after->minor();
        }
        (item.after ? changed : vanished).push_back(std::move(entry));
    }
    return {{"items_added", changes.itemsAdded}, {"items_changed", std::move(changed)}, {"items_vanished", std::move(vanished)},
            {"receipts_added", changes.receiptsAdded}, {"receipts_changed", changes.receiptsChanged}, {"receipts_vanished", changes.receiptsVanished}};
}

void write(std::ostream& out, const Json& object)
{
    out << object.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json toJson(const usecases::LedgerImportReport& report, bool dryRun)
{
    const intake::FecReport& file = report.file;
    Json object{{"status", intake::statusName(file.status)}, {"message", file.message}, {"dry_run", dryRun}, {"changed", report.changed},
                {"lines", file.lines}, {"clients", file.clients.size()}, {"receivable_lines", file.receivableLines}, {"skipped_lines", file.skippedLines},
                {"currency", file.totals.debit.currency().code()}};
    object["totals"] = toJson(file.totals);
    object["totals"]["accounts"] = toJson(file.accounts);
    object["totals"]["clients"] = toJson(file.clients);
    object["first_day"] = dayOf(file.firstDay);
    object["last_day"] = dayOf(file.lastDay);
    object["ledger_through"] = dayOf(report.ledgerThrough);
    object["covered_through"] = dayOf(report.coveredThrough);
    object["incomplete"] = report.incomplete;
    object["format"] = {{"separator", file.format.separator}, {"encoding", file.format.encoding}, {"line_end", file.format.lineEnd}};
    object["ledger"] = {{"lines_added", report.linesAdded}, {"lines_vanished", report.linesVanished}, {"lines_relettered", report.linesRelettered},
                        {"lines_kept", report.linesKept}, {"clients_added", report.clientsAdded}, {"clients_renamed", report.clientsRenamed}};
    object["ledger"].update(toJson(report.ledger));
    object["missing_from_fec"] = Json::array();
    for (std::string_view fact : intake::factsMissingFromFec())
        object["missing_from_fec"].push_back(fact);
    addFindings(object, file.errors, report.warnings);
    return object;
}

Json toJson(const usecases::ClientsImportReport& report, bool dryRun)
{
    Json object{{"status", intake::statusName(report.status)}, {"message", report.message}, {"dry_run", dryRun}, {"changed", report.changed},
                {"lines", report.rows}, {"clients", report.rows}, {"clients_added", report.clientsAdded}, {"clients_changed", report.clientsChanged},
                {"people_added", report.peopleAdded}};
    object["ledger"] = toJson(report.ledger);
    addFindings(object, report.errors, report.warnings);
    return object;
}

Json toJson(const usecases::DuesImportReport& report, bool dryRun)
{
    Json object{{"status", intake::statusName(report.status)}, {"message", report.message}, {"dry_run", dryRun}, {"changed", report.changed}, {"lines", report.rows}};
    object["ledger"] = toJson(report.ledger);
    addFindings(object, report.errors, report.warnings);
    return object;
}

// ---- CSV: what a spreadsheet is wanted for is the list of lines to correct

void writeFindings(std::ostream& out, const Findings& errors, const Findings& warnings)
{
    cli::Table table{{{"severity", ""}, {"line", ""}, {"column", ""}, {"value", ""}, {"reason", ""}}, {}, {}};
    const auto add = [&](const Findings& findings, const char* severity) {
        for (const Finding& finding : findings.listed())
            table.rows.push_back({std::string(severity), finding.line, finding.column, finding.value, finding.reason});
    };
    add(errors, "error");
    add(warnings, "warning");
    cli::write(out, table, cli::Format::Csv);
}

// ---- Text

void line(std::ostream& out, std::string_view title, const std::string& value)
{
    out << title << std::string(title.size() < 18 ? 18 - title.size() : 1, ' ') << cli::withoutControls(value) << '\n';
}

std::string dayOrDash(const std::optional<Day>& day) { return day ? cli::frenchDay(*day) : "-"; }

void writeText(std::ostream& out, const char* title, const Findings& findings)
{
    if (findings.empty())
        return;
    line(out, title, std::to_string(findings.total()));
    std::size_t listed = 0;
    for (const Finding& finding : findings.listed()) {
        if (listed++ == kListedInText)
            break;
        const std::string where = (finding.line ? "line " + std::to_string(finding.line) : std::string("file")) + (finding.column.empty() ? "" : ", " + finding.column);
        out << "  " << cli::withoutControls(where + (finding.value.empty() ? "" : " '" + finding.value + "'") + ": " + finding.reason) << '\n';
    }
    if (findings.total() > static_cast<std::int64_t>(kListedInText))
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
        text += (text.empty() ? "" : ", ") + cli::frenchAmount(item.before) + " -> " + cli::frenchAmount(*item.after) + " left to pay";
    return text.empty() ? "other details" : text;
}

void writeText(std::ostream& out, const usecases::LedgerChanges& changes)
{
    const auto vanished = std::ranges::count_if(changes.items, [](const usecases::ItemChange& item) { return !item.after; });
    line(out, "Invoices", std::to_string(changes.itemsAdded) + " new, " + std::to_string(static_cast<std::ptrdiff_t>(changes.items.size()) - vanished) + " changed, "
                              + std::to_string(vanished) + " vanished");
    line(out, "Receipts", std::to_string(changes.receiptsAdded) + " new, " + std::to_string(changes.receiptsChanged) + " changed, "
                              + std::to_string(changes.receiptsVanished) + " vanished");
    std::size_t listed = 0;
    for (const usecases::ItemChange& item : changes.items) {
        if (listed++ == kListedInText) {
            out << "  … the JSON report has them all\n";
            break;
        }
        out << "  " << cli::withoutControls(item.client + " " + item.number) << ": " << described(item) << '\n';
    }
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

void writeText(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun)
{
    const intake::FecReport& file = report.file;
    writeHead(out, file.status, file.message, report.changed, dryRun);
    line(out, "Lines", std::to_string(file.lines) + ", of them " + std::to_string(file.receivableLines) + " on receivable accounts, " + std::to_string(file.skippedLines) + " skipped");
    line(out, "Clients", std::to_string(file.clients.size()));
    line(out, "Debit", cli::frenchAmount(file.totals.debit));
    line(out, "Credit", cli::frenchAmount(file.totals.credit));
    line(out, "Days", dayOrDash(file.firstDay) + " to " + dayOrDash(file.lastDay));
    if (file.status != intake::IntakeStatus::Refused) {
        line(out, "Known through", dayOrDash(report.ledgerThrough) + ", bank through " + dayOrDash(report.coveredThrough));
        if (report.incomplete)
            line(out, "Incomplete", "lines were skipped: the figures are marked until a clean import of these days");
        line(out, "Ledger lines", std::to_string(report.linesAdded) + " new, " + std::to_string(report.linesRelettered) + " lettered anew, "
                                      + std::to_string(report.linesVanished) + " vanished, " + std::to_string(report.linesKept) + " kept");
        writeText(out, report.ledger);
    }
    writeText(out, "Errors", file.errors);
    writeText(out, "Warnings", report.warnings);
    if (file.status != intake::IntakeStatus::Refused) {
        out << "What a FEC does not tell:\n";
        for (std::string_view fact : intake::factsMissingFromFec())
            out << "  " << fact << '\n';
    }
}

void writeText(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun)
{
    writeHead(out, report.status, report.message, report.changed, dryRun);
    line(out, "Clients", std::to_string(report.rows) + " in the file, " + std::to_string(report.clientsAdded) + " new, " + std::to_string(report.clientsChanged) + " changed");
    for (const std::string& name : report.peopleAdded)
        line(out, "Salesperson", name + " was not known and has been added");
    writeText(out, report.ledger);
    writeText(out, "Errors", report.errors);
    writeText(out, "Warnings", report.warnings);
}

void writeText(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun)
{
    writeHead(out, report.status, report.message, report.changed, dryRun);
    line(out, "Due days", std::to_string(report.rows) + " in the file");
    writeText(out, report.ledger);
    writeText(out, "Errors", report.errors);
    writeText(out, "Warnings", report.warnings);
}

template<class Report>
void writeImport(std::ostream& out, const Report& report, bool dryRun, cli::Format format, const Findings& errors, const Findings& warnings)
{
    switch (format) {
    case cli::Format::Text: return writeText(out, report, dryRun);
    case cli::Format::Json: return write(out, toJson(report, dryRun));
    case cli::Format::Csv: return writeFindings(out, errors, warnings);
    }
}

} // namespace

void write(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.file.errors, report.warnings);
}

void write(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.errors, report.warnings);
}

void write(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.errors, report.warnings);
}

void write(std::ostream& out, const usecases::UndoReport& report, cli::Format format)
{
    if (format == cli::Format::Json) {
        Json object{{"undone", report.import.name}, {"first_day", report.import.firstDay.iso()}, {"last_day", report.import.lastDay.iso()},
                    {"imported_at", report.import.at.iso()}, {"ledger_through", dayOf(report.ledgerThrough)}, {"covered_through", dayOf(report.coveredThrough)},
                    {"incomplete", report.incomplete}, {"clients_forgotten", report.clientsForgotten}};
        object["ledger"] = toJson(report.ledger);
        return write(out, object);
    }
    line(out, "Taken back", report.import.name + ", " + cli::frenchDay(report.import.firstDay) + " to " + cli::frenchDay(report.import.lastDay));
    line(out, "Known through", dayOrDash(report.ledgerThrough) + ", bank through " + dayOrDash(report.coveredThrough));
    writeText(out, report.ledger);
}

} // namespace encours::central
