// SPDX-License-Identifier: Apache-2.0
// The days people look back at. Pure.
#pragma once

#include "base/day.h"

#include <QString>

#include <optional>
#include <vector>

namespace encours::app {

/// Yesterday, then the ends of the last two months, of the quarter before and of the year before; latest first, each once.
std::vector<Day> pastDays(Day today);
/// What a person types: "31/10/2026", "31/10/26", "31/10", "31.10.2026", "2026-10-31"; without a year, the last such day
/// that has come. Nothing for what is no day.
std::optional<Day> parsePastDay(const QString& text, Day today);

} // namespace encours::app
