// SPDX-License-Identifier: Apache-2.0
// evaluateDisputes of dispute.h.
//
// Which money counts for a dispute: what its item owed when it was opened = an undisputed part + the disputed one.
// Payments cover the undisputed part first (nobody pays first what he contests); credit notes and adjustments the
// disputed part first (that is why they were made). Each credit counts for one dispute, the first in the centre's
// order.
#include "domain/agreements/dated_facts.h"
#include "domain/agreements/dispute_course.h"
#include "domain/agreements/dispute_reasons.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace encours {

namespace {

/// What the ledger says of one item, and what its disputes have taken of it so far.
class ItemMoney {
public:
    ItemMoney(ItemId id, const DatedFacts& facts)
    {
        const auto found = std::ranges::find(facts.items, id, &Item::id);
        if (found == facts.items.end())
            return;
        m_item = &*found;
        reserved = Money::ofMinor(0, m_item->residual.currency());
        const auto concerns = [&](const DatedPart& part) {
            return part.item == id && part.amount.currency() == m_item->residual.currency();
        };
        std::ranges::copy_if(facts.everyPart, std::back_inserter(m_parts), concerns);
        std::ranges::copy_if(facts.reductions, std::back_inserter(m_credits), concerns);
    }

    const Item* item() const { return m_item; }
    const std::vector<DatedPart>& parts() const { return m_parts; }
    Money owedOn(Day day) const
    {
        Money owed = m_item->residual;
        for (const DatedPart& part : m_parts)
            if (part.day > day)
                owed += part.amount; // not yet set against the item on that day
        return max(owed, Money::ofMinor(0, owed.currency()));
    }
    /// Credits from `first` to `last` that no dispute has counted, at most `wanted`: they are counted now.
    std::vector<DatedPart> takeCredits(Day first, Day last, Money wanted)
    {
        std::vector<DatedPart> taken;
        for (DatedPart& credit : m_credits) {
            if (credit.day < first || credit.day > last)
                continue;
            DatedPart part = credit;
            part.amount = min(credit.amount, wanted);
            credit.amount -= part.amount;
            wanted -= part.amount;
            taken.push_back(part);
        }
        return taken;
    }

    Money reserved;                                          ///< of its residual, by the disputes before
    std::vector<std::pair<Day, std::optional<Day>>> periods; ///< in which a dispute was open

    bool isInDispute(Day openedOn, std::optional<Day> closedOn) const
    {
        return std::ranges::any_of(periods, [&](const auto& period) {
            return (!closedOn || period.first < *closedOn) && (!period.second || openedOn < *period.second);
        });
    }

private:
    const Item* m_item = nullptr; ///< none: the ledger does not know it
    std::vector<DatedPart> m_parts;
    std::vector<DatedPart> m_credits; ///< amounts shrink to what no dispute has counted
};

Money sumUntil(Day day, std::span<const DatedPart> parts, Money zero)
{
    for (const DatedPart& part : parts)
        if (part.day <= day)
            zero += part.amount;
    return zero;
}

/// A dispute that stands, on what is left by those before it.
class Standing {
public:
    Standing(const Dispute& dispute, const DisputeCourse& course, ItemMoney& money, Day day)
        : m_dispute(dispute), m_course(course), m_money(money), m_day(day),
          m_zero(Money::ofMinor(0, dispute.amount.currency())), m_original(course.claimed)
    {
        if (!money.item())
            return;
        m_reserved = money.reserved;
        m_original = min(m_original, money.owedOn(dispute.openedOn - 1));
        const bool isLost = course.closedOn && !course.isResolved();
        m_credits = money.takeCredits(dispute.openedOn, isLost ? *course.closedOn : day,
                                      course.isResolved() ? min(course.conceded, m_original) : m_original);
    }

    DisputeStatus status() const
    {
        DisputeStatus status;
        status.state = m_course.state;
        status.original = m_original;
        status.credited = sumUntil(m_day, m_credits, m_zero);
        status.disputed = disputedOn(m_day);
        status.paid = m_original - status.credited - status.disputed;
        status.awaitingCredit = m_zero;
        status.closedOn = m_course.closedOn;
        status.ignored = m_course.ignored;
        if (!status.closedOn && status.disputed.isZero()) {
            status.state = DisputeState::Settled;
            status.closedOn = firstDayWithNothingDisputed();
        }
        if (m_course.isResolved())
            status.awaitingCredit = min(max(m_zero, m_course.conceded - status.credited), status.disputed);
        status.open = !status.closedOn;
        if (!status.open)
            status.disputed = m_zero;
        return status;
    }

private:
    Money disputedOn(Day day) const
    {
        const Money left = m_original - sumUntil(day, m_credits, m_zero);
        return m_money.item() ? min(left, max(m_zero, m_money.owedOn(day) - m_reserved)) : left;
    }
    Day firstDayWithNothingDisputed() const
    {
        if (disputedOn(m_dispute.openedOn).isZero())
            return m_dispute.openedOn;
        const auto settles = [&](const DatedPart& part) {
            return part.day > m_dispute.openedOn && part.day <= m_day && disputedOn(part.day).isZero();
        };
        const auto found = std::ranges::find_if(m_money.parts(), settles); // by day
        return found == m_money.parts().end() ? m_day : found->day;
    }

    const Dispute& m_dispute;
    const DisputeCourse& m_course;
    const ItemMoney& m_money;
    Day m_day;
    Money m_zero;
    Money m_original;
    Money m_reserved;
    std::vector<DatedPart> m_credits;
};

DisputeStatus notStanding(const Dispute& dispute, DisputeState state)
{
    DisputeStatus status;
    status.state = state;
    status.open = false;
    status.original = max(dispute.amount, Money::ofMinor(0, dispute.amount.currency()));
    status.disputed = status.paid = status.credited = status.awaitingCredit =
        Money::ofMinor(0, dispute.amount.currency());
    return status;
}

DisputeStatus evaluate(const Dispute& dispute, ItemMoney& money, Day day)
{
    if (dispute.openedOn > day)
        return notStanding(dispute, DisputeState::New);
    if (dispute.amount.sign() <= 0 || (money.item() && money.item()->residual.currency() != dispute.amount.currency()))
        return notStanding(dispute, DisputeState::Refused);
    const DisputeCourse course = disputeCourse(dispute, day);
    ItemMoney after = money;
    DisputeStatus status = Standing(dispute, course, after, day).status();
    if (money.isInDispute(dispute.openedOn, status.closedOn))
        return notStanding(dispute, DisputeState::Refused);
    after.periods.emplace_back(dispute.openedOn, status.closedOn);
    if (after.item())
        after.reserved += status.disputed + status.awaitingCredit;
    money = std::move(after);
    status.daysOpen = status.closedOn.value_or(day) - dispute.openedOn;
    return status;
}

} // namespace

std::vector<DisputeStatus> evaluateDisputes(std::span<const Dispute> disputes, const ClientFacts& facts, Day day)
{
    if (disputes.empty())
        return {}; // the usual client
    const DatedFacts dated(facts, day);
    std::vector<std::size_t> order(disputes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) {
        return std::tuple(disputes[i].serverSeq == 0, disputes[i].serverSeq, disputes[i].id);
    });
    std::map<ItemId, ItemMoney> byItem;
    std::vector<DisputeStatus> statuses(disputes.size());
    for (const std::size_t i : order) {
        ItemMoney& money = byItem.try_emplace(disputes[i].item, disputes[i].item, dated).first->second;
        DisputeStatus status = evaluate(disputes[i], money, day);
        status.dueBy = answerDueBy(disputes[i]);
        status.daysLate = status.open ? std::max(0, day - status.dueBy) : 0;
        statuses[i] = std::move(status);
    }
    return statuses;
}

} // namespace encours
