// SPDX-License-Identifier: Apache-2.0
#include "store/client_facts.h"

#include "domain/ledger/leave_out_later.h"
#include "store/items.h"
#include "store/receipts.h"

namespace encours::store {

Result<StoredFacts> loadFacts(Connection& connection, Tenant tenant, ClientId client, Day asOf)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    StoredFacts facts;
    ENCOURS_TRY(facts.items, itemsOf(connection, tenant, client));
    ENCOURS_TRY(facts.receipts, receiptsOf(connection, tenant, client));
    ENCOURS_TRY(facts.allocations, allocationsOf(connection, tenant, client));
    leaveOutLater(facts.items, facts.receipts, facts.allocations, asOf);
    return facts;
}

} // namespace encours::store
