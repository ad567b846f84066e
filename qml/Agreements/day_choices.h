// SPDX-License-Identifier: Apache-2.0
// The days offered first. French business days only.
#pragma once

#include "base/calendar.h"

#include <QString>

#include <vector>

namespace encours::app {

/// A day that was meant and is no business day, and the one that takes its place.
struct ShiftedDay {
    Day meant;
    Day taken;
    friend bool operator==(const ShiftedDay&, const ShiftedDay&) = default;
};

/// Four days after `today`: in two business days, the Friday of this week, the Monday and the Friday of the next, each moved
/// to the next business day, without repeats, filled up with the business days that follow.
std::vector<Day> quickDays(Day today);
/// Those of them that a holiday moved, in order: what people would have taken for the day, and the day.
std::vector<ShiftedDay> shiftsOf(Day today);
/// "Le 11 novembre est férié (Armistice de 1918) : jeudi 12 novembre", "Le 28 novembre est un samedi : lundi 30 novembre".
QString sentenceOf(const ShiftedDay& shift);

} // namespace encours::app
