// SPDX-License-Identifier: Apache-2.0
// The states of operations as the partial indexes of the outbox know them: in these words, or they are not used.
#pragma once

#include "domain/agreements/operation.h"

#define WITHOUT_ANSWER "state < 2"
#define ANSWERED "state >= 2"

namespace encours::store {

static_assert(static_cast<int>(OutboxState::Queued) < 2 && static_cast<int>(OutboxState::Sent) < 2);
static_assert(static_cast<int>(OutboxState::Acknowledged) >= 2 && static_cast<int>(OutboxState::Refused) >= 2 &&
              static_cast<int>(OutboxState::LaidAside) >= 2);

} // namespace encours::store
