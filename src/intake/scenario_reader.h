// SPDX-License-Identifier: Apache-2.0
// A scenario file (assets/dunning/README.md) → domain/dunning. Strict: see json_fields.h; besides, gaps in the levels,
// two steps on one day, a first step after a previous one and names that are not those of a scenario are refused.
#pragma once

#include "base/result.h"
#include "domain/dunning/dunning_rules.h"

namespace encours::intake {

/// `file`: its name, for messages.
Result<DunningRules> readDunningRules(std::string_view json, std::string_view file);

} // namespace encours::intake
