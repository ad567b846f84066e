// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/balance.h"

#include <algorithm>

namespace encours {

AgingBucket bucketOf(Day due, Day asOf)
{
    const int daysLate = asOf - due;
    if (daysLate <= 0)
        return AgingBucket::NotDue;
    if (daysLate <= 30)
        return AgingBucket::Days1To30;
    if (daysLate <= 60)
        return AgingBucket::Days31To60;
    if (daysLate <= 90)
        return AgingBucket::Days61To90;
    return AgingBucket::Over90;
}

AgedBalance AgedBalance::zero(Currency currency)
{
    AgedBalance balance;
    balance.buckets.fill(Money::ofMinor(0, currency));
    balance.credits = Money::ofMinor(0, currency);
    return balance;
}

Money AgedBalance::balance() const
{
    return buckets[static_cast<std::size_t>(AgingBucket::NotDue)] + overdue() + credits;
}

Money AgedBalance::overdue() const
{
    return buckets[static_cast<std::size_t>(AgingBucket::Days1To30)] +
           buckets[static_cast<std::size_t>(AgingBucket::Days31To60)] +
           buckets[static_cast<std::size_t>(AgingBucket::Days61To90)] +
           buckets[static_cast<std::size_t>(AgingBucket::Over90)];
}

void AgedBalance::addResidual(Day due, Money residual, Day asOf)
{
    buckets[static_cast<std::size_t>(bucketOf(due, asOf))] += residual;
    if (!residual.isZero()) // a settled item is not late any more
        oldestDaysLate = std::max(oldestDaysLate, asOf - due);
}

void AgedBalance::addCredit(Money unallocated)
{
    credits -= unallocated;
}

AgedBalance& AgedBalance::operator+=(const AgedBalance& other)
{
    for (std::size_t i = 0; i < buckets.size(); ++i)
        buckets[i] += other.buckets[i];
    credits += other.credits;
    oldestDaysLate = std::max(oldestDaysLate, other.oldestDaysLate);
    return *this;
}

RiskParts RiskParts::zero(Currency currency)
{
    return {Money::ofMinor(0, currency), Money::ofMinor(0, currency)};
}

void RiskParts::add(std::string_view account, Money amount)
{
    if (account.starts_with("413"))
        bills += amount;
    else if (account.starts_with("416"))
        doubtful += amount;
}

RiskParts& RiskParts::operator+=(const RiskParts& other)
{
    bills += other.bills;
    doubtful += other.doubtful;
    return *this;
}

AgedBalance agedBalance(std::span<const Item> items, std::span<const Receipt> receipts, Day asOf)
{
    const Currency currency = !items.empty()      ? items.front().amount.currency()
                              : !receipts.empty() ? receipts.front().amount.currency()
                                                  : Currency();
    AgedBalance balance = AgedBalance::zero(currency);
    for (const Item& item : items)
        balance.addResidual(item.due, item.residual, asOf);
    for (const Receipt& receipt : receipts)
        balance.addCredit(receipt.unallocated);
    return balance;
}

} // namespace encours
