// SPDX-License-Identifier: Apache-2.0
// Centre: what the scenarios of a company leave to chance (domain.md rows 49 and 51), for signals 4 and 6.
#pragma once

#include "domain/dunning/dunning_rules.h"
#include "domain/insight/insight_rules.h"
#include "domain/insight/signal.h"
#include "usecases/office.h"

namespace encours::usecases {

/// Of every client, by the scenario that the dunning plan of that day takes for it.
Result<DunningAudit> auditDunning(Office& office, const DunningRules& rules, const InsightRules& insight, Day asOf);

} // namespace encours::usecases
