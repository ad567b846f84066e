// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/legal_allocation.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace encours {

namespace {

/// What is left of a debt while the payments of the day are dealt out.
struct Open {
    const LegalDebt* debt;
    Money accessories;
    Money principal;

    Money left() const { return accessories + principal; }
};

/// The place of a debt in the order of art. 1342-10: smaller is served first, equal is served in proportion.
struct Rank {
    bool notDue;
    std::int64_t cheapness; ///< a debt not due costs nothing yet
    bool unsecured;
    Day due;
    friend auto operator<=>(const Rank&, const Rank&) = default;
};

Rank rankOf(const LegalDebt& debt, Day day)
{
    const bool notDue = debt.due > day;
    return {notDue, notDue ? 0 : -debt.rateBasisPoints, notDue || !debt.secured, debt.due};
}

AllocationRule ruleBetween(const Rank& served, const Rank& next)
{
    if (served.notDue != next.notDue)
        return AllocationRule::DueFirst;
    if (std::tie(served.cheapness, served.unsecured) != std::tie(next.cheapness, next.unsecured))
        return AllocationRule::MostInterest;
    return AllocationRule::Oldest;
}

/// `amount` among `group` in proportion to what is left of each, to the cent. amount ≤ Σ left.
std::vector<Money> inProportion(Money amount, const std::vector<Open*>& group)
{
    __int128 total = 0;
    for (const Open* one : group)
        total += one->left().minor();
    std::vector<Money> parts;
    std::vector<__int128> remainders;
    Money rest = amount;
    for (const Open* one : group) {
        const __int128 product = __int128{amount.minor()} * one->left().minor();
        parts.push_back(Money::ofMinor(static_cast<std::int64_t>(product / total), amount.currency()));
        remainders.push_back(product % total);
        rest -= parts.back();
    }
    std::vector<std::size_t> largestFirst(group.size());
    std::iota(largestFirst.begin(), largestFirst.end(), std::size_t{0});
    std::ranges::stable_sort(largestFirst, std::greater(), [&](std::size_t i) { return remainders[i]; });
    const Money cent = Money::ofMinor(1, amount.currency());
    for (std::size_t i = 0; rest.sign() > 0; ++i, rest -= cent)
        parts[largestFirst[i]] += cent;
    return parts;
}

class Allocation1342 {
public:
    Allocation1342(std::span<const LegalDebt> debts, Day day) : m_day(day)
    {
        for (const LegalDebt& debt : debts)
            m_open.push_back({&debt, debt.accessories, debt.principal});
        std::ranges::sort(m_open, {}, [](const Open& one) { return one.debt->item; });
    }

    LegalSplit split(const LegalPayment& payment)
    {
        LegalSplit split{payment.receipt, {}, payment.amount, {}};
        for (const ItemId item : payment.chosen) {
            const auto named = std::ranges::find(m_open, item, [](const Open& one) { return one.debt->item; });
            if (named != m_open.end())
                serve(*named, split.left, AllocationRule::DebtorsChoice, split);
        }
        for (std::vector<Open*> owed = stillOwed(); split.left.sign() > 0 && !owed.empty(); owed = stillOwed())
            serveFirst(owed, split);
        return split;
    }

private:
    std::vector<Open*> stillOwed()
    {
        std::vector<Open*> owed;
        for (Open& one : m_open)
            if (one.left().sign() > 0)
                owed.push_back(&one);
        return owed;
    }

    /// The debts of the first rank.
    void serveFirst(const std::vector<Open*>& owed, LegalSplit& split)
    {
        const auto rank = [&](const Open* one) { return rankOf(*one->debt, m_day); };
        const Rank first = rank(*std::ranges::min_element(owed, {}, rank));
        std::vector<Open*> group;
        std::vector<Open*> others;
        Money asked = split.left - split.left;
        for (Open* one : owed) {
            (rank(one) == first ? group : others).push_back(one);
            if (rank(one) == first)
                asked += one->left();
        }
        const Money given = min(split.left, asked);
        AllocationRule rule = AllocationRule::OnlyOneLeft;
        if (group.size() > 1 && given < asked)
            rule = AllocationRule::InProportion;
        else if (!others.empty())
            rule = ruleBetween(first, rank(*std::ranges::min_element(others, {}, rank)));
        const std::vector<Money> parts = inProportion(given, group);
        for (std::size_t i = 0; i < group.size(); ++i)
            serve(*group[i], parts[i], rule, split);
    }

    /// Accessories before the principal (art. 1343-1).
    static void serve(Open& one, Money upTo, AllocationRule rule, LegalSplit& split)
    {
        const Money accessories = min(upTo, one.accessories);
        const Money principal = min(upTo - accessories, one.principal);
        if ((accessories + principal).isZero())
            return;
        one.accessories -= accessories;
        one.principal -= principal;
        split.left -= accessories + principal;
        split.shares.push_back({one.debt->item, accessories, principal, rule});
    }

    Day m_day;
    std::vector<Open> m_open;
};

Sentence reasonOf(AllocationRule rule)
{
    switch (rule) {
    case AllocationRule::DebtorsChoice: return sentence("désignée par le débiteur", "named by the debtor");
    case AllocationRule::DueFirst: return sentence("échue, les autres ne le sont pas", "due, the others are not");
    case AllocationRule::MostInterest:
        return sentence("celle qui coûte le plus au débiteur", "the one that costs the debtor most");
    case AllocationRule::Oldest: return sentence("la plus ancienne", "the oldest");
    case AllocationRule::InProportion:
        return sentence("à proportion, rien ne les départage", "in proportion, nothing sets them apart");
    case AllocationRule::OnlyOneLeft: break;
    }
    return sentence("dernière dette restante", "the last debt left");
}

Sentence amountsOf(const LegalShare& share)
{
    if (share.accessories.isZero())
        return sentence("%1", "%1", share.principal);
    if (share.principal.isZero())
        return sentence("%1 d’intérêts et frais", "%1 of interest and costs", share.accessories);
    return sentence("%1 d’intérêts et frais puis %2 de principal", "%1 of interest and costs, then %2 of principal",
                    share.accessories, share.principal);
}

Sentence explain(const LegalPayment& payment, const LegalSplit& split, std::span<const LegalDebt> debts, Day day)
{
    Sentence list;
    bool hasAccessories = false;
    for (const LegalShare& share : split.shares) {
        const LegalDebt& debt = *std::ranges::find(debts, share.item, &LegalDebt::item);
        const Sentence one =
            sentence("%1 sur %2 (%3)", "%1 on %2 (%3)", amountsOf(share), debt.number, reasonOf(share.rule));
        list = list.empty() ? one : sentence("%1, %2", "%1, %2", list, one);
        hasAccessories = hasAccessories || !share.accessories.isZero();
    }
    Sentence why = list.empty() ? sentence("%1 reçus le %2 : aucune dette à payer", "%1 received on %2: no debt to pay",
                                           payment.amount, day)
                                : sentence("%1 reçus le %2 : %3", "%1 received on %2: %3", payment.amount, day, list);
    if (!list.empty() && !split.left.isZero())
        why = sentence("%1 ; %2 restent au crédit du client", "%1; %2 stay to the client’s credit", why, split.left);
    const Sentence interest =
        sentence(" ; intérêts et frais d’abord, art. 1343-1", "; interest and costs first, art. 1343-1");
    return sentence("%1. Code civil, art. 1342-10%2.", "%1. Code civil, art. 1342-10%2.", why,
                    hasAccessories ? interest : Sentence());
}

Result<void> check(std::span<const LegalPayment> payments, std::span<const LegalDebt> debts)
{
    std::optional<Currency> currency;
    const auto isOther = [&](Money amount) {
        currency = currency.value_or(amount.currency());
        return amount.currency() != *currency;
    };
    for (const LegalPayment& payment : payments) {
        if (payment.amount.sign() <= 0)
            return failure(ErrorKind::InvalidArgument, "payment.amount",
                           "A payment to allocate is more than zero; nothing was allocated.");
        if (isOther(payment.amount))
            return failure(ErrorKind::InvalidArgument, "payment.currency",
                           "Payments in several currencies are not allocated together; nothing was allocated.");
    }
    std::vector<ItemId> seen;
    __int128 total = 0; // amounts may be hostile: their sum must not overflow
    for (const LegalDebt& debt : debts) {
        total += __int128{debt.principal.minor()} + debt.accessories.minor();
        if (debt.principal.sign() < 0 || debt.accessories.sign() < 0)
            return failure(ErrorKind::InvalidArgument, "debt.amount",
                           "Invoice " + debt.number + " has less than nothing to pay; nothing was allocated.");
        if (isOther(debt.principal) || isOther(debt.accessories))
            return failure(ErrorKind::InvalidArgument, "payment.currency",
                           "Invoice " + debt.number +
                               " is in another currency than the payment; nothing was allocated.");
        seen.push_back(debt.item);
    }
    if (total > std::numeric_limits<std::int64_t>::max())
        return failure(ErrorKind::InvalidArgument, "debt.amount",
                       "The debts add up to more than an amount can hold; nothing was allocated.");
    std::ranges::sort(seen);
    if (std::ranges::adjacent_find(seen) != seen.end())
        return failure(ErrorKind::InvalidArgument, "debt.twice",
                       "An invoice is given twice among the debts; nothing was allocated.");
    return {};
}

} // namespace

Result<std::vector<LegalSplit>> allocateByLaw(std::span<const LegalPayment> payments, std::span<const LegalDebt> debts,
                                              Day day)
{
    ENCOURS_CHECK(check(payments, debts));
    std::vector<std::size_t> order(payments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return std::tuple(payments[i].chosen.empty(), payments[i].receipt); });
    Allocation1342 allocation(debts, day);
    std::vector<LegalSplit> splits(payments.size());
    for (const std::size_t i : order) {
        splits[i] = allocation.split(payments[i]);
        splits[i].why = explain(payments[i], splits[i], debts, day);
    }
    return splits;
}

} // namespace encours
