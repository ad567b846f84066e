// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/dunning_rules.h"

namespace encours {

const Scenario& DunningRules::scenarioOf(const std::string& clientKey, std::optional<PayerProfile> profile) const
{
    if (const auto pinned = clientScenarios.find(clientKey); pinned != clientScenarios.end())
        return scenarios[pinned->second];
    return scenarios[profile ? profileScenarios[static_cast<std::size_t>(*profile)] : defaultScenario];
}

Result<void> mayRun(const DunningRules& rules, Day asOf, std::optional<Day> coveredThrough, std::optional<Day> lastRun)
{
    if (lastRun && asOf < *lastRun)
        return failure(ErrorKind::Refused, "dunning.before_last_run",
                       "The last dunning run is dated " + lastRun->iso() + ", after " + asOf.iso() +
                           "; nothing was recorded: give that day or a later one.");
    if (!coveredThrough)
        return failure(
            ErrorKind::Refused, "dunning.stale",
            "No receipt is known, so paid invoices would be demanded again; nothing was recorded: import the "
            "bank's entries, or say how far receipts are known when you import the ledger.");
    if (asOf - *coveredThrough > rules.bankDataDays)
        return failure(ErrorKind::Refused, "dunning.stale",
                       "Receipts are known through " + coveredThrough->iso() + " only, " +
                           std::to_string(asOf - *coveredThrough) + " days before " + asOf.iso() + " (" +
                           std::to_string(rules.bankDataDays) +
                           " allowed), so paid invoices would be demanded again; nothing was planned or recorded: "
                           "import newer receipts, or allow more days with --bank-age.");
    return {};
}

} // namespace encours
