// SPDX-License-Identifier: Apache-2.0
// Centre: the visit brief of one client.
#pragma once

#include "domain/insight/visit_brief.h"
#include "usecases/insight_request.h"

namespace encours::usecases {

struct VisitSheet {
    AccountName of;
    AgedBalance aged;
    VisitBrief brief;
    PaymentHabit habit; ///< of the client alone
    std::vector<Anomaly> anomalies;
};

/// One sheet per currency of the client. InvalidArgument without a client; NotFound "client.unknown".
Result<std::vector<VisitSheet>> briefVisit(Office& office, const InsightRequest& request,
                                           const VisitEnvelope& envelope);

} // namespace encours::usecases
