// SPDX-License-Identifier: Apache-2.0
// What only a device does to its copy of the ledger. Rows the centre gave have server_seq > 0; a fact made here and not
// yet echoed has server_seq = 0, lives in the same tables and keeps its UUID: the echo replaces it in place. Each
// function runs inside the caller's transaction.
#pragma once

#include "store/connection.h"

namespace encours::store {

/// Everything the centre gave about one client, the client itself left out: a complete bundle follows. Facts not yet
/// echoed stay.
Result<void> clearEchoed(Connection& connection, Tenant tenant, ClientId client);
/// Everything the centre gave goes, and the cursor with it: the first sync starts again, for a Reset or under another
/// device id. What was noted here stays visible, and all the outbox still holds goes up again: the centre may have been
/// restored to a day before its answers (sync.md §2.3).
Result<void> startAgain(Connection& connection, Tenant tenant);
/// `seq` is the newest commit applied to the client. False when the client is not there.
Result<bool> stampClient(Connection& connection, Tenant tenant, ClientId client, std::int64_t seq);

/// Removes a note or promise made here that the centre refused, with what was said of it here; never what the centre gave.
Result<void> dropUnechoed(Connection& connection, Tenant tenant, ClientId client, const Uuid& object);
/// The feed has been read to commit `coveredSeq`, its end: what was acknowledged up to it and did not come back is not
/// (any more) in the ledger. Before dropEchoed, which acknowledges them: those of before are not looked at again.
Result<void> dropUnechoedThrough(Connection& connection, Tenant tenant, std::int64_t coveredSeq);

/// Operations acknowledged at a commit the cursor has not reached go up again: were the centre restored to before that
/// commit, the cursor would not tell.
Result<void> requeueBeyond(Connection& connection, Tenant tenant, std::int64_t cursorSeq);

// A retraction or a withdrawal changes a row that is already there. While the operation waits, what the centre says
// about the row is applied below it; `moot` notes that the centre itself holds the row as ended.
Result<void> setPendingMoot(Connection& connection, Tenant tenant, OperationId operation, bool moot);
Result<bool> isPendingMoot(Connection& connection, Tenant tenant, OperationId operation);
/// Takes back a refused retraction or withdrawal: the row stands again.
Result<void> restoreEnded(Connection& connection, Tenant tenant, ClientId client, const Uuid& object);

} // namespace encours::store
