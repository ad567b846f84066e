// SPDX-License-Identifier: Apache-2.0
// What is watched about clients besides their ledger (centre). A fact is what its columns say: it has no id.
#pragma once

#include "domain/agreements/client_account.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// A fact of the same client, kind, number, day and label gets that amount.
Result<void> upsertWatchFact(Connection& connection, Tenant tenant, const WatchFact& fact);
/// By kind, number, day, label.
Result<std::vector<WatchFact>> watchFactsOf(Connection& connection, Tenant tenant, ClientId client);

} // namespace encours::store
