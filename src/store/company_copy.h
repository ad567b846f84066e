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

/// A restored centre is another one to its devices: by a new nonce they notice at their next contact, start again, and
/// send what it lacks (sync.md §2.3).
enum class FeedNonce { Kept, Renewed };

/// Writes the rows of the company into tables that hold none of it, in one transaction; gives the digest of what was
/// read, after having read again what was written. Reads within the caller's transaction, or a Snapshot of its own.
/// Corrupt "copy.differs", "feed.chain": nothing was kept. Refused "data.exists".
Result<CompanyDigest> copyCompany(Connection& from, Connection& to, Tenant tenant, FeedNonce nonce);

} // namespace encours::store
