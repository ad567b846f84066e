// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/insight_arguments.h"
#include "usecases/brief_visit.h"
#include "usecases/forecast_cash.h"

namespace encours::central {

namespace {

using cli::Cell;

constexpr std::int64_t kPerCent = 100; // basis points
constexpr std::int64_t kPerUnit = 100; // cents

cli::Table sentences(std::span<const Sentence> said, const InsightArguments& arguments)
{
    cli::Table table;
    addSentenceColumns(table, "text", " ", " ", arguments);
    for (const Sentence& one : said) {
        std::vector<Cell> row;
        addSentence(row, one);
        table.rows.push_back(std::move(row));
    }
    return table;
}

cli::Table equation(const CollectibleNow& collectible, const InsightArguments& arguments)
{
    cli::Table table{{{"term", "Term"}, {"amount", "Amount"}}, {}, {}};
    addSentenceColumns(table, "why", "Why", "Pourquoi", arguments);
    for (const EquationTerm& term : collectible.terms) {
        std::vector<Cell> row{std::string(term.name), term.amount};
        addSentence(row, term.sentence);
        table.rows.push_back(std::move(row));
    }
    return table;
}

cli::Table anomalies(std::span<const Anomaly> list, const InsightArguments& arguments)
{
    cli::Table table{{{"kind", ""}, {"severity", "Severity"}}, {}, {}};
    addSentenceColumns(table, "title", "What", "Quoi", arguments);
    addSentenceColumns(table, "why", "Why", "Pourquoi", arguments);
    for (const Anomaly& anomaly : list) {
        std::vector<Cell> row{std::string(nameOf(anomaly.kind)), std::string(nameOf(anomaly.severity))};
        addSentence(row, titleOf(anomaly));
        addSentence(row, sentenceOf(anomaly));
        table.rows.push_back(std::move(row));
    }
    return table;
}

cli::Table recordOf(const usecases::VisitSheet& sheet, const usecases::InsightRequest& request,
                    const InsightArguments& arguments)
{
    const VisitBrief& brief = sheet.brief;
    cli::Table record{{{"client", "Client"},
                       {"name", "Name"},
                       {"as_of", "As of"},
                       {"currency", "Currency"},
                       {"balance", "Balance"},
                       {"overdue", "Overdue"},
                       {"collectible", "To collect"}},
                      {},
                      {}};
    std::vector<Cell> row{sheet.of.client,           sheet.of.name,        request.asOf,
                          codeOf(sheet.of.currency), sheet.aged.balance(), sheet.aged.overdue(),
                          brief.collectible.amount};
    const auto add = [&](const std::string& name, const std::string& english, const std::string& french,
                         const Sentence& said) {
        addSentenceColumns(record, name, english, french, arguments);
        addSentence(row, said);
    };
    const auto addFigure = [&](const std::string& name, Cell value) {
        record.columns.push_back({name, ""});
        row.push_back(std::move(value));
    };
    add("collectible_why", "Because", "Calcul", brief.why);
    add("last_promise", "Last promise", "Dernière promesse",
        brief.lastPromise ? brief.lastPromise->sentence : Sentence());
    add("grant", "May be granted", "Peut être accordé", brief.grant.sentence);
    addFigure("grant_amount", brief.grant.amount);
    addFigure("grant_instalments", std::int64_t{brief.grant.instalments});
    addFigure("grant_until", brief.grant.until);
    addFigure("grant_down_payment", brief.grant.downPayment);
    add("beyond", "Beyond", "Au-delà", brief.grant.beyond);
    addFigure("sales_to_make_up", brief.salesToMakeUp);
    add("cost", "Cost", "Coût", brief.cost);
    addFigure("profile", std::string(nameOf(brief.profile.profile)));
    add("profile_why", "Profile", "Profil",
        sentence("%1. %3", "%2. %3", frenchNameOf(brief.profile.profile), englishNameOf(brief.profile.profile),
                 brief.profile.reason));
    add("freshness", "Data", "Données", brief.freshness);
    record.rows.push_back(std::move(row));
    return record;
}

/// What the client owes besides, in currencies other than its own.
cli::Table otherCurrencies(std::span<const usecases::VisitSheet> others, const InsightArguments& arguments)
{
    cli::Table table{{{"currency", "Currency"}, {"balance", "Balance"}, {"collectible", "To collect"}}, {}, {}};
    addSentenceColumns(table, "why", "Why", "Pourquoi", arguments);
    for (const usecases::VisitSheet& sheet : others) {
        std::vector<Cell> row{codeOf(sheet.of.currency), sheet.aged.balance(), sheet.brief.collectible.amount};
        addSentence(row, sheet.brief.why);
        table.rows.push_back(std::move(row));
    }
    return table;
}

void printSheets(Context& context, std::span<const usecases::VisitSheet> sheets,
                 const usecases::InsightRequest& request, const InsightArguments& arguments)
{
    const usecases::VisitSheet& sheet = sheets.front();
    const bool french = arguments.french();
    context.program.printDocument(
        recordOf(sheet, request, arguments),
        {{"equation", french ? "À réclamer" : "To collect", equation(sheet.brief.collectible, arguments)},
         {"say", french ? "À dire" : "Say", sentences(sheet.brief.say, arguments)},
         {"dont_raise", french ? "À ne pas aborder" : "Do not raise", sentences(sheet.brief.dontRaise, arguments)},
         {"anomalies", "Anomalies", anomalies(sheet.anomalies, arguments)},
         {"other_currencies", french ? "Autres devises" : "Other currencies",
          otherCurrencies(sheets.subspan(1), arguments)}});
}

cli::Table totals(const usecases::CashForecast& cash)
{
    cli::Table table{{{"currency", "Currency"},
                      {"forecast", "Forecast"},
                      {"later", "Later"},
                      {"without_date", "Without date"},
                      {"balance", "Balance"},
                      {"why", "Because"}},
                     {},
                     {}};
    for (const auto& [currency, forecast] : cash.byCurrency) {
        const Money weeks = forecast.balance - forecast.later - forecast.withoutDate;
        table.rows.push_back({codeOf(currency), weeks, forecast.later, forecast.withoutDate, forecast.balance,
                              sentence("", "%1 forecast + %2 later + %3 without date = balance %4.", weeks,
                                       forecast.later, forecast.withoutDate, forecast.balance)
                                  .en});
    }
    return table;
}

cli::Table weeks(const usecases::CashForecast& cash)
{
    cli::Table table{{{"week", "Week"},
                      {"monday", "From"},
                      {"currency", ""},
                      {"firm", "Firm"},
                      {"habit", "By habit"},
                      {"total", "Total"},
                      {"low_by_then", "At least by then"},
                      {"expected_by_then", "By then"},
                      {"high_by_then", "At most by then"}},
                     {},
                     {}};
    for (const auto& [currency, forecast] : cash.byCurrency)
        for (const ForecastWeek& week : forecast.weeks)
            table.rows.push_back({week.week.text(), week.monday, codeOf(currency), week.firm, week.habit, week.total(),
                                  week.lowByThen, week.expectedByThen, week.highByThen});
    return table;
}

cli::Table payments(const usecases::CashForecast& cash, const InsightArguments& arguments)
{
    cli::Table table{{{"expected", "Expected"},
                      {"earliest", ""},
                      {"latest", ""},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"item", "Item"},
                      {"due", "Due"},
                      {"currency", ""},
                      {"amount", "Amount"},
                      {"by", ""},
                      {"firm", "Firm"}},
                     {},
                     {}};
    addSentenceColumns(table, "why", "Why", "Pourquoi", arguments);
    for (const usecases::ClientExpectation& one : cash.payments) {
        const ExpectedPayment& expected = one.expected;
        std::vector<Cell> row{cli::cellOf(expected.day),
                              cli::cellOf(expected.earliest),
                              cli::cellOf(expected.latest),
                              one.of.client,
                              one.of.name,
                              one.number,
                              one.due,
                              codeOf(one.of.currency),
                              expected.amount,
                              std::string(nameOf(expected.by)),
                              expected.firm};
        addSentence(row, one.why);
        table.rows.push_back(std::move(row));
    }
    return table;
}

void printForecast(Context& context, const usecases::CashForecast& cash, const usecases::InsightRequest& request,
                   const InsightArguments& arguments)
{
    cli::Table record{{{"as_of", "As of"},
                       {"payments", "Payments known"},
                       {"median_delay", "Median delay"},
                       {"early_quartile", "A quarter within"},
                       {"late_quartile", "Three quarters within"}},
                      {},
                      {}};
    record.rows.push_back({request.asOf, std::int64_t{cash.company.delays}, std::int64_t{cash.company.median},
                           std::int64_t{cash.company.early}, std::int64_t{cash.company.late}});
    context.program.printDocument(record, {{"totals", "Equation", totals(cash)},
                                           {"weeks", "Weeks", weeks(cash)},
                                           {"payments", "Expected payments", payments(cash, arguments)}});
}

} // namespace

void addCashCommands(Context& context)
{
    const auto envelope = std::make_shared<VisitEnvelope>();
    const auto downPayment = std::make_shared<std::int64_t>(envelope->plan.minDownPayment.value / kPerCent);
    const auto margin = std::make_shared<std::int64_t>(envelope->margin.value / kPerCent);
    const auto most = std::make_shared<std::int64_t>(envelope->plan.maxDebt.minor() / kPerUnit);
    const auto briefArguments = std::make_shared<std::shared_ptr<InsightArguments>>();
    CLI::App& brief = context.program.command(
        context.program.app(), "brief", "The visit brief of one client: what to demand, say, leave and grant",
        [&context, envelope, downPayment, margin, most, briefArguments] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto request, (*briefArguments)->request(office));
                envelope->plan.minDownPayment.value = *downPayment * kPerCent;
                envelope->plan.maxDebt = Money::ofMinor(*most * kPerUnit);
                envelope->margin.value = *margin * kPerCent;
                ENCOURS_TRY(const auto sheets, usecases::briefVisit(office, request, *envelope));
                printSheets(context, sheets, request, **briefArguments);
                return {};
            });
        });
    *briefArguments = addInsightArguments(context, brief, true);
    brief.add_option("CLIENT", (*briefArguments)->client, "Key of the client")->required();
    brief.add_option("--instalments", envelope->plan.maxInstalments, "Instalments a salesperson may grant alone")
        ->check(CLI::Range(0, 120))
        ->capture_default_str();
    brief.add_option("--days", envelope->plan.maxDays, "Days until the last of them")
        ->check(CLI::Range(0, 3660))
        ->capture_default_str();
    brief.add_option("--down-payment", *downPayment, "Least down payment, of the amount to collect")
        ->type_name("PERCENT")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    brief.add_option("--most", *most, "Largest amount a salesperson may spread alone, in euros")
        ->type_name("EUROS")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{1'000'000'000}))
        ->capture_default_str();
    brief.add_option("--margin", *margin, "Margin of the company: what losing the money costs in sales")
        ->type_name("PERCENT")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    brief.add_option("--approver", envelope->approver, "Who agrees to more")->type_name("NAME");

    const auto forecastArguments = std::make_shared<std::shared_ptr<InsightArguments>>();
    CLI::App& forecast = context.program.command(
        context.program.app(), "forecast", "The cash-in to come by ISO week, and when each invoice should be paid",
        [&context, forecastArguments] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto request, (*forecastArguments)->request(office));
                ENCOURS_TRY(const auto cash, usecases::forecastCash(office, request));
                printForecast(context, cash, request, **forecastArguments);
                return {};
            });
        });
    *forecastArguments = addInsightArguments(context, forecast);
}

} // namespace encours::central
