// SPDX-License-Identifier: Apache-2.0
// The limitation of an item (law/limitation.h), from the facts of its account. What interrupts it there: a part
// payment, a plan signed by all, a promise the debtor wrote (mail, portal), the service of a payment order, our claim
// declared in the proceedings. A spoken promise proves nothing and interrupts nothing.
#pragma once

#include "domain/insight/account_figures.h"
#include "domain/insight/insight_settings.h"

namespace encours {

struct ClaimLimitation {
    Limitation days;
    Sentence interruption; ///< "interrompue par le règlement partiel du 12/10/2026"; empty when nothing did
};

/// None when the law's period is not entered.
std::optional<ClaimLimitation> limitationOf(const AccountFigures& figures, std::size_t item,
                                            const InsightSettings& settings);

} // namespace encours
