// SPDX-License-Identifier: Apache-2.0
#include "usecases/collectible.h"

#include <algorithm>
#include <numeric>

namespace encours::usecases {

namespace {

// Sets `amount` against the given items, in order, each up to what is left of its residual.
void cover(std::span<const Item> items, std::span<const std::size_t> order, std::vector<Money>& promised, Money amount)
{
    for (std::size_t index : order) {
        if (amount.sign() <= 0)
            return;
        const Money part = min(amount, items[index].residual - promised[index]);
        promised[index] += part;
        amount -= part;
    }
}

} // namespace

Collectible collectible(std::span<const Item> items, std::span<const Receipt> receipts, std::span<const Promise> promises,
                        std::span<const PromiseStatus> statuses, Day asOf)
{
    const Currency currency = !items.empty() ? items.front().amount.currency() : Currency();
    const Money zero = Money::ofMinor(0, currency);
    Collectible result{zero, zero, zero, zero, std::vector(items.size(), zero), std::vector(items.size(), zero)};

    std::vector<std::size_t> oldestFirst(items.size());
    std::iota(oldestFirst.begin(), oldestFirst.end(), std::size_t{0});
    std::ranges::stable_sort(oldestFirst, {}, [&](std::size_t i) { return std::pair(items[i].due, items[i].id); });
    const auto coverOwn = [&](bool onAccount) {
        for (std::size_t p = 0; p < promises.size(); ++p) {
            const Promise& promise = promises[p];
            if (statuses[p].state != PromiseState::Open || promise.items.empty() != onAccount || promise.amount.currency() != currency)
                continue;
            std::vector<std::size_t> own;
            for (std::size_t i : oldestFirst) {
                if (onAccount ? items[i].due < asOf : std::ranges::contains(promise.items, items[i].id))
                    own.push_back(i);
            }
            cover(items, own, result.promisedByItem, statuses[p].base - statuses[p].paidTotal);
        }
    };
    coverOwn(false); // a promise on account covers what the others leave
    coverOwn(true);

    Money rest = zero;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].due >= asOf)
            continue;
        result.overdue += items[i].residual;
        result.promised += result.promisedByItem[i];
        result.collectibleByItem[i] = items[i].residual - result.promisedByItem[i];
        rest += result.collectibleByItem[i];
    }
    for (const Receipt& receipt : receipts)
        result.credits += receipt.unallocated;
    result.credits = min(result.credits, rest);
    result.amount = rest - result.credits;
    return result;
}

} // namespace encours::usecases
