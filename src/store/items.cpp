// SPDX-License-Identifier: Apache-2.0
#include "store/items.h"

#include "store/item_row.h"
#include "store/many.h"

namespace encours::store {

Result<void> upsertItem(Connection& connection, Tenant tenant, const Item& item)
{
    return connection.execute(R"sql(
        INSERT INTO item (tenant, client_id, id, account, number, piece_day, rank, kind, due_day, due_source, amount,
            residual, currency, day)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, id) DO UPDATE
            SET account = excluded.account, number = excluded.number, piece_day = excluded.piece_day,
                rank = excluded.rank, kind = excluded.kind, due_day = excluded.due_day,
                due_source = excluded.due_source, amount = excluded.amount, residual = excluded.residual,
                currency = excluded.currency, day = excluded.day)sql",
                              tenant, item.client, item.id, item.account, item.number, item.pieceDay, item.rank,
                              item.kind, item.due, item.dueSource, item.amount.minor(), item.residual.minor(),
                              item.amount.currency().code(), item.day);
}

Result<void> deleteItem(Connection& connection, Tenant tenant, ClientId client, ItemId item)
{
    return connection.execute("DELETE FROM item WHERE tenant = ? AND client_id = ? AND id = ?", tenant, client, item);
}

Result<std::optional<Item>> findItem(Connection& connection, Tenant tenant, ClientId client, ItemId item)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " ITEM_COLUMNS " FROM item WHERE tenant = ? AND client_id = ? AND id = ?"));
    return first(statement.bind(tenant, client, item), readItem);
}

Result<std::vector<Item>> findItems(Connection& connection, Tenant tenant, std::span<const OfClient<ItemId>> ids)
{
    return collectMany(
        connection, "SELECT " ITEM_COLUMNS " FROM item WHERE tenant = ? AND (client_id, id) IN (VALUES " MANY_PAIRS ")",
        tenant, ids, readItem);
}

Result<std::vector<Item>> itemsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " ITEM_COLUMNS " FROM item WHERE tenant = ? AND client_id = ? ORDER BY id"));
    return collect(statement.bind(tenant, client), readItem);
}

Result<std::vector<Item>> openItemsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare("SELECT " ITEM_COLUMNS
                           " FROM item WHERE tenant = ? AND client_id = ? AND residual <> 0 ORDER BY due_day, id"));
    return collect(statement.bind(tenant, client), readItem);
}

Result<std::vector<ClientId>> clientsWithItemNumber(Connection& connection, Tenant tenant, std::string_view part)
{
    // LIKE tells cases apart on one engine and not on the other: both sides are in capitals.
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    pattern += '%';
    ENCOURS_TRY(auto statement, connection.prepare("SELECT DISTINCT client_id FROM item WHERE tenant = ? AND "
                                                   "upper(number) LIKE ? ESCAPE '\\' ORDER BY client_id"));
    return collect(statement.bind(tenant, pattern),
                   [](const Statement& row) -> ClientId { return ClientId{row.integer(0)}; });
}

} // namespace encours::store
