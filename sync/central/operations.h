// SPDX-License-Identifier: Apache-2.0
// What devices did, taken into the ledger exactly once (sync.md §2.5, §2.6). One transaction for a batch, one savepoint for
// each operation: a bad one refuses itself alone.
#pragma once

#include "sync/central/enrolment.h"
#include "sync/protocol/message.h"

namespace encours::central {

struct OperationsOutcome {
    std::vector<protocol::OperationResult> results; ///< in the order of the batch
    /// The device's file was restored or copied: a number it used before names another operation now. Nothing was taken from
    /// that operation on; the device takes a new identity and sends again.
    bool forked = false;
};

/// Commits its own transaction. An error (disk full, database locked) leaves nothing of the batch: the device sends it
/// again. An operation that came before gives the answer it got then.
Result<OperationsOutcome> applyOperations(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                                          std::span<const protocol::DecodedOperation> operations, Instant now);

} // namespace encours::central
