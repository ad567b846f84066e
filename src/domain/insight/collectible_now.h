// SPDX-License-Identifier: Apache-2.0
// What may be demanded from a client today, as the equation a screen or a letter prints (rules.md, Balances), and what
// the law forbids to demand: once collective proceedings are open, earlier debts are declared, not claimed (Code de
// commerce art. L622-7, L622-21).
#pragma once

#include "domain/insight/account_figures.h"

namespace encours {

struct EquationTerm {
    std::string_view name; ///< stable: "overdue", "disputed", "promised", "credits", "proceedings"
    Money amount;          ///< signed
    Sentence sentence;
};

/// Σ terms = amount ≥ 0. The term "overdue" is always there, the others when they are not zero.
struct CollectibleNow {
    Money amount;
    std::vector<EquationTerm> terms;
};

CollectibleNow collectibleNow(const AccountFigures& figures);
/// "20 068,00 € échus − 1 860,00 € en litige = 18 208,00 € à réclamer."
Sentence sentenceOf(const CollectibleNow& collectible);

} // namespace encours
