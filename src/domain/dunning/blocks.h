// SPDX-License-Identifier: Apache-2.0
// Inside plan_account: what keeps an item out whatever its step, in the order in which one is told.
#pragma once

#include "domain/agreements/collectible.h"
#include "domain/dunning/planned_item.h"

namespace encours {

/// The next day on which what the rules leave out is looked at again: due + review days, and every so many days.
Day nextReview(const DunningRules& rules, Day due, Day asOf);

class Blocks {
public:
    Blocks(const ClientAccount& account, const DunningRules& rules);
    /// Fills the disputed and promised parts of the row of the item at `place`; blocks it, with author and end, when
    /// something does.
    void apply(PlannedItem& row, std::size_t place) const;

private:
    bool byDecision(PlannedItem& row) const;
    bool byAgreement(PlannedItem& row) const;
    bool byAmount(PlannedItem& row) const;
    bool holds(const Hold& hold, const Item& item) const;
    void block(PlannedItem& row, PlanReason reason, std::string author, std::string detail,
               std::optional<Day> until) const;
    Money disputedOf(ItemId item) const;

    const ClientAccount& m_account;
    const DunningRules& m_rules;
    std::vector<DisputedPart> m_disputed;
    std::vector<Promise> m_promises; ///< open, their window not over
    std::vector<PromiseStatus> m_statuses;
    std::vector<Money> m_promised; ///< by item; empty = nothing
    const WatchFact* m_insolvency = nullptr;
    std::vector<const Hold*> m_holds; ///< of the client, standing today
};

} // namespace encours
