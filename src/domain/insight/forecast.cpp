// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/forecast.h"

#include <algorithm>

namespace encours {

ForecastBuilder::ForecastBuilder(Day asOf, Currency currency, int weeks)
    : m_monday(mondayOf(asOf)), m_zero(Money::ofMinor(0, currency)), m_later(m_zero), m_withoutDate(m_zero)
{
    for (int week = 0; week < weeks; ++week) {
        const Day monday = m_monday + 7 * week;
        m_weeks.push_back({isoWeekOf(monday), monday, m_zero, m_zero, m_zero, m_zero, m_zero});
    }
}

std::size_t ForecastBuilder::weekOf(Day day) const
{
    return std::min(static_cast<std::size_t>(std::max(0, day - m_monday) / 7), m_weeks.size());
}

void ForecastBuilder::add(std::span<const ExpectedPayment> payments)
{
    for (const ExpectedPayment& payment : payments) {
        if (!payment.day) {
            m_withoutDate += payment.amount;
            continue;
        }
        if (const std::size_t week = weekOf(*payment.latest); week < m_weeks.size())
            m_weeks[week].lowByThen += payment.amount;
        if (const std::size_t week = weekOf(*payment.earliest); week < m_weeks.size())
            m_weeks[week].highByThen += payment.amount;
        const std::size_t week = weekOf(*payment.day);
        if (week < m_weeks.size())
            (payment.firm ? m_weeks[week].firm : m_weeks[week].habit) += payment.amount;
        else
            m_later += payment.amount;
    }
}

Forecast ForecastBuilder::result() const
{
    Forecast forecast{m_weeks, m_later, m_withoutDate, m_later + m_withoutDate};
    ForecastWeek before{.week = {},
                        .monday = {},
                        .firm = m_zero,
                        .habit = m_zero,
                        .lowByThen = m_zero,
                        .expectedByThen = m_zero,
                        .highByThen = m_zero};
    for (ForecastWeek& week : forecast.weeks) {
        week.lowByThen += before.lowByThen;
        week.highByThen += before.highByThen;
        week.expectedByThen = before.expectedByThen + week.total();
        forecast.balance += week.total();
        before = week;
    }
    return forecast;
}

} // namespace encours
