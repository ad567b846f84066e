// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/order_check.h"

#include <array>

namespace encours {

namespace {

/// Beyond `limit`, if there is one in the account's currency.
Money beyond(const AccountFigures& figures, Money after, const std::optional<Money>& limit)
{
    if (!limit || limit->currency() != figures.account().currency)
        return figures.zero();
    return max(figures.zero(), after - *limit);
}

} // namespace

std::string_view nameOf(OrderLight light)
{
    static constexpr std::array<std::string_view, 3> kNames{"green", "amber", "red"};
    return kNames[static_cast<std::size_t>(light)];
}

std::optional<Anomaly> orderTooLarge(const AccountFigures& figures, Money order)
{
    const auto& limit = figures.account().client.creditLimit;
    const Money after = figures.aged().balance() + order;
    if (beyond(figures, after, limit).isZero())
        return std::nullopt;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::OrderTooLarge, Severity::Warning);
    anomaly.amount = after;
    anomaly.other = *limit;
    for (const std::size_t place : figures.open())
        anomaly.evidence.items.push_back(figures.item(place).id);
    return anomaly;
}

OrderCheck checkOrder(const AccountFigures& figures, Money order, const InsightSettings& settings)
{
    using enum AnomalyKind;
    const Client& client = figures.account().client;
    OrderCheck check;
    check.after = figures.aged().balance() + order;
    check.equation = sentence("Encours de %1 + commande de %2 = %3", "Balance of %1 + order of %2 = %3",
                              figures.aged().balance(), order, check.after);
    check.equation = client.creditLimit
                         ? sentence("%1 ; plafond de %2.", "%1; limit of %2.", check.equation, *client.creditLimit)
                         : sentence("%1 ; pas de plafond.", "%1; no limit.", check.equation);
    check.guarantee = beyond(figures, check.after, client.creditLimit);
    bool stop = false;
    bool wrong = false;
    if (const auto anomaly = orderTooLarge(figures, order))
        check.reasons.push_back(sentenceOf(*anomaly));
    if (const Money uncovered = beyond(figures, check.after, client.insuredLimit);
        client.insuredLimit && client.insuredLimit->sign() > 0 && uncovered.sign() > 0)
        check.reasons.push_back(sentence("%1 sans couverture de l’assureur-crédit au %2.",
                                         "%1 without cover by the credit insurer on %2.", uncovered,
                                         figures.near(figures.asOf())));
    std::vector<Anomaly> found;
    findItemAnomalies(figures, settings, found);
    findAgreementAnomalies(figures, settings, found);
    findClientAnomalies(figures, settings, found);
    for (const Anomaly& anomaly : found) {
        const bool grave = anomaly.kind == BrokenPromise || anomaly.kind == PlanMissed ||
                           anomaly.kind == ReturnedPayment || anomaly.kind == Late60 || anomaly.kind == Late80 ||
                           anomaly.kind == Late95;
        stop = stop || anomaly.kind == Insolvency;
        wrong = wrong || grave;
        if (grave || anomaly.kind == Insolvency)
            check.reasons.push_back(sentenceOf(anomaly));
    }
    const bool overdue = figures.aged().overdue().sign() > 0;
    if (stop || (check.guarantee.sign() > 0 && (wrong || overdue)))
        check.light = OrderLight::Red;
    else if (!check.reasons.empty())
        check.light = OrderLight::Amber;
    return check;
}

} // namespace encours
