// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"

namespace encours::store {

/// An object of a client, as the tables name it.
template<class Id>
struct OfClient {
    ClientId client;
    Id id;
    friend auto operator<=>(const OfClient&, const OfClient&) = default;
};

} // namespace encours::store
