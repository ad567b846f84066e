// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/plan_schedule.h"

#include "base/months.h"

#include <algorithm>
#include <limits>

namespace encours {

namespace {

std::unexpected<Error> wrong(const char* code, const char* what)
{
    return failure(ErrorKind::InvalidArgument, code, std::string(what) + "; no schedule was made.");
}

Result<void> check(const ScheduleRequest& request)
{
    if (request.debt.sign() <= 0)
        return wrong("schedule.debt", "The debt to spread is more than zero");
    if (request.downPayment.currency() != request.debt.currency())
        return wrong("schedule.currency", "The down payment is in the currency of the debt");
    if (request.downPayment.sign() < 0 || request.downPayment >= request.debt)
        return wrong("schedule.downPayment", "The down payment is zero or more, and less than the debt");
    if (request.instalments < 1 || request.instalments > kMostInstalments)
        return wrong("schedule.instalments", "A schedule has 1 to 120 instalments after the down payment");
    if (request.costRate.value < 0 || request.costRate.value > 10'000)
        return wrong("schedule.rate", "The rate of the carrying cost is 0 to 100 % a year");
    const Day before =
        request.downPayment.isZero() ? request.proposedOn : nextBusinessDay(request.downPaymentOn, request.region);
    if (request.firstDue < request.proposedOn || before < request.proposedOn ||
        (!request.downPayment.isZero() && nextBusinessDay(request.firstDue, request.region) <= before))
        return wrong("schedule.days",
                     "The down payment comes on the day of the proposal or later, and before the rest");
    if (request.debt.minor() - request.downPayment.minor() < request.instalments)
        return wrong("schedule.small", "There is less than a cent for each instalment");
    return {};
}

/// The down payment and `rest` in equal parts, the last one taking the rounding.
std::vector<Instalment> spread(const ScheduleRequest& request, Money rest)
{
    std::vector<Instalment> schedule;
    if (!request.downPayment.isZero())
        schedule.push_back({nextBusinessDay(request.downPaymentOn, request.region), request.downPayment});
    const Money part = Money::ofMinor(rest.minor() / request.instalments, rest.currency());
    for (int i = 0; i < request.instalments; ++i) {
        const Day day =
            request.rhythm == PlanRhythm::Weekly ? request.firstDue + 7 * i : addMonths(request.firstDue, i);
        schedule.push_back({nextBusinessDay(day, request.region), i + 1 < request.instalments ? part : rest});
        rest -= part;
    }
    return schedule;
}

} // namespace

Result<std::vector<Instalment>> withGivenAmounts(std::span<const Instalment> schedule,
                                                 std::span<const std::optional<Money>> given)
{
    std::vector<Instalment> shared(schedule.begin(), schedule.end());
    if (shared.empty())
        return shared;
    Money rest = shared.front().amount - shared.front().amount;
    std::int64_t others = 0;
    for (std::size_t i = 0; i < shared.size(); ++i) {
        rest += shared[i].amount;
        if (i >= given.size() || !given[i]) {
            ++others;
            continue;
        }
        if (given[i]->currency() != rest.currency() || given[i]->sign() <= 0)
            return wrong("schedule.small", "An instalment is more than zero, in the currency of the debt");
        shared[i].amount = *given[i];
        rest -= *given[i];
    }
    if (others == 0 ? !rest.isZero() : rest.minor() < others)
        return wrong("schedule.small", "The amounts given leave nothing for the other instalments");
    const Money part = Money::ofMinor(others == 0 ? 0 : rest.minor() / others, rest.currency());
    for (std::size_t i = 0; i < shared.size(); ++i) {
        if (i < given.size() && given[i])
            continue;
        shared[i].amount = --others == 0 ? rest : part;
        rest -= part;
    }
    return shared;
}

Money carryingCost(std::span<const Instalment> principal, Day from, BasisPoints rate)
{
    __int128 sum = 0;
    Money zero;
    for (const Instalment& part : principal) {
        sum += __int128{part.amount.minor()} * rate.value * std::max(0, part.due - from);
        zero = part.amount - part.amount;
    }
    constexpr __int128 kYear = __int128{10'000} * 365;
    const __int128 cents = (2 * sum + kYear) / (2 * kYear);
    return Money::ofMinor(static_cast<std::int64_t>(cents), zero.currency());
}

Result<PlanSchedule> makeSchedule(const ScheduleRequest& request)
{
    ENCOURS_CHECK(check(request));
    const Money rest = request.debt - request.downPayment;
    // At most ten years at 100 %: the cost stays under eleven times the debt.
    if (request.debt.minor() > std::numeric_limits<std::int64_t>::max() / 12)
        return wrong("schedule.debt", "The debt is more than a schedule can hold");
    const Money cost = carryingCost(spread(request, rest), request.proposedOn, request.costRate);
    return PlanSchedule{spread(request, rest + cost), cost};
}

} // namespace encours
