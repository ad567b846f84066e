// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/find_anomalies.h"

#include <algorithm>
#include <tuple>

namespace encours {

Anomaly anomalyOf(const AccountFigures& figures, AnomalyKind kind, Severity severity)
{
    Anomaly anomaly;
    anomaly.kind = kind;
    anomaly.severity = severity;
    anomaly.client = figures.account().client.id;
    anomaly.asOf = anomaly.day = anomaly.until = figures.asOf();
    anomaly.amount = anomaly.other = figures.zero();
    return anomaly;
}

std::vector<Anomaly> findAnomalies(const AccountFigures& figures, const InsightSettings& settings)
{
    std::vector<Anomaly> found;
    findItemAnomalies(figures, settings, found);
    findAgreementAnomalies(figures, settings, found);
    findClientAnomalies(figures, settings, found);
    findReceiptAnomalies(figures, settings, found);
    std::ranges::stable_sort(found, [](const Anomaly& a, const Anomaly& b) {
        return std::tuple(b.severity, a.kind, a.day, a.item) < std::tuple(a.severity, b.kind, b.day, b.item);
    });
    return found;
}

} // namespace encours
