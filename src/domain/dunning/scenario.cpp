// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/scenario.h"

#include <array>

namespace encours {

namespace {

struct ChannelWords {
    std::string_view name;
    std::string_view fr;
    std::string_view en;
    bool message;
};

constexpr std::array<ChannelWords, kStepChannels> kChannels{{
    {"email", "courriel", "e-mail", true},
    {"letter", "lettre", "letter", true},
    {"registered_letter", "lettre recommandée", "registered letter", true},
    {"sms", "SMS", "text message", true},
    {"call", "appel", "call", false},
    {"visit", "visite du commercial", "visit by the salesperson", false},
    {"manager_decision", "décision du responsable", "manager's decision", false},
    {"hand_over", "remise au recouvrement", "hand-over", false},
}};

const ChannelWords& wordsOf(StepChannel channel)
{
    return kChannels[static_cast<std::size_t>(channel)];
}

/// The days after the due day between which a step falls, every step before it being done on its day.
struct Reach {
    int first = 0;
    int last = 0;
};

Reach reachOf(const ScenarioStep& step, Reach before)
{
    switch (step.trigger) {
    case StepTrigger::AfterDue: break;
    case StepTrigger::EndOfMonth: return {step.days, step.days + 30};
    case StepTrigger::AfterPrevious: return {before.first + step.days, before.last + step.days};
    }
    return {step.days, step.days};
}

} // namespace

std::string_view nameOf(StepChannel channel)
{
    return wordsOf(channel).name;
}

Sentence spoken(StepChannel channel)
{
    return {std::string(wordsOf(channel).fr), std::string(wordsOf(channel).en)};
}

bool isMessage(StepChannel channel)
{
    return wordsOf(channel).message;
}

Day stepDay(const ScenarioStep& step, Day due, Day previous)
{
    switch (step.trigger) {
    case StepTrigger::AfterDue: break;
    case StepTrigger::EndOfMonth: return lastDayOfMonth(due + step.days);
    case StepTrigger::AfterPrevious: return previous + step.days;
    }
    return due + step.days;
}

Day nominalDay(const Scenario& scenario, int level, Day due)
{
    Day day = due;
    for (int i = 0; i < level; ++i)
        day = stepDay(scenario.steps[static_cast<std::size_t>(i)], due, day);
    return day;
}

bool isPreventive(const ScenarioStep& step)
{
    return step.trigger == StepTrigger::AfterDue && step.days < 0;
}

std::optional<ScenarioFault> faultOf(const Scenario& scenario)
{
    if (scenario.steps.empty())
        return ScenarioFault{0, "has no step"};
    if (scenario.steps.front().trigger == StepTrigger::AfterPrevious)
        return ScenarioFault{0, "is the first and cannot count from a previous one"};
    Reach before{};
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const ScenarioStep& step = scenario.steps[i];
        const Reach reach = reachOf(step, before);
        const bool counted = step.trigger == StepTrigger::AfterPrevious ? step.days >= 1 : reach.first > before.last;
        if (i > 0 && !counted)
            return ScenarioFault{i, "may fall on the day of the step before it, or earlier"};
        before = reach;
    }
    if (isPreventive(scenario.steps.back()))
        return ScenarioFault{scenario.steps.size() - 1,
                             "is the last one and before the due day: late items would never be reminded"};
    return std::nullopt;
}

} // namespace encours
