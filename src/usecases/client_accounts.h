// SPDX-License-Identifier: Apache-2.0
// Centre: the accounts of the company as the rules read them, as of any day, one after the other in the order of
// clients.
#pragma once

#include "domain/agreements/client_account.h"
#include "store/company.h"
#include "usecases/office.h"

#include <functional>

namespace encours::usecases {

struct AccountsRequest {
    Day asOf;
    std::string clientKey{}; ///< empty = every client
    PromiseRules promiseRules{};
};

/// Calls `visit` for each client, by id, and for each of its currencies (its own first, then by code), in one read
/// transaction; what it is given lives for that call only. A client without any amount is visited once, in its own
/// currency. Notes and watched facts without an amount are told with each currency. An error of `visit` stops the visit
/// and is returned.
/// - The lines of the clients that have some after `asOf` are matched again as they stood on that day. Items and
///   receipts keep their ids; one that is no more today has a negative id, good for that visit only.
/// - What people recorded after `asOf` is left out, endings of promises too; when a note was taken back is not known,
///   so a note taken back since is left out. NotFound "client.unknown".
Result<void> visitAccounts(Office& office, const AccountsRequest& request,
                           const std::function<Result<void>(const ClientAccount&)>& visit);

} // namespace encours::usecases
