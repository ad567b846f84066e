// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/kpi.h"

#include <algorithm>
#include <cassert>

namespace encours {

namespace {

// Half away from zero. divisor > 0.
std::int64_t roundedQuotient(WideSum dividend, WideSum divisor)
{
    assert(divisor > 0);
    const WideSum half = dividend < 0 ? -(divisor / 2) : divisor / 2;
    return static_cast<std::int64_t>((dividend + half) / divisor);
}

Money scaled(Money amount, std::int64_t times, std::int64_t divisor)
{
    return Money::ofMinor(roundedQuotient(WideSum{amount.minor()} * times, divisor), amount.currency());
}

constexpr std::int64_t kWhole = 10'000; // basis points

} // namespace

std::string toPlainString(Hundredths value)
{
    return toPlainString(Money::ofMinor(value.value));
}

std::optional<Hundredths> ratio(WideSum part, WideSum whole, std::int64_t times)
{
    if (whole <= 0)
        return std::nullopt;
    return Hundredths{roundedQuotient(part * times * 100, whole)};
}

std::optional<Hundredths> percent(Money part, Money whole)
{
    return ratio(part.minor(), whole.minor(), 100);
}

std::optional<Hundredths> daysOfSales(Money receivables, Money sales, int days)
{
    return ratio(receivables.minor(), sales.minor(), days);
}

Money moneyPerDay(Money sales, int days)
{
    return scaled(sales, 1, days);
}

CountBack countBack(Money receivables, std::span<const MonthOfSales> months)
{
    Money rest = receivables;
    CountBack result;
    for (const MonthOfSales& month : months.first(std::min<std::size_t>(months.size(), kMonthsCountedBack))) {
        if (rest.sign() <= 0)
            return result;
        if (month.sales > rest) {
            result.days = result.days + *ratio(WideSum{rest.minor()} * month.days, month.sales.minor());
            return result;
        }
        rest -= month.sales;
        result.days.value += std::int64_t{month.days} * 100;
    }
    result.more = rest.sign() > 0;
    return result;
}

std::optional<Hundredths> collectionEffectiveness(Money begin, Money sales, int months, Money end, Money endNotDue)
{
    assert(months > 0);
    // Multiplied by N, so that nothing is rounded before the end.
    const WideSum toCollect = WideSum{begin.minor()} * months + sales.minor();
    return ratio(toCollect - WideSum{end.minor()} * months, toCollect - WideSum{endNotDue.minor()} * months, 100);
}

void WeightedDays::add(Money part, int days)
{
    amount += part.minor();
    amountDays += WideSum{part.minor()} * days;
}

WeightedDays& WeightedDays::operator+=(const WeightedDays& other)
{
    amount += other.amount;
    amountDays += other.amountDays;
    return *this;
}

std::optional<CostOfUnpaid> costOfUnpaid(Money unpaid, BasisPoints margin, Money meanDeal)
{
    if (margin.value <= 0 || margin.value > kWhole)
        return std::nullopt;
    CostOfUnpaid cost;
    cost.loss = scaled(unpaid, kWhole - margin.value, kWhole);
    cost.salesForLoss = scaled(unpaid, kWhole - margin.value, margin.value);
    cost.salesForLossAndMargin = scaled(unpaid, kWhole, margin.value);
    cost.deals = ratio(cost.salesForLossAndMargin.minor(), meanDeal.minor());
    return cost;
}

} // namespace encours
