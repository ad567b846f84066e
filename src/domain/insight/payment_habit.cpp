// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/payment_habit.h"

#include <algorithm>

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

std::vector<int> countedDelays(const AccountFigures& figures, const InsightRules& rules, int* open)
{
    std::vector<int> delays;
    for (const PaidItem& paid : figures.paid())
        if (figures.asOf() - paid.paidOn < rules.historyDays)
            delays.push_back(paid.delay);
    std::ranges::sort(delays);
    const std::size_t paid = delays.size();
    const int usual = paid == 0 ? 0 : delays[static_cast<std::size_t>(rankOf(static_cast<std::int64_t>(paid), 2))];
    for (const std::size_t place : figures.open()) {
        const Item& item = figures.item(place);
        const bool counts = item.kind == ItemKind::Invoice && item.dueSource != DueSource::Opening &&
                            figures.disputedOf(place).isZero();
        if (counts && figures.daysLate(place) > std::max(usual, 0))
            delays.push_back(figures.daysLate(place));
    }
    if (open)
        *open = static_cast<int>(delays.size() - paid);
    std::ranges::sort(delays);
    return delays;
}

PaymentHabit habitOf(std::span<const int> sorted, int open)
{
    if (sorted.empty())
        return {};
    const auto at = [&](int quarters) {
        return sorted[static_cast<std::size_t>(rankOf(static_cast<std::int64_t>(sorted.size()), quarters))];
    };
    return {static_cast<int>(sorted.size()), open, at(2), at(1), at(3)};
}

PaymentHabit habitOf(const AccountFigures& figures, const InsightRules& rules)
{
    int open = 0;
    const auto delays = countedDelays(figures, rules, &open);
    return habitOf(delays, open);
}

void CompanyHabit::add(std::span<const int> delays)
{
    for (const int delay : delays)
        ++m_counts[static_cast<std::size_t>(std::clamp(delay, kLeast, kMost) - kLeast)];
    m_total += static_cast<std::int64_t>(delays.size());
}

PaymentHabit CompanyHabit::habit() const
{
    if (m_total == 0)
        return {};
    const auto at = [&](int quarters) {
        std::int64_t rank = rankOf(m_total, quarters);
        int delay = kLeast;
        for (const std::int64_t count : m_counts) {
            if (rank < count)
                break;
            rank -= count;
            ++delay;
        }
        return delay;
    };
    return {static_cast<int>(std::min<std::int64_t>(m_total, INT32_MAX)), 0, at(2), at(1), at(3)};
}

PaymentHabit shrunk(const PaymentHabit& client, const PaymentHabit& company, const InsightRules& rules)
{
    const std::int64_t own = client.delays;
    const std::int64_t others = company.delays == 0 ? 0 : rules.fullHistory;
    if (own + others == 0)
        return client.delays == 0 ? company : client;
    const auto mixed = [&](int a, int b) { return nearest(own * a + others * b, own + others); };
    return {client.delays, client.openDelays, mixed(client.median, company.median), mixed(client.early, company.early),
            mixed(client.late, company.late)};
}

} // namespace encours
