// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/payment_habit.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace encours {

namespace {

/// The rank, from 0, of the quantile `quarters`/4 among `count` > 0 values.
std::int64_t rankOf(std::int64_t count, int quarters)
{
    return (count * quarters + 3) / 4 - 1;
}

int nearest(std::int64_t sum, std::int64_t by)
{
    const std::int64_t twice = 2 * sum + by;
    const std::int64_t both = 2 * by;
    return static_cast<int>(twice >= 0 ? twice / both : -((-twice + both - 1) / both));
}

} // namespace

CountedDelays countedDelays(const AccountFigures& figures, const InsightRules& rules)
{
    CountedDelays delays;
    for (const PaidItem& paid : figures.paid())
        if (figures.asOf() - paid.paidOn < rules.historyDays)
            delays.paid.push_back(paid.delay);
    std::ranges::sort(delays.paid);
    const auto count = static_cast<std::int64_t>(delays.paid.size());
    const int usual = count == 0 ? 0 : std::max(0, delays.paid[static_cast<std::size_t>(rankOf(count, 2))]);
    for (const std::size_t place : figures.open()) {
        const Item& item = figures.item(place);
        const bool counts = item.kind == ItemKind::Invoice && item.dueSource != DueSource::Opening &&
                            figures.disputedOf(place).isZero();
        if (counts && figures.daysLate(place) > usual)
            delays.open.push_back(figures.daysLate(place));
    }
    std::ranges::sort(delays.open);
    return delays;
}

PaymentHabit habitOf(const CountedDelays& delays)
{
    std::vector<int> all;
    std::ranges::merge(delays.paid, delays.open, std::back_inserter(all));
    if (all.empty())
        return {};
    const auto at = [&](int quarters) {
        return all[static_cast<std::size_t>(rankOf(static_cast<std::int64_t>(all.size()), quarters))];
    };
    return {static_cast<int>(all.size()), static_cast<int>(delays.open.size()), at(2), at(1), at(3)};
}

PaymentHabit habitOf(const AccountFigures& figures, const InsightRules& rules)
{
    return habitOf(countedDelays(figures, rules));
}

std::size_t CompanyHabit::placeOf(int delay)
{
    return static_cast<std::size_t>(std::clamp(delay, kLeast, kMost) - kLeast);
}

void CompanyHabit::add(const CountedDelays& delays)
{
    for (const int delay : delays.paid)
        ++m_paid[placeOf(delay)];
    for (const int delay : delays.open)
        ++m_open[placeOf(delay)];
}

PaymentHabit CompanyHabit::habitOf(const Counts& counts, std::size_t from)
{
    const std::span some = std::span(counts).subspan(from);
    const std::int64_t total = std::accumulate(some.begin(), some.end(), std::int64_t{0});
    if (total == 0)
        return {};
    const auto at = [&](int quarters) {
        std::int64_t rank = rankOf(total, quarters);
        std::size_t place = 0;
        for (; rank >= some[place]; ++place)
            rank -= some[place];
        return kLeast + static_cast<int>(from + place);
    };
    return {static_cast<int>(std::min<std::int64_t>(total, INT32_MAX)), 0, at(2), at(1), at(3)};
}

PaymentHabit CompanyHabit::habit() const
{
    Counts all = m_paid;
    std::ranges::transform(m_paid, m_open, all.begin(), std::plus());
    PaymentHabit habit = habitOf(all, 0);
    habit.openDelays = static_cast<int>(
        std::min<std::int64_t>(std::accumulate(m_open.begin(), m_open.end(), std::int64_t{0}), INT32_MAX));
    return habit;
}

std::optional<PaymentHabit> CompanyHabit::beyond(int age) const
{
    const std::size_t from = placeOf(age) + 1;
    if (from >= m_paid.size())
        return std::nullopt;
    const PaymentHabit paid = habitOf(m_paid, from);
    const std::int64_t open =
        std::accumulate(m_open.begin() + static_cast<std::ptrdiff_t>(from), m_open.end(), std::int64_t{0});
    if (paid.delays < kEnough || paid.delays < open)
        return std::nullopt;
    return paid;
}

PaymentHabit shrunk(const PaymentHabit& client, const PaymentHabit& company, const InsightRules& rules)
{
    const std::int64_t own = client.delays;
    const std::int64_t others = company.delays == 0 ? 0 : rules.fullHistory;
    if (own + others == 0)
        return company;
    const auto mixed = [&](int a, int b) { return nearest(own * a + others * b, own + others); };
    return {client.delays, client.openDelays, mixed(client.median, company.median), mixed(client.early, company.early),
            mixed(client.late, company.late)};
}

} // namespace encours
