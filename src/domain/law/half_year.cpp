// SPDX-License-Identifier: Apache-2.0
#include "domain/law/half_year.h"

namespace encours {

Day endOfDecade(Day day)
{
    const auto number = static_cast<unsigned>(day.ymd().day());
    return number > 20 ? lastDayOfMonth(day) : day + static_cast<int>((number > 10 ? 20 : 10) - number);
}

HalfYear HalfYear::of(Day day)
{
    const auto ymd = day.ymd();
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()) <= 6 ? 1 : 2};
}

Day HalfYear::first() const
{
    return *Day::fromYmd(year, half == 1 ? 1 : 7, 1);
}

Day HalfYear::last() const
{
    return half == 1 ? *Day::fromYmd(year, 6, 30) : *Day::fromYmd(year, 12, 31);
}

} // namespace encours
