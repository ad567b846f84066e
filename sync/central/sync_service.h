// SPDX-License-Identifier: Apache-2.0
// One synchronisation: operations in, results and changes out (sync.md §2.2). No socket, no thread, no clock.
#pragma once

#include "sync/central/enrolment.h"
#include "sync/protocol/message.h"

namespace encours::central {

/// The compressed body of the answer. A cursor that is not of this feed gets a Reset and nothing else. Otherwise, in order:
/// the operations are taken, in a transaction of their own; then the changes after the cursor are read in one unchanging
/// view. An error after the first step is harmless: the device sends again and gets the same results. Denied
/// "device.mismatch" when the request names another device than the bearer's.
Result<protocol::Bytes> synchronise(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                                    const protocol::SyncRequest& request, Instant now);

} // namespace encours::central
