// SPDX-License-Identifier: Apache-2.0
// A line of the ledger as the store knows it: which import brought it, and of which client.
#pragma once

#include "domain/ledger/entry.h"

#include <cstdint>

namespace encours::store {

struct LedgerLine {
    std::int64_t id = 0;
    std::int64_t import = 0;
    ClientId client;
    LedgerEntry entry;
};

} // namespace encours::store
