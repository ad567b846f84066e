// SPDX-License-Identifier: Apache-2.0
// Centre: the cash-in to come, week by week, and when each invoice should be paid.
#pragma once

#include "domain/insight/forecast.h"
#include "usecases/insight_request.h"

namespace encours::usecases {

struct ClientExpectation {
    AccountName of;
    std::string number; ///< of the invoice; empty: credits of the client
    Day due;            ///< of the invoice
    ExpectedPayment expected;
    Sentence why;
};

struct CashForecast {
    PaymentHabit company;
    std::vector<std::pair<Currency, Forecast>> byCurrency; ///< by code
    std::vector<ClientExpectation> payments;               ///< dated ones first, by day; then by client's key
};

/// Every client's habit is shrunk to the company's, also when one client is asked for. NotFound "client.unknown".
Result<CashForecast> forecastCash(Office& office, const InsightRequest& request);

} // namespace encours::usecases
