// SPDX-License-Identifier: Apache-2.0
// The ids of items and receipts that vanished from the ledger, by what identifies them (rules.md, FEC): one that comes
// back with a newer export, or because an import is undone, is the same object again, to which promises and devices
// point.
#pragma once

#include "store/feed.h"

#include <string>

namespace encours::store {

struct LedgerIdentity {
    Entity entity = Entity::Item; ///< Item or Receipt
    std::string account;
    std::string number;
    Day day; ///< of the piece (item), of the entry (receipt)
    int rank = 0;
    friend auto operator<=>(const LedgerIdentity&, const LedgerIdentity&) = default;
};

Result<void> retireId(Connection& connection, Tenant tenant, ClientId client, const LedgerIdentity& identity,
                      std::int64_t id);
/// The id the object had, which is no longer retired; 0 when it never existed.
Result<std::int64_t> takeRetiredId(Connection& connection, Tenant tenant, ClientId client,
                                   const LedgerIdentity& identity);

} // namespace encours::store
