// SPDX-License-Identifier: Apache-2.0
#include "domain/law/limitation.h"

namespace encours {

bool interrupts(InterruptionKind kind)
{
    return kind != InterruptionKind::FormalNotice && kind != InterruptionKind::PaymentOrderRequest;
}

namespace {

const DatedValues<std::chrono::months>& periodOf(DebtKind kind, const LegalProcedures& law)
{
    switch (kind) {
    case DebtKind::Consumer: return law.limitationConsumers;
    case DebtKind::Transport: return law.limitationTransport;
    case DebtKind::Traders: break;
    }
    return law.limitationTraders;
}

} // namespace

std::optional<Limitation> limitationOf(const DebtDays& debt, std::span<const Interruption> interruptions,
                                       const LegalProcedures& law, Day asOf)
{
    const auto period = inForce(periodOf(debt.kind, law), debt.due);
    if (!period)
        return std::nullopt;
    std::vector<Interruption> known;
    std::ranges::copy_if(interruptions, std::back_inserter(known),
                         [&](const Interruption& one) { return interrupts(one.kind) && one.day <= asOf; });
    std::ranges::sort(known, {}, &Interruption::day);
    Limitation limitation;
    const auto endFrom = [&](Day start) {
        Day end = addMonths(start, static_cast<int>(period->count()));
        for (const Interruption& one : known) {
            if (one.day >= start && one.day <= end) {
                end = addMonths(one.day, static_cast<int>(period->count()));
                limitation.interrupted = true;
            }
        }
        return end;
    };
    limitation.fromDue = endFrom(debt.due);
    limitation.prudent = endFrom(std::min({debt.performed.value_or(debt.invoice), debt.invoice, debt.due}));
    return limitation;
}

} // namespace encours
