// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/account_figures.h"

#include "domain/agreements/dated_facts.h"

#include <algorithm>
#include <cassert>

namespace encours {

AccountFigures::AccountFigures(const ClientAccount& account) : m_account(&account)
{
    assert(account.promises.size() == account.statuses.size());
    assert(account.disputes.size() == account.disputeStatuses.size());
    assert(account.plans.size() == account.planStatuses.size());
    readItems();
    readPayments();
    readAgreements();
    for (const WatchFact& fact : account.watched)
        if (fact.kind == WatchKind::Insolvency && fact.day <= account.asOf &&
            (!m_insolvency || m_insolvency->day < fact.day))
            m_insolvency = &fact;
}

void AccountFigures::readItems()
{
    const auto items = m_account->items;
    m_aged = AgedBalance::zero(m_account->currency);
    m_places.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_places.emplace_back(items[i].id, i);
        if (items[i].residual.sign() > 0) {
            m_open.push_back(i);
            m_aged.addResidual(items[i].due, items[i].residual, m_account->asOf);
        }
    }
    for (const Receipt& receipt : m_account->receipts)
        m_aged.addCredit(receipt.unallocated);
    std::ranges::sort(m_places);
    std::ranges::sort(m_open, {}, [&](std::size_t i) { return std::pair(items[i].due, items[i].id); });
    m_items.assign(items.size(), ItemFigures{zero(), std::nullopt, false});
}

void AccountFigures::readPayments()
{
    const DatedFacts facts({m_account->items, m_account->receipts, m_account->allocations, m_account->coveredThrough},
                           m_account->asOf);
    for (const DatedPart& part : facts.payments) { // by day
        const auto found = place(part.item);
        if (!found)
            continue;
        m_items[*found].received += part.amount;
        m_items[*found].lastReceived = part.day;
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Item& one = item(i);
        if (!one.residual.isZero() || !m_items[i].lastReceived || one.kind != ItemKind::Invoice ||
            one.dueSource == DueSource::Opening)
            continue;
        const Day paidOn = *m_items[i].lastReceived;
        m_paid.push_back({i, paidOn, paidOn - one.due, paidOn - one.pieceDay});
    }
    std::ranges::sort(m_paid, {}, [&](const PaidItem& paid) { return std::pair(paid.paidOn, item(paid.item).id); });
}

void AccountFigures::readAgreements()
{
    const auto parts = disputedParts(m_account->disputes, m_account->disputeStatuses);
    m_collectible = encours::collectible(m_account->items, m_account->receipts, parts, m_account->promises,
                                         m_account->statuses, m_account->asOf, m_account->currency);
    for (std::size_t p = 0; p < m_account->plans.size(); ++p)
        if (m_account->planStatuses[p].suspendsDunning)
            for (const ItemId id : m_account->plans[p].versions.back().items)
                if (const auto found = place(id))
                    m_items[*found].planned = true;
}

std::optional<std::size_t> AccountFigures::place(ItemId id) const
{
    const auto found = std::ranges::lower_bound(m_places, id, {}, &std::pair<ItemId, std::size_t>::first);
    if (found == m_places.end() || found->first != id)
        return std::nullopt;
    return found->second;
}

} // namespace encours
