// SPDX-License-Identifier: Apache-2.0
// What indicators are held against (assets/kpi/README.md) → domain/insight. Strict: see json_fields.h.
#pragma once

#include "base/result.h"
#include "domain/insight/signal.h"

#include <map>

namespace encours::intake {

/// By the code a company names its trade or size with, oldest first.
using SectorReferences = std::map<std::string, std::vector<SectorReference>>;
Result<SectorReferences> readSectorReferences(std::string_view json, std::string_view file);
/// The one in force on a day; none when the code is unknown or nothing was published yet.
std::optional<SectorReference> sectorReferenceOn(const SectorReferences& references, const std::string& code, Day day);

/// What one action of a kind costs from a day on, in euros.
struct ActionCost {
    std::string kind;
    Day from;
    Money amount;
    std::string source;
};
Result<std::vector<ActionCost>> readActionCosts(std::string_view json, std::string_view file);
/// Those in force on a day. Before the first of a kind its first one is taken: an estimate is as good for last year.
std::map<std::string, Money> actionCostsOn(const std::vector<ActionCost>& costs, Day day);

/// All eight, and the age of the receipts.
Result<SignalThresholds> readSignalThresholds(std::string_view json, std::string_view file);

} // namespace encours::intake
