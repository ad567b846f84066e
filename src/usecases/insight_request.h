// SPDX-License-Identifier: Apache-2.0
// Centre, inside the verbs of insight: what they are asked, and the company's habit they share.
#pragma once

#include "domain/insight/anomaly.h"
#include "domain/insight/insight_settings.h"
#include "domain/insight/payment_habit.h"
#include "usecases/client_accounts.h"

namespace encours::usecases {

struct InsightRequest {
    Day asOf;
    std::string clientKey{}; ///< empty = every client
    InsightSettings settings{};
};

/// Who an account is of, kept after its visit.
struct AccountName {
    std::string client;
    std::string name;
    Currency currency;
};
AccountName nameOf(const ClientAccount& account);

/// Visits the accounts asked for, with their figures.
Result<void> visitFigures(Office& office, const InsightRequest& request,
                          const std::function<Result<void>(const AccountFigures&)>& visit);

/// The habit of all the company's clients, whatever client is asked for.
Result<CompanyHabit> companyHabit(Office& office, const InsightRequest& request);

/// For people: the numbers of invoices, the numbers and days of receipts, the ids of what the field recorded.
std::vector<std::string> evidenceOf(const AccountFigures& figures, const Evidence& evidence);

} // namespace encours::usecases
