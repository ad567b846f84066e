// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/outcome.h"

#include "domain/agreements/promise.h"

#include <algorithm>
#include <array>

namespace encours {

namespace {

struct Reason {
    std::string_view code;
    std::string_view french;
    std::string_view english;
};

static_assert(kLongestPromiseDays == 90); // said below

// By code, so that a reader finds it. A sentence says what happened, what is safe and what to do.
constexpr std::array kReasons{
    Reason{"client.unknown",
           "Ce client n'existe pas au siège ; ce que vous avez noté est gardé ici. Demandez au bureau.",
           "The centre has no such client; what you noted is kept here. Ask the office."},
    Reason{"conflict.author", "Seul l'auteur d'une des valeurs, ou le bureau, peut trancher ; rien n'a changé.",
           "Only who gave one of the values, or the office, can decide; nothing was changed."},
    Reason{"conflict.kept", "La valeur gardée n'est plus une de celles en présence ; regardez à nouveau et tranchez.",
           "The value kept is not one of those contested any more; look again and decide."},
    Reason{"conflict.none", "Ce n'était plus contesté : quelqu'un a tranché avant vous.",
           "This was not contested any more: somebody decided before you."},
    Reason{"contact.nothing", "Cette proposition ne changeait rien ; elle n'a pas été retenue.",
           "This suggestion changed nothing; it was not taken."},
    Reason{"contact.unknown", "Ce contact n'est plus au siège ; proposez-en un nouveau.",
           "This contact is not at the centre any more; suggest a new one."},
    Reason{"contested.amount", "Un autre montant a été donné entre-temps : les deux sont gardés, il faut trancher.",
           "Another amount was given meanwhile: both are kept, somebody has to decide."},
    Reason{"contested.date", "Une autre date a été donnée entre-temps : les deux sont gardées, il faut trancher.",
           "Another day was given meanwhile: both are kept, somebody has to decide."},
    Reason{"contested.ending",
           "La promesse a été modifiée par l'un et retirée par l'autre : les deux sont gardés, il faut trancher.",
           "The promise was changed by one person and withdrawn by another: both are kept, somebody has to decide."},
    Reason{"contested.items",
           "D'autres factures ont été nommées entre-temps : les deux listes sont gardées, il faut trancher.",
           "Other invoices were named meanwhile: both lists are kept, somebody has to decide."},
    Reason{"contested.method",
           "Un autre moyen de paiement a été donné entre-temps : les deux sont gardés, il faut trancher.",
           "Another means of payment was given meanwhile: both are kept, somebody has to decide."},
    Reason{"dispute.amount", "Le montant contesté n'est pas supérieur à zéro ; notez le litige de nouveau.",
           "The amount contested is not above zero; note the dispute again."},
    Reason{"dispute.currency", "Le litige et sa facture ne sont pas dans la même monnaie ; notez-le de nouveau.",
           "The dispute and its invoice are not in the same currency; note it again."},
    Reason{"dispute.exists", "Un autre litige porte cet identifiant ; celui-ci est gardé ici. Notez-le de nouveau.",
           "Another dispute has this id; this one is kept here. Note it again."},
    Reason{"dispute.item", "La facture contestée n'est plus au compte du client ; regardez et notez de nouveau.",
           "The invoice contested is not in the client's account any more; look and note it again."},
    Reason{"dispute.office", "Seul le bureau répond à un litige ; rien n'a changé.",
           "Only the office answers a dispute; nothing was changed."},
    Reason{"dispute.reason", "Ce motif de litige est inconnu ; notez-le avec un autre motif.",
           "This reason of a dispute is unknown; note it with another one."},
    Reason{"dispute.residual", "Le montant contesté dépasse ce qui reste dû : le litige est gardé, le bureau regarde.",
           "More is contested than is left to pay: the dispute is kept, the office looks at it."},
    Reason{"dispute.settled", "La facture était réglée entre-temps : le litige est gardé, le bureau regarde.",
           "The invoice was settled meanwhile: the dispute is kept, the office looks at it."},
    Reason{"dispute.step", "Cela ne suit pas l'état du litige ; rien n'a changé. Regardez où il en est.",
           "This does not follow from where the dispute stands; nothing was changed. Look where it stands."},
    Reason{"dispute.twice", "Cette facture est déjà contestée : les deux litiges sont gardés, le bureau regarde.",
           "This invoice is in dispute already: both disputes are kept, the office looks at it."},
    Reason{"dispute.unknown", "Ce litige n'est pas au siège ; ce que vous en avez dit est gardé ici.",
           "This dispute is not at the centre; what you said of it is kept here."},
    Reason{"dispute.unseen", "Le litige a été repris entre-temps : il reste ouvert. Regardez ce qui a été ajouté.",
           "The dispute was taken up again meanwhile: it stays open. Look at what was added."},
    Reason{"note.author", "Seuls l'auteur de cette note et le bureau peuvent y toucher ; elle n'a pas changé.",
           "Only the author of this note and the office can touch it; it was not changed."},
    Reason{"note.call_back",
           "Le rappel n'est pas dans les deux ans ; la note est gardée ici. Notez-la avec un autre jour.",
           "The call-back is not within two years; the note is kept here. Note it with another day."},
    Reason{"note.contested", "Un autre texte a été écrit entre-temps : les deux sont gardés, réunissez-les.",
           "Another text was written meanwhile: both are kept, merge them."},
    Reason{"note.exists", "Une autre note porte cet identifiant ; celle-ci est gardée ici. Notez-la de nouveau.",
           "Another note has this id; this one is kept here. Note it again."},
    Reason{"note.retracted", "Cette note avait été retirée ; votre texte est gardé ici.",
           "This note had been taken back; your text is kept here."},
    Reason{"note.unknown", "Cette note n'est plus au siège ; ce que vous en avez dit est gardé ici.",
           "This note is not at the centre any more; what you said of it is kept here."},
    Reason{"op_id_reuse", "Cet identifiant a déjà servi à autre chose ; rien n'a changé. Prévenez le bureau.",
           "This id was used for something else before; nothing was changed. Tell the office."},
    Reason{"plan.author", "Seuls l'auteur de ce plan et le bureau peuvent le modifier ; rien n'a changé.",
           "Only who proposed this plan, or the office, can change it; nothing was changed."},
    Reason{
        "plan.contested",
        "Une autre version du plan a été proposée entre-temps : les deux sont gardées, proposez celle qui les réunit.",
        "Another version of the plan was proposed meanwhile: both are kept, propose one that merges them."},
    Reason{"plan.cost", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.currency", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.days", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.debt", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.decided", "Une décision était déjà prise sur cette version : la première compte, la vôtre est gardée.",
           "This version had been decided already: the first decision counts, yours is kept."},
    Reason{"plan.decider", "Cette décision n'est pas de votre ressort ; le plan n'a pas changé.",
           "This decision is not yours to take; the plan was not changed."},
    Reason{"plan.hash", "Ce n'est pas le contenu que le siège connaît : relisez le plan et décidez à nouveau.",
           "This is not the content the centre knows: read the plan again and decide again."},
    Reason{"plan.instalment", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.item", "Une facture du plan n'est plus au compte du client ; proposez-le de nouveau.",
           "An invoice of the plan is not in the client's account any more; propose it again."},
    Reason{"plan.items", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.newer",
           "Une autre version du plan a été proposée entre-temps : votre décision est gardée, relisez et décidez.",
           "Another version of the plan was proposed meanwhile: your decision is kept, read it and decide."},
    Reason{"plan.parties", "Le plan ne dit pas qui doit signer ; proposez-le de nouveau.",
           "The plan does not say who has to sign; propose it again."},
    Reason{"plan.party", "Cette personne n'est pas de celles qui doivent signer ; rien n'a changé.",
           "This person is not one of those who have to sign; nothing was changed."},
    Reason{"plan.schedule", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.sum", "Les montants ou les jours du plan ne vont pas ensemble ; proposez-le de nouveau.",
           "The amounts or days of the plan do not hold together; propose it again."},
    Reason{"plan.unknown", "Ce plan n'est pas au siège ; ce que vous en avez dit est gardé ici.",
           "This plan is not at the centre; what you said of it is kept here."},
    Reason{"promise.amount", "Le montant promis n'est pas acceptable ; notez-le de nouveau.",
           "The amount promised is not acceptable; note it again."},
    Reason{"promise.author",
           "Seuls son auteur, qui a le client et le bureau touchent à une promesse : l'ancienne n'a pas changé.",
           "Only its author, who has the client and the office touch a promise: the earlier one was not changed."},
    Reason{"promise.currency", "La promesse et ses factures ne sont pas dans la même monnaie ; notez-la de nouveau.",
           "The promise and its invoices are not in the same currency; note it again."},
    Reason{"promise.date", "Le jour promis n'est pas dans les 90 jours ; au-delà, proposez un plan de règlement.",
           "The day promised is not within 90 days; beyond, propose a payment plan."},
    Reason{"promise.ended", "Cette promesse avait déjà pris fin ; elle reste comme elle était.",
           "This promise had ended already; it stays as it was."},
    Reason{"promise.exists", "Une autre promesse porte cet identifiant ; celle-ci est gardée ici. Notez-la de nouveau.",
           "Another promise has this id; this one is kept here. Note it again."},
    Reason{"promise.far",
           "Le jour promis est à plus de 90 jours : donnez un autre jour, ou proposez un plan de règlement.",
           "The day promised is more than 90 days away: give another day, or propose a payment plan."},
    Reason{"promise.item_twice", "Une facture est nommée deux fois ; notez la promesse de nouveau.",
           "An invoice is named twice; note the promise again."},
    Reason{"promise.item_unknown",
           "Une facture de cette promesse n'est plus au compte du client ; regardez et notez de nouveau.",
           "An invoice of this promise is not in the client's account any more; look and note it again."},
    Reason{"promise.nothing", "Cette modification ne changeait rien ; la promesse reste comme elle était.",
           "This changed nothing; the promise stays as it was."},
    Reason{"promise.past", "Le jour promis était passé ; donnez un autre jour.",
           "The day promised had passed; give another day."},
    Reason{"promise.supersedes", "La promesse à remplacer n'est pas au siège ; notez celle-ci de nouveau.",
           "The promise to replace is not at the centre; note this one again."},
    Reason{"promise.twice", "Une facture est nommée deux fois ; regardez et notez de nouveau.",
           "An invoice is named twice; look and note it again."},
    Reason{"promise.unknown", "Cette promesse n'est pas au siège ; ce que vous en avez dit est gardé ici.",
           "This promise is not at the centre; what you said of it is kept here."},
    Reason{"read", "Vous avez lu ce que le siège en a fait.", "You have read what became of it at the centre."},
    Reason{"scope.outside", "Ce client n'est plus dans votre portefeuille : c'est gardé, et le bureau regarde.",
           "This client is not in your portfolio any more: it is kept, and the office looks at it."},
    Reason{"settled", "C'est décidé depuis : regardez ce qui compte.", "It was decided since: look at what counts."},
    Reason{"suggestion.office", "Seul le bureau reprend ou refuse une proposition ; rien n'a changé.",
           "Only the office settles what was suggested; nothing was changed."},
    Reason{"suggestion.settled", "Cette proposition a été traitée autrement entre-temps : la première réponse compte.",
           "This suggestion was settled otherwise meanwhile: the first answer counts."},
    Reason{"suggestion.unknown", "Cette proposition n'est pas au siège ; rien n'a changé.",
           "This suggestion is not at the centre; nothing was changed."},
    Reason{"version.newer", "Le siège est plus ancien que cet appareil : c'est gardé tel quel, et le bureau regarde.",
           "The centre is older than this device: it is kept as it is, and the office looks at it."},
    Reason{"visit.author",
           "Seuls qui l'a prévue et le bureau peuvent déplacer ou annuler cette visite ; rien n'a changé.",
           "Only who planned this visit, or the office, can move or cancel it; nothing was changed."},
    Reason{"visit.contested",
           "La visite a été déplacée à deux jours différents : les deux sont gardés, déplacez-la de nouveau.",
           "The visit was moved to two days: both are kept, move it again."},
    Reason{"visit.day", "Le jour de la visite n'est pas dans les deux ans ; prévoyez-la un autre jour.",
           "The day of the visit is not within two years; plan it for another day."},
    Reason{"visit.over", "La visite avait eu lieu ou était annulée ; ce que vous avez dit est gardé à côté.",
           "The visit had taken place or was cancelled; what you said is kept beside it."},
    Reason{"visit.unknown", "Cette visite n'est pas au siège ; ce que vous en avez dit est gardé ici.",
           "This visit is not at the centre; what you said of it is kept here."},
};
static_assert(std::ranges::is_sorted(kReasons, {}, &Reason::code));

} // namespace

Sentence outcomeSentence(OperationStatus status, std::string_view reason)
{
    if (const auto found = std::ranges::lower_bound(kReasons, reason, {}, &Reason::code);
        found != kReasons.end() && found->code == reason)
        return {std::string(found->french), std::string(found->english)};
    switch (status) {
    case OperationStatus::Conflict:
        return {"Une autre version existe : les deux sont gardées, le bureau tranche.",
                "Another version exists: both are kept, the office decides."};
    case OperationStatus::Review: return {"Le bureau regarde.", "The office looks at it."};
    case OperationStatus::Parked:
        return {"Mis de côté : ce programme est trop ancien pour le siège.",
                "Set aside: this program is too old for the centre."};
    case OperationStatus::Rejected:
        return sentence("Refusé par le siège (%1). C'est gardé ici ; demandez au bureau.",
                        "Refused by the centre (%1). It is kept here; ask the office.", reason);
    case OperationStatus::Applied:
    case OperationStatus::Duplicate:
    case OperationStatus::Retry: break;
    }
    return {};
}

} // namespace encours
