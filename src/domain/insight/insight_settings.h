// SPDX-License-Identifier: Apache-2.0
// What the rules of insight go by besides the facts: thresholds, and the law as dated data.
#pragma once

#include "domain/insight/insight_rules.h"
#include "domain/law/limitation.h"
#include "domain/law/payment_terms.h"

namespace encours {

struct InsightSettings {
    InsightRules rules;
    LegalProcedures procedures;
    std::vector<TermsCap> caps;
    std::string sector = "general"; ///< what the company sells, among the sectors of the caps
    bool endOfMonthTerms = true;    ///< the company's terms may be "45 days end of month", in either reading
};

} // namespace encours
