// SPDX-License-Identifier: Apache-2.0
// Group accounts (centre): under which client another one's balance and risk are shown. One level: a parent has no parent.
#pragma once

#include "store/connection.h"

#include <unordered_map>

namespace encours::store {

/// None = the client stands by itself.
Result<void> saveParent(Connection& connection, Tenant tenant, ClientId client, ClientId parent);
/// Whether the client has a parent or is one.
Result<bool> isInGroup(Connection& connection, Tenant tenant, ClientId client);
/// Of the clients that have one.
Result<std::unordered_map<ClientId, ClientId>> clientParents(Connection& connection, Tenant tenant);

} // namespace encours::store
