// SPDX-License-Identifier: Apache-2.0
// Both ends: before the sale, may this order be taken on credit?
#pragma once

#include "domain/insight/order_check.h"
#include "usecases/field.h"
#include "usecases/insight_request.h"

namespace encours::usecases {

/// Largest order that is judged, in minor units: ten thousand million.
inline constexpr std::int64_t kLargestOrder = 1'000'000'000'000;

struct OrderAnswer {
    AccountName of; ///< in the client's own currency
    Money order;
    Money balance; ///< before it
    std::optional<Money> creditLimit;
    std::optional<Money> insuredLimit;
    OrderCheck check;
};

/// Of the client of the request, in its own currency. InvalidArgument "order.amount" unless 1 ≤ order ≤ kLargestOrder,
/// "order.client" without a client; NotFound "client.unknown".
Result<OrderAnswer> checkOrder(Office& office, const InsightRequest& request, std::int64_t orderMinor);

/// On a device, by the thresholds that come with the program: what is watched and what the office set is not there. Fails as
/// above.
Result<OrderAnswer> checkOrder(Field& field, const std::string& clientKey, std::int64_t orderMinor);

} // namespace encours::usecases
