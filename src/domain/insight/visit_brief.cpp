// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/visit_brief.h"

#include "domain/agreements/dispute_reasons.h"

#include <algorithm>

namespace encours {

namespace {

Sentence fateOf(const PromiseStatus& status, const AccountFigures& figures)
{
    switch (status.state) {
    case PromiseState::Kept: return sentence("tenue", "kept");
    case PromiseState::Open:
        return sentence("attendue jusqu’au %1", "awaited until %1", figures.near(status.windowEnd));
    case PromiseState::PartiallyKept:
    case PromiseState::Broken:
        if (status.keptLateOn)
            return sentence("tenue en retard, le %1", "kept late, on %1", figures.near(*status.keptLateOn));
        return status.paidTotal.isZero()
                   ? sentence("rompue", "broken")
                   : sentence("tenue en partie, %1 reçus", "kept in part, %1 received", status.paidTotal);
    case PromiseState::WithdrawnByDebtor: return sentence("retirée par le client", "withdrawn by the client");
    case PromiseState::WithdrawnByUs: return sentence("retirée par nous", "withdrawn by us");
    case PromiseState::Superseded: return sentence("remplacée", "superseded");
    case PromiseState::Void: break;
    }
    return sentence("sans objet", "void");
}

/// The one made last: what the centre has not taken yet is latest, then its order.
std::optional<LastPromise> lastPromiseOf(const AccountFigures& figures)
{
    const ClientAccount& account = figures.account();
    const auto orderOf = [&](std::size_t p) {
        const Promise& promise = account.promises[p];
        return std::tuple(promise.madeOn, promise.serverSeq == 0 ? INT64_MAX : promise.serverSeq, promise.id);
    };
    std::optional<std::size_t> last;
    for (std::size_t p = 0; p < account.promises.size(); ++p)
        if (account.promises[p].madeOn <= account.asOf && (!last || orderOf(*last) < orderOf(p)))
            last = p;
    if (!last)
        return std::nullopt;
    const Promise& promise = account.promises[*last];
    return LastPromise{*last, sentence("%1 pour le %2, %3", "%1 for %2, %3", promise.amount,
                                       figures.near(promise.promisedFor), fateOf(account.statuses[*last], figures))};
}

/// What opens the conversation: the gravest thing the client knows of.
Sentence opening(const AccountFigures& figures, std::span<const Anomaly> anomalies, const CollectibleNow& collectible)
{
    const auto find = [&](AnomalyKind kind) { return std::ranges::find(anomalies, kind, &Anomaly::kind); };
    if (const auto back = find(AnomalyKind::ReturnedPayment); back != anomalies.end())
        return sentence("« Votre règlement de %1 du %2 nous est revenu. Que s’est-il passé ? »",
                        "“Your payment of %1 of %2 came back. What happened?”", back->amount, figures.near(back->day));
    if (const auto plan = find(AnomalyKind::PlanMissed); plan != anomalies.end())
        return sentence("« L’échéance de %1 du %2 n’est pas arrivée. Que s’est-il passé ? »",
                        "“The instalment of %1 of %2 has not come. What happened?”", plan->amount,
                        figures.near(plan->day));
    if (const auto broken = find(AnomalyKind::BrokenPromise); broken != anomalies.end())
        return sentence("« Vous m’aviez annoncé %1 pour le %2. Que s’est-il passé ? »",
                        "“You had told me %1 for %2. What happened?”", broken->amount, figures.near(broken->day));
    for (const std::size_t place : figures.open()) {
        const Item& item = figures.item(place);
        // Asked for is what the card says may be asked for: not what is disputed, promised, or covered by credits.
        const Money asked = min(figures.collectible().collectibleByItem[place], collectible.amount);
        if (asked.sign() > 0 && asked < item.residual)
            return sentence("« Sur la facture %1, %2 étaient à régler le %3. Quand le virement part-il ? »",
                            "“On invoice %1, %2 were due on %3. When does the transfer leave?”", item.number, asked,
                            figures.near(item.due));
        if (asked.sign() > 0)
            return sentence("« La facture %1 de %2 était à régler le %3. Quand le virement part-il ? »",
                            "“Invoice %1 of %2 was due on %3. When does the transfer leave?”", item.number,
                            item.residual, figures.near(item.due));
        if (figures.daysLate(place) <= 0 && figures.disputedOf(place).isZero())
            return sentence("« La facture %1 de %2 arrive à échéance le %3. Avez-vous tout ce qu’il vous faut ? »",
                            "“Invoice %1 of %2 falls due on %3. Have you all you need?”", item.number, item.residual,
                            figures.near(item.due));
    }
    return {};
}

Sentence offer(PayerProfile profile, const VisitGrant& grant, const CollectibleNow& collectible)
{
    if (collectible.amount.isZero())
        return {};
    if (profile == PayerProfile::Forgetful || profile == PayerProfile::GoodPayer)
        return sentence("« Je note votre virement pour quel jour ? »", "“Which day may I note for your transfer?”");
    if (grant.instalments > 0)
        return sentence("« Je peux vous aider à étaler, si un premier virement part aujourd’hui. »",
                        "“I can help you spread it, if a first transfer leaves today.”");
    return sentence("« Il me faut une date pour ces %1. »", "“I need a date for these %1.”", collectible.amount);
}

std::vector<Sentence> notToRaise(const AccountFigures& figures)
{
    const ClientAccount& account = figures.account();
    std::vector<Sentence> found;
    if (figures.insolvency())
        found.push_back(sentence(
            "Les factures d’avant la procédure : la créance se déclare, elle ne se réclame pas (art. L622-21 C. com.).",
            "The invoices from before the proceedings: the claim is declared, not demanded (Code de commerce art. "
            "L622-21)."));
    for (std::size_t d = 0; d < account.disputes.size(); ++d) {
        const Dispute& dispute = account.disputes[d];
        const DisputeStatus& status = account.disputeStatuses[d];
        if (!status.open || status.disputed.sign() <= 0)
            continue;
        const DisputeFamilyRule& family = disputeFamilyOf(dispute.reason);
        const Sentence owner = dispute.owner.empty() ? sentence("personne ne le suit encore", "nobody follows it yet")
                                                     : sentence("suivi par %1", "followed by %1", dispute.owner);
        found.push_back(sentence("Les %1 en litige (%2) : %4, réponse promise au client le %5.",
                                 "The %1 in dispute (%3): %4, answer promised to the client by %5.", status.disputed,
                                 family.french, family.english, owner, figures.near(status.dueBy)));
    }
    for (std::size_t p = 0; p < account.promises.size(); ++p) {
        const PromiseStatus& status = account.statuses[p];
        if (status.state == PromiseState::Open && account.promises[p].madeOn <= account.asOf)
            found.push_back(sentence("Les %1 promis pour le %2 : attendus jusqu’au %3.",
                                     "The %1 promised for %2: awaited until %3.", status.base - status.paidTotal,
                                     figures.near(account.promises[p].promisedFor), figures.near(status.windowEnd)));
    }
    for (const PlanStatus& status : account.planStatuses)
        if (status.suspendsDunning && status.next)
            found.push_back(sentence("L’échéancier en cours, à jour : prochaine échéance de %1 le %2.",
                                     "The plan in progress, up to date: next instalment of %1 on %2.",
                                     status.next->amount, figures.near(status.next->due)));
    return found;
}

VisitGrant grantOf(const AccountFigures& figures, const CollectibleNow& collectible, const VisitEnvelope& envelope)
{
    const PlanEnvelope& plan = envelope.plan;
    VisitGrant grant;
    grant.until = figures.asOf() + plan.maxDays;
    grant.amount = grant.downPayment = figures.zero();
    if (!envelope.approver.empty())
        grant.beyond = sentence("Au-delà : accord de %1.", "Beyond it: %1 agrees.", envelope.approver);
    if (plan.maxInstalments > 0 && plan.maxDebt.currency() == figures.account().currency)
        grant.amount = min(collectible.amount, plan.maxDebt);
    if (grant.amount.sign() <= 0) {
        grant.sentence = collectible.amount.isZero() ? sentence("Rien à étaler.", "Nothing to spread.")
                                                     : sentence("Rien sans validation.", "Nothing without asking.");
        return grant;
    }
    grant.instalments = plan.maxInstalments;
    const auto least = (static_cast<__int128>(grant.amount.minor()) * plan.minDownPayment.value + 9'999) / 10'000;
    grant.downPayment = Money::ofMinor(static_cast<std::int64_t>(least), figures.account().currency);
    if (plan.minDownPaymentAmount.currency() == figures.account().currency)
        grant.downPayment = min(grant.amount, max(grant.downPayment, plan.minDownPaymentAmount));
    grant.sentence =
        sentence("Sans validation, pour %1 : %2 échéances au plus, jusqu’au %3 (%4), %5 d’acompte au moins.",
                 "Without asking, for %1: at most %2 instalments, until %3 (%4), at least %5 down.", grant.amount,
                 grant.instalments, figures.near(grant.until), Days{plan.maxDays}, grant.downPayment);
    return grant;
}

/// "22", "22,5": a share in per cent, without trailing zeros.
Sentence percent(std::int64_t share)
{
    std::string digits = std::to_string(share / 100);
    if (const auto rest = share % 100; rest != 0) {
        const std::string two = std::to_string(rest + 100).substr(1);
        const std::string decimals = two[1] == '0' ? two.substr(0, 1) : two;
        return {digits + "," + decimals, digits + "." + decimals};
    }
    return {digits, digits};
}

} // namespace

VisitBrief visitBrief(const AccountFigures& figures, std::span<const Anomaly> anomalies, const InsightRules& rules,
                      const VisitEnvelope& envelope)
{
    VisitBrief brief;
    brief.collectible = collectibleNow(figures);
    brief.why = sentenceOf(brief.collectible);
    brief.lastPromise = lastPromiseOf(figures);
    brief.profile = assignProfile(figures, rules);
    brief.grant = grantOf(figures, brief.collectible, envelope);
    if (!figures.insolvency())
        for (Sentence said : {opening(figures, anomalies, brief.collectible),
                              offer(brief.profile.profile, brief.grant, brief.collectible)})
            if (!said.empty())
                brief.say.push_back(std::move(said));
    brief.dontRaise = notToRaise(figures);
    brief.salesToMakeUp = figures.zero();
    const auto cost = costOfUnpaid(brief.collectible.amount, envelope.margin, figures.zero());
    if (cost && brief.collectible.amount.sign() > 0) {
        brief.salesToMakeUp = cost->salesForLossAndMargin;
        brief.cost = sentence("Perdre cette somme, c’est %1 de ventes à refaire, à %2\u00A0% de marge.",
                              "Losing this money means %1 of sales to make up, at a margin of %2%.",
                              brief.salesToMakeUp, percent(envelope.margin.value));
    }
    brief.freshness = sentence("Règlements connus jusqu’au %1.", "Receipts known through %1.",
                               figures.near(figures.account().coveredThrough));
    return brief;
}

} // namespace encours
