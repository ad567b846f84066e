// SPDX-License-Identifier: Apache-2.0
// Dunning steps recorded as done, and the days of the runs. A step is recorded once per item, scenario and level: that
// it is sent at most once rests on this key. Nothing here is ever changed or deleted.
#pragma once

#include "domain/dunning/planned_item.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// False when that item has had that level of that scenario. `message`: the key of the message it went with.
Result<bool> insertDunningStep(Connection& connection, Tenant tenant, const DunningStep& step, const Sha256& message,
                               Instant at);
/// By client, then item, scenario and level; `client` none = of every client.
Result<std::vector<DunningStep>> dunningSteps(Connection& connection, Tenant tenant, ClientId client = {});

/// False when a run of that day is known.
Result<bool> insertDunningRun(Connection& connection, Tenant tenant, Day day, std::string_view author, Instant at);
/// The last one up to `today`: one recorded by a clock that ran ahead must not shut the days until then.
Result<std::optional<Day>> lastDunningRun(Connection& connection, Tenant tenant, Day today);

} // namespace encours::store
