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

Result<std::int64_t> sizeOfFacts(Connection& connection, Tenant tenant, ClientId client)
{
    // 64: about what a row takes beside its texts.
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT (SELECT coalesce(sum(64 + length(account) + length(number)), 0) FROM item
                    WHERE tenant = ? AND client_id = ?)
             + (SELECT coalesce(sum(64 + length(account) + length(number) + length(label)), 0) FROM receipt
                    WHERE tenant = ? AND client_id = ?)
             + (SELECT coalesce(sum(64 + length(text)), 0) FROM note WHERE tenant = ? AND client_id = ?)
             + (SELECT coalesce(sum(64 + length(seen) + length(content)), 0) FROM event
                    WHERE tenant = ? AND client_id = ?))sql"));
    ENCOURS_TRY([[maybe_unused]] const bool row,
                statement.bind(tenant, client, tenant, client, tenant, client, tenant, client).step());
    return statement.integer(0);
}

} // namespace encours::store
