// SPDX-License-Identifier: Apache-2.0
// Centre: which way to recover what is overdue, client by client (domain/dunning/recovery_routes.h).
#pragma once

#include "domain/dunning/recovery_routes.h"
#include "domain/insight/insight_settings.h"
#include "usecases/office.h"

namespace encours::usecases {

struct RoutesRequest {
    Day asOf;
    std::string clientKey{}; ///< empty = every client
    const InsightSettings& settings;
    const LegalRates& rates;
};

struct ClientRoute {
    std::string client; ///< key
    std::string clientName;
    Money overdue;
    Money claimed;  ///< of it: what may be demanded now
    Money interest; ///< run so far on what is overdue, on the days whose rate is known
    bool everyRateKnown = true;
    RouteAdvice advice;
};

/// Clients with something overdue, by client. A formal notice is a registered letter recorded by dunning for an item that
/// is still open; documents are complete when none is watched as missing. NotFound "client.unknown".
Result<std::vector<ClientRoute>> listRoutes(Office& office, const RoutesRequest& request);

} // namespace encours::usecases
