// SPDX-License-Identifier: Apache-2.0
#include "usecases/late_claims.h"

#include <algorithm>

namespace encours::usecases {

std::unordered_map<ItemId, LateClaim> lateClaimsOf(const ClientAccount& account)
{
    std::unordered_map<ItemId, LateClaim> claims;
    for (const Item& item : account.items)
        claims[item.id] = {item.due, item.amount, {}, std::nullopt};
    std::unordered_map<ReceiptId, const Receipt*> receipts;
    for (const Receipt& receipt : account.receipts)
        receipts.emplace(receipt.id, &receipt);
    for (const Allocation& part : account.allocations) {
        const auto claim = claims.find(part.item);
        const auto receipt = receipts.find(part.receipt);
        if (claim == claims.end() || receipt == receipts.end())
            continue;
        if (receipt->second->kind == ReceiptKind::CreditNote)
            claim->second.amount -= part.amount;
        else
            claim->second.payments.push_back({receipt->second->day, part.amount});
    }
    for (const WatchFact& fact : account.watched) {
        if (fact.kind != WatchKind::Insolvency)
            continue;
        for (auto& [id, claim] : claims)
            claim.insolvency = std::min(claim.insolvency.value_or(fact.day), fact.day);
    }
    return claims;
}

namespace {

bool isClaimable(const Item& item, bool settled)
{
    return (settled || item.residual.sign() > 0) && item.dueSource != DueSource::Opening &&
           item.kind == ItemKind::Invoice;
}

} // namespace

std::vector<ItemPenalty> penaltiesOf(const ClientAccount& account, const PenaltyTerms& terms, const LegalRates& rates,
                                     bool settled)
{
    const auto claims = lateClaimsOf(account);
    std::vector<ItemPenalty> list;
    for (const Item& item : account.items) {
        if (item.due >= account.asOf || !isClaimable(item, settled))
            continue;
        Penalty penalty = penaltyOf(claims.at(item.id), terms, rates, account.asOf);
        if (!penalty.lines.empty() || penalty.stoppedByInsolvency)
            list.push_back({account.client.key, account.client.name, item, std::move(penalty)});
    }
    std::ranges::stable_sort(list, {}, [](const ItemPenalty& one) { return one.item.due; });
    return list;
}

} // namespace encours::usecases
