// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/explain.h"

#include "domain/agreements/dispute_reasons.h"

#include <algorithm>
#include <cstdlib>

namespace encours {

namespace {

Sentence joined(const Sentence& first, const Sentence& second)
{
    return second.empty() ? first : sentence("%1 %2", "%1 %2", first, second);
}

Sentence openPromise(const Promise& promise, const PromiseStatus& status, Day asOf, Day coveredThrough)
{
    if (promise.madeOn > asOf)
        return sentence("Faite le %1, après ce jour.", "Made on %1, after this day.", promise.madeOn);
    if (asOf > status.windowEnd)
        return sentence("Délai passé le %1, mais les encaissements ne sont connus que jusqu’au %2 ; reçus : %3.",
                        "Its window ended on %1, but receipts are known through %2 only; received: %3.",
                        status.windowEnd, coveredThrough, status.paid);
    return sentence("Reçus : %1 ; sera jugée après le %2.", "Received: %1; to be judged after %2.", status.paid,
                    status.windowEnd);
}

Sentence late(const Promise& promise, const PromiseStatus& status)
{
    if (!status.keptLateOn)
        return {};
    return sentence("Payée en entier le %1, %2 après la date promise.",
                    "Paid in full on %1, %2 after the day promised.", *status.keptLateOn,
                    Days{*status.keptLateOn - promise.promisedFor});
}

Sentence fateOf(const Promise& promise, const PromiseStatus& status, Day asOf, Day coveredThrough)
{
    switch (status.state) {
    case PromiseState::Open: return openPromise(promise, status, asOf, coveredThrough);
    case PromiseState::Kept:
        return sentence("Reçus : %1 le %2, dans le délai (%3).", "Received: %1 by %2, in its window (%3).", status.paid,
                        status.paidOn.value_or(status.windowEnd), status.windowEnd);
    case PromiseState::PartiallyKept:
        return joined(sentence("Reçus au %1 : %2 ; manquaient %3.", "Received by %1: %2; %3 was missing.",
                               status.windowEnd, status.paid, status.base - status.paid),
                      late(promise, status));
    case PromiseState::Broken:
        return joined(sentence("Rien reçu au %1.", "Nothing received by %1.", status.windowEnd), late(promise, status));
    case PromiseState::WithdrawnByDebtor:
        return sentence("Retirée par le débiteur le %1.", "Withdrawn by the debtor on %1.", promise.endedOn);
    case PromiseState::WithdrawnByUs:
        return sentence("Retirée par nous le %1.", "Withdrawn by us on %1.", promise.endedOn);
    case PromiseState::Superseded: return sentence("Remplacée par une autre promesse.", "Replaced by another promise.");
    case PromiseState::Void: break;
    }
    return sentence("Sans objet : rien ne restait dû de ce qu’elle promet.",
                    "Void: nothing was owed of what it promises.");
}

Sentence stepOf(const DisputeStatus& status)
{
    switch (status.state) {
    case DisputeState::New: return sentence("À qualifier", "To be qualified");
    case DisputeState::Qualified: return sentence("Qualifié", "Qualified");
    case DisputeState::InProgress: return sentence("En traitement", "In progress");
    case DisputeState::Proposed: return sentence("Réponse proposée", "An answer was offered");
    case DisputeState::ResolvedInFull: return sentence("Accepté en entier", "Accepted in full");
    case DisputeState::ResolvedInPart: return sentence("Accepté en partie", "Accepted in part");
    case DisputeState::Rejected: return sentence("Rejeté, peut être réclamé", "Rejected, may be demanded");
    case DisputeState::Withdrawn: return sentence("Retiré par le client", "Withdrawn by the client");
    case DisputeState::Settled: return sentence("Soldé", "Settled");
    case DisputeState::Refused: break;
    }
    return sentence("Écarté : montant inacceptable, ou facture déjà en litige",
                    "Set aside: its amount is not acceptable, or its invoice was in dispute already");
}

Sentence answerOf(const DisputeStatus& status)
{
    if (!status.open)
        return status.awaitingCredit.isZero()
                   ? Sentence()
                   : sentence("Avoir attendu : %1, non réclamés d’ici là.",
                              "Credit note awaited: %1, not demanded until then.", status.awaitingCredit);
    return status.daysLate > 0 ? sentence("Réponse due le %1, en retard de %2.", "Answer due on %1, %2 late.",
                                          status.dueBy, Days{status.daysLate})
                               : sentence("Réponse due le %1.", "Answer due on %1.", status.dueBy);
}

Sentence ignoredOf(const DisputeStatus& status)
{
    if (status.ignored.empty())
        return {};
    return sentence("Événements sans effet : %1.", "Events without effect: %1.",
                    static_cast<std::int64_t>(status.ignored.size()));
}

} // namespace

Sentence explain(const Promise& promise, const PromiseStatus& status, Day asOf, Day coveredThrough)
{
    const Sentence promised =
        status.base == promise.amount
            ? sentence("%1 promis pour le %2.", "%1 promised for %2.", promise.amount, promise.promisedFor)
            : sentence("%1 promis pour le %2, %3 après avoirs.", "%1 promised for %2, %3 once credited.",
                       promise.amount, promise.promisedFor, status.base);
    return joined(promised, fateOf(promise, status, asOf, coveredThrough));
}

Sentence explain(const Dispute& dispute, const DisputeStatus& status, std::string_view number, Day asOf)
{
    const DisputeReason* reason = findDisputeReason(dispute.reason);
    const DisputeFamilyRule& family = disputeFamilyOf(dispute.reason);
    const Sentence why = reason ? Sentence{std::string(reason->french), std::string(reason->english)}
                                : Sentence{std::string(family.french), std::string(family.english)};
    if (dispute.openedOn > asOf)
        return sentence("%1 : sera ouvert le %2.", "%1: opened on %2, after this day.", why, dispute.openedOn);
    const Sentence opened = number.empty()
                                ? sentence("%1 : %2 contestés depuis le %3 sur une facture absente du grand livre.",
                                           "%1: %2 contested since %3 on an invoice the ledger no longer has.", why,
                                           status.original, dispute.openedOn)
                                : sentence("%1 : %2 de %4 contestés depuis le %3.", "%1: %2 of %4 contested since %3.",
                                           why, status.original, dispute.openedOn, number);
    const Sentence money =
        status.state == DisputeState::Refused
            ? sentence("%1.", "%1.", stepOf(status))
            : sentence("%1 ; payés %2, crédités %3, en litige %4.", "%1; paid %2, credited %3, in dispute %4.",
                       stepOf(status), status.paid, status.credited, status.disputed);
    if (status.state == DisputeState::Refused)
        return joined(opened, money);
    return joined(joined(joined(opened, money), answerOf(status)), ignoredOf(status));
}

Sentence explain(const PromiseReliability& reliability)
{
    if (reliability.closed() == 0)
        return sentence("Aucune promesse jugée ; %1 en cours.", "No promise judged yet; %1 open.", reliability.open);
    const auto slip = reliability.meanSlip();
    const Sentence rates =
        sentence("%1 tenues sur %2 jugées (%3 en partie, %4 rompues) ; %5 sur %6.",
                 "%1 kept of %2 judged (%3 in part, %4 broken); %5 of %6.", reliability.kept, reliability.closed(),
                 reliability.partiallyKept, reliability.broken, reliability.keptAmount, reliability.closedAmount);
    if (!slip)
        return rates;
    const std::string days = toPlainString(Hundredths{std::abs(slip->value)});
    std::string english = days;
    std::ranges::replace(english, ',', '.');
    const Sentence by{days, english};
    const Sentence mean =
        slip->value < 0
            ? sentence("Payées en moyenne %1 jours avant la date promise (%2 payées en entier).",
                       "Paid %1 days before the day promised on average (%2 paid in full).", by, reliability.paidInFull)
            : sentence("Payées en moyenne %1 jours après la date promise (%2 payées en entier).",
                       "Paid %1 days after the day promised on average (%2 paid in full).", by, reliability.paidInFull);
    return joined(rates, mean);
}

} // namespace encours
