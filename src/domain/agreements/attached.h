// SPDX-License-Identifier: Apache-2.0
// Which files belong to what somebody said.
#pragma once

#include "domain/agreements/event.h"

namespace encours {

/// Each once, in the order they were attached. `events`: of any objects, in the centre's order.
std::vector<Sha256> attachedTo(std::span<const Event> events, const Uuid& object);

} // namespace encours
