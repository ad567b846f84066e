// SPDX-License-Identifier: Apache-2.0
// What a plan says of one open item: the step to do, or why there is none today.
#pragma once

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
    Settled,  ///< nothing is left: only told of what was in the plan of the day before
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
inline constexpr int kPlanReasons = 19;
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

/// Why the row is in or out, in one sentence.
Sentence explain(const PlannedItem& row, const DunningRules& rules);

} // namespace encours
