// SPDX-License-Identifier: Apache-2.0
// What the office decided about clients (centre): pauses of dunning, and payer profiles. Nothing is deleted: a pause is
// ended, a profile is decided anew.
#pragma once

#include "domain/agreements/office_decision.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// The pause of the same client and number from the same day becomes this one.
Result<void> upsertPause(Connection& connection, Tenant tenant, const DunningPause& pause);
/// By client, number, first day; `client` none = of every client.
Result<std::vector<DunningPause>> pausesOf(Connection& connection, Tenant tenant, ClientId client = {});

/// One decision per client and day: the later one of a day stands.
Result<void> upsertProfileDecision(Connection& connection, Tenant tenant, const ProfileDecision& decision);
/// By day.
Result<std::vector<ProfileDecision>> profileDecisionsOf(Connection& connection, Tenant tenant, ClientId client);

} // namespace encours::store
