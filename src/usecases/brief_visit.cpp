// SPDX-License-Identifier: Apache-2.0
#include "usecases/brief_visit.h"

namespace encours::usecases {

Result<std::vector<VisitSheet>> briefVisit(Office& office, const InsightRequest& request, const VisitEnvelope& envelope)
{
    if (request.clientKey.empty())
        return failure(ErrorKind::InvalidArgument, "brief.client", "A visit brief is of one client: give its key.");
    std::vector<VisitSheet> sheets;
    ENCOURS_CHECK(visitFigures(office, request, [&](const AccountFigures& figures) -> Result<void> {
        auto anomalies = findAnomalies(figures, request.settings);
        auto brief = visitBrief(figures, anomalies, request.settings.rules, envelope);
        sheets.push_back({nameOf(figures.account()), figures.aged(), std::move(brief),
                          habitOf(figures, request.settings.rules), std::move(anomalies)});
        return {};
    }));
    return sheets;
}

} // namespace encours::usecases
