// SPDX-License-Identifier: Apache-2.0
// A scenario: the steps by which a client is reminded of an item, in levels 1, 2, 3… (domain.md §2.8, §2.9). The three
// triggers are those found in the field (OCA account_credit_control): days after the due day, end of the month of that,
// days after the previous step.
#pragma once

#include "base/months.h"
#include "base/sentence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace encours {

enum class StepTrigger {
    AfterDue,      ///< due day + days; below zero: before it
    EndOfMonth,    ///< last day of the month of (due day + days)
    AfterPrevious, ///< day of the previous step + days; never the first
};

enum class StepChannel { Email, Letter, RegisteredLetter, Sms, Call, Visit, ManagerDecision, HandOver };
inline constexpr int kStepChannels = 8;

/// Words of files and listings: "email", "letter", "registered_letter", "sms", "call", "visit", "manager_decision",
/// "hand_over".
std::string_view nameOf(StepChannel channel);
Sentence spoken(StepChannel channel); ///< "courriel", "e-mail"…
/// Something the client reads: what the minimum interval keeps apart. A call, a visit, a decision may come any day.
bool isMessage(StepChannel channel);

struct ScenarioStep {
    Sentence name; ///< "Relance amicale", "Friendly reminder"
    StepTrigger trigger = StepTrigger::AfterDue;
    int days = 0;
    StepChannel channel = StepChannel::Email;
    std::string owner; ///< who does it: "accounting", "salesperson", "manager"…
};

struct Scenario {
    std::string name;
    std::vector<ScenarioStep> steps; ///< ≥ 1; level = place + 1
};

/// The first day the step may be done. `previous`: the day of the step before, only read by AfterPrevious.
Day stepDay(const ScenarioStep& step, Day due, Day previous);
/// The day of `level` (from 1) when every step before it was done on its day.
Day nominalDay(const Scenario& scenario, int level, Day due);
/// A step that makes sense only before the due day: once the item is late it is left out, not caught up.
bool isPreventive(const ScenarioStep& step);

/// What is wrong with a scenario: no step, the first one after a previous one, or one that may fall on the day of the
/// step before it or earlier.
struct ScenarioFault {
    std::size_t step = 0; ///< place
    std::string what;
};
std::optional<ScenarioFault> faultOf(const Scenario& scenario);

} // namespace encours
