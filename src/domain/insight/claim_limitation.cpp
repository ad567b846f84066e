// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/claim_limitation.h"

#include <algorithm>

namespace encours {

namespace {

struct Act {
    Interruption interruption;
    std::string_view french; ///< %1: its day
    std::string_view english;
};

std::optional<Day> signedByAllOn(const PaymentPlan& plan, const PlanStatus& status)
{
    using enum PlanState;
    const bool wasSigned =
        status.state == Active || status.state == Kept || status.state == Missed || status.state == Accelerated;
    std::optional<Day> last;
    if (wasSigned)
        for (const PlanEvent& event : plan.events)
            if (event.step == PlanStep::Signed)
                last = std::max(last, std::optional(event.day));
    return last;
}

/// Every part payment counts: an early one may keep the claim alive until the last.
void addPartPayments(const AccountFigures& figures, std::size_t place, std::vector<Act>& acts)
{
    const auto last = figures.of(place).lastReceived;
    if (!last)
        return;
    for (const Allocation& allocation : figures.account().allocations) {
        if (allocation.item != figures.item(place).id)
            continue;
        for (const Receipt& receipt : figures.account().receipts)
            if (receipt.id == allocation.receipt && receipt.day <= *last &&
                (receipt.kind == ReceiptKind::Payment || receipt.kind == ReceiptKind::Advance))
                acts.push_back({{receipt.day, InterruptionKind::Acknowledgement},
                                "interrompue par le règlement partiel du %1",
                                "interrupted by the part payment of %1"});
    }
}

void addAgreements(const AccountFigures& figures, std::size_t place, std::vector<Act>& acts)
{
    const ClientAccount& account = figures.account();
    const ItemId item = figures.item(place).id;
    for (std::size_t p = 0; p < account.plans.size(); ++p)
        if (const auto day = signedByAllOn(account.plans[p], account.planStatuses[p]);
            day && std::ranges::contains(account.plans[p].versions.back().items, item))
            acts.push_back({{*day, InterruptionKind::Acknowledgement},
                            "interrompue par l’échéancier signé le %1",
                            "interrupted by the plan signed on %1"});
    for (const Promise& promise : account.promises)
        if ((promise.channel == PromiseChannel::Mail || promise.channel == PromiseChannel::Portal) &&
            std::ranges::contains(promise.items, item))
            acts.push_back({{promise.madeOn, InterruptionKind::Acknowledgement},
                            "interrompue par la promesse écrite du %1",
                            "interrupted by the written promise of %1"});
}

void addWatched(const AccountFigures& figures, std::size_t place, std::vector<Act>& acts)
{
    for (const WatchFact& fact : figures.account().watched) {
        if (!fact.number.empty() && fact.number != figures.item(place).number)
            continue;
        if (fact.kind == WatchKind::PaymentOrderServed)
            acts.push_back({{fact.day, InterruptionKind::CourtAction},
                            "interrompue par l’ordonnance signifiée le %1",
                            "interrupted by the order served on %1"});
        if (fact.kind == WatchKind::ClaimDeclared)
            acts.push_back({{fact.day, InterruptionKind::InsolvencyClaim},
                            "interrompue par la déclaration de créance du %1",
                            "interrupted by the claim declared on %1"});
    }
}

} // namespace

std::optional<ClaimLimitation> limitationOf(const AccountFigures& figures, std::size_t place,
                                            const InsightSettings& settings)
{
    std::vector<Act> acts;
    addPartPayments(figures, place, acts);
    addAgreements(figures, place, acts);
    addWatched(figures, place, acts);
    std::vector<Interruption> interruptions;
    for (const Act& act : acts)
        interruptions.push_back(act.interruption);
    const Item& item = figures.item(place);
    const auto days = limitationOf(DebtDays{.invoice = item.pieceDay, .due = item.due}, interruptions,
                                   settings.procedures, figures.asOf());
    if (!days)
        return std::nullopt;
    ClaimLimitation limitation{*days, {}};
    if (days->interrupted) {
        // The last act that counted: what came later than the last day revived nothing.
        const Act* last = nullptr;
        for (const Act& act : acts)
            if (act.interruption.day <= std::min(days->prudent, figures.asOf()) &&
                (!last || last->interruption.day < act.interruption.day))
                last = &act;
        if (last)
            limitation.interruption = sentence(last->french, last->english, last->interruption.day);
    }
    return limitation;
}

} // namespace encours
