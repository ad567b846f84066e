// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/anomaly.h"

#include "base/text.h"
#include "domain/agreements/dispute_reasons.h"

#include <array>

namespace encours {

namespace {

struct Words {
    std::string_view name;
    std::string_view french;
    std::string_view english;
};

constexpr std::array<Words, kAnomalyKinds> kWords{{
    {"due_soon", "Échéance proche", "Due soon"},
    {"late", "En retard", "Late"},
    {"late_60", "J+60 dépassé", "D+60 passed"},
    {"late_80", "J+80 dépassé", "D+80 passed"},
    {"late_95", "J+95 dépassé", "D+95 passed"},
    {"partial_payment", "Réglée en partie", "Paid in part"},
    {"short_pay", "Réglée à peu près", "Short paid"},
    {"missing_document", "Pièce manquante", "Missing document"},
    {"terms_above_cap", "Délai au-delà du plafond légal", "Terms above the legal cap"},
    {"limitation", "Prescription proche", "Limitation near"},
    {"returned_payment", "Règlement rejeté", "Payment returned"},
    {"broken_promise", "Promesse rompue", "Broken promise"},
    {"plan_missed", "Échéancier non tenu", "Plan missed"},
    {"dispute_open", "Litige en cours", "Open dispute"},
    {"dispute_too_long", "Litige trop long", "Dispute open too long"},
    {"drifting_later", "Paie de plus en plus tard", "Pays later and later"},
    {"over_limit", "Plafond dépassé", "Over the limit"},
    {"order_too_large", "Commande au-delà du plafond", "Order beyond the limit"},
    {"no_contact", "Sans contact", "No contact"},
    {"duplicate_payment", "Payé deux fois", "Paid twice"},
    {"unallocated_receipt", "Règlement à rapprocher", "Receipt not matched"},
    {"insolvency", "Procédure collective", "Collective proceedings"},
    {"guarantee_expired", "Garantie échue", "Guarantee expired"},
    {"review_expired", "Crédit à revoir", "Credit review due"},
}};

const Words& wordsOf(AnomalyKind kind)
{
    return kWords.at(static_cast<std::size_t>(kind));
}

/// The labels of WatchKind::MissingDocument, and what they are called in France; another label stays as it is.
Sentence documentNamed(const std::string& label)
{
    static constexpr std::array<std::array<std::string_view, 3>, 4> kDocuments{{
        {"order", "bon de commande", "order form"},
        {"delivery note", "bon de livraison signé", "signed delivery note"},
        {"terms", "conditions générales acceptées", "accepted terms of sale"},
        {"contract", "contrat signé", "signed contract"},
    }};
    for (const auto& [known, french, english] : kDocuments)
        if (label == known)
            return {std::string(french), std::string(english)};
    return {label, label};
}

/// A label as part of a key: at most 40 characters of a–z and 0–9, the others as '-'.
std::string asKey(const std::string& label)
{
    std::string key = foldForSearch(label).substr(0, 40);
    for (char& c : key)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
            c = '-';
    return key;
}

} // namespace

std::string_view nameOf(AnomalyKind kind)
{
    return wordsOf(kind).name;
}

std::string_view nameOf(Severity severity)
{
    constexpr std::array<std::string_view, 3> kNames{"information", "warning", "danger"};
    return kNames.at(static_cast<std::size_t>(severity));
}

Sentence titleOf(const Anomaly& anomaly)
{
    const Words& words = wordsOf(anomaly.kind);
    if (anomaly.kind == AnomalyKind::DisputeOpen || anomaly.kind == AnomalyKind::DisputeTooLong) {
        const DisputeFamilyRule& family = disputeFamilyOf(anomaly.text);
        return sentence("%1 : %2", "%1: %3", Sentence{std::string(words.french), std::string(words.english)},
                        family.french, family.english);
    }
    return {std::string(words.french), std::string(words.english)};
}

Sentence sentenceOf(const Anomaly& a)
{
    using enum AnomalyKind;
    const NearDay day{a.day, a.asOf};
    const NearDay until{a.until, a.asOf};
    switch (a.kind) {
    case DueSoon:
        if (a.days == 0)
            return sentence("%1 : %2 à échéance aujourd’hui, le %3.", "%1: %2 due today, %3.", a.number, a.amount, day);
        return sentence("%1 : %2 à échéance le %3, dans %4.", "%1: %2 due on %3, in %4.", a.number, a.amount, day,
                        Days{a.days});
    case Late:
    case Late60:
        return sentence("%1 : %2 à régler depuis le %3, %4 de retard.", "%1: %2 due on %3, %4 late.", a.number,
                        a.amount, day, Days{a.days});
    case Late80:
        return sentence("%1 : %2 à régler depuis le %3, %4 de retard ; agir avant J+95.",
                        "%1: %2 due on %3, %4 late; act before D+95.", a.number, a.amount, day, Days{a.days});
    case Late95:
        return sentence("%1 : %2 à régler depuis le %3, %4 de retard ; passé J+95, 30 % seulement sont recouvrés.",
                        "%1: %2 due on %3, %4 late; past D+95 only 30% is recovered.", a.number, a.amount, day,
                        Days{a.days});
    case PartialPayment:
        return sentence("%1 : %2 reçus, le dernier règlement le %3, reste %4.",
                        "%1: %2 received, last payment on %3, %4 left.", a.number, a.other, day, a.amount);
    case ShortPay:
        return sentence("%1 : réglée le %2 à %3 près.", "%1: paid on %2, %3 short.", a.number, day, a.amount);
    case MissingDocument:
        return sentence("%1 : %2 à retrouver pour %3, échéance le %4.", "%1: %2 to be found for %3, due on %4.",
                        a.number, documentNamed(a.text), a.amount, day);
    case TermsAboveCap:
        if (!a.item)
            return sentence("%1 accordés pour un encours de %2 au %3 ; %4 au plus (C. com. art. %5).",
                            "%1 granted on a balance of %2 on %3; %4 at most (Code de commerce art. %5).", Days{a.days},
                            a.amount, day, Days{a.before}, a.text);
        return sentence("%1 : %2 à échéance le %3, %4 après la facture ; au plus tard le %5 (C. com. art. %6).",
                        "%1: %2 due on %3, %4 after the invoice; by %5 at the latest (Code de commerce art. %6).",
                        a.number, a.amount, day, Days{a.days}, until, a.text);
    case Limitation:
        if (a.days < 0)
            return sentence("%1 : %2, action sans doute prescrite depuis le %3 (C. com. art. L110-4).",
                            "%1: %2, probably time-barred since %3 (Code de commerce art. L110-4).", a.number, a.amount,
                            a.until);
        return sentence("%1 : %2, dernier jour pour agir le %3, dans %4 (C. com. art. L110-4).",
                        "%1: %2, last day to act %3, in %4 (Code de commerce art. L110-4).", a.number, a.amount,
                        a.until, Days{a.days});
    case ReturnedPayment: return sentence("%1 revenus impayés le %2.", "%1 came back unpaid on %2.", a.amount, day);
    case BrokenPromise:
        if (a.other.isZero())
            return sentence("%1 pour le %2, rien reçu.", "%1 for %2, nothing received.", a.amount, day);
        return sentence("%1 pour le %2, %3 reçus.", "%1 for %2, %3 received.", a.amount, day, a.other);
    case PlanMissed:
        return sentence("%1 attendus le %2 par l’échéancier, non reçus.",
                        "%1 expected on %2 by the plan, not received.", a.amount, day);
    case DisputeOpen:
        return sentence("%1 à ne pas réclamer, réponse attendue le %2.", "%1 not to be claimed, answer expected on %2.",
                        a.amount, until);
    case DisputeTooLong:
        return sentence("%1 en litige depuis le %2, soit %3 ; réponse attendue le %4.",
                        "%1 in dispute since %2, %3; answer expected on %4.", a.amount, day, Days{a.days}, until);
    case DriftingLater:
        return sentence("%1 en moyenne depuis le %2 (%3 règlements, %4), %5 six mois plus tôt.",
                        "%1 on average since %2 (%3 payments, %4), %5 half a year before.", Days{a.days}, day, a.count,
                        a.amount, a.before);
    case OverLimit:
        return sentence("%1 d’encours au %2 pour un plafond de %3, soit %4 de trop.",
                        "Balance of %1 on %2 for a limit of %3: %4 too much.", a.amount, day, a.other,
                        a.amount - a.other);
    case OrderTooLarge:
        return sentence("%1 d’encours après cette commande, au %2, pour un plafond de %3, soit %4 de trop.",
                        "Balance of %1 after this order, on %2, for a limit of %3: %4 too much.", a.amount, day,
                        a.other, a.amount - a.other);
    case NoContact:
        if (a.count == 0)
            return sentence("Aucun contact noté, %1 échus depuis le %2 au plus tôt.",
                            "No contact on record, %1 overdue since %2 at the earliest.", a.amount, day);
        return sentence("Aucun contact depuis le %1 (%2), %3 échus.", "No contact since %1 (%2), %3 overdue.", day,
                        Days{a.days}, a.amount);
    case DuplicatePayment:
        return sentence("%1 reçus le %2, puis encore le %3 : aucune facture de ce montant n’est ouverte.",
                        "%1 received on %2, then again on %3: no invoice of that amount is open.", a.amount, day,
                        until);
    case UnallocatedReceipt:
        if (a.count > 0)
            return sentence("Avoir de %1 du %2 : %3 à imputer.", "Credit note of %1 of %2: %3 to set off.", a.other,
                            day, a.amount);
        return sentence("%1 reçus le %2, dont %3 rattachés à aucune facture.",
                        "%1 received on %2, of it %3 matched with no invoice.", a.other, day, a.amount);
    case Insolvency: {
        const Sentence notice =
            a.text.empty() ? Sentence{"Procédure collective", "Collective proceedings"} : Sentence{a.text, a.text};
        if (a.count > 0)
            return sentence("%1, publication du %2 : %3 en jeu, créance déclarée.",
                            "%1, published on %2: %3 at stake, claim declared.", notice, day, a.amount);
        if (a.days < 0)
            return sentence("%1, publication du %2 : %3 à déclarer, délai dépassé depuis le %4.",
                            "%1, published on %2: %3 to be declared, deadline missed on %4.", notice, day, a.amount,
                            until);
        return sentence("%1, publication du %2 : %3 à déclarer au plus tard le %4.",
                        "%1, published on %2: %3 to be declared by %4.", notice, day, a.amount, until);
    }
    case GuaranteeExpired:
        return sentence(
            "%1 de %2 : échue le %3, pour un encours de %4.", "%1 of %2: expired on %3, for a balance of %4.",
            a.text.empty() ? Sentence{"Garantie", "Guarantee"} : Sentence{a.text, a.text}, a.other, day, a.amount);
    case ReviewExpired: break;
    }
    return sentence("Revue du crédit attendue le %1, encours de %2.", "Credit review expected on %1, balance of %2.",
                    day, a.amount);
}

std::string keyOf(const Anomaly& a)
{
    using enum AnomalyKind;
    std::string key = std::string(nameOf(a.kind)) + "/c" + std::to_string(a.client.value);
    if (a.item)
        key += "/i" + std::to_string(a.item.value);
    for (const PromiseId& promise : a.evidence.promises)
        key += a.kind == BrokenPromise ? "/" + promise.value.toString() : "";
    for (const DisputeId& dispute : a.evidence.disputes)
        key += "/" + dispute.value.toString();
    for (const PlanId& plan : a.evidence.plans)
        key += "/" + plan.value.toString();
    for (const ReceiptId receipt : a.evidence.receipts)
        key += a.kind == DuplicatePayment || a.kind == UnallocatedReceipt ? "/r" + std::to_string(receipt.value) : "";
    switch (a.kind) {
    case DriftingLater:
    case OverLimit: return key + "/" + a.asOf.iso().substr(0, 7); // told anew each month it lasts
    case NoContact:
    case Insolvency:
    case ReviewExpired:
    case PlanMissed: return key + "/" + a.day.iso();
    case GuaranteeExpired: return key + "/" + a.day.iso() + "/" + asKey(a.text);
    case DueSoon:
    case Late:
    case Late60:
    case Late80:
    case Late95: return key + "/" + a.day.iso(); // another due day is another delay
    case MissingDocument: return key + "/" + asKey(a.text);
    default: return key;
    }
}

} // namespace encours
