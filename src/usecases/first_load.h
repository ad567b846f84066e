// SPDX-License-Identifier: Apache-2.0
// Device: what a first loading has brought so far.
#pragma once

#include "store/loaded.h"
#include "usecases/field.h"

namespace encours::usecases {

using LoadedParts = store::LoadedParts;

inline Result<LoadedParts> countLoaded(Field& field)
{
    return store::countLoaded(field.store, field.tenant);
}

} // namespace encours::usecases
