// SPDX-License-Identifier: Apache-2.0
// Centre: what is wrong, client by client, and the clocks that run, as of any day.
#pragma once

#include "domain/insight/deadlines.h"
#include "usecases/insight_request.h"

namespace encours::usecases {

struct ClientAnomaly {
    AccountName of;
    Anomaly anomaly;
    std::vector<std::string> evidence; ///< for people
};

/// Gravest first, then by client's key, then as findAnomalies orders them. NotFound "client.unknown".
Result<std::vector<ClientAnomaly>> listAnomalies(Office& office, const InsightRequest& request);

struct ClientDeadline {
    AccountName of;
    Deadline deadline;
};

/// Those up to `withinDays` from the day, and those that have passed; by day, then by client's key.
Result<std::vector<ClientDeadline>> listDeadlines(Office& office, const InsightRequest& request, int withinDays);

} // namespace encours::usecases
