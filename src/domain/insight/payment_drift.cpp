// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/payment_drift.h"

namespace encours {

namespace {

struct Window {
    int payments = 0;
    std::int64_t days = 0;
    /// To the nearest day, halves up; `days` is ≥ 0 for payments after their invoice and may be below for advances.
    int mean() const
    {
        const std::int64_t twice = 2 * days + payments;
        const std::int64_t by = std::int64_t{2} * payments;
        return static_cast<int>(twice >= 0 ? twice / by : -((-twice + by - 1) / by));
    }
};

} // namespace

std::optional<PaymentDrift> paymentDrift(const AccountFigures& figures, const InsightRules& rules)
{
    const Day today = figures.asOf();
    const Day then = today - rules.driftBackDays;
    PaymentDrift drift;
    drift.amount = figures.zero();
    drift.since = today - rules.driftWindowDays + 1;
    const auto in = [&](Day day, Day last) { return day <= last && last - day < rules.driftWindowDays; };
    Window now;
    Window before;
    for (const PaidItem& paid : figures.paid()) {
        const bool recent = in(paid.paidOn, today);
        if (!recent && !in(paid.paidOn, then))
            continue;
        Window& window = recent ? now : before;
        ++window.payments;
        window.days += paid.age;
        if (recent)
            drift.amount += figures.item(paid.item).amount;
        drift.items.push_back(figures.item(paid.item).id);
    }
    if (now.payments < rules.driftLeastPayments || before.payments < rules.driftLeastPayments)
        return std::nullopt;
    drift.now = now.mean();
    drift.before = before.mean();
    drift.payments = now.payments;
    return drift;
}

} // namespace encours
