// SPDX-License-Identifier: Apache-2.0
// Delays counted in months and weeks of the calendar.
#pragma once

#include "base/calendar.h"

namespace encours {

/// The day of that number `months` later (or earlier); the last day of the month where there is none: 31 January + 1 is
/// 28 February (Code de procédure civile art. 641, delays in months and years).
Day addMonths(Day day, int months);
Day lastDayOfMonth(Day day);

/// The Monday of the day's week.
Day mondayOf(Day day);

/// ISO 8601 week: the week of 29/12/2025 is 1 of 2026.
struct IsoWeek {
    int year = 1970;
    int week = 1;
    std::string text() const; ///< "2026-W48"
    friend constexpr auto operator<=>(IsoWeek, IsoWeek) = default;
};
IsoWeek isoWeekOf(Day day);

} // namespace encours
