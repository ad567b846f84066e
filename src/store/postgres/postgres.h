// SPDX-License-Identifier: Apache-2.0
// Opens a company's tables in a PostgreSQL database (15 or newer; tested on 17), by its URL. Nothing lasts in a session
// beyond a transaction, so a pooler that lends sessions for one transaction each (pgbouncer) may stand in between.
#pragma once

#include "store/connection.h"

#include <chrono>

namespace encours::store {

struct PostgresOptions {
    Tenant tenant{}; ///< the only company whose rows this connection sees (row level security)
    std::chrono::milliseconds lockTimeout{5000};       ///< a writer waits that long for its turn, then "store.busy"
    std::chrono::milliseconds statementTimeout{60000}; ///< then "store.busy" too
    std::chrono::milliseconds idleTimeout{60000};      ///< of a transaction between two statements, then it is lost
};

/// `url`: postgresql://USER@HOST:PORT/DATABASE?…, or what else libpq takes. It is never quoted in an error. A connection
/// that was lost is made again at the next statement outside a transaction.
///
/// Unavailable "store.gone": no answer (also in the middle: what was not committed is not saved). "store.busy": another
/// writer, too long. "store.conflict": two writers met, nothing of this one was saved. "store.unknown": the answer to a
/// COMMIT was lost; it may stand. The three others can be retried, this one where repeating does no harm (store/retry.h).
/// Denied "store.access": wrong user, password or rights. Denied "store.role": a role to which the walls between
/// companies do not apply. Denied "store.plaintext": not encrypted on the network. Refused "store.duplicate",
/// "store.text" (a text with NUL, or not UTF-8). Refused "store.url". Unavailable "store.version": older than 15, or not
/// in UTF-8. Full "store.full", Corrupt "store.corrupt", Unavailable "store.io".
Result<std::unique_ptr<Connection>> openPostgres(const std::string& url, const PostgresOptions& options = {});

/// Host, port and database of the URL, for people; what else it says may be secret.
std::string placeOf(const std::string& url);

} // namespace encours::store
