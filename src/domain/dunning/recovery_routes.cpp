// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/recovery_routes.h"

#include <array>

namespace encours {

namespace {

std::optional<Day> after(Day day, const DatedValues<std::chrono::months>& delay)
{
    const auto months = inForce(delay, day);
    return months ? std::optional(addMonths(day, static_cast<int>(months->count()))) : std::nullopt;
}

RouteAdvice insolvencyRoute(const RouteCase& facts, const LegalProcedures& law, Day asOf)
{
    const Day published = *facts.insolvency;
    const auto declare = after(published, facts.abroad ? law.claimDeclarationAbroad : law.claimDeclaration);
    if (declare && asOf <= *declare)
        return {
            Route::InsolvencyClaim,
            sentence(
                "Procédure collective publiée le %1 : toute poursuite est arrêtée, déclarer la créance avant le %2.",
                "Insolvency proceedings published on %1: every action is stopped, declare the claim by %2.", published,
                *declare),
            declare};
    const auto relief = after(published, law.claimRelief);
    if (declare && relief && asOf <= *relief)
        return {Route::Relief,
                sentence("Le délai de déclaration a pris fin le %1 : demander un relevé de forclusion avant le %2.",
                         "The time to declare ended on %1: ask to be relieved of it by %2.", *declare, *relief),
                relief};
    if (declare && relief)
        return {
            Route::TooLate,
            sentence("Procédure collective publiée le %1, délai de relevé de forclusion passé depuis le %2 : créance "
                     "inopposable à la procédure si elle n'a pas été déclarée.",
                     "Insolvency proceedings published on %1, time for relief over since %2: the claim does not hold "
                     "against them unless it was declared.",
                     published, *relief),
            std::nullopt};
    return {Route::InsolvencyClaim,
            sentence("Procédure collective publiée le %1 : déclarer la créance ; délai légal à saisir.",
                     "Insolvency proceedings published on %1: declare the claim; the legal delay is to be entered.",
                     published),
            std::nullopt};
}

} // namespace

std::string_view nameOf(Route route)
{
    static constexpr std::array<std::string_view, 8> kNames{"not_yet",         "small_claim", "payment_order",
                                                            "interim_payment", "merits",      "insolvency_claim",
                                                            "relief",          "too_late"};
    return kNames[static_cast<std::size_t>(route)];
}

RouteAdvice adviseRoute(const RouteCase& facts, const LegalProcedures& law, Day asOf)
{
    if (facts.principal.sign() <= 0)
        return {Route::NotYet, {"Rien n'est exigible.", "Nothing is due."}, std::nullopt};
    if (facts.insolvency && *facts.insolvency <= asOf)
        return insolvencyRoute(facts, law, asOf);
    const auto before = facts.limitation ? std::optional(facts.limitation->prudent) : std::nullopt;
    if (facts.limitation && asOf > facts.limitation->fromDue)
        return {Route::TooLate,
                sentence("Prescrit depuis le %1 : le débiteur peut l'opposer, l'action n'a plus d'issue sûre.",
                         "Out of time since %1: the debtor may plead it, an action has no safe outcome.",
                         facts.limitation->fromDue),
                std::nullopt};
    if (facts.disputed)
        return {
            Route::Merits,
            sentence(
                "%1 sérieusement contestés : ni injonction ni référé, traiter le litige ou assigner au fond.",
                "%1 seriously contested: neither order nor interim payment, settle the dispute or sue on the merits.",
                facts.principal),
            before};
    if (!facts.formalNotice)
        return {Route::NotYet,
                sentence("%1 dus sans mise en demeure : l'envoyer d'abord, en recommandé.",
                         "%1 due without a formal notice: send it first, registered.", facts.principal),
                before};
    const Money claimed = facts.principal + facts.interest;
    const auto ceiling = inForce(law.smallClaimsCeiling, asOf);
    if (ceiling && ceiling->currency() == claimed.currency() && claimed <= *ceiling) {
        const auto answer = after(asOf, law.smallClaimsAnswer);
        const Sentence reason = sentence(
            "%1 en principal et intérêts, au plus %2 : procédure des petites créances par commissaire de justice "
            "(L125-1 CPCE), frais au créancier, sans juge.",
            "%1 of principal and interest, at most %2: small claims through a commissaire de justice (L125-1 CPCE), "
            "at the creditor's cost, without a judge.",
            claimed, *ceiling);
        return {Route::SmallClaim,
                answer ? sentence("%1 Réponse attendue avant le %2 si la lettre part aujourd'hui.",
                                  "%1 Answer due by %2 if the letter leaves today.", reason, *answer)
                       : reason,
                before};
    }
    if (facts.signedDocuments)
        return {Route::PaymentOrder,
                sentence("%1 contractuels, déterminés et non contestés : injonction de payer au tribunal du siège du "
                         "débiteur (1405 CPC).",
                         "%1 contractual, determined and uncontested: payment order at the court of the debtor's seat "
                         "(1405 CPC).",
                         claimed),
                before};
    return {
        Route::InterimPayment,
        sentence("%1 non contestés, dossier sans pièces signées : référé-provision (873 CPC), le juge entend les deux "
                 "parties.",
                 "%1 uncontested, without signed documents: interim payment (873 CPC), the judge hears both sides.",
                 claimed),
        before};
}

OrderDelays orderDelays(Day ordered, std::optional<Day> served, const LegalProcedures& law)
{
    OrderDelays delays{after(ordered, law.orderService), std::nullopt, std::nullopt};
    if (served) {
        delays.oppositionEnds = after(*served, law.orderOpposition);
        delays.enforceableFrom = after(*served, law.orderEnforcement);
    }
    return delays;
}

} // namespace encours
