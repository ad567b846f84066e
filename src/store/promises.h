// SPDX-License-Identifier: Apache-2.0
// Promises, their items and endings. The state is never stored (rules.md): it is computed from the facts below.
// A row holds the promise as it was made. What was said of it since is in its events, and is read into it here: only the
// feed and an import look at the row itself ("AsMade").
#pragma once

#include "domain/agreements/promise.h"
#include "store/connection.h"
#include "store/of_client.h"

#include <vector>

namespace encours::store {

struct PromiseRow {
    Promise promise;
    std::int64_t rowId = 0; ///< what the feed names
};
/// None of which is there.
Result<void> insertPromises(Connection& connection, Tenant tenant, std::span<const PromiseRow> rows);
/// Writes the promise and replaces its items. `rowId`: as for notes.
Result<void> upsertPromise(Connection& connection, Tenant tenant, const Promise& promise, std::int64_t rowId);
/// Sets the ending if there is none yet. False when there is no such promise or it is already ended.
Result<bool> endPromise(Connection& connection, Tenant tenant, ClientId client, PromiseId promise, PromiseEnding ending,
                        Day day);
Result<std::optional<Promise>> findPromise(Connection& connection, Tenant tenant, ClientId client, PromiseId promise);
Result<std::optional<Promise>> findPromiseAsMade(Connection& connection, Tenant tenant, ClientId client,
                                                 PromiseId promise);
/// Which of them are there, in any order.
Result<std::vector<OfClient<PromiseId>>> knownPromises(Connection& connection, Tenant tenant,
                                                       std::span<const OfClient<PromiseId>> ids);
Result<std::int64_t> promiseRowId(Connection& connection, Tenant tenant, ClientId client, PromiseId promise);
Result<std::vector<Promise>> promisesOf(Connection& connection, Tenant tenant,
                                        ClientId client); ///< by promised day, then id
Result<std::vector<Promise>> promisesAsMade(Connection& connection, Tenant tenant, ClientId client);
/// The whole company or one portfolio, by client, then as promisesAsMade. `saidBy`: without what was said after that day.
Result<std::vector<Promise>> listPromises(Connection& connection, Tenant tenant,
                                          std::optional<UserId> portfolio = std::nullopt,
                                          std::optional<Day> saidBy = std::nullopt);

} // namespace encours::store
