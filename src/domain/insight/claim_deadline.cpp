// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/claim_deadline.h"

#include "base/months.h"

#include <algorithm>

namespace encours {

bool isOverseas(const Client& client)
{
    return client.postcode.size() == 5 && (client.postcode.starts_with("97") || client.postcode.starts_with("98"));
}

std::optional<Day> legalDeadline(Day from, const DatedValues<std::chrono::months>& months)
{
    const auto count = inForce(months, from);
    return count ? std::optional(nextBusinessDay(addMonths(from, static_cast<int>(count->count())))) : std::nullopt;
}

std::optional<Day> claimDeadline(Day published, const Client& debtor, const LegalProcedures& law)
{
    return legalDeadline(published, isOverseas(debtor) ? law.claimDeclarationAbroad : law.claimDeclaration);
}

std::optional<Day> claimDeclaredOn(const AccountFigures& figures)
{
    const WatchFact* notice = figures.insolvency();
    std::optional<Day> declared;
    if (notice)
        for (const WatchFact& fact : figures.account().watched)
            if (fact.kind == WatchKind::ClaimDeclared && fact.day >= notice->day && fact.day <= figures.asOf())
                declared = std::max(declared, std::optional(fact.day));
    return declared;
}

} // namespace encours
