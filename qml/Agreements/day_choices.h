// SPDX-License-Identifier: Apache-2.0
// The days offered first. French business days only.
#pragma once

#include "base/calendar.h"

#include <vector>

namespace encours::app {

/// Four days after `today`: in two business days, the Friday of this week, the Monday and the Friday of the next, each moved
/// to the next business day, without repeats, filled up with the business days that follow.
std::vector<Day> quickDays(Day today);

} // namespace encours::app
