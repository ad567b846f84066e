// SPDX-License-Identifier: Apache-2.0
// Whom to remind of what today: one row per open item of an account, in or out, and why (domain.md §2.9). A pure
// function of the account on its day, the rules and the steps recorded up to that day.
//
// - Each item climbs its scenario by itself, one level per run, also after missed days: the next level is always the
//   one after the last one recorded; caught up, two steps of an item keep the distance the scenario gives them, up to
//   the minimum interval. When its scenario changes, the levels reached are kept. A step meant for before the due day
//   is left out once the item is late.
// - In one message per client (default) the items due for a step go together, at the highest of their levels; per item
//   each goes alone. The levels are the same either way, so the grouping can be switched at any time.
// - Messages to a client are at least the minimum interval apart, and a client has steps on one run a day at most; per
//   item the same holds for each item.
// - An open promise suspends its items through the end of its window, an active plan its items; of a disputed item only
//   the rest is demanded; unallocated credits are taken off, oldest due first.
#pragma once

#include "base/sha256.h"
#include "domain/dunning/planned_item.h"

namespace encours {

struct DunningMessage {
    int level = 0; ///< the highest of its items
    const ScenarioStep* step = nullptr;
    std::vector<std::size_t> rows;   ///< items that take the step
    std::vector<std::size_t> listed; ///< other overdue items it shows, disputed and promised ones among them
    Money credits;                   ///< set against its rows and what it lists
    Money demanded;                  ///< Σ demanded of rows and listed − credits; 0 for a preventive one
    Sha256 key{};                    ///< of client, scenario, level and items of its rows: never sent twice
};

struct AccountPlan {
    const Scenario* scenario = nullptr;
    std::vector<PlannedItem> rows; ///< one per item with something left, by due day, then number
    std::vector<DunningMessage> messages;
};

/// `history`: the steps of this client, any order; those after the account's day are ignored. The rules and the account
/// outlive the plan.
AccountPlan planAccount(const ClientAccount& account, const DunningRules& rules, std::span<const DunningStep> history,
                        std::optional<PayerProfile> profile);

} // namespace encours
