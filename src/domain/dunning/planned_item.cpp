// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/planned_item.h"

namespace encours {

std::string_view nameOf(PlanReason reason)
{
    static constexpr std::array<std::string_view, kPlanReasons> kNames{
        "step_due",        "waiting",      "done_today",         "interval",      "settled",
        "last_step_done",  "insolvency",   "no_follow",          "paused",        "excluded_account",
        "automatic_means", "opening",      "tolerance",          "payment_plan",  "promised",
        "disputed",        "minimum_item", "covered_by_credits", "minimum_client"};
    return kNames[static_cast<std::size_t>(reason)];
}

bool isBlocked(PlanReason reason)
{
    return reason >= PlanReason::LastStepDone;
}

namespace {

/// " (texte)", or nothing.
Sentence inBrackets(const std::string& text)
{
    return text.empty() ? Sentence() : sentence(" (%1)", " (%1)", text);
}

Sentence stepOf(const PlannedItem& row)
{
    return sentence("niveau %1, %2, %3", "level %1, %2, %3", row.level, row.step->name, spoken(row.step->channel));
}

Sentence demandOf(const PlannedItem& row)
{
    if (row.demanded.isZero())
        return sentence("%1 à échoir le %2", "%1 falling due on %2", row.item->residual, row.item->due);
    Sentence said = sentence("%1 demandés, échus le %2", "%1 demanded, due on %2", row.demanded, row.item->due);
    if (!row.disputed.isZero())
        said = sentence("%1, %2 contestés mis à part", "%1, %2 disputed set aside", said, row.disputed);
    if (!row.promised.isZero())
        said = sentence("%1, %2 promis mis à part", "%1, %2 promised set aside", said, row.promised);
    if (!row.credits.isZero())
        said = sentence("%1, %2 d'avoirs ou d'acomptes à déduire", "%1, %2 of credits to take off", said, row.credits);
    return said;
}

Sentence why(const PlannedItem& row, const DunningRules& rules)
{
    const Money rest = row.item->residual - row.disputed - row.promised;
    const auto amount = [&](std::int64_t minor) { return Money::ofMinor(minor, row.item->residual.currency()); };
    switch (row.reason) {
    case PlanReason::StepDue:
        return sentence("%1 : %2, prévu le %3.", "%1: %2, planned for %3.", stepOf(row), demandOf(row), row.until);
    case PlanReason::Waiting:
        return sentence("Prochaine étape le %1 : %2.", "Next step on %1: %2.", row.until, stepOf(row));
    case PlanReason::DoneToday:
        return sentence("Une étape a été faite aujourd'hui ; la suivante au plus tôt le %1 : %2.",
                        "A step was done today; the next one on %1 at the earliest: %2.", row.until, stepOf(row));
    case PlanReason::Interval:
        return sentence("Dernier message il y a moins de %1 j ; %2 le %3.",
                        "Last message less than %1 d ago; %2 on %3.", rules.minimumInterval, stepOf(row), row.until);
    case PlanReason::Settled:
        return sentence("Soldée depuis la veille : %1, échus le %2.", "Settled since the day before: %1, due on %2.",
                        row.item->amount, row.item->due);
    case PlanReason::LastStepDone:
        return sentence("Dernière étape du scénario faite (niveau %1)", "Last step of the scenario done (level %1)",
                        row.reached);
    case PlanReason::Insolvency:
        return sentence("Procédure collective%1 : rien n'est relancé, la créance se déclare",
                        "Insolvency proceedings%1: nothing is demanded, the claim is declared", inBrackets(row.detail));
    case PlanReason::NoFollow:
        return sentence("Client sans relance%1", "Client not reminded%1", inBrackets(row.detail));
    case PlanReason::Paused: return sentence("Relance suspendue%1", "Paused%1", inBrackets(row.detail));
    case PlanReason::ExcludedAccount:
        return sentence("Compte %1 exclu%2", "Account %1 excluded%2", row.item->account, inBrackets(row.detail));
    case PlanReason::AutomaticMeans:
        return sentence("Paiement automatique attendu, relance s'il est rejeté%1",
                        "Automatic payment expected, reminded if it comes back%1", inBrackets(row.detail));
    case PlanReason::Opening:
        return sentence("Montant d'ouverture de %1 sans détail : à détailler ou à confirmer",
                        "Opening amount of %1 without detail: to be detailed or confirmed", row.item->residual);
    case PlanReason::Tolerance:
        return sentence("Reste %1, dans la tolérance de %2", "%1 left, within the tolerance of %2", rest,
                        amount(rules.tolerance));
    case PlanReason::PaymentPlan:
        return sentence("Échéancier actif et respecté%1", "Payment plan active and kept%1", inBrackets(row.detail));
    case PlanReason::Promised:
        return sentence("Promesse de paiement ouverte%1", "Open promise to pay%1", inBrackets(row.detail));
    case PlanReason::Disputed: return sentence("%1 contestés%2", "%1 disputed%2", row.disputed, inBrackets(row.detail));
    case PlanReason::MinimumItem:
        return sentence("Reste %1, sous le minimum de %2 par pièce", "%1 left, below the minimum of %2 per item", rest,
                        amount(rules.minimumItem));
    case PlanReason::CoveredByCredits:
        return sentence("Couvert par %1 d'avoirs ou d'acomptes à imputer", "Covered by %1 of credits to be allocated",
                        row.credits);
    case PlanReason::MinimumClient: break;
    }
    return sentence("Total exigible sous le minimum de %1 par client", "Total due below the minimum of %1 per client",
                    amount(rules.minimumClient));
}

} // namespace

Sentence explain(const PlannedItem& row, const DunningRules& rules)
{
    Sentence said = why(row, rules);
    if (isBlocked(row.reason))
        said = sentence("%1. Décidé par %2, à revoir le %3.", "%1. Decided by %2, looked at again on %3.", said,
                        row.author, row.until);
    return said;
}

} // namespace encours
