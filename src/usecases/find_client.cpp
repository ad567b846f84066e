// SPDX-License-Identifier: Apache-2.0
#include "usecases/find_client.h"

#include "store/clients.h"

namespace encours::usecases {

Result<Client> clientOfKey(Office& office, const std::string& key)
{
    ENCOURS_TRY(auto client, store::findClientByKey(office.store, office.tenant, key));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "No client has the key '" + key + "'; nothing was changed. 'balances' lists the keys.");
    return std::move(*client);
}

} // namespace encours::usecases
