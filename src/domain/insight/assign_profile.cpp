// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/assign_profile.h"

#include <algorithm>

namespace encours {

namespace {

int brokenPromises(const AccountFigures& figures, const InsightRules& rules)
{
    int broken = 0;
    for (const PromiseStatus& status : figures.account().statuses)
        if ((status.state == PromiseState::Broken || status.state == PromiseState::PartiallyKept) &&
            figures.asOf() - status.windowEnd < rules.historyDays)
            ++broken;
    return broken;
}

int disputes(const AccountFigures& figures, const InsightRules& rules)
{
    return static_cast<int>(std::ranges::count_if(figures.account().disputes, [&](const Dispute& dispute) {
        return dispute.openedOn <= figures.asOf() && figures.asOf() - dispute.openedOn < rules.historyDays;
    }));
}

/// The oldest item that nothing excuses, when it is past the formal days.
std::optional<std::size_t> longOverdue(const AccountFigures& figures, const InsightRules& rules)
{
    for (const std::size_t place : figures.open())
        if (figures.disputedOf(place).isZero() && figures.item(place).dueSource != DueSource::Opening)
            return figures.daysLate(place) >= rules.formalDays ? std::optional(place) : std::nullopt;
    return std::nullopt;
}

/// Why the client is in difficulty; empty when nothing says so.
Sentence difficulty(const AccountFigures& figures, const InsightRules& rules)
{
    if (const WatchFact* notice = figures.insolvency())
        return sentence("Procédure collective publiée le %1.", "Collective proceedings published on %1.",
                        figures.near(notice->day));
    for (const PlanStatus& status : figures.account().planStatuses)
        if (status.state == PlanState::Missed)
            return sentence("Échéancier non tenu.", "A payment plan was missed.");
    for (const std::size_t place : figures.open())
        if (figures.item(place).kind == ItemKind::ReturnedPayment)
            return sentence("Règlement de %1 revenu impayé le %2.", "A payment of %1 came back unpaid on %2.",
                            figures.item(place).residual, figures.near(figures.item(place).pieceDay));
    if (const int broken = brokenPromises(figures, rules); broken >= rules.brokenPromisesOfDifficulty)
        return sentence("%1 promesses rompues en %2.", "%1 promises broken in %2.", broken, Days{rules.historyDays});
    return {};
}

} // namespace

ProfileAssignment assignProfile(const AccountFigures& figures, const InsightRules& rules)
{
    using enum PayerProfile;
    if (const ProfileDecision* decision = figures.account().profile; decision && decision->profile)
        return {*decision->profile, true,
                sentence("Choisi par %1 le %2 : %3.", "Chosen by %1 on %2: %3.", decision->author,
                         figures.near(decision->day), decision->reason)};
    if (Sentence why = difficulty(figures, rules); !why.empty())
        return {InDifficulty, false, std::move(why)};

    const PaymentHabit habit = habitOf(figures, rules);
    const int payments = habit.delays - habit.openDelays;
    if (payments < rules.newClientPayments)
        return {NewClient, false,
                sentence("%1 règlement(s) en %2 : trop peu pour juger.", "%1 payment(s) in %2: too few to tell.",
                         payments, Days{rules.historyDays})};
    if (const int count = disputes(figures, rules); count >= rules.disputesOfDisputing)
        return {Disputing, false, sentence("%1 litiges en %2.", "%1 disputes in %2.", count, Days{rules.historyDays})};
    if (const auto place = longOverdue(figures, rules); place && habit.median <= rules.goodPayerDays)
        return {Forgetful, false,
                sentence("Paie d’ordinaire à l’échéance ou presque, mais %1 attend depuis %2.",
                         "Usually pays by the due day or nearly, but %1 has been waiting for %2.",
                         figures.item(*place).number, Days{figures.daysLate(*place)})};
    if (habit.median <= rules.goodPayerDays)
        return {GoodPayer, false,
                habit.median <= 0
                    ? sentence("Paie à l’échéance ou avant (médiane de %1 règlements).",
                               "Pays by the due day (median of %1 payments).", payments)
                    : sentence("Paie %1 après l’échéance (médiane de %2 règlements).",
                               "Pays %1 after the due day (median of %2 payments).", Days{habit.median}, payments)};
    const bool regular = habit.spread() <= rules.tacticalSpreadDays;
    return {regular ? Tactical : Forgetful, false,
            regular ? sentence("Paie toujours %1 après l’échéance, à %2 près (%3 règlements).",
                               "Always pays %1 after the due day, give or take %2 (%3 payments).", Days{habit.median},
                               Days{habit.spread()}, payments)
                    : sentence("Paie %1 après l’échéance, tantôt plus tôt, tantôt plus tard (%2 règlements).",
                               "Pays %1 after the due day, now sooner, now later (%2 payments).", Days{habit.median},
                               payments)};
}

} // namespace encours
