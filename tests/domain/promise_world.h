// SPDX-License-Identifier: Apache-2.0
// One client's ledger and promises, built by hand for the tests of evaluatePromises.
#pragma once

#include "domain/agreements/promise.h"

#include <cstdlib>
#include <vector>

namespace encours::tests {

inline Day day(const char* iso)
{
    const auto parsed = Day::parseIso(iso);
    if (!parsed)
        std::abort();
    return *parsed;
}

inline Money euros(std::int64_t cents)
{
    return Money::ofMinor(cents);
}

inline PromiseId promiseId(std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[15] = number;
    return {Uuid::fromBytes(bytes)};
}

struct World {
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;
    std::vector<Promise> promises;
    PromiseRules rules;
    Day coveredThrough = day("2027-12-31");

    ItemId addItem(std::int64_t cents)
    {
        Item item;
        item.id = ItemId{static_cast<std::int64_t>(items.size()) + 1};
        item.amount = item.residual = euros(cents);
        items.push_back(item);
        return item.id;
    }

    ReceiptId addReceipt(Day on, std::int64_t cents, ReceiptKind kind = ReceiptKind::Payment)
    {
        Receipt receipt;
        receipt.id = ReceiptId{static_cast<std::int64_t>(receipts.size()) + 1};
        receipt.day = on;
        receipt.kind = kind;
        receipt.amount = receipt.unallocated = euros(cents);
        receipts.push_back(receipt);
        return receipt.id;
    }

    void allocate(ReceiptId receipt, ItemId item, std::int64_t cents)
    {
        receipts[static_cast<std::size_t>(receipt.value) - 1].unallocated -= euros(cents);
        items[static_cast<std::size_t>(item.value) - 1].residual -= euros(cents);
        allocations.push_back({receipt, item, euros(cents)});
    }

    ReceiptId pay(ItemId item, Day on, std::int64_t cents, ReceiptKind kind = ReceiptKind::Payment)
    {
        const ReceiptId receipt = addReceipt(on, cents, kind);
        allocate(receipt, item, cents);
        return receipt;
    }

    /// Returns its place in `promises`. The centre has taken them in this order.
    std::size_t promise(std::vector<ItemId> on, std::int64_t cents, Day madeOn, Day promisedFor)
    {
        Promise promise;
        promise.id = promiseId(static_cast<std::uint8_t>(promises.size() + 1));
        promise.items = std::move(on);
        promise.amount = euros(cents);
        promise.madeOn = madeOn;
        promise.promisedFor = promisedFor;
        promise.serverSeq = static_cast<std::int64_t>(promises.size()) + 1;
        promises.push_back(promise);
        return promises.size() - 1;
    }

    ClientFacts facts() const { return {items, receipts, allocations, coveredThrough}; }
    std::vector<PromiseStatus> on(Day asOf) const { return evaluatePromises(promises, facts(), rules, asOf); }
    PromiseStatus on(Day asOf, std::size_t promise) const { return on(asOf)[promise]; }
    PromiseState state(const char* asOf, std::size_t promise = 0) const { return on(day(asOf), promise).state; }
};

} // namespace encours::tests
