// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ledger/client.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

Result<void> upsertContact(Connection& connection, Tenant tenant, const Contact& contact);
Result<void> deleteContact(Connection& connection, Tenant tenant, ClientId client, ContactId contact);
Result<std::optional<Contact>> findContact(Connection& connection, Tenant tenant, ClientId client, ContactId contact);
Result<std::vector<Contact>> contactsOf(Connection& connection, Tenant tenant, ClientId client); ///< by id

} // namespace encours::store
