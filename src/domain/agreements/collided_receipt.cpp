// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/collided_receipt.h"

#include <algorithm>

namespace encours {

Day contestedSince(const PromiseHistory& history)
{
    Day since = history.contests.front().values.front().madeOn;
    for (const Contest& contest : history.contests) {
        for (const GivenValue& value : contest.values)
            since = std::min(since, value.madeOn);
    }
    return since;
}

std::optional<Receipt> collidedReceipt(const Promise& promise, Day since, const ClientFacts& facts)
{
    std::optional<Receipt> last;
    for (const Receipt& receipt : facts.receipts) {
        const auto paysIt = [&](const Allocation& allocation) {
            return allocation.receipt == receipt.id && std::ranges::contains(promise.items, allocation.item);
        };
        const bool concerns =
            promise.items.empty() || std::ranges::any_of(facts.allocations, paysIt) || !receipt.unallocated.isZero();
        if (concerns && receipt.day >= since && (!last || receipt.day >= last->day))
            last = receipt;
    }
    return last;
}

} // namespace encours
