// SPDX-License-Identifier: Apache-2.0
// Periods the law of payment terms goes by.
#pragma once

#include "base/months.h"

namespace encours {

/// The last day of the ten-day period the day is in: the 10th, the 20th or the last of the month (C. com. L441-11 II).
Day endOfDecade(Day day);

/// 1 January to 30 June or 1 July to 31 December: what the rates of the law go by (C. com. L441-10 II).
struct HalfYear {
    int year = 1970;
    int half = 1; ///< 1 or 2
    static HalfYear of(Day day);
    Day first() const;
    Day last() const;
    friend auto operator<=>(const HalfYear&, const HalfYear&) = default;
};

} // namespace encours
