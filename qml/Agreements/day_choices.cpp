// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/day_choices.h"

#include <algorithm>

namespace encours::app {

namespace {

constexpr std::size_t kQuickDays = 4;
constexpr int kFriday = 5; // ISO
constexpr int kWeek = 7;

int isoWeekday(Day day)
{
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(day.ymd())).iso_encoding());
}

} // namespace

std::vector<Day> quickDays(Day today)
{
    const Day soon = addBusinessDays(today, 2);
    const Day monday = today - (isoWeekday(today) - 1);
    std::vector<Day> days{soon};
    for (const Day candidate : {monday + (kFriday - 1), monday + kWeek, monday + kWeek + (kFriday - 1)}) {
        const Day day = nextBusinessDay(candidate);
        if (day > soon && !std::ranges::contains(days, day))
            days.push_back(day);
    }
    while (days.size() < kQuickDays)
        days.push_back(addBusinessDays(days.back(), 1));
    return days;
}

} // namespace encours::app
