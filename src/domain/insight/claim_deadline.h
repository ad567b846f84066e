// SPDX-License-Identifier: Apache-2.0
// The last day to declare a claim in collective proceedings, counted from the BODACC publication (Code de commerce art.
// R622-24), longer when the debtor is overseas; a delay that ends on a day off ends on the next business day (Code de
// procédure civile art. 642). The months are data (assets/legal/procedures.json).
#pragma once

#include "domain/insight/account_figures.h"
#include "domain/law/legal_values.h"

namespace encours {

/// Overseas: a French postcode that begins with 97 or 98.
bool isOverseas(const Client& client);
/// The day `months` later, moved to a business day; none when the law's value is not entered.
std::optional<Day> legalDeadline(Day from, const DatedValues<std::chrono::months>& months);
std::optional<Day> claimDeadline(Day published, const Client& debtor, const LegalProcedures& law);
/// The day our claim was declared in the present proceedings, if it was.
std::optional<Day> claimDeclaredOn(const AccountFigures& figures);

} // namespace encours
