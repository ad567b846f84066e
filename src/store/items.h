// SPDX-License-Identifier: Apache-2.0
// Items (instalments of invoices).
#pragma once

#include "domain/ledger/item.h"
#include "store/connection.h"
#include "store/of_client.h"

#include <vector>

namespace encours::store {

Result<void> upsertItem(Connection& connection, Tenant tenant, const Item& item);
/// NotFound never: deleting what is not there is done.
Result<void> deleteItem(Connection& connection, Tenant tenant, ClientId client, ItemId item);
Result<std::optional<Item>> findItem(Connection& connection, Tenant tenant, ClientId client, ItemId item);
/// Those of them that are there, in any order.
Result<std::vector<Item>> findItems(Connection& connection, Tenant tenant, std::span<const OfClient<ItemId>> ids);
/// Settled ones too, by id.
Result<std::vector<Item>> itemsOf(Connection& connection, Tenant tenant, ClientId client);
/// Residual not zero, oldest due first.
Result<std::vector<Item>> openItemsOf(Connection& connection, Tenant tenant, ClientId client);
/// Those with an item, settled or not, whose number contains `part`, whatever its case (A–Z).
Result<std::vector<ClientId>> clientsWithItemNumber(Connection& connection, Tenant tenant, std::string_view part);

} // namespace encours::store
