// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "platforms/central/settings_file.h"

#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/scenario_reader.h"
#include "usecases/dunning.h"

namespace encours::central {

namespace {

using cli::Cell;

struct Arguments {
    std::optional<Day> asOf;
    std::string client;
    std::string scenarios; ///< file; empty = those compiled in
    std::string author = "office";
    int bankAge = -1; ///< days; below zero = as the scenarios say
    bool changes = false;
};

Result<DunningRules> rulesOf(const Arguments& arguments)
{
    ENCOURS_TRY(DunningRules rules, readSettings(arguments.scenarios, intake::built_in::dunningRules(), "default.json",
                                                 intake::readDunningRules));
    if (arguments.bankAge >= 0)
        rules.bankDataDays = arguments.bankAge;
    return rules;
}

std::string code(Money amount)
{
    return std::string(amount.currency().code());
}

cli::Table toTable(const usecases::DunningRows& plan, std::span<const usecases::RowChange> changes,
                   const DunningRules& rules)
{
    cli::Table table{{{"client", "Client"},     {"name", "Name"},        {"item", "Item"},
                      {"due", "Due"},           {"currency", ""},        {"balance", "Balance"},
                      {"disputed", ""},         {"promised", ""},        {"demanded", "Demanded"},
                      {"credits", ""},          {"profile", ""},         {"scenario", ""},
                      {"reached", ""},          {"level", "Level"},      {"step", ""},
                      {"step_fr", ""},          {"channel", "Channel"},  {"owner", ""},
                      {"decision", "Decision"}, {"reason", "Reason"},    {"day", "Day"},
                      {"author", ""},           {"message", ""},         {"message_level", ""},
                      {"message_channel", ""},  {"message_credits", ""}, {"message_demanded", ""},
                      {"why", "Why"},           {"why_fr", ""}},
                     {},
                     {}};
    if (!changes.empty())
        table.columns.push_back({"since_yesterday", "Since yesterday"});
    table.rows.reserve(plan.rows.size());
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        const usecases::DunningRow& row = plan.rows[i];
        std::vector<Cell>& cells = table.rows.emplace_back();
        const PlannedItem& planned = row.planned;
        const Sentence why = row.why(rules);
        cells = {row.client,
                 row.clientName,
                 row.item.number,
                 row.item.due,
                 code(row.item.residual),
                 row.item.residual,
                 planned.disputed,
                 planned.promised,
                 planned.demanded,
                 planned.credits,
                 row.profile ? Cell(std::string(nameOf(*row.profile))) : Cell(std::monostate()),
                 row.scenario->name,
                 std::int64_t{planned.reached},
                 std::int64_t{planned.level},
                 planned.step->name.en,
                 planned.step->name.fr,
                 std::string(nameOf(planned.step->channel)),
                 planned.step->owner,
                 std::string(row.in() ? "in" : "out"),
                 std::string(nameOf(planned.reason)),
                 planned.reason == PlanReason::Settled ? Cell(std::monostate()) : Cell(planned.until),
                 planned.author};
        if (row.message > 0) {
            const usecases::DunningSending& sending = plan.sendings[static_cast<std::size_t>(row.message) - 1];
            cells.insert(cells.end(), {std::int64_t{row.message}, std::int64_t{sending.level},
                                       std::string(nameOf(sending.channel)), sending.credits, sending.demanded});
        } else {
            cells.insert(cells.end(), 5, std::monostate());
        }
        cells.insert(cells.end(), {why.en, why.fr});
        if (!changes.empty())
            cells.emplace_back(std::string(nameOf(changes[i])));
    }
    return table;
}

Result<void> plan(Context& context, const Arguments& arguments)
{
    ENCOURS_TRY(const DunningRules rules, rulesOf(arguments));
    ENCOURS_TRY(const InsightSettings insight, intake::builtInInsightSettings());
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        const usecases::DunningRequest request{arguments.asOf.value_or(office.clock.today()), arguments.client, rules,
                                               insight.rules, arguments.changes};
        ENCOURS_TRY(const auto plan, usecases::planDunning(office, request));
        context.program.print(toTable(plan.rows, plan.changes, rules));
        return {};
    });
}

Result<void> commit(Context& context, const Arguments& arguments)
{
    ENCOURS_TRY(const DunningRules rules, rulesOf(arguments));
    ENCOURS_TRY(const InsightSettings insight, intake::builtInInsightSettings());
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        office.actor = arguments.author;
        const Day day = arguments.asOf.value_or(office.clock.today());
        ENCOURS_TRY(const auto done, usecases::commitDunning(office, {day, arguments.client, rules, insight.rules}));
        context.program.printRecord(
            {{{"day", "Day"},
              {"steps", "Items that took a step"},
              {"messages", "Messages and actions"},
              {"vanished", "Items no longer in the ledger"}},
             {{day, std::int64_t{done.steps}, std::int64_t{done.messages}, std::int64_t{done.vanished}}},
             {}});
        return {};
    });
}

void addRunOptions(Context& context, CLI::App& command, Arguments& arguments)
{
    context.program.addDay(command, "--as-of", arguments.asOf, "On this day (today)");
    command.add_option("--scenarios", arguments.scenarios, "Scenarios of the company, instead of the default ones")
        ->type_name("FILE");
    command.add_option("--client", arguments.client, "Of this client only")->type_name("KEY");
    command.add_option("--bank-age", arguments.bankAge, "Receipts may be known up to this many days before the day")
        ->check(CLI::Range(0, 3660))
        ->type_name("DAYS");
}

} // namespace

void addDunningCommands(Context& context)
{
    CLI::App& group = context.program.group("dunning", "Whom to remind of what, and what was sent");
    const auto planned = std::make_shared<Arguments>();
    CLI::App& planCommand =
        context.program.command(group, "plan", "Every open item, in or out, and why; nothing is recorded",
                                [&context, planned] { return plan(context, *planned); });
    addRunOptions(context, planCommand, *planned);
    planCommand.add_flag("--since-yesterday", planned->changes,
                         "Say how each row differs from the plan of the day before, and what was settled since");

    const auto committed = std::make_shared<Arguments>();
    CLI::App& commitCommand =
        context.program.command(group, "commit", "Record the steps of the plan as done on its day",
                                [&context, committed] { return commit(context, *committed); });
    addRunOptions(context, commitCommand, *committed);
    commitCommand.add_option("--author", committed->author, "Who answers for it (office)")->type_name("NAME");
}

} // namespace encours::central
