// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/collectible_now.h"

namespace encours {

CollectibleNow collectibleNow(const AccountFigures& figures)
{
    const Collectible& c = figures.collectible();
    CollectibleNow now;
    now.amount = c.amount;
    now.terms.push_back({"overdue", c.overdue, sentence("%1 échus", "%1 overdue", c.overdue)});
    const auto minus = [&](std::string_view name, Money amount, std::string_view french, std::string_view english) {
        if (!amount.isZero())
            now.terms.push_back({name, -amount, sentence(french, english, amount)});
    };
    minus("disputed", c.disputed, "%1 en litige", "%1 in dispute");
    minus("promised", c.promised, "%1 promis", "%1 promised");
    minus("credits", c.credits, "%1 d’avoirs et de règlements à imputer", "%1 of credits to set off");
    if (figures.insolvency()) {
        minus("proceedings", c.amount, "%1 à déclarer à la procédure", "%1 to be declared in the proceedings");
        now.amount = figures.zero();
    }
    return now;
}

Sentence sentenceOf(const CollectibleNow& collectible)
{
    Sentence all;
    for (const EquationTerm& term : collectible.terms) {
        const std::string_view sign = all.empty() ? "" : " \u2212 ";
        all.fr.append(sign).append(term.sentence.fr);
        all.en.append(sign).append(term.sentence.en);
    }
    return sentence("%1 = %2 à réclamer.", "%1 = %2 to collect.", all, collectible.amount);
}

} // namespace encours
