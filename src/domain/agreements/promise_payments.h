// SPDX-License-Identifier: Apache-2.0
// Which euro counts for which promise (rules.md, Promises; sync.md I-16). Pure, and the same in any order of the facts.
//
// What counts (dated_facts.h says what is money)
// - Money allocated to the promise's items, with a value date on or after the day the promise was made.
// - Credit notes and adjustments set against its items since that day reduce the base and never keep a promise; earlier
//   ones had left the residual before it was made. They reduce every promise on the item: the debt is gone for all.
// - Then the client's unallocated payments.
// - A promise on account names no item, so every payment of the client can fulfil it, allocated or not: otherwise it
//   would turn from kept to broken when the accountant letters the payment.
//
// Each euro counts once. Two promises on one item that both stand are parts of one debt ("1 145,00 € puis 1 000,00 €,
// soit le reste dû", picture 07), so a payment goes to the oldest promise whose window holds its value date: promised
// day, then server seq (not yet taken by the centre: last), then id. Promises naming the item come before promises on
// account. What remains goes, in the same order, to promises whose window is over: it can only make them "kept late".
//
// But a promise never lacks more than its items still owe, within what was paid on them. When two promises add up to
// more than the debt, the excess was promised twice and is paid once: a debtor who paid the whole invoice broke
// neither.
#pragma once

#include "domain/agreements/dated_facts.h"

namespace encours {

/// What one promise claims on the facts of a day. Borrows the promise.
class PromiseClaim {
public:
    PromiseClaim(const Promise& promise, Day windowEnd, const DatedFacts& facts);

    const Promise& promise() const { return *m_promise; }
    Day windowEnd() const { return m_windowEnd; }
    Money base() const { return m_base; }
    bool names(ItemId item) const;
    bool isOnAccount() const { return m_promise->items.empty(); }
    /// Line 2 of the truth table: nothing left of the base, or its items were paid when it was made.
    bool isVoid() const;
    /// What is paid of it by the end of that day because its items do not owe more, within what was paid on them.
    Money settledWithItems(Day day) const;

private:
    Money owedOn(Day day) const;

    const Promise* m_promise;
    Day m_windowEnd;
    Money m_base;
    bool m_paidBefore = false;
    Money m_residual;                  ///< of its items, as the facts give it
    std::vector<DatedPart> m_onItems;  ///< everything allocated to its items
    std::vector<DatedPart> m_received; ///< money allocated to its items since it was made
};

struct PaidAmounts {
    Money inWindow; ///< by min(the day, window end); at most the base
    Money total;    ///< by the day; at most the base
};

/// What the money of `facts` up to `day` pays of each claim, in their order. `claims` are those that take part: made by
/// the day of the facts, neither ended nor void. Never less on a later day.
std::vector<PaidAmounts> countPayments(std::span<const PromiseClaim* const> claims, const DatedFacts& facts, Day day);

} // namespace encours
