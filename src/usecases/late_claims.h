// SPDX-License-Identifier: Apache-2.0
// Either end, inside the verbs: what may be claimed for late payment of one account, invoice by invoice
// (domain/dunning/penalties.h).
#pragma once

#include "domain/agreements/client_account.h"
#include "domain/dunning/penalties.h"

#include <unordered_map>

namespace encours::usecases {

struct ItemPenalty {
    std::string client; ///< key
    std::string clientName;
    Item item;
    Penalty penalty;
};

/// What is owed of each item and since when: payments by their value dates, credit notes off from the start, interest
/// stopped by the first notice of insolvency.
std::unordered_map<ItemId, LateClaim> lateClaimsOf(const ClientAccount& account);

/// Items with something to claim or to say on the day of the account, by due day; `settled`: invoices paid late too.
/// Opening amounts without detail have no due day to count from and are left out.
std::vector<ItemPenalty> penaltiesOf(const ClientAccount& account, const PenaltyTerms& terms, const LegalRates& rates,
                                     bool settled);

} // namespace encours::usecases
