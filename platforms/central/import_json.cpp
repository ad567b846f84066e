// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/import_json.h"

#include <nlohmann/json.hpp>

#include <ostream>
#include <set>

namespace encours::central {

namespace {

using Json = nlohmann::ordered_json;
using intake::Finding;
using intake::Findings;

Json dayOf(const std::optional<Day>& day)
{
    return day ? Json(day->iso()) : Json(nullptr);
}

Json toJson(const Findings& findings)
{
    Json list = Json::array();
    for (const Finding& finding : findings.listed())
        list.push_back(
            {{"line", finding.line}, {"column", finding.column}, {"value", finding.value}, {"reason", finding.reason}});
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
    return {{"lines", total.lines},
            {"debit", total.debit.minor()},
            {"credit", total.credit.minor()},
            {"balance", total.balance().minor()}};
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
        Json entry{{"client", item.client},
                   {"number", item.number},
                   {"due_before", item.dueBefore.iso()},
                   {"residual_before", item.before.minor()}};
        if (item.after) {
            entry["due"] = item.due.iso();
            entry["residual"] = item.after->minor();
        }
        (item.after ? changed : vanished).push_back(std::move(entry));
    }
    return {{"items_added", changes.itemsAdded},           {"items_changed", std::move(changed)},
            {"items_vanished", std::move(vanished)},       {"receipts_added", changes.receiptsAdded},
            {"receipts_changed", changes.receiptsChanged}, {"receipts_vanished", changes.receiptsVanished}};
}

Json toJson(const usecases::FileTotals& totals)
{
    Json object = toJson(totals.total);
    object["accounts"] = toJson(totals.accounts);
    object["clients"] = toJson(totals.clients);
    return object;
}

// One more client for each key met in another currency only.
std::size_t clientsIn(const std::map<Currency, usecases::FileTotals>& totals)
{
    std::set<std::string> keys;
    for (const auto& [currency, ofCurrency] : totals)
        for (const auto& [key, total] : ofCurrency.clients)
            keys.insert(key);
    return keys.size();
}

/// The currency of the file when it has one, else the company's.
template<class Total>
Currency mainOf(const std::map<Currency, Total>& totals, Currency ofCompany)
{
    return totals.size() == 1 ? totals.begin()->first : ofCompany;
}

/// "totals" in the main currency, "other_currencies" in each other one.
template<class Total, class ToJson>
void addTotals(Json& object, const std::map<Currency, Total>& totals, Currency ofCompany, const Total& none,
               ToJson toJson)
{
    const Currency main = mainOf(totals, ofCompany);
    object["currency"] = main.code();
    const auto found = totals.find(main);
    object["totals"] = toJson(found == totals.end() ? none : found->second);
    object["other_currencies"] = Json::object();
    for (const auto& [currency, total] : totals)
        if (currency != main)
            object["other_currencies"][std::string(currency.code())] = toJson(total);
}

Json toJson(const usecases::LinesTaken& taken)
{
    Json object{{"lines_added", taken.linesAdded},           {"lines_vanished", taken.linesVanished},
                {"lines_relettered", taken.linesRelettered}, {"lines_kept", taken.linesKept},
                {"clients_added", taken.clientsAdded},       {"clients_renamed", taken.clientsRenamed}};
    object.update(toJson(taken.ledger));
    return object;
}

void dump(std::ostream& out, const Json& object)
{
    out << object.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// What every report of a CSV file starts with.
template<class Report>
Json headOf(const Report& report, bool dryRun)
{
    return {{"status", intake::statusName(report.status)},
            {"message", report.message},
            {"dry_run", dryRun},
            {"changed", report.changed},
            {"lines", report.rows}};
}

} // namespace

void writeJson(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun)
{
    const intake::FecReport& file = report.file;
    Json object{{"status", intake::statusName(file.status)},
                {"message", file.message},
                {"dry_run", dryRun},
                {"changed", report.changed},
                {"lines", file.lines},
                {"clients", file.clients.size()},
                {"receivable_lines", file.receivableLines},
                {"skipped_lines", file.skippedLines},
                {"currency", file.totals.debit.currency().code()}};
    object["totals"] = toJson(file.totals);
    object["totals"]["accounts"] = toJson(file.accounts);
    object["totals"]["clients"] = toJson(file.clients);
    object["first_day"] = dayOf(file.firstDay);
    object["last_day"] = dayOf(file.lastDay);
    object["ledger_through"] = dayOf(report.ledgerThrough);
    object["covered_through"] = dayOf(report.coveredThrough);
    object["incomplete"] = report.incomplete;
    object["format"] = {
        {"separator", file.format.separator}, {"encoding", file.format.encoding}, {"line_end", file.format.lineEnd}};
    object["ledger"] = toJson(static_cast<const usecases::LinesTaken&>(report));
    object["missing_from_fec"] = Json::array();
    for (std::string_view fact : intake::factsMissingFromFec())
        object["missing_from_fec"].push_back(fact);
    addFindings(object, file.errors, report.warnings);
    dump(out, object);
}

void writeJson(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun)
{
    Json object = headOf(report, dryRun);
    object["clients"] = report.rows;
    object["clients_added"] = report.clientsAdded;
    object["clients_changed"] = report.clientsChanged;
    object["people_added"] = report.peopleAdded;
    object["ledger"] = toJson(report.ledger);
    addFindings(object, report.errors, report.warnings);
    dump(out, object);
}

void writeJson(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun)
{
    Json object = headOf(report, dryRun);
    object["ledger"] = toJson(report.ledger);
    addFindings(object, report.errors, report.warnings);
    dump(out, object);
}

void writeJson(std::ostream& out, const usecases::LinesImportReport& report, bool dryRun)
{
    Json object = headOf(report, dryRun);
    object["clients"] = clientsIn(report.totals);
    addTotals(object, report.totals, report.currency, usecases::FileTotals(report.currency),
              [](const usecases::FileTotals& totals) { return toJson(totals); });
    object["first_day"] = dayOf(report.firstDay);
    object["last_day"] = dayOf(report.lastDay);
    object["ledger_through"] = dayOf(report.ledgerThrough);
    object["covered_through"] = dayOf(report.coveredThrough);
    object["incomplete"] = report.incomplete;
    object["ledger"] = toJson(static_cast<const usecases::LinesTaken&>(report));
    addFindings(object, report.errors, report.warnings);
    dump(out, object);
}

void writeJson(std::ostream& out, const usecases::AgreementsImportReport& report, bool dryRun)
{
    using Total = usecases::AgreementsImportReport::Total;
    Json object = headOf(report, dryRun);
    object["clients"] = report.clients.size();
    addTotals(object, report.totals, report.currency, Total{0, Money::ofMinor(0, report.currency)},
              [](const Total& total) { return Json{{"lines", total.lines}, {"amount", total.amount.minor()}}; });
    object["added"] = report.added;
    object["updated"] = report.updated;
    addFindings(object, report.errors, report.warnings);
    dump(out, object);
}

void writeJson(std::ostream& out, const usecases::UndoReport& report)
{
    Json object{{"undone", report.import.name},
                {"first_day", report.import.firstDay.iso()},
                {"last_day", report.import.lastDay.iso()},
                {"imported_at", report.import.at.iso()},
                {"ledger_through", dayOf(report.ledgerThrough)},
                {"covered_through", dayOf(report.coveredThrough)},
                {"incomplete", report.incomplete},
                {"clients_forgotten", report.clientsForgotten}};
    object["ledger"] = toJson(report.ledger);
    dump(out, object);
}

} // namespace encours::central
