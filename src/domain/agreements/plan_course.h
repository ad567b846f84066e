// SPDX-License-Identifier: Apache-2.0
// What the events of a payment plan say of one of its versions by a day, whatever the ledger says.
#pragma once

#include "domain/agreements/payment_plan.h"

namespace encours {

struct PlanCourse {
    bool approved = false;
    bool refused = false;
    bool cancelled = false;
    std::vector<std::string> missing;       ///< signatures
    bool active = false;                    ///< approved and signed, whatever came after
    std::vector<std::size_t> accelerations; ///< events, to be held against what was paid
    std::vector<std::size_t> ignored;

    bool isInForce() const { return active && !cancelled; }
};

/// Events count in the order of their days, those of one day in that of the list.
PlanCourse planCourse(const PaymentPlan& plan, const PlanVersion& version, Day day);

} // namespace encours
