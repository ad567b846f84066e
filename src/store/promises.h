// SPDX-License-Identifier: Apache-2.0
// Promises, their items and endings. The state is never stored (rules.md): it is computed from the facts below.
#pragma once

#include "domain/agreements/promise.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// Writes the promise and replaces its items. `rowId`: as for notes.
Result<void> upsertPromise(Connection& connection, Tenant tenant, const Promise& promise, std::int64_t rowId);
/// Sets the ending if there is none yet. False when there is no such promise or it is already ended.
Result<bool> endPromise(Connection& connection, Tenant tenant, ClientId client, PromiseId promise, PromiseEnding ending,
                        Day day);
Result<std::optional<Promise>> findPromise(Connection& connection, Tenant tenant, ClientId client, PromiseId promise);

struct PromiseRow {
    Promise promise;
    std::int64_t rowId = 0;
};
Result<std::optional<PromiseRow>> findPromiseRow(Connection& connection, Tenant tenant, ClientId client,
                                                 std::int64_t rowId);
Result<std::int64_t> promiseRowId(Connection& connection, Tenant tenant, ClientId client, PromiseId promise);
Result<std::vector<Promise>> promisesOf(Connection& connection, Tenant tenant,
                                        ClientId client); ///< by promised day, then id
/// The whole company or one portfolio, by client, then as promisesOf.
Result<std::vector<Promise>> listPromises(Connection& connection, Tenant tenant,
                                          std::optional<UserId> portfolio = std::nullopt);

} // namespace encours::store
