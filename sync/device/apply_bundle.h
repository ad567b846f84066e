// SPDX-License-Identifier: Apache-2.0
// Writes one bundle into the replica. Inside the caller's transaction.
#pragma once

#include "store/connection.h"
#include "sync/protocol/message.h"

namespace encours::device {

/// Operations that end a note or promise and wait for the centre: applied again on top of what the centre sends.
std::vector<Operation> pendingEndings(std::vector<Operation> waiting);

/// An older bundle than the one already applied to the client is skipped (sync.md §2.4). Corrupt "sync.bundle" when
/// rows come for a client that neither the bundle nor the replica has.
Result<void> applyBundle(store::Connection& connection, store::Tenant tenant, const protocol::Bundle& bundle,
                         std::span<const Operation> endings);

} // namespace encours::device
