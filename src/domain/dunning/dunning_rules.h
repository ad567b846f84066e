// SPDX-License-Identifier: Apache-2.0
// How a company reminds its clients: scenarios, who follows which, what is left out and until when. Read from a
// scenario file (assets/dunning/README.md) by intake. Whoever is left out is so by a decision with a reason, an author
// and an end.
#pragma once

#include "base/result.h"
#include "domain/agreements/payer_profile.h"
#include "domain/dunning/scenario.h"

#include <array>
#include <unordered_map>

namespace encours {

enum class DunningGrouping { PerClient, PerItem };

enum class HoldKind {
    Pause,           ///< for a while
    NoFollow,        ///< this client is not reminded
    AutomaticMeans,  ///< direct debit, LCR: not chased unless it comes back
    ExcludedAccount, ///< items of these accounts are not reminded
};

struct Hold {
    HoldKind kind = HoldKind::Pause;
    std::string item{};    ///< number of the invoice; empty = every item
    std::string account{}; ///< prefix; ExcludedAccount and AutomaticMeans of an account
    std::string reason{};
    std::string author{};
    Day from{};                 ///< first day it holds
    std::optional<Day> until{}; ///< last day it holds; none (an account's only) = until it is taken out of the rules
};

struct DunningRules {
    std::vector<Scenario> scenarios; ///< ≥ 1, without fault, names all different
    std::size_t defaultScenario = 0;
    std::array<std::size_t, kPayerProfiles> profileScenarios{};   ///< by PayerProfile
    std::unordered_map<std::string, std::size_t> clientScenarios; ///< pinned, by the client's key

    std::string author; ///< who answers for what the rules leave out by themselves
    int reviewDays =
        90; ///< what they leave out is looked at again so many days after its due day, and every so many days
    DunningGrouping grouping = DunningGrouping::PerClient;
    int minimumInterval = 7; ///< days between two messages to a client (per item: about an item); 0 = none
    int bankDataDays = 10;   ///< no run on receipts known less far than this many days ago
    // In the account's own currency.
    std::int64_t tolerance = 0;     ///< an item is as good as paid with no more than this left
    std::int64_t minimumItem = 0;   ///< less than this is not demanded by itself
    std::int64_t minimumClient = 0; ///< of all a client's overdue items, credits taken off

    std::unordered_multimap<std::string, Hold> clientHolds; ///< by the client's key
    std::vector<Hold> accountHolds;

    const Scenario& scenarioOf(const std::string& clientKey, std::optional<PayerProfile> profile) const;
};

/// Refused "dunning.stale" when receipts are known less far than the rules ask; "dunning.before_last_run" when the run
/// would be dated before the last one; nothing otherwise. `coveredThrough` none: no receipts are known at all, which is
/// as stale.
Result<void> mayRun(const DunningRules& rules, Day asOf, std::optional<Day> coveredThrough, std::optional<Day> lastRun);

} // namespace encours
