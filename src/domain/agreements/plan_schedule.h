// SPDX-License-Identifier: Apache-2.0
// The schedule of a payment plan, to the cent, on French business days, and what it costs to wait for the money.
#pragma once

#include "domain/agreements/payment_plan.h"
#include "domain/ledger/kpi.h"

namespace encours {

enum class PlanRhythm { Monthly, Weekly };

struct ScheduleRequest {
    Money debt;          ///< > 0
    Money downPayment;   ///< ≥ 0, less than the debt; 0 = none
    Day proposedOn;      ///< the carrying cost runs from here
    Day downPaymentOn;   ///< unused without a down payment
    Day firstDue;        ///< of the equal parts
    int instalments = 1; ///< equal parts after the down payment, 1 to kMostInstalments
    PlanRhythm rhythm = PlanRhythm::Monthly;
    BasisPoints costRate; ///< per year, ten-thousandths, 0 to 10 000; 0 = none is asked
    HolidayRegion region = HolidayRegion::France;
};
inline constexpr int kMostInstalments = 120;

struct PlanSchedule {
    std::vector<Instalment> instalments; ///< the down payment first; Σ = debt + carryingCost
    Money carryingCost;
    friend bool operator==(const PlanSchedule&, const PlanSchedule&) = default;
};

/// Each part on its day of the month (the last day where there is none) or of the week, counted from the first and
/// moved to the next business day. The parts of debt + carrying cost − down payment are equal, the last takes the
/// rounding. InvalidArgument "schedule.debt", ".downPayment", ".currency", ".instalments", ".days", ".rate", ".small".
Result<PlanSchedule> makeSchedule(const ScheduleRequest& request);

/// The same days and the same sum, some amounts given (none = as they fall): what is left is shared equally by the others, the
/// last of them taking the rounding. InvalidArgument "schedule.small" when less than a cent is left for one of them, or
/// nothing may take what is left.
Result<std::vector<Instalment>> withGivenAmounts(std::span<const Instalment> schedule,
                                                 std::span<const std::optional<Money>> given);

/// Σ amount × rate × days from `from` ÷ 365, rounded once, half up, to the cent. Days before `from` cost nothing.
Money carryingCost(std::span<const Instalment> principal, Day from, BasisPoints rate);

} // namespace encours
