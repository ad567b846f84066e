// SPDX-License-Identifier: Apache-2.0
// Disputes of files and what became of them, both ends: what people said of them are events. Their status is never stored: it is computed from the facts below.
#pragma once

#include "domain/agreements/dispute.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// Writes the dispute and replaces its events. Amounts of events are in the currency of the dispute.
Result<void> upsertDispute(Connection& connection, Tenant tenant, const Dispute& dispute);
/// Those given in place of those that are there.
Result<void> replaceDisputes(Connection& connection, Tenant tenant, ClientId client, std::span<const Dispute> disputes);
Result<std::optional<Dispute>> findDispute(Connection& connection, Tenant tenant, ClientId client, DisputeId dispute);
Result<std::vector<Dispute>> disputesOf(Connection& connection, Tenant tenant, ClientId client); ///< by id

} // namespace encours::store
