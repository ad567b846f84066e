// SPDX-License-Identifier: Apache-2.0
// What may be demanded from a client on a day, as an equation whose terms are shown (rules.md, Balances):
// max(0, Σ over overdue items of max(0, residual − disputed − promised and open) − unallocated credits).
#pragma once

#include "domain/agreements/promise.h"

namespace encours {

/// The part of an item that is in an open dispute.
struct DisputedPart {
    ItemId item;
    Money amount; ///< > 0
};

/// overdue − disputed − promised − credits = amount, each term ≥ 0.
struct Collectible {
    Money overdue;  ///< Σ residuals of overdue items
    Money disputed; ///< of it
    Money promised; ///< of the rest, promised and open
    Money credits;  ///< unallocated credits set against what is left
    Money amount;
    std::vector<Money> disputedByItem;    ///< same order as the items, overdue or not; at most the residual
    std::vector<Money> promisedByItem;    ///< same order, overdue or not; at most what is left of the residual
    std::vector<Money> collectibleByItem; ///< same order; before credits, 0 when not overdue
};

/// What is left to pay of each open promise covers its own items, oldest due first; then a promise on account covers
/// what is overdue, oldest first. `statuses` is evaluatePromises of `promises` on `asOf`, on the same items and
/// receipts; all in `currency`.
Collectible collectible(std::span<const Item> items, std::span<const Receipt> receipts,
                        std::span<const DisputedPart> disputed, std::span<const Promise> promises,
                        std::span<const PromiseStatus> statuses, Day asOf, Currency currency);

} // namespace encours
