// SPDX-License-Identifier: Apache-2.0
// The thresholds of insight (assets/insight/README.md) → domain/insight. Strict: see json_fields.h; a threshold that is
// left out keeps its default, an unknown one is refused.
#pragma once

#include "base/result.h"
#include "domain/insight/insight_settings.h"

namespace encours::intake {

/// `file`: its name, for messages. Refused "json.…", naming the place.
Result<InsightRules> readInsightRules(std::string_view json, std::string_view file);

/// The thresholds and the law that are compiled in.
Result<InsightSettings> builtInInsightSettings();

} // namespace encours::intake
