// SPDX-License-Identifier: Apache-2.0
#include "domain/law/legal_values.h"

#include <cstdlib>

namespace encours {

Sentence spoken(AnnualRate rate)
{
    const int hundredths = std::abs(rate.basisPoints % 100);
    const std::string whole = (rate.basisPoints < 0 ? "-" : "") + std::to_string(std::abs(rate.basisPoints / 100));
    const std::string rest = (hundredths < 10 ? "0" : "") + std::to_string(hundredths);
    return {whole + ',' + rest + "\u00A0%", whole + '.' + rest + '%'};
}

std::optional<AnnualRate> rateOf(const DatedValues<AnnualRate>& rates, HalfYear half)
{
    const auto entry = std::ranges::lower_bound(rates, half.first(), {}, &Dated<AnnualRate>::from);
    return entry == rates.end() || entry->from != half.first() ? std::nullopt : entry->value;
}

} // namespace encours
