// SPDX-License-Identifier: Apache-2.0
// The law as the programs have it, and short words for days and amounts.
#pragma once

#include "domain/law/payment_terms.h"
#include "intake/built_in.h"
#include "intake/legal_reader.h"

#include <cstdlib>

namespace encours::tests {

inline Day day(std::string_view iso)
{
    const auto parsed = Day::parseIso(iso);
    if (!parsed)
        std::abort();
    return *parsed;
}

inline Money euros(std::int64_t cents)
{
    return Money::ofMinor(cents);
}

template<class T>
T orAbort(Result<T> result)
{
    if (!result)
        std::abort();
    return std::move(*result);
}

inline const LegalRates& legalRates()
{
    static const LegalRates rates = orAbort(intake::readLegalRates(intake::built_in::legalRates(), "rates.json"));
    return rates;
}

inline const LegalProcedures& procedures()
{
    static const LegalProcedures law =
        orAbort(intake::readLegalProcedures(intake::built_in::legalProcedures(), "procedures.json"));
    return law;
}

inline const std::vector<TermsCap>& termsCaps()
{
    static const auto caps =
        orAbort(intake::readTermsCaps(intake::built_in::legalPaymentTerms(), "payment_terms.json"));
    return caps;
}

} // namespace encours::tests
