// SPDX-License-Identifier: Apache-2.0
// Years of accounting, chained by their opening lines ("à nouveaux"): a year starts by carrying forward what the year
// before left, so that counting both would count everything twice (rules.md, FEC).
#pragma once

#include "base/day.h"
#include "base/money.h"

#include <span>
#include <vector>

namespace encours {

struct DayRange {
    Day first;
    Day last; ///< inclusive
    friend bool operator==(DayRange, DayRange) = default;
};

/// A day on which the company's books were opened by carry-forward lines.
struct YearOpening {
    Day day;
    /// The lines before it are known: its own lines are checked against them and not counted again. Otherwise it starts
    /// the ledger anew: nothing dated before it is counted from then on.
    bool chained = false;
    friend bool operator==(YearOpening, YearOpening) = default;
};

/// The opening lines of a year do not carry forward what the year before left.
struct OpeningDifference {
    Day day;
    Money closing; ///< of the year before
    Money opening;
};

/// How long after the first opening line of a year another one still belongs to that opening.
inline constexpr int kOpeningWindowDays = 31;
/// How long before an opening the last line known may be for the year before to count as present.
inline constexpr int kClosingGapDays = 31;

/// The openings of a company, oldest first. `days`: the days of its opening lines; `ranges`: what its imported files
/// cover.
std::vector<YearOpening> yearOpenings(std::span<const Day> days, std::span<const DayRange> ranges);

} // namespace encours
