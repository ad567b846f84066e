// SPDX-License-Identifier: Apache-2.0
// Device, inside the verbs that judge: the accounts of clients as the rules of insight read them, on a day. The same rules
// as at the centre (client_accounts.h), on what a device holds: what is watched and what the office decided is not there.
#pragma once

#include "domain/agreements/client_account.h"
#include "domain/agreements/promise_history.h"
#include "usecases/field.h"

#include <functional>

namespace encours::usecases {

/// An account with what was said in it. Borrowed.
struct FieldAccount {
    const ClientAccount& account;
    std::span<const PromiseHistory> promises; ///< in the order of account.promises
    std::span<const Event> events;            ///< of any objects, in the centre's order
};

/// Calls `visit` for each of `clients`, in their order and in their own currency; what it is given lives for that call
/// only. Within the caller's Snapshot. A few reads a client: give those there is something to say of. `asOf` none =
/// today; InvalidArgument "day.future".
Result<void> visitFieldAccounts(Field& field, std::span<const Client> clients, Day coveredThrough,
                                const std::function<Result<void>(const FieldAccount&)>& visit,
                                std::optional<Day> asOf = {});

} // namespace encours::usecases
