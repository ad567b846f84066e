// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_penalties.h"

#include "usecases/client_accounts.h"

#include <algorithm>

namespace encours::usecases {

Result<std::vector<ItemPenalty>> listPenalties(Office& office, const PenaltiesRequest& request)
{
    std::vector<ItemPenalty> list;
    ENCOURS_CHECK(visitAccounts(office, {.asOf = request.asOf, .clientKey = request.clientKey},
                                [&](const ClientAccount& account) -> Result<void> {
                                    std::ranges::move(
                                        penaltiesOf(account, request.terms, request.rates, request.settled),
                                        std::back_inserter(list));
                                    return {};
                                }));
    return list;
}

} // namespace encours::usecases
