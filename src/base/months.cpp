// SPDX-License-Identifier: Apache-2.0
#include "base/months.h"

namespace encours {

namespace {

Day dayOf(std::chrono::year_month_day date)
{
    return Day::fromDaysSinceEpoch(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

} // namespace

Day addMonths(Day day, int months)
{
    const auto moved = day.ymd() + std::chrono::months(months);
    return moved.ok() ? dayOf(moved) : dayOf(moved.year() / moved.month() / std::chrono::last);
}

Day lastDayOfMonth(Day day)
{
    const auto date = day.ymd();
    return dayOf(date.year() / date.month() / std::chrono::last);
}

Day mondayOf(Day day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(day.daysSinceEpoch()))};
    return day - static_cast<int>(weekday.iso_encoding() - 1);
}

IsoWeek isoWeekOf(Day day)
{
    // The week belongs to the year of its Thursday.
    const Day thursday = mondayOf(day) + 3;
    const auto year = thursday.ymd().year();
    const Day newYear = dayOf(year / std::chrono::January / 1);
    return {static_cast<int>(year), (thursday - newYear) / 7 + 1};
}

std::string IsoWeek::text() const
{
    return std::to_string(year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

} // namespace encours
