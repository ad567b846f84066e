// SPDX-License-Identifier: Apache-2.0
#include "store/receipts.h"

#include "store/receipt_row.h"

namespace encours::store {

namespace {

Result<void> deleteAllocations(Connection& connection, Tenant tenant, ClientId client, ReceiptId receipt)
{
    return connection.execute("DELETE FROM allocation WHERE tenant = ? AND client_id = ? AND receipt_id = ?", tenant,
                              client, receipt);
}

} // namespace

Result<void> upsertReceipt(Connection& connection, Tenant tenant, const Receipt& receipt,
                           std::span<const Allocation> allocations, Allocated before)
{
    ENCOURS_CHECK(connection.execute(R"sql(
        INSERT INTO receipt (tenant, client_id, id, account, number, label, day, rank, kind, amount, unallocated,
            currency)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, id) DO UPDATE
            SET account = excluded.account, number = excluded.number, label = excluded.label, day = excluded.day,
                rank = excluded.rank, kind = excluded.kind, amount = excluded.amount,
                unallocated = excluded.unallocated, currency = excluded.currency)sql",
                                     tenant, receipt.client, receipt.id, receipt.account, receipt.number, receipt.label,
                                     receipt.day, receipt.rank, receipt.kind, receipt.amount.minor(),
                                     receipt.unallocated.minor(), receipt.amount.currency().code()));
    if (before == Allocated::Maybe)
        ENCOURS_CHECK(deleteAllocations(connection, tenant, receipt.client, receipt.id));
    if (allocations.empty())
        return {};
    // Two parts of one receipt on one item are one allocation.
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        INSERT INTO allocation (tenant, client_id, receipt_id, item_id, amount)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, receipt_id, item_id) DO UPDATE
            SET amount = allocation.amount + excluded.amount)sql"));
    for (const auto& allocation : allocations) {
        if (allocation.receipt != receipt.id)
            return failure(ErrorKind::Internal, "store.allocation",
                           "An allocation names another receipt than the one it is written with; nothing was saved.");
        ENCOURS_CHECK(
            statement.runWith(tenant, receipt.client, receipt.id, allocation.item, allocation.amount.minor()));
    }
    return {};
}

Result<void> deleteReceipt(Connection& connection, Tenant tenant, ClientId client, ReceiptId receipt)
{
    ENCOURS_CHECK(deleteAllocations(connection, tenant, client, receipt));
    return connection.execute("DELETE FROM receipt WHERE tenant = ? AND client_id = ? AND id = ?", tenant, client,
                              receipt);
}

Result<std::vector<Receipt>> receiptsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " RECEIPT_COLUMNS
                                                   " FROM receipt WHERE tenant = ? AND client_id = ? ORDER BY id"));
    return collect(statement.bind(tenant, client), readReceipt);
}

Result<std::vector<Allocation>> allocationsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare(ALLOCATION_SELECT
                                   " WHERE a.tenant = ? AND a.client_id = ? ORDER BY a.receipt_id, a.item_id"));
    return collect(statement.bind(tenant, client), readAllocation);
}

} // namespace encours::store
