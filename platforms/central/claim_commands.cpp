// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "platforms/central/settings_file.h"

#include "intake/amount_text.h"
#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/legal_reader.h"
#include "usecases/list_penalties.h"
#include "usecases/list_routes.h"

#include <algorithm>

namespace encours::central {

namespace {

using cli::Cell;

std::string code(Money amount)
{
    return std::string(amount.currency().code());
}

struct PenaltyArguments {
    std::optional<Day> asOf;
    std::string client;
    std::string rates; ///< file; empty = those compiled in
    std::string clause;
    bool firstDay = false;
    bool settled = false;
};

/// Nothing when no day of it could be counted: 0,00 would say that none is owed.
Cell interestOf(const Penalty& penalty)
{
    const bool counted =
        std::ranges::any_of(penalty.lines, [](const PenaltyLine& line) { return line.rate.has_value(); });
    return counted || penalty.unknown.empty() ? Cell(penalty.interest) : Cell(std::monostate());
}

/// Empty when every rate is known.
std::string howToEnterRates(bool everyRateKnown)
{
    return !everyRateKnown
               ? "A rate is not known, so interest is not complete: copy assets/legal/rates.json, enter the rate the "
                 "ECB set for that half-year (assets/legal/README.md says where to find it) and give the copy with "
                 "--rates FILE; or give the rate agreed with the client with --clause."
               : std::string();
}

cli::Table toTable(const std::vector<usecases::ItemPenalty>& penalties)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"item", "Item"},
                      {"due", "Due"},
                      {"currency", ""},
                      {"balance", "Left to pay"},
                      {"days", "Days"},
                      {"interest", "Interest"},
                      {"fee_currency", ""},
                      {"fee", "Indemnity"},
                      {"complete", "Complete"},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::ItemPenalty& one : penalties) {
        const Sentence why = explain(one.penalty);
        table.rows.push_back({one.client, one.clientName, one.item.number, one.item.due, code(one.item.amount),
                              one.item.residual, std::int64_t{one.penalty.days()}, interestOf(one.penalty),
                              code(one.penalty.fee), one.penalty.fee, one.penalty.unknown.empty(), why.en, why.fr});
    }
    return table;
}

Result<PenaltyTerms> termsOf(const PenaltyArguments& arguments)
{
    PenaltyTerms terms;
    terms.rule = arguments.firstDay ? RateByHalfYear::FirstDay : RateByHalfYear::EachDay;
    if (arguments.clause.empty())
        return terms;
    const auto rate = intake::parseAmount(arguments.clause);
    if (!rate || rate->minor < 0 || rate->minor > 100'00)
        return failure(ErrorKind::InvalidArgument, "arguments.clause",
                       "'" + arguments.clause +
                           "' is not a rate: write percent a year, between 0 and 100, like 12.15.");
    terms.clause = AnnualRate{static_cast<std::int32_t>(rate->minor)};
    return terms;
}

Result<void> penalties(Context& context, const PenaltyArguments& arguments)
{
    ENCOURS_TRY(const PenaltyTerms terms, termsOf(arguments));
    ENCOURS_TRY(const LegalRates rates,
                readSettings(arguments.rates, intake::built_in::legalRates(), "rates.json", intake::readLegalRates));
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        ENCOURS_TRY(const auto list,
                    usecases::listPenalties(office, {arguments.asOf.value_or(office.clock.today()), arguments.client,
                                                     rates, terms, arguments.settled}));
        context.program.print(toTable(list));
        context.program.warn(howToEnterRates(
            std::ranges::all_of(list, [](const usecases::ItemPenalty& one) { return one.penalty.unknown.empty(); })));
        return {};
    });
}

cli::Table toTable(const std::vector<usecases::ClientRoute>& routes)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"currency", ""},
                      {"overdue", "Overdue"},
                      {"claimed", "Claimed"},
                      {"interest", "Interest"},
                      {"complete", "Complete"},
                      {"route", "Route"},
                      {"before", "Before"},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::ClientRoute& one : routes) {
        const Cell before = cli::cellOf(one.advice.before);
        const Cell interest =
            one.everyRateKnown || !one.interest.isZero() ? Cell(one.interest) : Cell(std::monostate());
        table.rows.push_back({one.client, one.clientName, code(one.overdue), one.overdue, one.claimed, interest,
                              one.everyRateKnown, std::string(nameOf(one.advice.route)), before, one.advice.why.en,
                              one.advice.why.fr});
    }
    return table;
}

Result<void> routes(Context& context, const PenaltyArguments& arguments)
{
    ENCOURS_TRY(const InsightSettings settings, intake::builtInInsightSettings());
    ENCOURS_TRY(const LegalRates rates,
                readSettings(arguments.rates, intake::built_in::legalRates(), "rates.json", intake::readLegalRates));
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        ENCOURS_TRY(const auto list, usecases::listRoutes(office, {arguments.asOf.value_or(office.clock.today()),
                                                                   arguments.client, settings, rates}));
        context.program.print(toTable(list));
        context.program.warn(howToEnterRates(std::ranges::all_of(list, &usecases::ClientRoute::everyRateKnown)));
        return {};
    });
}

} // namespace

void addClaimCommands(Context& context)
{
    const auto claimed = std::make_shared<PenaltyArguments>();
    CLI::App& penaltiesCommand = context.program.command(context.program.app(), "penalties",
                                                         "What may be claimed for late payment, and how it is counted",
                                                         [&context, claimed] { return penalties(context, *claimed); });
    context.program.addDay(penaltiesCommand, "--as-of", claimed->asOf, "On this day (today)");
    penaltiesCommand.add_option("--client", claimed->client, "Of this client only")->type_name("KEY");
    penaltiesCommand
        .add_option("--clause", claimed->clause, "The rate agreed, percent a year, instead of the ECB's + 10 points")
        ->type_name("RATE");
    penaltiesCommand.add_flag("--first-day-rate", claimed->firstDay,
                              "The rate of the first late day for all of them (public procurement)");
    penaltiesCommand.add_flag("--settled", claimed->settled, "Invoices paid late too");
    penaltiesCommand
        .add_option("--rates", claimed->rates,
                    "Rates of the law, as assets/legal/rates.json has them, instead of those compiled in")
        ->type_name("FILE");

    const auto advised = std::make_shared<PenaltyArguments>();
    CLI::App& routesCommand =
        context.program.command(context.program.app(), "routes", "Which way to recover what reminders did not, and why",
                                [&context, advised] { return routes(context, *advised); });
    context.program.addDay(routesCommand, "--as-of", advised->asOf, "On this day (today)");
    routesCommand.add_option("--client", advised->client, "Of this client only")->type_name("KEY");
    routesCommand
        .add_option("--rates", advised->rates,
                    "Rates of the law, as assets/legal/rates.json has them, instead of those compiled in")
        ->type_name("FILE");
}

} // namespace encours::central
