// SPDX-License-Identifier: Apache-2.0
// The author of a contested value gets the outcome: once somebody has decided, the operation leaves the tray.
#pragma once

#include "store/connection.h"

namespace encours::device {

/// In the caller's transaction, when the feed has been read to its end.
Result<void> settleContests(store::Connection& connection, store::Tenant tenant);

} // namespace encours::device
