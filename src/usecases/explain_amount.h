// SPDX-License-Identifier: Apache-2.0
// Device: why this amount may be demanded from a client, down to the lines and the articles it rests on, and, beside it,
// what the law adds for the delay.
#pragma once

#include "domain/insight/explained_collectible.h"
#include "usecases/field.h"
#include "usecases/late_claims.h"

namespace encours::usecases {

struct ExplainedAmount {
    Client client;
    Day asOf;
    Money amount; ///< Σ terms
    std::vector<ExplainedTerm> terms;
    /// Not in the amount: by the law's default rate, as a device does not know the clause of the company.
    std::vector<ItemPenalty> penalties;
    Money interest;                    ///< Σ of them; at least, when a rate is not entered
    Money fees;                        ///< in euros
    std::vector<Sentence> rateSources; ///< oldest half-year first
    bool everyRateKnown = true;
    std::optional<Day> coveredThrough;
};

/// In the client's own currency; `asOf` none = today. NotFound "client.unknown", InvalidArgument "day.future".
Result<ExplainedAmount> explainAmount(Field& field, const std::string& key, std::optional<Day> asOf = {});

} // namespace encours::usecases
