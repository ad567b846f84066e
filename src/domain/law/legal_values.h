// SPDX-License-Identifier: Apache-2.0
// The law as dated data: each value with the day from which it holds, where it was read, and whether someone checked it
// against the text. A value may be known to exist and not be entered yet: it is then said, never guessed.
#pragma once

#include "base/money.h"
#include "base/sentence.h"
#include "domain/law/half_year.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace encours {

/// Hundredths of a percent: 12,15 % is 1215.
struct AnnualRate {
    std::int32_t basisPoints = 0;
    friend auto operator<=>(AnnualRate, AnnualRate) = default;
};
Sentence spoken(AnnualRate rate); ///< "12,15 %" and "12.15%"

template<class T>
struct Dated {
    Day from;
    std::optional<T> value; ///< none = to be entered
    std::string source;
    bool verified = false; ///< false: recalled or second-hand, to be checked before it is relied on
};

/// In the order of their days. A value holds until the next one.
template<class T>
using DatedValues = std::vector<Dated<T>>;

/// The value in force on a day; none before the first, and none when it is still to be entered.
template<class T>
std::optional<T> inForce(const DatedValues<T>& values, Day day)
{
    const auto next = std::ranges::upper_bound(values, day, {}, &Dated<T>::from);
    return next == values.begin() ? std::nullopt : std::prev(next)->value;
}

/// The rate of one half-year: it is fixed on its first day and does not run into the next (L441-10 II). None when it is
/// not entered.
std::optional<AnnualRate> rateOf(const DatedValues<AnnualRate>& rates, HalfYear half);

/// assets/legal/rates.json. A half-year without an entry is one whose rate is to be entered.
struct LegalRates {
    DatedValues<AnnualRate> ecb;           ///< ECB main refinancing operations, on 1 January and 1 July
    DatedValues<AnnualRate> legal;         ///< taux d'intérêt légal, creditors acting as professionals
    DatedValues<AnnualRate> marginOverEcb; ///< 10 points, when no rate was agreed
    DatedValues<int> floorInLegalRates;    ///< a clause may not go below so many times the legal rate
    DatedValues<Money> recoveryFee;        ///< C. com. D441-5, per invoice
};

/// assets/legal/procedures.json
struct LegalProcedures {
    DatedValues<std::chrono::months> limitationTraders;   ///< C. com. L110-4
    DatedValues<std::chrono::months> limitationConsumers; ///< C. conso. L218-2
    DatedValues<std::chrono::months> limitationTransport; ///< C. com. L133-6
    DatedValues<Money> smallClaimsCeiling;                ///< CPCE R125-1: principal and interest
    DatedValues<std::chrono::months> smallClaimsAnswer;   ///< within which the debtor agrees
    DatedValues<std::chrono::months> orderService;        ///< CPC 1411: to serve the order, or it is void
    DatedValues<std::chrono::months> orderOpposition;     ///< CPC 1416
    DatedValues<std::chrono::months> orderEnforcement;    ///< after service, when nobody opposed
    DatedValues<std::chrono::months> claimDeclaration;    ///< C. com. R622-24: from the publication
    DatedValues<std::chrono::months> claimDeclarationAbroad;
    DatedValues<std::chrono::months> claimRelief; ///< relevé de forclusion
};

} // namespace encours
