// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/dispute_reasons.h"

#include <algorithm>
#include <array>

namespace encours {

namespace {

using enum DisputeFamily;

// The delays are the house's own: no text sets one. What is answered from the file takes days, what has to be asked of
// a carrier two weeks, what has to be inspected a month. Dispute::dueBy overrides them.
constexpr std::array kFamilies{
    DisputeFamilyRule{Other, 15, "Other", "Autre"},
    DisputeFamilyRule{Price, 10, "Price or discount", "Prix ou remise"},
    DisputeFamilyRule{Quantity, 10, "Quantity", "Quantité"},
    DisputeFamilyRule{Quality, 30, "Quality", "Qualité"},
    DisputeFamilyRule{Delivery, 15, "Delivery", "Livraison"},
    DisputeFamilyRule{OrderReference, 7, "Order or reference", "Commande ou référence"},
    DisputeFamilyRule{TaxOrTotals, 7, "VAT, totals or particulars", "TVA, calcul ou mentions"},
    DisputeFamilyRule{AddressOrDuplicate, 5, "Details, addressee or duplicate", "Coordonnées, destinataire ou doublon"},
};

constexpr std::array kReasons{
    DisputeReason{"AUTRE", Other, "Other reason", "Autre motif"},
    DisputeReason{"PU_ERR", Price, "Wrong unit price", "Prix unitaire erroné"},
    DisputeReason{"REM_ERR", Price, "Wrong or missing discount", "Remise erronée ou absente"},
    DisputeReason{"QTE_ERR", Quantity, "Wrong quantity", "Quantité erronée"},
    DisputeReason{"QUALITE_ERR", Quality, "Quality not as agreed", "Qualité non conforme"},
    DisputeReason{"LIVR_INCOMP", Delivery, "Incomplete delivery", "Livraison incomplète"},
    DisputeReason{"ART_ERR", OrderReference, "Wrong article", "Article erroné"},
    DisputeReason{"CMD_ERR", OrderReference, "Wrong or missing order number", "Numéro de commande erroné ou absent"},
    DisputeReason{"REF_ERR", OrderReference, "Wrong reference", "Référence erronée"},
    DisputeReason{"REF_CT_ABSENT", OrderReference, "Contract reference missing", "Référence du contrat absente"},
    DisputeReason{"CONTRAT_TERM", OrderReference, "Contract has ended", "Contrat terminé"},
    DisputeReason{"TRANSAC_INC", OrderReference, "Unknown transaction", "Transaction inconnue"},
    DisputeReason{"JUSTIF_ABS", OrderReference, "Supporting document missing", "Justificatif absent"},
    DisputeReason{"TX_TVA_ERR", TaxOrTotals, "Wrong VAT rate", "Taux de TVA erroné"},
    DisputeReason{"MONTANTTOTAL_ERR", TaxOrTotals, "Wrong total", "Montant total erroné"},
    DisputeReason{"CALCUL_ERR", TaxOrTotals, "Error of calculation", "Erreur de calcul"},
    DisputeReason{"NON_CONFORME", TaxOrTotals, "Legal particulars missing", "Mentions légales non conformes"},
    DisputeReason{"MODPAI_ERR", TaxOrTotals, "Wrong means of payment", "Mode de paiement erroné"},
    DisputeReason{"COORD_BANC_ERR", AddressOrDuplicate, "Wrong bank details", "Coordonnées bancaires erronées"},
    DisputeReason{"DOUBLON", AddressOrDuplicate, "Duplicate", "Doublon"},
    DisputeReason{"DOUBLE_FACT", AddressOrDuplicate, "Invoiced twice", "Double facturation"},
    DisputeReason{"DEST_INC", AddressOrDuplicate, "Unknown addressee", "Destinataire inconnu"},
    DisputeReason{"DEST_ERR", AddressOrDuplicate, "Wrong addressee", "Destinataire erroné"},
    DisputeReason{"EMMET_INC", AddressOrDuplicate, "Unknown issuer", "Émetteur inconnu"},
    DisputeReason{"ADR_ERR", AddressOrDuplicate, "Wrong address", "Adresse erronée"},
    DisputeReason{"SIRET_ERR", AddressOrDuplicate, "Wrong SIRET", "SIRET erroné"},
    DisputeReason{"CODE_ROUTAGE_ERR", AddressOrDuplicate, "Wrong routing code", "Code de routage erroné"},
};

} // namespace

std::span<const DisputeReason> disputeReasons()
{
    return kReasons;
}

const DisputeReason* findDisputeReason(std::string_view code)
{
    const auto found = std::ranges::find(kReasons, code, &DisputeReason::code);
    return found == kReasons.end() ? nullptr : &*found;
}

const DisputeFamilyRule& disputeFamilyOf(std::string_view code)
{
    const DisputeReason* reason = findDisputeReason(code);
    const DisputeFamily family = reason ? reason->family : Other;
    return *std::ranges::find(kFamilies, family, &DisputeFamilyRule::family);
}

Day answerDueBy(const Dispute& dispute)
{
    return dispute.dueBy.value_or(nextBusinessDay(dispute.openedOn + disputeFamilyOf(dispute.reason).answerDays));
}

} // namespace encours
