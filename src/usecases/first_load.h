// SPDX-License-Identifier: Apache-2.0
// Device: what a first loading has brought so far.
#pragma once

#include "store/clients.h"
#include "store/loaded.h"
#include "store/standing.h"
#include "usecases/field.h"

namespace encours::usecases {

using LoadedParts = store::LoadedParts;

struct FirstLoad {
    LoadedParts parts;
    std::int64_t clients = 0;
    std::int64_t clientsTotal = 0; ///< that the centre announced; 0: not yet
};

inline Result<LoadedParts> countLoaded(Field& field)
{
    return store::countLoaded(field.store, field.tenant);
}

inline Result<FirstLoad> firstLoad(Field& field)
{
    FirstLoad load;
    ENCOURS_TRY(load.parts, countLoaded(field));
    ENCOURS_TRY(load.clients, store::countClients(field.store, field.tenant));
    ENCOURS_TRY(const store::Standing standing, store::loadStanding(field.store, field.tenant));
    load.clientsTotal = standing.clientsTotal;
    return load;
}

} // namespace encours::usecases
