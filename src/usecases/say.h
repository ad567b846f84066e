// SPDX-License-Identifier: Apache-2.0
// Device, inside other verbs: what a person says of something that is there, as an event and the operation that sends it.
#pragma once

#include "domain/agreements/event.h"
#include "store/device_state.h"
#include "usecases/field.h"

namespace encours::usecases {

inline Saying about(ClientId client, const Uuid& object, std::vector<OperationId> seen, EventContent content)
{
    Saying saying;
    saying.client = client;
    saying.object = object;
    saying.seen = std::move(seen);
    saying.content = std::move(content);
    return saying;
}

/// In the caller's transaction. Refused "operation.too_large", nothing is written then.
Result<Event> say(Field& field, const store::Enrolment& self, Saying saying);

} // namespace encours::usecases
