// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/insight_arguments.h"
#include "usecases/list_anomalies.h"
#include "usecases/list_priorities.h"

namespace encours::central {

namespace {

using cli::Cell;

cli::Table toTable(const std::vector<usecases::ClientAnomaly>& list, const InsightArguments& arguments)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"severity", "Severity"},
                      {"kind", ""},
                      {"item", ""},
                      {"currency", ""},
                      {"amount", ""},
                      {"compared_with", ""},
                      {"day", ""},
                      {"days", ""}},
                     {},
                     {}};
    addSentenceColumns(table, "title", "What", "Quoi", arguments);
    addSentenceColumns(table, "why", "Why", "Pourquoi", arguments);
    table.columns.push_back({"evidence", ""});
    table.columns.push_back({"key", ""});
    for (const usecases::ClientAnomaly& one : list) {
        const Anomaly& anomaly = one.anomaly;
        std::vector<Cell> row{one.of.client,
                              one.of.name,
                              std::string(nameOf(anomaly.severity)),
                              std::string(nameOf(anomaly.kind)),
                              anomaly.number,
                              codeOf(one.of.currency),
                              anomaly.amount,
                              anomaly.other,
                              anomaly.day,
                              std::int64_t{anomaly.days}};
        addSentence(row, titleOf(anomaly));
        addSentence(row, sentenceOf(anomaly));
        row.emplace_back(one.evidence);
        row.emplace_back(keyOf(anomaly));
        table.rows.push_back(std::move(row));
    }
    return table;
}

cli::Table toTable(const std::vector<usecases::ClientPriority>& list, const InsightArguments& arguments)
{
    cli::Table table{{{"rank", "No."},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"points", "Points"},
                      {"currency", ""},
                      {"balance", "Balance"},
                      {"overdue", "Overdue"},
                      {"collectible", "To collect"},
                      {"days_late", "Days late"},
                      {"profile", "Profile"},
                      {"terms", ""}},
                     {},
                     {}};
    addSentenceColumns(table, "why", "Why", "Pourquoi", arguments);
    addSentenceColumns(table, "collectible_why", "", "", arguments);
    addSentenceColumns(table, "profile_why", "", "", arguments);
    std::int64_t rank = 0;
    for (const usecases::ClientPriority& one : list) {
        std::vector<std::string> terms;
        std::vector<Sentence> reasons;
        for (const PriorityTerm& term : one.priority.terms) {
            terms.push_back(std::string(term.name) + ":" + std::to_string(term.points));
            reasons.push_back(sentence("%1 +%2", "%1 +%2", term.sentence, term.points));
        }
        std::vector<Cell> row{++rank,
                              one.of.client,
                              one.of.name,
                              std::int64_t{one.priority.points},
                              codeOf(one.of.currency),
                              one.aged.balance(),
                              one.aged.overdue(),
                              one.priority.collectible.amount,
                              std::int64_t{one.aged.oldestDaysLate},
                              std::string(nameOf(one.profile.profile)),
                              terms};
        addSentences(row, reasons);
        addSentence(row, sentenceOf(one.priority.collectible));
        addSentence(row, one.profile.reason);
        table.rows.push_back(std::move(row));
    }
    return table;
}

cli::Table toTable(const std::vector<usecases::ClientDeadline>& list, const InsightArguments& arguments,
                   const usecases::InsightRequest& request)
{
    cli::Table table{{{"day", "Day"},
                      {"days_left", "Days left"},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"kind", ""},
                      {"item", ""},
                      {"currency", ""},
                      {"amount", ""}},
                     {},
                     {}};
    addSentenceColumns(table, "title", "Clock", "Délai", arguments);
    addSentenceColumns(table, "why", "What", "Quoi", arguments);
    addSentenceColumns(table, "source", "Source", "Source", arguments);
    for (const usecases::ClientDeadline& one : list) {
        const Deadline& deadline = one.deadline;
        std::vector<Cell> row{deadline.day,
                              std::int64_t{deadline.daysLeft},
                              one.of.client,
                              one.of.name,
                              std::string(nameOf(deadline.kind)),
                              deadline.number,
                              codeOf(one.of.currency),
                              deadline.amount};
        addSentence(row, titleOf(deadline, request.settings.rules));
        addSentence(row, sentenceOf(deadline, request.asOf));
        addSentence(row, sourceOf(deadline.kind));
        table.rows.push_back(std::move(row));
    }
    return table;
}

// A listing by one verb: print(office, request, arguments) prints it.
template<class Print>
CLI::App& addListing(Context& context, const std::string& name, const std::string& description, Print print)
{
    const auto arguments = std::make_shared<std::shared_ptr<InsightArguments>>();
    CLI::App& command = context.program.command(context.program.app(), name, description, [&context, arguments, print] {
        return context.withOffice([&](usecases::Office& office) -> Result<void> {
            ENCOURS_TRY(const auto request, (*arguments)->request(office));
            return print(office, request, **arguments);
        });
    });
    *arguments = addInsightArguments(context, command);
    return command;
}

} // namespace

void addInsightCommands(Context& context)
{
    using usecases::InsightRequest;
    using usecases::Office;
    addListing(context, "anomalies", "What is wrong, gravest first, with its sentence and its evidence",
               [&context](Office& office, const InsightRequest& request, const InsightArguments& a) -> Result<void> {
                   ENCOURS_TRY(const auto list, usecases::listAnomalies(office, request));
                   context.program.print(toTable(list, a));
                   return {};
               });
    addListing(context, "priority", "Whom to see first, and why: points that add up",
               [&context](Office& office, const InsightRequest& request, const InsightArguments& a) -> Result<void> {
                   ENCOURS_TRY(const auto list, usecases::listPriorities(office, request));
                   context.program.print(toTable(list, a));
                   return {};
               });
    const auto within = std::make_shared<int>(30);
    addListing(
        context, "clocks", "The clocks of trade, insurer and law that run, next deadline first, with their source",
        [&context, within](Office& office, const InsightRequest& request, const InsightArguments& a) -> Result<void> {
            ENCOURS_TRY(const auto list, usecases::listDeadlines(office, request, *within));
            context.program.print(toTable(list, a, request));
            return {};
        })
        .add_option("--within", *within, "Deadlines of so many days, and those that have passed")
        ->type_name("DAYS")
        ->check(CLI::Range(0, 36500))
        ->capture_default_str();
}

} // namespace encours::central
