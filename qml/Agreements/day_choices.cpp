// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/day_choices.h"

#include "qml/Bridge/formats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace encours::app {

namespace {

constexpr std::size_t kQuickDays = 4;
constexpr int kFriday = 5; // ISO
constexpr int kWeek = 7;

int isoWeekday(Day day)
{
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(day.ymd())).iso_encoding());
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DayPick)
};

/// The Friday of the week, the Monday and the Friday of the next.
std::array<Day, 3> candidates(Day today)
{
    const Day monday = today - (isoWeekday(today) - 1);
    return {monday + (kFriday - 1), monday + kWeek, monday + kWeek + (kFriday - 1)};
}

} // namespace

std::vector<Day> quickDays(Day today)
{
    const Day soon = addBusinessDays(today, 2);
    std::vector<Day> days{soon};
    for (const Day candidate : candidates(today)) {
        const Day day = nextBusinessDay(candidate);
        if (day > soon && !std::ranges::contains(days, day))
            days.push_back(day);
    }
    while (days.size() < kQuickDays)
        days.push_back(addBusinessDays(days.back(), 1));
    return days;
}

std::vector<ShiftedDay> shiftsOf(Day today)
{
    const std::vector<Day> days = quickDays(today);
    std::vector<ShiftedDay> shifts;
    // A weekend in between surprises nobody.
    for (Day day = today + 1; day < days.front(); day = day + 1) {
        if (holiday(day) && isoWeekday(day) <= kFriday) {
            shifts.push_back({day, days.front()});
            break;
        }
    }
    for (const Day candidate : candidates(today)) {
        const Day taken = nextBusinessDay(candidate);
        if (taken != candidate && std::ranges::contains(days, taken) &&
            !std::ranges::contains(shifts, taken, &ShiftedDay::taken))
            shifts.push_back({candidate, taken});
    }
    return shifts;
}

QString sentenceOf(const ShiftedDay& shift)
{
    const QString meant = formats::dayNamed(shift.meant);
    const QString taken = formats::weekdayNamed(shift.taken);
    if (const auto name = holiday(shift.meant)) {
        //: Why a day is not offered. %1 "11 November", %2 the holiday, %3 the day in its place
        return Words::tr("%1 is a public holiday (%2): %3").arg(meant, formats::said(nameOf(*name)), taken);
    }
    //: Why a day is not offered. %1 "28 November", %2 "Saturday", %3 the day in its place
    return Words::tr("%1 is a %2: %3").arg(meant, formats::weekday(shift.meant), taken);
}

} // namespace encours::app
