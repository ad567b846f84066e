// SPDX-License-Identifier: Apache-2.0
#include "usecases/propose_allocations.h"

#include "usecases/client_accounts.h"

#include <algorithm>

namespace encours::usecases {

namespace {

/// What is left of the items of an account, day after day.
class Proposal {
public:
    explicit Proposal(const ClientAccount& account)
        : m_account(account), m_items(account.items.begin(), account.items.end())
    {
    }

    Result<void> addTo(std::vector<ProposedAllocation>& list)
    {
        std::vector<const Receipt*> waiting;
        for (const Receipt& receipt : m_account.receipts)
            if (receipt.kind == ReceiptKind::Payment && receipt.unallocated.sign() > 0)
                waiting.push_back(&receipt);
        std::ranges::sort(waiting, {}, [](const Receipt* one) { return std::pair(one->day, one->id); });
        for (std::size_t first = 0, next = 0; first < waiting.size(); first = next) {
            while (next < waiting.size() && waiting[next]->day == waiting[first]->day)
                ++next;
            ENCOURS_CHECK(addDay(std::span(waiting).subspan(first, next - first), list));
        }
        return {};
    }

private:
    Result<void> addDay(std::span<const Receipt* const> receipts, std::vector<ProposedAllocation>& list)
    {
        const Day day = receipts.front()->day;
        std::vector<LegalPayment> payments;
        for (const Receipt* receipt : receipts)
            payments.push_back({receipt->id, receipt->unallocated, {}});
        std::vector<LegalDebt> debts;
        for (const Item& item : m_items)
            if (item.residual.sign() > 0 && item.pieceDay <= day)
                debts.push_back({item.id, item.number, item.due, item.residual,
                                 Money::ofMinor(0, item.residual.currency()), 0, false});
        ENCOURS_TRY(auto splits, allocateByLaw(payments, debts, day));
        for (std::size_t i = 0; i < splits.size(); ++i) {
            std::vector<Item> items;
            for (const LegalShare& share : splits[i].shares) {
                Item& item = *std::ranges::find(m_items, share.item, &Item::id);
                items.push_back(item);
                item.residual -= share.principal;
            }
            list.push_back(
                {m_account.client.key, m_account.client.name, *receipts[i], std::move(splits[i]), std::move(items)});
        }
        return {};
    }

    const ClientAccount& m_account;
    std::vector<Item> m_items;
};

} // namespace

Result<std::vector<ProposedAllocation>> proposeAllocations(Office& office, Day asOf, const std::string& clientKey)
{
    std::vector<ProposedAllocation> list;
    ENCOURS_CHECK(visitAccounts(office, {asOf, clientKey},
                                [&](const ClientAccount& account) { return Proposal(account).addTo(list); }));
    std::ranges::stable_sort(list, {}, &ProposedAllocation::client);
    return list;
}

} // namespace encours::usecases
