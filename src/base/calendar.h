// SPDX-License-Identifier: Apache-2.0
// French business days. Holidays: Code du travail art. L3133-1 (eleven days) and L3134-13 (Alsace-Moselle: Good Friday
// and 26 December besides). A business day is Monday to Friday and not a holiday.
#pragma once

#include "base/day.h"
#include "base/sentence.h"

namespace encours {

enum class HolidayRegion { France, AlsaceMoselle };

enum class Holiday {
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    BastilleDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SaintStephen,
};

/// Gregorian Easter Sunday (anonymous algorithm, Meeus/Jones/Butcher).
Day easterSunday(int year);
std::optional<Holiday> holiday(Day day, HolidayRegion region = HolidayRegion::France);
/// "Armistice de 1918", "lundi de Pâques": as the code du travail names it, or as people do where it gives the date alone.
Sentence nameOf(Holiday holiday);
bool isBusinessDay(Day day, HolidayRegion region = HolidayRegion::France);
/// The day `count` business days after `day` (count ≥ 0). Zero gives `day` itself, even when it is not a business day.
Day addBusinessDays(Day day, int count, HolidayRegion region = HolidayRegion::France);
/// `day` if it is a business day, else the next one.
Day nextBusinessDay(Day day, HolidayRegion region = HolidayRegion::France);

} // namespace encours
