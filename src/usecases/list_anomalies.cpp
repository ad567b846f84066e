// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_anomalies.h"

#include "domain/insight/find_anomalies.h"

#include <algorithm>
#include <tuple>

namespace encours::usecases {

Result<std::vector<ClientAnomaly>> listAnomalies(Office& office, const InsightRequest& request)
{
    std::vector<ClientAnomaly> list;
    ENCOURS_CHECK(visitFigures(office, request, [&](const AccountFigures& figures) -> Result<void> {
        for (Anomaly& anomaly : findAnomalies(figures, request.settings)) {
            auto evidence = evidenceOf(figures, anomaly.evidence);
            list.push_back({nameOf(figures.account()), std::move(anomaly), std::move(evidence)});
        }
        return {};
    }));
    std::ranges::stable_sort(list, [](const ClientAnomaly& a, const ClientAnomaly& b) {
        return std::tie(b.anomaly.severity, a.of.client) < std::tie(a.anomaly.severity, b.of.client);
    });
    return list;
}

Result<std::vector<ClientDeadline>> listDeadlines(Office& office, const InsightRequest& request, int withinDays)
{
    std::vector<ClientDeadline> list;
    ENCOURS_CHECK(visitFigures(office, request, [&](const AccountFigures& figures) -> Result<void> {
        for (Deadline& deadline : deadlinesOf(figures, request.settings))
            if (deadline.daysLeft <= withinDays)
                list.push_back({nameOf(figures.account()), std::move(deadline)});
        return {};
    }));
    std::ranges::stable_sort(list, [](const ClientDeadline& a, const ClientDeadline& b) {
        return std::tie(a.deadline.day, a.of.client) < std::tie(b.deadline.day, b.of.client);
    });
    return list;
}

} // namespace encours::usecases
