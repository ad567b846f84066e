// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/leave_out_later.h"

#include <algorithm>
#include <unordered_map>

namespace encours {

void leaveOutLater(std::vector<Item>& items, std::vector<Receipt>& receipts, std::vector<Allocation>& allocations,
                   Day asOf)
{
    const auto isLater = [asOf](const auto& fact) { return fact.day > asOf; };
    if (std::ranges::none_of(items, isLater) && std::ranges::none_of(receipts, isLater))
        return;
    std::unordered_map<ItemId, Item*> itemsById;
    for (Item& item : items)
        itemsById.emplace(item.id, &item);
    std::unordered_map<ReceiptId, Receipt*> receiptsById;
    for (Receipt& receipt : receipts)
        receiptsById.emplace(receipt.id, &receipt);
    std::erase_if(allocations, [&](const Allocation& allocation) {
        const auto item = itemsById.find(allocation.item);
        const auto receipt = receiptsById.find(allocation.receipt);
        if (item == itemsById.end() || receipt == receiptsById.end())
            return true;
        if (!isLater(*item->second) && !isLater(*receipt->second))
            return false;
        item->second->residual += allocation.amount;
        receipt->second->unallocated += allocation.amount;
        return true;
    });
    std::erase_if(items, isLater);
    std::erase_if(receipts, isLater);
}

} // namespace encours
