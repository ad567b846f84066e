// SPDX-License-Identifier: Apache-2.0
#include "intake/scenario_reader.h"

#include "intake/json_fields.h"

namespace encours::intake {

namespace {

constexpr auto kModes = std::to_array<std::string_view>({"after_due", "end_of_month", "after_previous"});
constexpr auto kChannels = std::to_array<std::string_view>(
    {"email", "letter", "registered_letter", "sms", "call", "visit", "manager_decision", "hand_over"});
constexpr auto kGroupings = std::to_array<std::string_view>({"client", "item"});
constexpr std::int64_t kMostMoney = 1'000'000'00;
constexpr std::size_t kMostSteps = 50;
constexpr std::size_t kMostScenarios = 200;

class RulesReader {
public:
    explicit RulesReader(JsonFault& fault) : m_fault(fault) {}

    DunningRules read(JsonFields& fields)
    {
        fields.objects("scenarios", [&](JsonFields& one) { readScenario(one); });
        if (m_rules.scenarios.empty() || m_rules.scenarios.size() > kMostScenarios)
            m_fault.refuse("scenarios", "must hold between 1 and " + std::to_string(kMostScenarios) + " scenarios");
        if (!m_fault.error) { // names are looked up only among sound scenarios
            readChoices(fields);
            readSettings(fields);
            readHolds(fields);
        }
        return std::move(m_rules);
    }

private:
    void readScenario(JsonFields& fields)
    {
        Scenario scenario;
        scenario.name = fields.text("name");
        for (const Scenario& other : m_rules.scenarios) {
            if (other.name == scenario.name)
                fields.refuse("name", "is '" + scenario.name + "', as that of another scenario");
        }
        int level = 0;
        fields.objects("steps", [&](JsonFields& step) {
            ++level;
            if (const int given = step.integer("level", 1, kMostSteps); given != level)
                step.refuse("level", "is " + std::to_string(given) + " and must be " + std::to_string(level) +
                                         ": levels follow one another without a gap");
            scenario.steps.push_back(readStep(step, level));
        });
        if (scenario.steps.size() > kMostSteps)
            fields.refuse("steps", "must be at most " + std::to_string(kMostSteps));
        if (const auto wrong = faultOf(scenario))
            m_fault.refuse(fields.place("steps") + '[' + std::to_string(wrong->step) + ']', wrong->what);
        m_rules.scenarios.push_back(std::move(scenario));
    }

    static ScenarioStep readStep(JsonFields& fields, int level)
    {
        ScenarioStep step;
        step.trigger = static_cast<StepTrigger>(fields.word("mode", kModes));
        step.days = fields.integer("days", step.trigger == StepTrigger::AfterPrevious ? 1 : -366, 3660);
        step.channel = static_cast<StepChannel>(fields.word("channel", kChannels));
        step.owner = fields.text("owner", "accounting");
        step.name = sentence("Niveau %1", "Level %1", level);
        if (fields.has("name"))
            fields.object("name", [&](JsonFields& name) { step.name = {name.text("fr"), name.text("en")}; });
        return step;
    }

    std::size_t scenarioNamed(const std::string& name, const std::string& place)
    {
        for (std::size_t i = 0; i < m_rules.scenarios.size(); ++i) {
            if (m_rules.scenarios[i].name == name)
                return i;
        }
        m_fault.refuse(place, "is '" + name + "', which is no scenario of this file");
        return 0;
    }

    void readChoices(JsonFields& fields)
    {
        const std::string standard = fields.text("default_scenario", m_rules.scenarios.front().name);
        m_rules.defaultScenario = scenarioNamed(standard, "default_scenario");
        m_rules.profileScenarios.fill(m_rules.defaultScenario);
        fields.texts("profiles", [&](const std::string& name, const std::string& scenario) {
            const auto profile = payerProfileNamed(name);
            if (!profile)
                m_fault.refuse("profiles." + name, "is no payer profile");
            else
                m_rules.profileScenarios[static_cast<std::size_t>(*profile)] =
                    scenarioNamed(scenario, "profiles." + name);
        });
        fields.texts("clients", [&](const std::string& key, const std::string& scenario) {
            m_rules.clientScenarios.emplace(key, scenarioNamed(scenario, "clients." + key));
        });
    }

    void readSettings(JsonFields& fields)
    {
        m_rules.author = fields.text("author", "settings");
        m_rules.reviewDays = fields.integer("review_days", 1, 366, 90);
        m_rules.grouping = static_cast<DunningGrouping>(fields.word("grouping", kGroupings, 0));
        m_rules.minimumInterval = fields.integer("minimum_interval_days", 0, 90, 7);
        m_rules.bankDataDays = fields.integer("bank_data_days", 0, 366, 10);
        m_rules.tolerance = fields.hundredths("tolerance", 0, kMostMoney, 0);
        m_rules.minimumItem = fields.hundredths("minimum_item", 0, kMostMoney, 0);
        m_rules.minimumClient = fields.hundredths("minimum_client", 0, kMostMoney, 0);
    }

    void readHolds(JsonFields& fields)
    {
        readHolds(fields, "pauses", HoldKind::Pause);
        readHolds(fields, "no_follow", HoldKind::NoFollow);
        readHolds(fields, "automatic_means", HoldKind::AutomaticMeans);
        readHolds(fields, "excluded_accounts", HoldKind::ExcludedAccount);
    }

    void readHolds(JsonFields& fields, std::string_view list, HoldKind kind)
    {
        fields.objects(list, [&](JsonFields& one) { readHold(one, kind); }, true);
    }

    void readHold(JsonFields& fields, HoldKind kind)
    {
        Hold hold{.kind = kind};
        const bool ofAccount =
            kind == HoldKind::ExcludedAccount || (kind == HoldKind::AutomaticMeans && fields.has("account"));
        const std::string client = ofAccount ? std::string() : fields.text("client");
        if (ofAccount)
            hold.account = fields.text("account");
        if (kind == HoldKind::Pause)
            hold.item = fields.text("item", {});
        hold.reason = fields.text("reason");
        hold.author = fields.text("author");
        if (fields.has("from"))
            hold.from = fields.day("from");
        if (!ofAccount || fields.has("until"))
            hold.until = fields.day("until");
        if (hold.until && *hold.until < hold.from)
            fields.refuse("until", "is before from");
        if (ofAccount)
            m_rules.accountHolds.push_back(std::move(hold));
        else
            m_rules.clientHolds.emplace(client, std::move(hold));
    }

    JsonFault& m_fault;
    DunningRules m_rules;
};

} // namespace

Result<DunningRules> readDunningRules(std::string_view json, std::string_view file)
{
    ENCOURS_TRY(const JsonNode root, readJson(json, file));
    JsonFault fault{std::string(file), {}};
    DunningRules rules;
    {
        JsonFields fields(root, {}, fault);
        rules = RulesReader(fault).read(fields);
    }
    if (fault.error)
        return std::unexpected(std::move(*fault.error));
    return rules;
}

} // namespace encours::intake
