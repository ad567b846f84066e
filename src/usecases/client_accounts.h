// SPDX-License-Identifier: Apache-2.0
// Centre: the accounts of the company as the rules read them, as of any day, one after the other in the order of clients.
#pragma once

#include "domain/agreements/client_account.h"
#include "store/company.h"
#include "usecases/office.h"

#include <functional>

namespace encours::usecases {

struct AccountsRequest {
    Day asOf;
    std::string clientKey;       ///< empty = every client
    PromiseRules promiseRules{};
};

/// Calls `visit` for each client and currency, in one read transaction; what it is given lives for that call only. A client
/// without any fact is visited once, in the company's currency. An error of `visit` stops the visit and is returned.
/// NotFound "client.unknown".
Result<void> visitAccounts(Office& office, const AccountsRequest& request,
                           const std::function<Result<void>(const ClientAccount&)>& visit);

} // namespace encours::usecases
