// SPDX-License-Identifier: Apache-2.0
// A device whose file is damaged (security.md R-05): what was made on it and the centre may not have is taken over into a new
// file as far as it can be read; what the centre gave comes from the centre again.
#pragma once

#include "store/connection.h"

namespace encours::store {

/// Every page of a SQLCipher file is under its seal, and the database in them is sound. Reads the whole file.
Result<bool> isSound(Connection& connection);

struct Salvaged {
    bool identity = false;       ///< who this device is; else it must enrol again, and keeps what follows
    std::int64_t operations = 0; ///< of the outbox
    std::int64_t documents = 0;
};
/// Into an empty, migrated database of a device, in one transaction. What cannot be read is left out: the rows around it are
/// not. Nothing of the ledger is taken over: the first synchronisation starts again, and the outbox goes up again. The
/// error is the new database's.
Result<Salvaged> salvage(Connection& damaged, Connection& fresh, Tenant tenant);

} // namespace encours::store
