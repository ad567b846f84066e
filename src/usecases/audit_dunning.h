// SPDX-License-Identifier: Apache-2.0
// Centre: what the scenarios of a company leave to chance (domain.md rows 49 and 51), for signals 4 and 6.
#pragma once

#include "domain/dunning/dunning_rules.h"
#include "domain/insight/signal.h"

namespace encours::usecases {

/// Of the clients of the company's figures, as the dunning plan would choose their scenario.
DunningAudit auditDunning(const DunningRules& rules, std::span<const ClientFigures> clients);

} // namespace encours::usecases
