// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/agreement_tables.h"

#include "platforms/cli/said_text.h"
#include "platforms/cli/words.h"

namespace encours::cli {

namespace {

void add(Table& table, std::vector<Cell> row, std::vector<Cell> cells)
{
    row.insert(row.end(), std::make_move_iterator(cells.begin()), std::make_move_iterator(cells.end()));
    table.rows.push_back(std::move(row));
}

} // namespace

Table planTable()
{
    return {{{"id", "Id"},
             {"version", "Version"},
             {"content", ""},
             {"state", "State"},
             {"debt", "Debt"},
             {"instalments", "Instalments"},
             {"paid", "Paid"},
             {"proposed_on", "Proposed"},
             {"author", "By"},
             {"missing_signatures", "To sign"},
             {"contested_versions", "Contested"},
             {"late_decisions", "Late decisions"},
             {"pending", "Not sent"}},
            {},
            {}};
}

void addPlan(Table& table, const PlanHistory& history, const PlanStatus& status, const std::vector<Cell>& before)
{
    const PlanVersion& version = history.plan.versions.back();
    std::vector<std::string> late;
    for (const LatePlanDecision& decision : history.late)
        late.push_back(decision.authorName + ": " + std::string(nameOf(decision.step)));
    add(table, before,
        {history.plan.id.value.toString(), std::int64_t{version.number}, hexOf(contentHash(history.plan, version)),
         std::string(nameOf(status.state)), version.debt, static_cast<std::int64_t>(version.schedule.size()),
         status.paid, version.proposedOn, version.author, status.missingSignatures,
         static_cast<std::int64_t>(history.contested.size()), late, history.pending});
}

Table visitTable()
{
    return {{{"id", "Id"},
             {"on", "On"},
             {"state", "State"},
             {"purpose", "Purpose"},
             {"other_days", "Also on"},
             {"author", "By"},
             {"note", ""},
             {"reason", "Why not"},
             {"pending", "Not sent"}},
            {},
            {}};
}

void addVisit(Table& table, const Visit& visit, const std::vector<Cell>& before)
{
    std::vector<std::string> others;
    for (const Day day : visit.otherDays)
        others.push_back(day.iso());
    add(table, before,
        {visit.id.toString(), visit.on, std::string(nameOf(visit.state)), visit.purpose, others, visit.authorName,
         visit.report ? Cell(visit.report.value.toString()) : Cell(std::monostate()), visit.reason, visit.pending});
}

Table suggestionTable()
{
    return {{{"id", "Id"},
             {"contact", ""},
             {"name_before", ""},
             {"contact_name", "Contact"},
             {"role", "Role"},
             {"phone", "Phone"},
             {"email", "E-mail"},
             {"author", "By"},
             {"made_on", "On"},
             {"accepted", "Accepted"},
             {"settled_by", "Settled by"},
             {"pending", "Not sent"}},
            {},
            {}};
}

void addSuggestion(Table& table, const Suggestion& suggestion, const std::vector<Cell>& before)
{
    const ContactSuggested& said = suggestion.said;
    add(table, before,
        {suggestion.id.toString(), said.contact.value, said.before.name, said.after.name, said.after.role,
         said.after.phone, said.after.email, suggestion.authorName, suggestion.madeOn, cellOf(suggestion.accepted),
         suggestion.settledBy, suggestion.pending});
}

Table withClient(Table table)
{
    table.columns.insert(table.columns.begin(), {Column{"client", "Client"}, Column{"name", "Name"}});
    return table;
}

} // namespace encours::cli
