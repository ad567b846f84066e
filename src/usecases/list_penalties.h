// SPDX-License-Identifier: Apache-2.0
// Centre: what may be claimed for late payment, invoice by invoice (domain/dunning/penalties.h).
#pragma once

#include "usecases/late_claims.h"
#include "usecases/office.h"

namespace encours::usecases {

struct PenaltiesRequest {
    Day asOf;
    std::string clientKey{}; ///< empty = every client
    const LegalRates& rates;
    PenaltyTerms terms{};
    bool settled = false; ///< invoices paid late too
};

/// By client, then due day. NotFound "client.unknown".
Result<std::vector<ItemPenalty>> listPenalties(Office& office, const PenaltiesRequest& request);

} // namespace encours::usecases
