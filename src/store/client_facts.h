// SPDX-License-Identifier: Apache-2.0
// What evaluatePromises needs to know of a client on a day, read in three ranges of clustered rows.
#pragma once

#include "domain/agreements/promise.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

struct StoredFacts {
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;
    /// Valid while this lives.
    ClientFacts facts(Day coveredThrough) const { return {items, receipts, allocations, coveredThrough}; }
};
/// Without the facts dated after `asOf` (leaveOutLater).
Result<StoredFacts> loadFacts(Connection& connection, Tenant tenant, ClientId client, Day asOf);

/// About how many bytes what is stored of the client takes: its texts, and something for each row.
Result<std::int64_t> sizeOfFacts(Connection& connection, Tenant tenant, ClientId client);

} // namespace encours::store
