// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/blocks.h"

#include <algorithm>

namespace encours {

Day nextReview(const DunningRules& rules, Day due, Day asOf)
{
    const int late = std::max(asOf - due, 0);
    return due + (late / rules.reviewDays + 1) * rules.reviewDays;
}

namespace {

bool stands(const Hold& hold, Day day)
{
    return hold.from <= day && (!hold.until || day <= *hold.until);
}

PlanReason reasonOf(HoldKind kind)
{
    switch (kind) {
    case HoldKind::Pause: break;
    case HoldKind::NoFollow: return PlanReason::NoFollow;
    case HoldKind::AutomaticMeans: return PlanReason::AutomaticMeans;
    case HoldKind::ExcludedAccount: return PlanReason::ExcludedAccount;
    }
    return PlanReason::Paused;
}

const PlanVersion* versionOn(const PaymentPlan& plan, Day day)
{
    const PlanVersion* last = nullptr;
    for (const PlanVersion& version : plan.versions) {
        if (version.proposedOn <= day)
            last = &version;
    }
    return last;
}

} // namespace

Blocks::Blocks(const ClientAccount& account, const DunningRules& rules) : m_account(account), m_rules(rules)
{
    m_disputed = disputedParts(account.disputes, account.disputeStatuses);
    for (std::size_t i = 0; i < account.promises.size(); ++i) {
        const PromiseStatus& status = account.statuses[i];
        if (status.state == PromiseState::Open && account.asOf <= status.windowEnd) {
            m_promises.push_back(account.promises[i]);
            m_statuses.push_back(status);
        }
    }
    if (!m_promises.empty())
        m_promised = collectible(account.items, account.receipts, m_disputed, m_promises, m_statuses, account.asOf,
                                 account.currency)
                         .promisedByItem;
    for (const WatchFact& fact : account.watched) {
        if (fact.kind == WatchKind::Insolvency && fact.day <= account.asOf)
            m_insolvency = &fact;
    }
    const auto [first, last] = rules.clientHolds.equal_range(account.client.key);
    for (auto hold = first; hold != last; ++hold) {
        if (stands(hold->second, account.asOf))
            m_holds.push_back(&hold->second);
    }
    for (const Hold& hold : rules.accountHolds) {
        if (stands(hold, account.asOf))
            m_holds.push_back(&hold);
    }
    // A client that is not followed is so before anything else is said of its items.
    std::ranges::stable_sort(m_holds, {}, [](const Hold* hold) { return hold->kind != HoldKind::NoFollow; });
}

void Blocks::apply(PlannedItem& row, std::size_t place) const
{
    const Money zero = Money::ofMinor(0, m_account.currency);
    row.disputed = min(disputedOf(row.item->id), row.item->residual);
    row.promised = m_promised.empty() ? zero : m_promised[place];
    static_cast<void>(byDecision(row) || byAgreement(row) || byAmount(row));
}

void Blocks::block(PlannedItem& row, PlanReason reason, std::string author, std::string detail,
                   std::optional<Day> until) const
{
    row.reason = reason;
    row.author = author.empty() ? m_rules.author : std::move(author);
    row.detail = std::move(detail);
    // An end that is over is none: what still holds is looked at again by the rules' own review.
    const bool ahead = until && *until >= m_account.asOf;
    row.until = ahead ? *until : nextReview(m_rules, row.item->due, m_account.asOf);
}

bool Blocks::holds(const Hold& hold, const Item& item) const
{
    if (hold.kind == HoldKind::AutomaticMeans && item.kind == ItemKind::ReturnedPayment)
        return false; // it came back
    return (hold.item.empty() || hold.item == item.number) && item.account.starts_with(hold.account);
}

bool Blocks::byDecision(PlannedItem& row) const
{
    if (m_insolvency) {
        block(row, PlanReason::Insolvency, {}, m_insolvency->label, std::nullopt);
        return true;
    }
    for (const Hold* hold : m_holds) {
        if (holds(*hold, *row.item)) {
            block(row, reasonOf(hold->kind), hold->author, hold->reason, hold->until);
            return true;
        }
    }
    for (const DunningPause& pause : m_account.pauses) {
        if (pause.holdsOn(m_account.asOf) && (pause.number.empty() || pause.number == row.item->number)) {
            block(row, PlanReason::Paused, pause.author, pause.reason, pause.until);
            return true;
        }
    }
    if (row.item->dueSource == DueSource::Opening || row.item->kind == ItemKind::Opening ||
        row.item->kind == ItemKind::OpeningDifference) {
        block(row, PlanReason::Opening, {}, {}, std::nullopt);
        return true;
    }
    return false;
}

bool Blocks::byAgreement(PlannedItem& row) const
{
    for (std::size_t i = 0; i < m_account.plans.size(); ++i) {
        const PlanVersion* version = versionOn(m_account.plans[i], m_account.asOf);
        const PlanStatus& status = m_account.planStatuses[i];
        if (!status.suspendsDunning || !version || !std::ranges::contains(version->items, row.item->id))
            continue;
        const auto next = status.next ? std::optional(std::max(status.next->due, m_account.asOf)) : std::nullopt;
        block(row, PlanReason::PaymentPlan, version->author, version->reason, next);
        return true;
    }
    const Money rest = row.item->residual - row.disputed - row.promised;
    const Promise* last = nullptr;
    Day until;
    for (std::size_t i = 0; i < m_promises.size(); ++i) {
        const bool named = std::ranges::contains(m_promises[i].items, row.item->id);
        const bool covers = m_promises[i].items.empty() && row.promised.sign() > 0 && rest.sign() <= 0;
        if ((named || covers) && m_promises[i].amount.currency() == m_account.currency &&
            (!last || m_statuses[i].windowEnd > until)) {
            last = &m_promises[i];
            until = m_statuses[i].windowEnd;
        }
    }
    if (last) {
        block(row, PlanReason::Promised, last->authorName, last->promisedBy, until);
        return true;
    }
    if (row.disputed.sign() > 0 && rest.minor() <= m_rules.tolerance) {
        for (std::size_t i = 0; i < m_account.disputes.size(); ++i) {
            const Dispute& dispute = m_account.disputes[i];
            const DisputeStatus& status = m_account.disputeStatuses[i];
            if (dispute.item != row.item->id || !(status.open || status.awaitingCredit.sign() > 0))
                continue;
            block(row, PlanReason::Disputed, dispute.owner.empty() ? dispute.authorName : dispute.owner, dispute.reason,
                  status.dueBy);
        }
        return row.reason == PlanReason::Disputed;
    }
    return false;
}

bool Blocks::byAmount(PlannedItem& row) const
{
    const std::int64_t rest = (row.item->residual - row.disputed - row.promised).minor();
    if (row.reason == PlanReason::LastStepDone)
        return true;
    if (rest <= m_rules.tolerance)
        block(row, PlanReason::Tolerance, {}, {}, std::nullopt);
    else if (row.item->due < m_account.asOf && rest < m_rules.minimumItem)
        block(row, PlanReason::MinimumItem, {}, {}, std::nullopt);
    else
        return false;
    return true;
}

Money Blocks::disputedOf(ItemId item) const
{
    Money sum = Money::ofMinor(0, m_account.currency);
    for (const DisputedPart& part : m_disputed) {
        if (part.item == item)
            sum += part.amount;
    }
    return sum;
}

} // namespace encours
