// SPDX-License-Identifier: Apache-2.0
// Centre: what every verb of the office needs.
#pragma once

#include "base/instant.h"
#include "domain/agreements/promise.h"
#include "store/connection.h"

namespace encours::usecases {

/// Borrowed, for the time of a call; used from the thread that owns the connection. A verb that writes begins, seals
/// and commits one transaction of its own: the caller holds none.
struct Office {
    store::Connection& store;
    const Clock& clock;
    store::Tenant tenant{};
    std::string actor = "office"; ///< for the commit log
};

} // namespace encours::usecases
