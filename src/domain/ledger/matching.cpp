// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/matching.h"

#include "domain/ledger/effective_lines.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace encours {

namespace {

/// No store and no wire carries a later one: a due day beyond it would stop every device that gets it.
const Day kLastDay = *Day::fromYmd(2199, 12, 31);

ReceiptKind receiptKind(const LedgerEntry& entry)
{
    if (entry.account.starts_with("419"))
        return ReceiptKind::Advance;
    switch (entry.kind) {
    case EntryKind::Treasury: return ReceiptKind::Payment;
    case EntryKind::Sale: return ReceiptKind::CreditNote;
    case EntryKind::Opening:
    case EntryKind::Other: break;
    }
    return ReceiptKind::Other;
}

ItemKind itemKind(const EffectiveLine& line)
{
    const LedgerEntry& entry = *line.entry;
    if (line.index == kNoEntry)
        return ItemKind::OpeningDifference;
    if (entry.kind == EntryKind::Treasury)
        return ItemKind::ReturnedPayment;
    // Carried forward in detail: an invoice of its own, dated before the opening.
    if (entry.kind == EntryKind::Opening && !(namesAnInvoice(entry.pieceRef) && entry.pieceDay < entry.day))
        return ItemKind::Opening;
    return ItemKind::Invoice;
}

/// Where an item or receipt comes from.
struct Origin {
    int group = kNoGroup;
    int year = 0;
    Day day;
    bool opening = false;
};

class Matching {
public:
    Matching(const EffectiveLines& effective, const DueTerms& terms) : m_effective(effective), m_terms(terms) {}
    ClientLedger run();

private:
    using Indexes = std::vector<std::size_t>; ///< of items or receipts
    struct Group {
        Indexes items, receipts;
    };

    void addItem(const EffectiveLine& line);
    void addReceipt(const EffectiveLine& line);
    /// As much as both sides and the limit (minor units) allow; returns how much.
    std::int64_t allocate(std::size_t receipt, std::size_t item,
                          std::int64_t limit = std::numeric_limits<std::int64_t>::max());
    void settle(Group& group);
    void payWhatWasOpenAtClosing(std::size_t receipt);
    void useCreditCarriedForward(std::size_t group);
    void sortByDue(Indexes& items) const;

    const Item& item(std::size_t i) const { return m_ledger.items[i].item; }
    const Receipt& receipt(std::size_t i) const { return m_ledger.receipts[i].receipt; }

    const EffectiveLines& m_effective;
    const DueTerms& m_terms;
    ClientLedger m_ledger;
    std::vector<Origin> m_itemOrigins, m_receiptOrigins;
    std::vector<Group> m_groups;
    Indexes m_carried;              ///< items that may be open at a closing, oldest due first
    std::size_t m_firstCarried = 0; ///< those before it are settled
    std::map<std::tuple<std::string_view, std::string_view, Day>, int> m_itemRanks, m_receiptRanks;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> m_allocationOf; ///< receipt and item
};

void Matching::addItem(const EffectiveLine& line)
{
    const LedgerEntry& entry = *line.entry;
    Item item;
    item.account = entry.account;
    item.number = entry.pieceRef;
    item.pieceDay = entry.pieceDay;
    item.day = entry.day;
    item.rank = m_itemRanks[{entry.account, entry.pieceRef, entry.pieceDay}]++;
    item.kind = itemKind(line);
    item.amount = item.residual = entry.amount;
    auto given = m_terms.given ? m_terms.given(item.number, item.rank) : std::nullopt;
    if (!given)
        given = entry.due;
    if (given) {
        item.due = *given;
        item.dueSource = DueSource::Given;
    } else if (item.kind == ItemKind::Opening || item.kind == ItemKind::OpeningDifference) {
        item.due = entry.day;
        item.dueSource = DueSource::Opening;
    } else {
        item.due = std::min(entry.pieceDay + m_terms.termsDays, kLastDay);
        item.dueSource = DueSource::Computed;
    }
    if (line.group != kNoGroup)
        m_groups[line.group].items.push_back(m_ledger.items.size());
    m_ledger.items.push_back({std::move(item), line.index});
    m_itemOrigins.push_back({line.group, line.year, entry.day, entry.kind == EntryKind::Opening});
}

void Matching::addReceipt(const EffectiveLine& line)
{
    const LedgerEntry& entry = *line.entry;
    Receipt receipt;
    receipt.account = entry.account;
    receipt.number = entry.pieceRef;
    receipt.label = entry.label;
    receipt.day = entry.day;
    receipt.rank = m_receiptRanks[{entry.account, entry.pieceRef, entry.day}]++;
    receipt.kind = receiptKind(entry);
    receipt.amount = receipt.unallocated = -entry.amount;
    if (line.group != kNoGroup)
        m_groups[line.group].receipts.push_back(m_ledger.receipts.size());
    m_ledger.receipts.push_back({std::move(receipt), line.index});
    m_receiptOrigins.push_back({line.group, line.year, entry.day, entry.kind == EntryKind::Opening});
}

std::int64_t Matching::allocate(std::size_t receipt, std::size_t item, std::int64_t limit)
{
    Money& left = m_ledger.receipts[receipt].receipt.unallocated;
    Money& owed = m_ledger.items[item].item.residual;
    const Money amount = min(min(left, owed), Money::ofMinor(limit, left.currency()));
    if (amount.isZero())
        return 0;
    left -= amount;
    owed -= amount;
    // What a credit carried forward paid in part, the same receipt may pay on: one allocation of the two.
    if (const auto [known, isNew] = m_allocationOf.try_emplace({receipt, item}, m_ledger.allocations.size()); isNew)
        m_ledger.allocations.push_back({receipt, item, amount});
    else
        m_ledger.allocations[known->second].amount += amount;
    return amount.minor();
}

void Matching::sortByDue(Indexes& items) const
{
    std::ranges::stable_sort(items, {}, [&](std::size_t i) { return item(i).due; });
}

void Matching::settle(Group& group)
{
    for (std::size_t i : group.items) {
        if (item(i).kind != ItemKind::ReturnedPayment)
            continue;
        for (auto r = group.receipts.rbegin(); r != group.receipts.rend(); ++r)
            if (receipt(*r).kind == ReceiptKind::Payment && receipt(*r).day <= m_itemOrigins[i].day)
                allocate(*r, i);
    }
    sortByDue(group.items);
    auto r = group.receipts.begin();
    for (std::size_t i : group.items) {
        while (r != group.receipts.end() && !item(i).residual.isZero()) {
            allocate(*r, i);
            if (receipt(*r).unallocated.isZero())
                ++r;
        }
    }
}

void Matching::payWhatWasOpenAtClosing(std::size_t r)
{
    const Origin& origin = m_receiptOrigins[r];
    if (origin.group == kNoGroup || receipt(r).unallocated.isZero() || receipt(r).kind == ReceiptKind::Advance)
        return;
    if (const int before = m_effective.groups[origin.group].lastYears; before != kNoGroup)
        for (std::size_t i : m_groups[before].items)
            allocate(r, i);
    while (m_firstCarried < m_carried.size() && item(m_carried[m_firstCarried]).residual.isZero())
        ++m_firstCarried;
    for (const bool sameAccount : {true, false})
        for (std::size_t i : std::span(m_carried).subspan(m_firstCarried)) {
            if (receipt(r).unallocated.isZero())
                return;
            const Origin& from = m_itemOrigins[i];
            const bool openAtClosing = from.year < origin.year || (from.opening && from.year == origin.year);
            if (openAtClosing && (item(i).account == receipt(r).account) == sameAccount)
                allocate(r, i);
        }
}

void Matching::useCreditCarriedForward(std::size_t group)
{
    const LetterGroup& letters = m_effective.groups[group];
    std::int64_t credit = letters.openingCredit;
    for (std::size_t i : m_groups[group].items)
        for (std::size_t r = 0; r < m_ledger.receipts.size() && credit > 0 && !item(i).residual.isZero(); ++r)
            if (m_receiptOrigins[r].year < letters.year)
                credit -= allocate(r, i, credit);
}

ClientLedger Matching::run()
{
    m_groups.resize(m_effective.groups.size());
    for (const EffectiveLine& line : m_effective.lines) {
        if (line.entry->amount.sign() > 0)
            addItem(line);
        else if (line.entry->amount.sign() < 0)
            addReceipt(line);
    }
    for (Group& group : m_groups)
        settle(group);
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        useCreditCarriedForward(g);
    const int lastYear = m_effective.lines.empty() ? 0 : m_effective.lines.back().year;
    for (std::size_t i = 0; i < m_ledger.items.size(); ++i)
        if (!item(i).residual.isZero() && (m_itemOrigins[i].opening || m_itemOrigins[i].year < lastYear))
            m_carried.push_back(i);
    sortByDue(m_carried);
    if (!m_carried.empty())
        for (std::size_t r = 0; r < m_ledger.receipts.size(); ++r)
            payWhatWasOpenAtClosing(r);
    m_ledger.differences = m_effective.differences;
    return std::move(m_ledger);
}

} // namespace

ClientLedger matchClient(std::span<const LedgerEntry> entries, const DueTerms& terms, Day asOf,
                         std::span<const YearOpening> openings)
{
    return Matching(effectiveLines(entries, asOf, openings), terms).run();
}

} // namespace encours
