// SPDX-License-Identifier: Apache-2.0
// Centre: whom to see first, and why.
#pragma once

#include "domain/insight/assign_profile.h"
#include "domain/insight/priority.h"
#include "usecases/insight_request.h"

namespace encours::usecases {

struct ClientPriority {
    AccountName of;
    Priority priority;
    ProfileAssignment profile;
    AgedBalance aged;
};

/// Clients with at least one term; by priority (comesBefore). NotFound "client.unknown".
Result<std::vector<ClientPriority>> listPriorities(Office& office, const InsightRequest& request);

} // namespace encours::usecases
