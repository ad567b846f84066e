// SPDX-License-Identifier: Apache-2.0
// Receipts and their allocations. A receipt is written with all its allocations, so that Σ allocations + unallocated =
// amount holds at each commit.
#pragma once

#include "domain/ledger/item.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// Whether allocations of a receipt may be there already.
enum class Allocated { Maybe, No };
/// Writes the receipt and replaces its allocations (`allocations` all name this receipt).
Result<void> upsertReceipt(Connection& connection, Tenant tenant, const Receipt& receipt,
                           std::span<const Allocation> allocations, Allocated before = Allocated::Maybe);
/// With its allocations.
Result<void> deleteReceipt(Connection& connection, Tenant tenant, ClientId client, ReceiptId receipt);
Result<std::vector<Receipt>> receiptsOf(Connection& connection, Tenant tenant, ClientId client); ///< by id
Result<std::vector<Allocation>> allocationsOf(Connection& connection, Tenant tenant,
                                              ClientId client); ///< by receipt, then item

} // namespace encours::store
