// SPDX-License-Identifier: Apache-2.0
// What all of insight reads of an account, computed once: what was paid on each item and when, what is disputed,
// promised and collectible, what is watched. Linear in the facts of the client but for sorting them. Borrows the
// account.
#pragma once

#include "base/sentence.h"
#include "domain/agreements/client_account.h"
#include "domain/agreements/collectible.h"
#include "domain/ledger/balance.h"

namespace encours {

struct ItemFigures {
    Money received; ///< by money, without what came back
    std::optional<Day> lastReceived;
    bool planned = false; ///< in a plan that is active with nothing missed
};

/// An instalment paid by money in full: what statistics are made of. Undetailed openings, returns and what credit notes
/// settled alone are left out.
struct PaidItem {
    std::size_t item = 0; ///< place in the account's items
    Day paidOn;           ///< the last money set against it
    int delay = 0;        ///< paidOn − due: negative when early
    int age = 0;          ///< paidOn − invoice day
};

class AccountFigures {
public:
    explicit AccountFigures(const ClientAccount& account);
    explicit AccountFigures(ClientAccount&&) = delete; ///< it is borrowed

    const ClientAccount& account() const { return *m_account; }
    Day asOf() const { return m_account->asOf; }
    Money zero() const { return Money::ofMinor(0, m_account->currency); }
    NearDay near(Day day) const { return {day, asOf()}; } ///< as sentences print it

    const AgedBalance& aged() const { return m_aged; }
    /// Before insolvency: collectible_now.h says what may be demanded.
    const Collectible& collectible() const { return m_collectible; }
    Money disputedOf(std::size_t item) const { return m_collectible.disputedByItem[item]; }
    const ItemFigures& of(std::size_t item) const { return m_items[item]; }
    /// Places of the items with something left to pay, oldest due first.
    const std::vector<std::size_t>& open() const { return m_open; }
    const std::vector<PaidItem>& paid() const { return m_paid; } ///< by the day they were paid
    /// None for an item the account does not know.
    std::optional<std::size_t> place(ItemId id) const;
    const Item& item(std::size_t place) const { return m_account->items[place]; }
    int daysLate(std::size_t place) const { return asOf() - item(place).due; } ///< ≤ 0: not due

    /// The latest notice of collective proceedings published by the day; none = none known.
    const WatchFact* insolvency() const { return m_insolvency; }

private:
    void readItems();
    void readPayments();
    void readAgreements();

    const ClientAccount* m_account;
    AgedBalance m_aged;
    Collectible m_collectible;
    std::vector<std::pair<ItemId, std::size_t>> m_places; // by id
    std::vector<ItemFigures> m_items;
    std::vector<std::size_t> m_open;
    std::vector<PaidItem> m_paid;
    const WatchFact* m_insolvency = nullptr;
};

} // namespace encours
