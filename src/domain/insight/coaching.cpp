// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/coaching.h"

#include "domain/insight/collectible_now.h"

#include <algorithm>

namespace encours {

namespace {

Sentence forDispute(const AccountFigures& figures, Money demanded)
{
    const Money disputed = figures.collectible().disputed;
    if (disputed.isZero())
        return sentence("Faites dire la facture et la somme contestées et notez le litige : le reste des %1 reste dû.",
                        "Have the invoice and the contested sum named and note the dispute: the rest of the %1 stays "
                        "due.",
                        demanded);
    return sentence("Les %1 contestés attendent leur réponse ; les %2 restants ne le sont pas : demandez leur date.",
                    "The contested %1 await their answer; the other %2 are not contested: ask for their day.", disputed,
                    demanded);
}

} // namespace

std::vector<CauseHint> coaching(const AccountFigures& figures)
{
    const Money demanded = collectibleNow(figures).amount;
    const auto& asked = figures.collectible().collectibleByItem;
    const auto oldest =
        std::ranges::find_if(figures.open(), [&](std::size_t place) { return asked[place].sign() > 0; });
    if (demanded.sign() <= 0 || oldest == figures.open().end())
        return {};
    const Item& item = figures.item(*oldest);
    const Days late{figures.daysLate(*oldest)};
    return {
        {NoteOutcome::Forgotten,
         {"Oubli", "Forgotten"},
         sentence("Renvoyez %1 (%2) pendant l’appel et faites dire un jour : une promesse datée suffit.",
                  "Send %1 (%2) again during the call and have a day named: a dated promise is enough.", item.number,
                  asked[*oldest])},
        {NoteOutcome::Difficulty,
         {"Difficulté", "Difficulty"},
         sentence("Demandez ce qui part aujourd’hui, même peu ; le reste des %1 se met en échéancier écrit.",
                  "Ask what leaves today, even a little; the rest of the %1 goes into a written plan.", demanded)},
        {NoteOutcome::Dispute, {"Litige", "Dispute"}, forDispute(figures, demanded)},
        {NoteOutcome::Refusal,
         {"Refus", "Refusal"},
         sentence("Restez aux faits : %1, %2 de retard, intérêts et 40 € par facture courent. Dites la suite et sa "
                  "date ; n’argumentez pas.",
                  "Stay with the facts: %1, %2 late, interest and €40 for each invoice run. Say what comes next and "
                  "when; do not argue.",
                  item.number, late)},
    };
}

} // namespace encours
