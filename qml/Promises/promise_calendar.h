// SPDX-License-Identifier: Apache-2.0
// A month of promises: six weeks of squares, Monday first or as the language has it. Pure.
#pragma once

#include "qml/Promises/promise_values.h"
#include "usecases/list_field_promises.h"

#include <span>

namespace encours::app {

/// Months are counted from the year 0, January of it being 0.
int monthOf(Day day);
/// 42 squares; those of other months are empty.
QList<CalendarDayValue> calendarMonth(int month, std::span<const usecases::FieldPromise> promises, Day today);
/// "Novembre 2026"
QString monthName(int month);
/// "lun.", "mar."… in the order of the squares.
QStringList weekdayNames();

} // namespace encours::app
