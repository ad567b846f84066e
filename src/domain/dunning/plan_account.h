// SPDX-License-Identifier: Apache-2.0
// Whom to remind of what today: one row per open item of an account, in or out, and why (domain.md §2.9). A pure
// function of the account on its day, the rules and the steps recorded up to that day.
//
// - Each item climbs its scenario by itself, one level per run, also after missed days: the next level is always the
// one
//   after the last one recorded. When its scenario changes the levels reached are kept. A step meant for before the due
//   day is left out once the item is late.
// - In one message per client (default) the items due for a step go together, at the highest of their levels; per item
// each
//   goes alone. The levels are the same either way, so the grouping can be switched at any time.
// - Messages to a client are at least the minimum interval apart, and a client has at most one step a day; per item the
// same
//   holds for each item.
// - An open promise suspends its items through the end of its window, an active plan its items; of a disputed item only
// the
//   rest is demanded; unallocated credits are taken off, oldest due first.
#pragma once

#include "base/sha256.h"
#include "domain/agreements/client_account.h"
#include "domain/dunning/dunning_rules.h"

namespace encours {

/// A step that was recorded as done.
struct DunningStep {
    ClientId client;
    ItemId item;
    std::string scenario;
    int level = 0;
    Day day;
    StepChannel channel = StepChannel::Email;
    Money demanded;
    std::string author;
};

enum class PlanReason {
    StepDue, ///< in; every other one is out
    // Within cadence: the next step has its day.
    Waiting, ///< for the day of the next step
    DoneToday,
    Interval, ///< since the last message
    // Blocked, by a decision or a rule with an end.
    LastStepDone,
    Insolvency,
    NoFollow,
    Paused,
    ExcludedAccount,
    AutomaticMeans,
    Opening, ///< an opening amount without detail
    Tolerance,
    PaymentPlan,
    Promised,
    Disputed,
    MinimumItem,
    CoveredByCredits,
    MinimumClient,
};
inline constexpr int kPlanReasons = 18;
std::string_view nameOf(PlanReason reason); ///< "step_due", "waiting", "done_today"…
/// Out because someone or a rule holds it, rather than because its next step has another day.
bool isBlocked(PlanReason reason);

struct PlannedItem {
    const Item* item = nullptr; ///< of the account
    Money disputed;
    Money promised;
    Money demanded;                     ///< residual − disputed − promised when it is overdue and not blocked, else 0
    Money credits;                      ///< of it: unallocated credits set against it, oldest due first
    int reached = 0;                    ///< the highest level recorded; 0 = none
    int level = 0;                      ///< of the step to do, or next to do; the last one when all are done
    const ScenarioStep* step = nullptr; ///< that of `level`
    PlanReason reason = PlanReason::StepDue;
    Day until;          ///< in: the day of the step; out: the day it is looked at again
    std::string author; ///< blocked: who decided or answers for the rule
    std::string detail; ///< blocked: the reason in their words
    int message = -1;   ///< in: place in AccountPlan::messages
    bool in() const { return reason == PlanReason::StepDue; }
};

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

/// Why the row is in or out, in one sentence.
Sentence explain(const PlannedItem& row, const DunningRules& rules);

} // namespace encours
