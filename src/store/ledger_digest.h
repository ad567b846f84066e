// SPDX-License-Identifier: Apache-2.0
// One number for all that both ends of the synchronisation hold of a portfolio: equal ledgers have equal numbers, and
// what was lost or altered on one of them shows (sync.md, I-18). Against accidents, not against forgery.
#pragma once

#include "store/connection.h"

namespace encours::store {

struct LedgerDigest {
    std::uint64_t value = 1; ///< and the sum of a 64-bit SipHash of each row: in any order; nothing at all is not 0
    std::int64_t rowsOfLargestClient = 0;
};

/// Of the rows the centre gave: facts of a device that wait for their echo (server_seq 0) are left out. `portfolio` none =
/// everything here. Reads every row: some 2 µs each.
Result<LedgerDigest> digestLedger(Connection& connection, Tenant tenant,
                                  std::optional<UserId> portfolio = std::nullopt);

/// Whether the rows of a device are the centre's own: nothing made here waits for its answer or its echo.
Result<bool> isWhollyEchoed(Connection& connection, Tenant tenant);

} // namespace encours::store
