// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/collectible.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace encours {

namespace {

// Sets `amount` against the items of `order`, each up to what is still free of it.
void cover(std::span<const std::size_t> order, std::vector<Money>& free, std::vector<Money>& promised, Money amount)
{
    for (std::size_t index : order) {
        if (amount.sign() <= 0)
            return;
        const Money part = min(amount, free[index]);
        promised[index] += part;
        free[index] -= part;
        amount -= part;
    }
}

} // namespace

Collectible collectible(std::span<const Item> items, std::span<const Receipt> receipts,
                        std::span<const DisputedPart> disputed, std::span<const Promise> promises,
                        std::span<const PromiseStatus> statuses, Day asOf, Currency currency)
{
    assert(promises.size() == statuses.size());
    const Money zero = Money::ofMinor(0, currency);
    const auto isOverdue = [&](std::size_t i) { return items[i].due < asOf; };

    // What is left of each item, once its disputes are set aside.
    std::vector<Money> free;
    for (const Item& item : items)
        free.push_back(max(item.residual, zero));
    std::vector<Money> disputedByItem(items.size(), zero);
    for (const DisputedPart& part : disputed) {
        const auto item = std::ranges::find(items, part.item, &Item::id);
        if (item == items.end())
            continue;
        const auto index = static_cast<std::size_t>(item - items.begin());
        const Money taken = min(part.amount, free[index]);
        disputedByItem[index] += taken;
        free[index] -= taken;
    }

    std::vector<std::size_t> oldestFirst(items.size());
    std::iota(oldestFirst.begin(), oldestFirst.end(), std::size_t{0});
    std::ranges::sort(oldestFirst, {}, [&](std::size_t i) { return std::pair(items[i].due, items[i].id); });
    std::vector<Money> promised(items.size(), zero);
    for (const bool onAccount : {false, true}) { // a promise on account covers what the others leave
        for (std::size_t p = 0; p < promises.size(); ++p) {
            const Promise& promise = promises[p];
            if (statuses[p].state != PromiseState::Open || promise.items.empty() != onAccount ||
                promise.amount.currency() != currency)
                continue;
            std::vector<std::size_t> covered;
            std::ranges::copy_if(oldestFirst, std::back_inserter(covered), [&](std::size_t i) {
                return onAccount ? isOverdue(i) : std::ranges::contains(promise.items, items[i].id);
            });
            cover(covered, free, promised, statuses[p].base - statuses[p].paidTotal);
        }
    }

    Collectible result{
        zero, zero, zero, zero, zero, std::move(disputedByItem), std::move(promised), std::vector(items.size(), zero)};
    Money rest = zero;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!isOverdue(i))
            continue;
        result.overdue += max(items[i].residual, zero);
        result.disputed += result.disputedByItem[i];
        result.promised += result.promisedByItem[i];
        result.collectibleByItem[i] = free[i];
        rest += free[i];
    }
    Money credits = zero;
    for (const Receipt& receipt : receipts)
        credits += receipt.unallocated;
    result.credits = min(credits, rest);
    result.amount = rest - result.credits;
    return result;
}

} // namespace encours
