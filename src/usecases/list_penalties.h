// SPDX-License-Identifier: Apache-2.0
// Centre: what may be claimed for late payment, invoice by invoice (domain/dunning/penalties.h).
#pragma once

#include "domain/agreements/client_account.h"
#include "domain/dunning/penalties.h"
#include "usecases/office.h"

#include <unordered_map>

namespace encours::usecases {

struct PenaltiesRequest {
    Day asOf;
    std::string clientKey{}; ///< empty = every client
    const LegalRates& rates;
    PenaltyTerms terms{};
    bool settled = false; ///< invoices paid late too
};

struct ItemPenalty {
    std::string client; ///< key
    std::string clientName;
    Item item;
    Penalty penalty;
};

/// What is owed of each item and since when: payments by their value dates, credit notes off from the start, interest
/// stopped by the first notice of insolvency.
std::unordered_map<ItemId, LateClaim> lateClaimsOf(const ClientAccount& account);

/// Items with something to claim or to say, by client, then due day. Opening amounts without detail have no due day to
/// count from and are left out. NotFound "client.unknown".
Result<std::vector<ItemPenalty>> listPenalties(Office& office, const PenaltiesRequest& request);

} // namespace encours::usecases
