// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/dated_facts.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace encours {

namespace {

bool bringsMoney(ReceiptKind kind)
{
    return kind == ReceiptKind::Payment || kind == ReceiptKind::Advance;
}

void sortByDate(std::vector<DatedPart>& parts)
{
    std::ranges::sort(parts, {}, [](const DatedPart& part) {
        return std::tuple(part.day, part.receipt, part.item, part.amount.currency(), part.amount.minor());
    });
}

/// The receipts of a client and how much of each came back.
class Returns {
public:
    explicit Returns(const ClientFacts& facts);
    const Receipt* find(ReceiptId id) const;
    /// Lettered with its return: the ledger has taken it from the invoices.
    bool isLetteredReturn(const Receipt& receipt, ItemId item) const;
    void takeBackOpenReturns(std::span<const Item> items, Day asOf);
    /// Subtracts from the parts of each receipt, in their order, what open returns took back.
    void subtractFrom(std::vector<DatedPart>& parts);

private:
    struct Returned {
        const Receipt* receipt;
        Money lettered;
        Money open;
        Money left() const { return receipt->amount - lettered - open; }
    };
    void takeBack(const Item& back);

    std::vector<Returned> m_latestFirst;
    std::unordered_map<ReceiptId, std::size_t> m_places;
    std::unordered_map<ItemId, Day> m_returnDays;
};

Returns::Returns(const ClientFacts& facts)
{
    for (const Receipt& receipt : facts.receipts)
        m_latestFirst.push_back({&receipt, receipt.amount - receipt.amount, receipt.amount - receipt.amount});
    std::ranges::sort(m_latestFirst, std::greater(),
                      [](const Returned& returned) { return std::tuple(returned.receipt->day, returned.receipt->id); });
    for (std::size_t i = 0; i < m_latestFirst.size(); ++i)
        m_places.emplace(m_latestFirst[i].receipt->id, i);
    for (const Item& item : facts.items)
        if (item.kind == ItemKind::ReturnedPayment)
            m_returnDays.emplace(item.id, item.pieceDay);
    for (const Allocation& allocation : facts.allocations)
        if (const Receipt* receipt = find(allocation.receipt); receipt && isLetteredReturn(*receipt, allocation.item))
            m_latestFirst[m_places.at(receipt->id)].lettered += allocation.amount;
}

const Receipt* Returns::find(ReceiptId id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? nullptr : m_latestFirst[found->second].receipt;
}

bool Returns::isLetteredReturn(const Receipt& receipt, ItemId item) const
{
    const auto found = m_returnDays.find(item);
    return found != m_returnDays.end() && receipt.day <= found->second;
}

void Returns::takeBackOpenReturns(std::span<const Item> items, Day asOf)
{
    std::vector<const Item*> open;
    for (const Item& item : items)
        if (item.kind == ItemKind::ReturnedPayment && item.pieceDay <= asOf && item.residual.sign() > 0)
            open.push_back(&item);
    std::ranges::sort(open, {}, [](const Item* item) { return std::tuple(item->pieceDay, item->id); });
    for (const Item* back : open)
        takeBack(*back);
}

void Returns::takeBack(const Item& back)
{
    const auto concerned = [&](const Returned& returned) {
        return returned.receipt->day <= back.pieceDay &&
               returned.receipt->amount.currency() == back.residual.currency();
    };
    const auto exact = std::ranges::find_if(m_latestFirst, [&](const Returned& returned) {
        return concerned(returned) && returned.receipt->amount == back.residual && returned.left() == back.residual;
    });
    if (exact != m_latestFirst.end()) {
        exact->open = back.residual;
        return;
    }
    Money rest = back.residual;
    for (Returned& returned : m_latestFirst) {
        if (!concerned(returned) || returned.receipt->kind != ReceiptKind::Payment)
            continue;
        const Money taken = min(rest, returned.left());
        returned.open += taken;
        rest -= taken;
    }
}

void Returns::subtractFrom(std::vector<DatedPart>& parts)
{
    for (DatedPart& part : parts) {
        Money& open = m_latestFirst[m_places.at(part.receipt)].open;
        if (open.isZero())
            continue;
        const Money taken = min(part.amount, open);
        part.amount -= taken;
        open -= taken;
    }
    std::erase_if(parts, [](const DatedPart& part) { return part.amount.isZero(); });
}

} // namespace

DatedFacts::DatedFacts(const ClientFacts& facts, Day asOf) : items(facts.items)
{
    Returns returns(facts);
    for (const Receipt& receipt : facts.receipts)
        if (receipt.kind == ReceiptKind::Payment && receipt.day <= asOf && receipt.unallocated.sign() > 0)
            unallocated.push_back({receipt.day, receipt.id, ItemId(), receipt.unallocated});
    for (const Allocation& allocation : facts.allocations) {
        const Receipt* receipt = returns.find(allocation.receipt);
        if (!receipt || allocation.amount.sign() <= 0)
            continue; // without its receipt an allocation has no date
        const DatedPart part{receipt->day, receipt->id, allocation.item, allocation.amount};
        everyPart.push_back(part);
        if (receipt->day <= asOf && !returns.isLetteredReturn(*receipt, allocation.item))
            (bringsMoney(receipt->kind) ? payments : reductions).push_back(part);
    }
    for (auto* parts : {&unallocated, &payments, &reductions, &everyPart})
        sortByDate(*parts);
    returns.takeBackOpenReturns(facts.items, asOf);
    returns.subtractFrom(unallocated);
    returns.subtractFrom(payments);
}

std::optional<Money> owedOn(Day day, ItemId item, const DatedFacts& facts)
{
    const auto found = std::ranges::find(facts.items, item, &Item::id);
    if (found == facts.items.end())
        return std::nullopt;
    Money owed = found->residual;
    for (const DatedPart& part : facts.everyPart)
        if (part.item == item && part.day > day && part.amount.currency() == owed.currency())
            owed += part.amount;
    return owed;
}

} // namespace encours
