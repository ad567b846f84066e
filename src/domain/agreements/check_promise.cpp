// SPDX-License-Identifier: Apache-2.0
// checkTerms and checkPromise of promise.h.
#include "domain/agreements/promise.h"

#include <algorithm>

namespace encours {

namespace {

std::unexpected<Error> wrong(ErrorKind kind, const char* code, const std::string& what)
{
    return failure(kind, code, what + "; nothing was noted.");
}

Result<void> checkItems(const Promise& promise, std::span<const Item> items)
{
    for (const ItemId id : promise.items) {
        const auto item = std::ranges::find(items, id, &Item::id);
        if (item == items.end())
            return wrong(ErrorKind::NotFound, "promise.item", "An invoice of this promise is not one of this client's");
        if (item->residual.currency() != promise.amount.currency())
            return wrong(ErrorKind::InvalidArgument, "promise.currency",
                         "Invoice " + item->number + " is in " + std::string(item->residual.currency().code()) +
                             ", the promise is not");
    }
    return {};
}

// Follows what each promise replaces. A chain longer than the promises there are goes round.
Result<void> checkReplaced(const Promise& promise, std::span<const Promise> others)
{
    PromiseId replaced = promise.supersedes;
    for (std::size_t steps = 0; replaced; ++steps) {
        if (replaced == promise.id || steps > others.size())
            return wrong(ErrorKind::Refused, "promise.cycle",
                         "This promise would replace itself through those that replace one another");
        const auto earlier = std::ranges::find(others, replaced, &Promise::id);
        if (earlier == others.end() && steps == 0)
            return wrong(ErrorKind::NotFound, "promise.unknown", "The promise to replace is not one of this client's");
        replaced = earlier == others.end() ? PromiseId() : earlier->supersedes;
    }
    return {};
}

} // namespace

Result<void> checkTerms(const Promise& promise, int longestDays)
{
    if (promise.amount.sign() <= 0 || promise.amount.minor() > kMaximumPromiseMinor)
        return wrong(ErrorKind::InvalidArgument, "promise.amount",
                     "The amount promised is more than zero and at most 10,000 billion");
    if (promise.promisedFor < promise.madeOn)
        return wrong(ErrorKind::InvalidArgument, "promise.past",
                     "A payment is promised for the day of the promise, " + promise.madeOn.iso() +
                         ", or later, not for " + promise.promisedFor.iso());
    if (promise.promisedFor - promise.madeOn > longestDays)
        return wrong(ErrorKind::InvalidArgument, "promise.far",
                     "A payment is promised within " + std::to_string(longestDays) + " days of " +
                         promise.madeOn.iso() + ", not for " + promise.promisedFor.iso());
    if (promise.items.size() > kMaximumPromiseItems)
        return wrong(ErrorKind::InvalidArgument, "promise.items",
                     "A promise names at most " + std::to_string(kMaximumPromiseItems) + " invoices, or none at all");
    for (std::size_t i = 0; i < promise.items.size(); ++i)
        if (std::ranges::count(promise.items, promise.items[i]) > 1)
            return wrong(ErrorKind::InvalidArgument, "promise.twice", "An invoice is named twice in this promise");
    return {};
}

Result<void> checkPromise(const Promise& promise, std::span<const Promise> others, std::span<const Item> items,
                          int longestDays)
{
    ENCOURS_CHECK(checkTerms(promise, longestDays));
    ENCOURS_CHECK(checkItems(promise, items));
    return checkReplaced(promise, others);
}

} // namespace encours
