// SPDX-License-Identifier: Apache-2.0
// A whole company, from one database to another: moved to another engine, backed up, restored (centre).
#pragma once

#include "store/connection.h"

#include <array>

namespace encours::store {

/// All that is stored of a company, row by row, whatever the engine: equal when every value of every table is.
struct CompanyDigest {
    std::array<std::uint8_t, 32> hash{};
    std::int64_t rows = 0;
    friend bool operator==(const CompanyDigest&, const CompanyDigest&) = default;
};

/// Within the caller's transaction, or a Snapshot of its own.
Result<CompanyDigest> companyDigest(Connection& connection, Tenant tenant);

/// A company restored from a backup is another one to its devices (sync.md §2.3). By a new nonce they notice at their next
/// contact, start again, and send what it lacks. And the ids it gave after the backup, which it does not know and they
/// still name, are never given to something else: ids go on from the microsecond `now`. Within the caller's transaction.
/// Unavailable "restore.clock": the clock stands before the company's last commit.
Result<void> beginNewLife(Connection& connection, Tenant tenant, Instant now);

/// Writes the rows of the company into tables that hold none of it, in one transaction; gives the digest of what was
/// read, after having read again what was written. Reads within the caller's transaction, or a Snapshot of its own.
/// `restoredAt`: a new life begins there, in the same transaction. Corrupt "copy.differs", "feed.chain": nothing was
/// kept. Refused "data.exists".
Result<CompanyDigest> copyCompany(Connection& from, Connection& to, Tenant tenant,
                                  std::optional<Instant> restoredAt = {});

} // namespace encours::store
