// SPDX-License-Identifier: Apache-2.0
// What may be demanded from a client today, as an equation whose terms are shown (rules.md, Balances):
// max(0, Σ over overdue items of max(0, residual − disputed − promised and open) − unallocated credits).
#pragma once

#include "domain/agreements/promise.h"
#include "domain/ledger/balance.h"

namespace encours::usecases {

struct Collectible {
    Money overdue;  ///< Σ residuals of overdue items
    Money promised; ///< of it, promised and open
    Money credits;  ///< unallocated credits set against the rest, ≥ 0
    Money amount;   ///< overdue − promised − credits, never below 0
    std::vector<Money> promisedByItem;    ///< same order as the items, at most the residual
    std::vector<Money> collectibleByItem; ///< before credits
};

/// What is left to pay of each open promise covers its own items, oldest due first; a promise on account covers the oldest
/// overdue items. `statuses` is evaluatePromises of `promises` on `asOf`.
Collectible collectible(std::span<const Item> items, std::span<const Receipt> receipts, std::span<const Promise> promises,
                        std::span<const PromiseStatus> statuses, Day asOf);

} // namespace encours::usecases
