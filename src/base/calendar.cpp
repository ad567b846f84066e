// SPDX-License-Identifier: Apache-2.0
#include "base/calendar.h"

namespace encours {

namespace {

Day dayOf(int year, unsigned month, unsigned day)
{
    using namespace std::chrono;
    const sys_days days = year_month_day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return Day::fromDaysSinceEpoch(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

bool isWeekend(Day day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(day.daysSinceEpoch()))};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

std::optional<Holiday> fixedHoliday(unsigned month, unsigned day, HolidayRegion region)
{
    switch (month * 100 + day) {
    case 101: return Holiday::NewYear;
    case 501: return Holiday::LabourDay;
    case 508: return Holiday::VictoryDay;
    case 714: return Holiday::BastilleDay;
    case 815: return Holiday::Assumption;
    case 1101: return Holiday::AllSaints;
    case 1111: return Holiday::Armistice;
    case 1225: return Holiday::Christmas;
    case 1226: return region == HolidayRegion::AlsaceMoselle ? std::optional(Holiday::SaintStephen) : std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<Holiday> movableHoliday(int daysAfterEaster, HolidayRegion region)
{
    switch (daysAfterEaster) {
    case -2: return region == HolidayRegion::AlsaceMoselle ? std::optional(Holiday::GoodFriday) : std::nullopt;
    case 1: return Holiday::EasterMonday;
    case 39: return Holiday::Ascension;
    case 50: return Holiday::WhitMonday;
    default: return std::nullopt;
    }
}

} // namespace

Day easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int monthAndDay = h + l - 7 * m + 114;
    return dayOf(year, static_cast<unsigned>(monthAndDay / 31), static_cast<unsigned>(monthAndDay % 31 + 1));
}

std::optional<Holiday> holiday(Day day, HolidayRegion region)
{
    const auto date = day.ymd();
    // A fixed holiday wins its name when both fall together (Ascension on 1 May 2008).
    if (const auto fixed = fixedHoliday(static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), region))
        return fixed;
    return movableHoliday(day - easterSunday(static_cast<int>(date.year())), region);
}

Sentence nameOf(Holiday holiday)
{
    switch (holiday) {
    case Holiday::NewYear: return {"jour de l’an", "New Year’s Day"};
    case Holiday::GoodFriday: return {"vendredi saint", "Good Friday"};
    case Holiday::EasterMonday: return {"lundi de Pâques", "Easter Monday"};
    case Holiday::LabourDay: return {"fête du Travail", "Labour Day"};
    case Holiday::VictoryDay: return {"Victoire de 1945", "Victory Day"};
    case Holiday::Ascension: return {"Ascension", "Ascension Day"};
    case Holiday::WhitMonday: return {"lundi de Pentecôte", "Whit Monday"};
    case Holiday::BastilleDay: return {"fête nationale", "Bastille Day"};
    case Holiday::Assumption: return {"Assomption", "Assumption"};
    case Holiday::AllSaints: return {"Toussaint", "All Saints’ Day"};
    case Holiday::Armistice: return {"Armistice de 1918", "Armistice Day"};
    case Holiday::Christmas: return {"Noël", "Christmas Day"};
    case Holiday::SaintStephen: return {"Saint-Étienne", "St Stephen’s Day"};
    }
    return {};
}

bool isBusinessDay(Day day, HolidayRegion region)
{
    return !isWeekend(day) && !holiday(day, region);
}

Day addBusinessDays(Day day, int count, HolidayRegion region)
{
    while (count > 0) {
        day = day + 1;
        if (isBusinessDay(day, region))
            --count;
    }
    return day;
}

Day nextBusinessDay(Day day, HolidayRegion region)
{
    while (!isBusinessDay(day, region))
        day = day + 1;
    return day;
}

} // namespace encours
