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

Money PromiseClaim::receivedBy(Day day) const
{
    Money received = Money::ofMinor(0, m_base.currency());
    for (const DatedPart& part : m_received)
        if (part.day <= day)
            received += part.amount;
    return received;
}

Money PromiseClaim::paidBy(Day day) const
{
    const auto sumBy = [&](const Counted& counted) {
        Money sum = Money::ofMinor(0, m_base.currency());
        for (const auto& [countedDay, amount] : counted)
            if (countedDay <= day)
                sum += amount;
        return sum;
    };
    // It never lacks more than its items still owe, within what was paid on them.
    const Money sharedPart = min(receivedBy(day), m_base - owedOn(day));
    return min(m_base, max(sumBy(m_fromItems), sharedPart) + sumBy(m_fromUnallocated));
}

std::vector<Day> PromiseClaim::paymentDays() const
{
    std::vector<Day> days;
    for (const DatedPart& part : m_onItems)
        days.push_back(part.day);
    for (const auto* counted : {&m_fromItems, &m_fromUnallocated})
        for (const auto& [day, amount] : *counted)
            days.push_back(day);
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
}

void PromiseClaim::take(DatedPart& part, Counted& counted)
{
    if (part.amount.currency() != m_need.currency())
        return;
    const Money taken = min(m_need, part.amount);
    if (taken.sign() <= 0)
        return;
    counted.emplace_back(part.day, taken);
    m_need -= taken;
    part.amount -= taken;
}

void countPayments(std::span<PromiseClaim* const> claims, const DatedFacts& facts, Day asOf)
{
    std::vector<PromiseClaim*> queue(claims.begin(), claims.end());
    std::ranges::sort(queue, {}, [](const PromiseClaim* claim) { return servingOrder(claim->promise()); });

    std::vector<DatedPart> fromItems = facts.payments; // their amounts shrink to what nobody has counted yet
    std::vector<DatedPart> unallocated = facts.unallocated;
    const auto countFromItems = [&](Timing timing) {
        for (DatedPart& part : fromItems)
            for (const bool onAccount : {false, true})
                for (PromiseClaim* claim : queue)
                    if ((onAccount ? claim->isOnAccount() : claim->names(part.item)) &&
                        isInTime(*claim, part.day, timing))
                        claim->take(part, claim->m_fromItems);
    };
    const auto countUnallocated = [&](Timing timing) {
        for (DatedPart& part : unallocated)
            for (PromiseClaim* claim : queue)
                if (isInTime(*claim, part.day, timing))
                    claim->take(part, claim->m_fromUnallocated);
    };

    for (PromiseClaim* claim : queue)
        claim->m_need = claim->m_base;
    countFromItems(Timing::InWindow);
    for (PromiseClaim* claim : queue)
        claim->m_need = claim->m_base - claim->paidBy(std::min(asOf, claim->m_windowEnd));
    countUnallocated(Timing::InWindow);
    countFromItems(Timing::Late);
    for (PromiseClaim* claim : queue)
        claim->m_need = claim->m_base - claim->paidBy(asOf);
    countUnallocated(Timing::Late);
}

} // namespace encours
