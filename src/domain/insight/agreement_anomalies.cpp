// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/find_anomalies.h"

#include <algorithm>

namespace encours {

namespace {

void findBrokenPromises(const AccountFigures& figures, std::vector<Anomaly>& found)
{
    const ClientAccount& account = figures.account();
    for (std::size_t p = 0; p < account.promises.size(); ++p) {
        const Promise& promise = account.promises[p];
        const PromiseStatus& status = account.statuses[p];
        const bool failed = status.state == PromiseState::Broken || status.state == PromiseState::PartiallyKept;
        if (!failed || status.keptLateOn || promise.amount.currency() != account.currency)
            continue;
        Anomaly anomaly = anomalyOf(figures, AnomalyKind::BrokenPromise, Severity::Danger);
        anomaly.amount = status.base;
        anomaly.other = status.paidTotal;
        anomaly.day = promise.promisedFor;
        anomaly.until = status.windowEnd;
        anomaly.days = figures.asOf() - status.windowEnd;
        anomaly.evidence.promises.push_back(promise.id);
        anomaly.evidence.items = promise.items;
        found.push_back(std::move(anomaly));
    }
}

void findMissedPlans(const AccountFigures& figures, std::vector<Anomaly>& found)
{
    const ClientAccount& account = figures.account();
    for (std::size_t p = 0; p < account.plans.size(); ++p) {
        const PlanStatus& status = account.planStatuses[p];
        if (status.state != PlanState::Missed || status.dueByNow.currency() != account.currency)
            continue;
        Anomaly anomaly = anomalyOf(figures, AnomalyKind::PlanMissed, Severity::Danger);
        anomaly.amount = status.dueByNow - status.paid;
        anomaly.other = status.paid;
        anomaly.day = status.next ? status.next->due : status.missedOn.value_or(figures.asOf());
        anomaly.evidence.plans.push_back(account.plans[p].id);
        anomaly.evidence.items = account.plans[p].versions.back().items;
        found.push_back(std::move(anomaly));
    }
}

void findDisputes(const AccountFigures& figures, const InsightRules& rules, std::vector<Anomaly>& found)
{
    const ClientAccount& account = figures.account();
    for (std::size_t d = 0; d < account.disputes.size(); ++d) {
        const Dispute& dispute = account.disputes[d];
        const DisputeStatus& status = account.disputeStatuses[d];
        if (!status.open || status.disputed.sign() <= 0 || status.disputed.currency() != account.currency)
            continue;
        const bool tooLong = status.daysLate > 0 || status.daysOpen > rules.disputeDays;
        Anomaly anomaly = anomalyOf(figures, tooLong ? AnomalyKind::DisputeTooLong : AnomalyKind::DisputeOpen,
                                    tooLong ? Severity::Warning : Severity::Information);
        anomaly.item = dispute.item;
        if (const auto place = figures.place(dispute.item))
            anomaly.number = figures.item(*place).number;
        anomaly.amount = status.disputed;
        anomaly.other = status.original;
        anomaly.day = dispute.openedOn;
        anomaly.until = status.dueBy;
        anomaly.days = status.daysOpen;
        anomaly.text = dispute.reason;
        anomaly.evidence.items.push_back(dispute.item);
        anomaly.evidence.disputes.push_back(dispute.id);
        found.push_back(std::move(anomaly));
    }
}

} // namespace

void findAgreementAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found)
{
    findBrokenPromises(figures, found);
    findMissedPlans(figures, found);
    findDisputes(figures, settings.rules, found);
}

} // namespace encours
