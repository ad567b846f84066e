// SPDX-License-Identifier: Apache-2.0
// The cash-in to come, by ISO week from the week of the day, in one currency: what is promised or scheduled, what habit
// says, and a band. weeks + later + without date = balance, always.
#pragma once

#include "base/months.h"
#include "domain/insight/expected_payment.h"

namespace encours {

struct ForecastWeek {
    IsoWeek week;
    Day monday;
    Money firm;  ///< promised for the first time, or scheduled by a plan
    Money habit; ///< the rest
    /// The band: what should be in by the end of the week if everyone pays at its late quartile, as expected, at its
    /// early one. low ≤ expected ≤ high, and none ever falls from one week to the next.
    Money lowByThen;
    Money expectedByThen;
    Money highByThen;
    Money total() const { return firm + habit; }
};

struct Forecast {
    std::vector<ForecastWeek> weeks;
    Money later;       ///< dated after the last week
    Money withoutDate; ///< disputed, later than its habit, in proceedings, credits (negative)
    Money balance;
};

class ForecastBuilder {
public:
    ForecastBuilder(Day asOf, Currency currency, int weeks);
    void add(std::span<const ExpectedPayment> payments);
    Forecast result() const;

private:
    std::size_t weekOf(Day day) const; ///< = number of weeks: later
    Day m_monday;
    Money m_zero;
    std::vector<ForecastWeek> m_weeks; ///< low and high not yet summed up
    Money m_later;
    Money m_withoutDate;
};

} // namespace encours
