// SPDX-License-Identifier: Apache-2.0
// From the day as the use-case gives it to the lines of its screen. Pure.
#pragma once

#include "qml/Today/day_values.h"
#include "usecases/open_day.h"

namespace encours::app {

/// `rank`: from 1; 0 when it is done for today.
TodayRowValue todayRow(const usecases::DayClient& client, int rank, Day today);
RankValue rankReasons(const usecases::DayClient& client, int rank);
/// The next thing with a date, once the list is empty.
QString nextEventText(const usecases::NextEvent& next);

} // namespace encours::app
