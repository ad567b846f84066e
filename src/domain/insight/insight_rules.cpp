// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/insight_rules.h"

namespace encours {

namespace {

constexpr int kYears = 3660;         // ten of them, in days
constexpr int kMost = 1'000'000'000; // minor units: ten millions
constexpr int kPoints = 1000;
using R = InsightRules;

constexpr InsightRuleField kFields[] = {
    {"age", "preventive_days", &R::preventiveDays, 0, 365},
    {"age", "preventive_minimum", &R::preventiveMinimum, 0, kMost},
    {"age", "formal_days", &R::formalDays, 1, kYears},
    {"age", "grave_days", &R::graveDays, 1, kYears},
    {"age", "lost_days", &R::lostDays, 1, kYears},
    {"item", "short_pay_share", &R::shortPayShare, 0, 10000},
    {"item", "limitation_alert_days", &R::limitationAlertDays, 0, kYears},
    {"client", "drift_window_days", &R::driftWindowDays, 1, kYears},
    {"client", "drift_back_days", &R::driftBackDays, 1, kYears},
    {"client", "drift_least_payments", &R::driftLeastPayments, 1, 1000},
    {"client", "drift_days", &R::driftDays, 1, kYears},
    {"client", "no_contact_days", &R::noContactDays, 0, kYears},
    {"client", "dispute_days", &R::disputeDays, 0, kYears},
    {"client", "duplicate_days", &R::duplicateDays, 0, kYears},
    {"client", "unallocated_days", &R::unallocatedDays, 0, kYears},
    {"priority", "insolvency", &R::pointsInsolvency, 0, kPoints},
    {"priority", "returned_payment", &R::pointsReturnedPayment, 0, kPoints},
    {"priority", "plan_missed", &R::pointsPlanMissed, 0, kPoints},
    {"priority", "broken_promise", &R::pointsBrokenPromise, 0, kPoints},
    {"priority", "promise_due", &R::pointsPromiseDue, 0, kPoints},
    {"priority", "lost_days", &R::pointsLostDays, 0, kPoints},
    {"priority", "clock_alert_days", &R::clockAlertDays, 0, 365},
    {"priority", "over_limit", &R::pointsOverLimit, 0, kPoints},
    {"priority", "amount_per_point", &R::amountPerPoint, 1, kMost},
    {"priority", "amount_most", &R::pointsAmountMost, 0, kPoints},
    {"priority", "drift_per_three_days", &R::driftPointsPerThreeDays, 0, kPoints},
    {"priority", "drift_most", &R::pointsDriftMost, 0, kPoints},
    {"priority", "no_contact", &R::pointsNoContact, 0, kPoints},
    {"priority", "dispute_too_long", &R::pointsDisputeTooLong, 0, kPoints},
    {"priority", "unallocated", &R::pointsUnallocated, 0, kPoints},
    {"priority", "missing_document", &R::pointsMissingDocument, 0, kPoints},
    {"priority", "limitation", &R::pointsLimitation, 0, kPoints},
    {"habit", "history_days", &R::historyDays, 1, kYears},
    {"habit", "full_history", &R::fullHistory, 0, 1000},
    {"habit", "new_client_payments", &R::newClientPayments, 0, 1000},
    {"habit", "good_payer_days", &R::goodPayerDays, 0, 365},
    {"habit", "tactical_spread_days", &R::tacticalSpreadDays, 0, 365},
    {"habit", "broken_promises_of_difficulty", &R::brokenPromisesOfDifficulty, 1, 1000},
    {"habit", "disputes_of_disputing", &R::disputesOfDisputing, 1, 1000},
    {"habit", "forecast_weeks", &R::forecastWeeks, 1, 104},
};

} // namespace

std::span<const InsightRuleField> insightRuleFields()
{
    return kFields;
}

} // namespace encours
