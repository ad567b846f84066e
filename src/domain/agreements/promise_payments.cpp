// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/promise_payments.h"

#include <algorithm>
#include <tuple>

namespace encours {

namespace {

/// The order in which promises are served: never by the clock of a device.
auto servingOrder(const Promise& promise)
{
    return std::tuple(promise.promisedFor, promise.serverSeq == 0, promise.serverSeq, promise.id);
}

enum class Timing { InWindow, Late };

bool isInTime(const PromiseClaim& claim, Day day, Timing timing)
{
    return day >= claim.promise().madeOn && (day <= claim.windowEnd()) == (timing == Timing::InWindow);
}

/// What is counted for one claim while the money is dealt out.
struct Count {
    Count(const PromiseClaim& claim, std::size_t place)
        : claim(&claim), place(place), paid(Money::ofMinor(0, claim.base().currency())), fromUnallocated(paid)
    {
    }

    const PromiseClaim* claim;
    std::size_t place; ///< in the caller's list
    Money paid;        ///< at most the base
    Money fromUnallocated;

    void raiseTo(Money amount) { paid = max(paid, min(amount, claim->base())); }
    /// Takes what it lacks from the part; returns how much.
    Money take(DatedPart& part)
    {
        if (part.amount.currency() != paid.currency())
            return Money::ofMinor(0, paid.currency());
        const Money taken = min(claim->base() - paid, part.amount);
        paid += taken;
        part.amount -= taken;
        return taken;
    }
};

void serveItems(std::vector<DatedPart>& parts, std::vector<Count>& counts, Timing timing)
{
    for (DatedPart& part : parts)
        for (const bool onAccount : {false, true})
            for (Count& count : counts)
                if (const PromiseClaim& claim = *count.claim;
                    (onAccount ? claim.isOnAccount() : claim.names(part.item)) && isInTime(claim, part.day, timing))
                    count.take(part);
}

void serveUnallocated(std::vector<DatedPart>& parts, std::vector<Count>& counts, Timing timing)
{
    for (DatedPart& part : parts)
        for (Count& count : counts)
            if (isInTime(*count.claim, part.day, timing))
                count.fromUnallocated += count.take(part);
}

std::vector<DatedPart> upTo(Day day, const std::vector<DatedPart>& sortedByDay)
{
    return {sortedByDay.begin(), std::ranges::upper_bound(sortedByDay, day, {}, &DatedPart::day)};
}

} // namespace

PromiseClaim::PromiseClaim(const Promise& promise, Day windowEnd, const DatedFacts& facts)
    : m_promise(&promise), m_windowEnd(windowEnd), m_base(promise.amount),
      m_residual(Money::ofMinor(0, promise.amount.currency()))
{
    const auto concerns = [&](ItemId item, Money amount) {
        return names(item) && amount.currency() == promise.amount.currency();
    };
    bool knowsAnItem = false;
    for (const Item& item : facts.items) {
        if (!concerns(item.id, item.residual))
            continue;
        knowsAnItem = true;
        m_residual += item.residual;
    }
    for (const DatedPart& part : facts.everyPart)
        if (concerns(part.item, part.amount))
            m_onItems.push_back(part);
    for (const DatedPart& part : facts.payments)
        if (part.day >= promise.madeOn && concerns(part.item, part.amount))
            m_received.push_back(part);
    for (const DatedPart& part : facts.reductions)
        if (promise.amount.sign() > 0 && part.day >= promise.madeOn && concerns(part.item, part.amount))
            m_base -= part.amount; // a hostile amount below zero is void as it is, and must not overflow
    m_paidBefore = knowsAnItem && owedOn(promise.madeOn - 1).sign() <= 0;
}

bool PromiseClaim::names(ItemId item) const
{
    return item && std::ranges::contains(m_promise->items, item);
}

bool PromiseClaim::isVoid() const
{
    return m_base.sign() <= 0 || m_paidBefore;
}

Money PromiseClaim::owedOn(Day day) const
{
    Money owed = m_residual;
    for (const DatedPart& part : m_onItems)
        if (part.day > day)
            owed += part.amount; // not yet set against the item on that day
    return owed;
}

Money PromiseClaim::settledWithItems(Day day) const
{
    Money received = Money::ofMinor(0, m_base.currency());
    for (const DatedPart& part : m_received)
        if (part.day <= day)
            received += part.amount;
    return max(Money::ofMinor(0, m_base.currency()), min(received, m_base - owedOn(day)));
}

std::vector<PaidAmounts> countPayments(std::span<const PromiseClaim* const> claims, const DatedFacts& facts, Day day)
{
    std::vector<Count> counts;
    counts.reserve(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i)
        counts.emplace_back(*claims[i], i);
    std::ranges::sort(counts, {}, [](const Count& count) { return servingOrder(count.claim->promise()); });

    std::vector<DatedPart> onItems = upTo(day, facts.payments); // their amounts shrink to what nobody has counted yet
    std::vector<DatedPart> unallocated = upTo(day, facts.unallocated);

    serveItems(onItems, counts, Timing::InWindow);
    for (Count& count : counts)
        count.raiseTo(count.claim->settledWithItems(std::min(day, count.claim->windowEnd())));
    serveUnallocated(unallocated, counts, Timing::InWindow);
    std::vector<PaidAmounts> amounts(claims.size());
    for (const Count& count : counts)
        amounts[count.place].inWindow = count.paid;

    serveItems(onItems, counts, Timing::Late);
    for (Count& count : counts)
        count.raiseTo(count.claim->settledWithItems(day) + count.fromUnallocated);
    serveUnallocated(unallocated, counts, Timing::Late);
    for (const Count& count : counts)
        amounts[count.place].total = count.paid;
    return amounts;
}

} // namespace encours
