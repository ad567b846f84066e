// SPDX-License-Identifier: Apache-2.0
// What a device does so that of a client that left its portfolio nothing is left in any of its files (sync.md I-9).
// Deleted cells are overwritten with zeros, but copies of cells that moved to another page are not, and the write-ahead log
// holds pages of before: the database is written anew, and the log emptied.
#pragma once

#include "store/connection.h"

namespace encours::store {

/// Inside the caller's transaction. Everything of the client, and of the outbox what the centre applied: leaving wins over
/// the thirty days. What has no answer yet, or waits in its author's tray, stays.
Result<void> removeDeparted(Connection& connection, Tenant tenant, ClientId client);
/// Inside the caller's transaction: something was deleted of which no trace may stay.
Result<void> noteTraces(Connection& connection, Tenant tenant);
/// Outside a transaction; nothing happens when no trace was noted. False when somebody still reads what was there: another
/// time will do.
Result<bool> removeTraces(Connection& connection, Tenant tenant);

} // namespace encours::store
