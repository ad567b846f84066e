// SPDX-License-Identifier: Apache-2.0
// Why this amount may be demanded, line by line: each term of the equation, the rule it rests on with its article, and
// the invoices, disputes, promises and receipts it is the sum of.
#pragma once

#include "domain/insight/collectible_now.h"

namespace encours {

struct TermLine {
    std::string number; ///< of the invoice or receipt; may be empty
    Money amount;       ///< what it brings to its term, signed as the term
    Sentence sentence;
};

/// Σ lines = amount; Σ terms = what may be demanded. Names and order are those of collectibleNow.
struct ExplainedTerm {
    std::string_view name;
    Money amount;
    Sentence title;
    Sentence rule;
    std::vector<TermLine> lines; ///< oldest first
};

std::vector<ExplainedTerm> explainedTerms(const AccountFigures& figures);

} // namespace encours
