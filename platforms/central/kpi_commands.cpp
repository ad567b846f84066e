// SPDX-License-Identifier: Apache-2.0
// kpi and signals: the company as its manager looks at it. Every figure comes with its equation.
#include "platforms/central/commands.h"

#include "domain/insight/company_kpis.h"
#include "domain/insight/company_signals.h"
#include "intake/amount_text.h"
#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/json_tree.h"
#include "intake/kpi_reader.h"
#include "intake/scenario_reader.h"
#include "store/dunning_steps.h"
#include "usecases/audit_dunning.h"
#include "usecases/company_figures.h"

namespace encours::central {

namespace {

using cli::Cell;
using cli::cellOf;
using cli::code;

struct Arguments {
    std::optional<Day> asOf;
    int days = 90;
    std::string margin; ///< per cent
    std::string sector = "sme";
    std::string costsFile, sectorsFile, thresholdsFile, scenariosFile;
    int signal = 0;
};

/// The file when one is given, else what is compiled in.
Result<std::string> settings(const std::string& file, std::string_view builtIn)
{
    if (file.empty())
        return std::string(builtIn);
    return intake::readSettingsFile(file);
}

Result<std::optional<BasisPoints>> marginGiven(const std::string& text)
{
    if (text.empty())
        return std::nullopt;
    const auto amount = intake::parseAmount(text); // hundredths of a per cent are basis points
    if (!amount || amount->minor <= 0 || amount->minor > 100'00)
        return failure(ErrorKind::InvalidArgument, "kpi.margin",
                       "'" + text + "' is no margin: give a percentage above 0 and up to 100, as in --margin 12,5.");
    return BasisPoints{amount->minor};
}

std::string shown(KpiUnit unit, const std::optional<std::int64_t>& value, bool atLeast)
{
    if (!value)
        return "unknown";
    const std::string text =
        unit == KpiUnit::Money ? cli::frenchAmount(Money::ofMinor(*value)) : toPlainString(Hundredths{*value});
    return atLeast ? "> " + text : text;
}
std::string unitName(KpiUnit unit, Currency currency)
{
    switch (unit) {
    case KpiUnit::Days: return "days";
    case KpiUnit::Percent: return "%";
    case KpiUnit::Money: return code(currency);
    case KpiUnit::Count: break;
    }
    return "count";
}
std::string_view nameOf(SignalState state)
{
    switch (state) {
    case SignalState::Unknown: return "unknown";
    case SignalState::Good: return "good";
    case SignalState::Watch: return "watch";
    case SignalState::Alert: break;
    }
    return "alert";
}
std::string_view trendOf(const Signal& signal)
{
    if (!signal.value || !signal.before)
        return "";
    if (*signal.value == *signal.before)
        return "same";
    return (*signal.value > *signal.before) == signal.lowIsBad ? "better" : "worse";
}

/// The indicators of `series[at]`. CEI is that of the last month that is over, `at` month-ends before.
KpiInputs inputs(const std::vector<const CompanyFigures*>& series, std::size_t at)
{
    KpiInputs made{.now = *series[at]};
    const bool monthEnd = (series.front()->period.asOf + 1).ymd().day() == std::chrono::day(1);
    const std::size_t end = (monthEnd ? 0 : 1) + at;
    if (end + 1 < series.size()) {
        made.monthEnd = series[end];
        made.monthBegin = series[end + 1];
    }
    return made;
}

cli::Table kpiTable(const usecases::CompanyFiguresAnswer& answer, const ActionCosts& costs,
                    std::optional<BasisPoints> margin)
{
    cli::Table table{{{"kpi", ""},
                      {"name", "Indicator"},
                      {"name_fr", ""},
                      {"currency", ""},
                      {"value", ""},
                      {"shown", "Value"},
                      {"unit", "Unit"},
                      {"at_least", ""},
                      {"before", ""},
                      {"before_shown", "Month-end before"},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::FiguresOfCurrency& of : answer.currencies) {
        std::vector<const CompanyFigures*> series{&of.now};
        for (const CompanyFigures& figures : of.monthEnds)
            series.push_back(&figures);
        const auto told = [&](std::size_t at) {
            KpiInputs made = inputs(series, at);
            made.costs = &costs;
            made.margin = margin;
            return companyKpis(made);
        };
        const std::vector<Kpi> now = told(0);
        const std::vector<Kpi> before = series.size() > 1 ? told(1) : std::vector<Kpi>();
        for (std::size_t i = 0; i < now.size(); ++i) {
            const Kpi& kpi = now[i];
            const Kpi none{};
            const Kpi& then = i < before.size() ? before[i] : none;
            table.rows.push_back({kpi.code, kpi.name.en, kpi.name.fr, code(of.currency), cellOf(kpi.value),
                                  shown(kpi.unit, kpi.value, kpi.atLeast), unitName(kpi.unit, of.currency), kpi.atLeast,
                                  cellOf(then.value),
                                  then.value ? shown(kpi.unit, then.value, then.atLeast) : std::string(), kpi.why.en,
                                  kpi.why.fr});
        }
    }
    return table;
}

/// What the company reminds by; none as long as nobody can know: no file is given, and no run was ever recorded.
Result<std::optional<DunningRules>> scenariosUsed(usecases::Office& office, const std::string& file)
{
    if (file.empty()) {
        ENCOURS_TRY(const auto lastRun, store::lastDunningRun(office.store, office.tenant, office.clock.today()));
        if (!lastRun)
            return std::nullopt;
    }
    ENCOURS_TRY(const std::string text, settings(file, intake::built_in::dunningRules()));
    ENCOURS_TRY(DunningRules rules, intake::readDunningRules(text, file.empty() ? "default.json" : file));
    return rules;
}

void printSignals(cli::Program& program, const std::vector<std::pair<Currency, Signal>>& signals)
{
    cli::Table table{{{"number", "No"},
                      {"signal", "Signal"},
                      {"signal_fr", ""},
                      {"currency", ""},
                      {"state", "State"},
                      {"value", ""},
                      {"shown", "Value"},
                      {"unit", "Unit"},
                      {"before", ""},
                      {"trend", "Trend"},
                      {"clients", "Clients"},
                      {"sentence", "What it says"},
                      {"sentence_fr", ""},
                      {"action", ""},
                      {"action_fr", ""},
                      {"why", ""},
                      {"why_fr", ""}},
                     {},
                     {}};
    cli::Table more{{{"number", "No"}, {"action", "What to do"}, {"why", "Why"}}, {}, {}};
    for (const auto& [currency, signal] : signals) {
        const auto value = signal.value ? std::optional(signal.value->value) : std::nullopt;
        const auto before = signal.before ? std::optional(signal.before->value) : std::nullopt;
        table.rows.push_back({std::int64_t{signal.number}, signal.title.en, signal.title.fr, code(currency),
                              std::string(nameOf(signal.state)), cellOf(value),
                              signal.value ? toPlainString(*signal.value) : std::string("unknown"),
                              std::string(signal.unit == SignalUnit::Days ? "days" : "%"), cellOf(before),
                              std::string(trendOf(signal)), static_cast<std::int64_t>(signal.clients.size()),
                              signal.sentence.en, signal.sentence.fr, signal.action.en, signal.action.fr, signal.why.en,
                              signal.why.fr});
        more.rows.push_back({std::int64_t{signal.number}, signal.action.en, signal.why.en});
    }
    program.print(table);
    if (program.format() == cli::Format::Text) // one line of it all would be too long to be read
        program.print(more);
}

void printClients(cli::Program& program, const std::vector<std::pair<Currency, Signal>>& signals, int number)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"currency", ""},
                      {"amount", "Amount"},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const auto& [currency, signal] : signals)
        if (signal.number == number)
            for (const SignalClient& client : signal.clients)
                table.rows.push_back(
                    {client.key, client.name, code(currency), client.amount, client.why.en, client.why.fr});
    program.print(table);
}

void addCommon(Context& context, CLI::App& command, const std::shared_ptr<Arguments>& arguments)
{
    context.program.addDay(command, "--as-of", arguments->asOf, "As of this day, later facts ignored (today)");
    command.add_option("--days", arguments->days, "Days of sales and payments looked at (90)")
        ->type_name("N")
        ->check(CLI::Range(1, 366));
}

} // namespace

void addKpiCommands(Context& context)
{
    using usecases::Office;
    const auto kpi = std::make_shared<Arguments>();
    CLI::App& kpiCommand = context.program.command(
        context.program.app(), "kpi", "The indicators of the receivables, with their equations", [&context, kpi] {
            return context.withOffice([&](Office& office) -> Result<void> {
                ENCOURS_TRY(const auto margin, marginGiven(kpi->margin));
                ENCOURS_TRY(const std::string text, settings(kpi->costsFile, intake::built_in::kpiActionCosts()));
                ENCOURS_TRY(const auto costs, intake::readActionCosts(text, "action_costs.json"));
                const Day asOf = kpi->asOf.value_or(office.clock.today());
                ENCOURS_TRY(const auto answer,
                            usecases::readCompanyFigures(office, {.asOf = asOf, .days = kpi->days, .monthEnds = 3}));
                context.program.print(kpiTable(answer, intake::actionCostsOn(costs, asOf), margin));
                return {};
            });
        });
    addCommon(context, kpiCommand, kpi);
    kpiCommand.add_option("--margin", kpi->margin, "The company's margin before VAT, for the cost of what is unpaid")
        ->type_name("PERCENT");
    kpiCommand.add_option("--costs", kpi->costsFile, "What actions cost, instead of assets/kpi/action_costs.json")
        ->type_name("FILE");

    const auto signal = std::make_shared<Arguments>();
    CLI::App& signalCommand = context.program.command(
        context.program.app(), "signals", "The eight signals of the company, and the clients behind one",
        [&context, signal] {
            return context.withOffice([&](Office& office) -> Result<void> {
                using namespace intake;
                ENCOURS_TRY(const std::string sectorText, settings(signal->sectorsFile, built_in::kpiSectorDays()));
                ENCOURS_TRY(const auto sectors, readSectorReferences(sectorText, "sector_days.json"));
                if (!sectors.contains(signal->sector))
                    return failure(ErrorKind::InvalidArgument, "signals.sector",
                                   "No reference has the code '" + signal->sector +
                                       "'; assets/kpi/sector_days.json lists them.");
                ENCOURS_TRY(const std::string text, settings(signal->thresholdsFile, built_in::kpiSignals()));
                ENCOURS_TRY(const auto thresholds, readSignalThresholds(text, "signals.json"));
                const Day asOf = signal->asOf.value_or(office.clock.today());
                ENCOURS_TRY(const auto answer,
                            usecases::readCompanyFigures(office, {.asOf = asOf, .days = signal->days}));
                ENCOURS_TRY(const auto rules, scenariosUsed(office, signal->scenariosFile));
                ENCOURS_TRY(const InsightSettings insight, builtInInsightSettings());
                DunningAudit audit;
                if (rules) {
                    ENCOURS_TRY(audit, usecases::auditDunning(office, *rules, insight.rules, asOf));
                }
                std::vector<std::pair<Currency, Signal>> all;
                for (const usecases::FiguresOfCurrency& of : answer.currencies) {
                    for (Signal& one : companySignals({.now = of.now,
                                                       .monthEnds = of.monthEnds,
                                                       .thresholds = thresholds,
                                                       .sector = sectorReferenceOn(sectors, signal->sector, asOf),
                                                       .dunning = rules ? &audit : nullptr}))
                        all.emplace_back(of.currency, std::move(one));
                }
                if (signal->signal == 0)
                    printSignals(context.program, all);
                else
                    printClients(context.program, all, signal->signal);
                return {};
            });
        });
    addCommon(context, signalCommand, signal);
    signalCommand.add_option("--clients", signal->signal, "The clients behind this signal, heaviest first")
        ->type_name("NUMBER")
        ->check(CLI::Range(1, 8));
    signalCommand.add_option("--sector", signal->sector, "Code of the reference for the DSO (sme)")->type_name("CODE");
    signalCommand.add_option("--sectors", signal->sectorsFile, "References, instead of assets/kpi/sector_days.json")
        ->type_name("FILE");
    signalCommand
        .add_option("--scenarios", signal->scenariosFile,
                    "Scenarios of the company, instead of the default ones once a run is recorded")
        ->type_name("FILE");
    signalCommand.add_option("--thresholds", signal->thresholdsFile, "Thresholds, instead of assets/kpi/signals.json")
        ->type_name("FILE");
}

} // namespace encours::central
