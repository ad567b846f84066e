// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/insight/account_figures.h"
#include "domain/insight/anomaly.h"
#include "domain/insight/insight_settings.h"

namespace encours {

/// Everything wrong with the account on its day, gravest first, then by kind, day and item.
std::vector<Anomaly> findAnomalies(const AccountFigures& figures, const InsightSettings& settings);

/// Parts of findAnomalies, appended in the order of the facts.
void findItemAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found);
void findAgreementAnomalies(const AccountFigures& figures, const InsightSettings& settings,
                            std::vector<Anomaly>& found);
void findClientAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found);
void findReceiptAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found);

/// An anomaly of that kind about nothing yet: the account's client and day, amounts of zero in its currency.
Anomaly anomalyOf(const AccountFigures& figures, AnomalyKind kind, Severity severity);

} // namespace encours
