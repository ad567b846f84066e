// SPDX-License-Identifier: Apache-2.0
#include "usecases/audit_dunning.h"

#include "usecases/client_accounts.h"
#include "usecases/dunning.h"

namespace encours::usecases {

Result<DunningAudit> auditDunning(Office& office, const DunningRules& rules, const InsightRules& insight, Day asOf)
{
    DunningAudit audit;
    for (const Scenario& scenario : rules.scenarios)
        for (std::size_t i = 0; i < scenario.steps.size(); ++i)
            if (scenario.steps[i].owner.empty())
                audit.gaps.push_back(sentence("niveau %1 de « %2 » sans responsable",
                                              "level %1 of \"%2\" without a person in charge", static_cast<int>(i) + 1,
                                              scenario.name));
    const Scenario& standard = rules.scenarios[rules.defaultScenario];
    ENCOURS_CHECK(visitAccounts(office, {.asOf = asOf}, [&](const ClientAccount& account) -> Result<void> {
        const auto profile = profileForDunning(account, rules, insight);
        if (&rules.scenarioOf(account.client.key, profile) == &standard)
            audit.onDefault.insert(account.client.id);
        return {};
    }));
    for (std::size_t i = 0; i < rules.profileScenarios.size(); ++i)
        if (rules.profileScenarios[i] == rules.defaultScenario) {
            const auto profile = static_cast<PayerProfile>(i);
            audit.profilesWithoutScenario.push_back(
                {std::string(frenchNameOf(profile)), std::string(englishNameOf(profile))});
        }
    return audit;
}

} // namespace encours::usecases
