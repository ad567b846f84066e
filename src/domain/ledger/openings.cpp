// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/openings.h"

#include <algorithm>

namespace encours {

std::vector<YearOpening> yearOpenings(std::span<const Day> days, std::span<const DayRange> ranges)
{
    std::vector<Day> sorted(days.begin(), days.end());
    std::ranges::sort(sorted);
    std::vector<YearOpening> openings;
    for (Day day : sorted) {
        if (!openings.empty() && day - openings.back().day < kOpeningWindowDays)
            continue;
        const bool chained = std::ranges::any_of(
            ranges, [&](const DayRange& range) { return range.first < day && day - range.last <= kClosingGapDays; });
        openings.push_back({day, chained});
    }
    return openings;
}

} // namespace encours
