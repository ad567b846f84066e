// SPDX-License-Identifier: Apache-2.0
// What a first loading has brought so far, as people are told it. Clients come one by one, each whole, so that the parts
// grow together and none is complete before the last client is there.
#pragma once

#include "store/connection.h"
#include "store/rows.h"

namespace encours::store {

struct LoadedParts {
    std::int64_t openItems = 0; ///< not settled
    std::int64_t said = 0;      ///< contacts, promises, disputes
    std::int64_t settled = 0;   ///< settled items, and receipts
    friend bool operator==(const LoadedParts&, const LoadedParts&) = default;
};
/// Reads an index of each table from end to end: not for each page of a large load.
Result<LoadedParts> countLoaded(Connection& connection, Tenant tenant);

} // namespace encours::store
