// SPDX-License-Identifier: Apache-2.0
// Before the sale (domain.md rows 3 and 21): may this order be taken on credit? The balance it would lead to, against
// the credit limit and the insurer's cover, with what is wrong already.
#pragma once

#include "domain/insight/find_anomalies.h"

namespace encours {

enum class OrderLight { Green = 0, Amber = 1, Red = 2 };
std::string_view nameOf(OrderLight light); ///< "green", "amber", "red"

struct OrderCheck {
    OrderLight light = OrderLight::Green;
    Money after;                   ///< balance + order
    Sentence equation;             ///< how it comes to that, and the limit it is held against
    Money guarantee;               ///< to ask for, so that what is left without cover is within the limit; 0 = none
    std::vector<Sentence> reasons; ///< why it is not green
};

/// `order` > 0, in the account's currency. Without a limit no order is too large.
std::optional<Anomaly> orderTooLarge(const AccountFigures& figures, Money order);
/// Red: collective proceedings; or beyond the limit while something is overdue or one of these holds. Amber: beyond the
/// limit or the insurer's cover, a broken promise, a missed plan, a returned payment, or an item overdue by the formal
/// days of the rules. A client without limit is judged on the rest.
OrderCheck checkOrder(const AccountFigures& figures, Money order, const InsightSettings& settings);

} // namespace encours
