// SPDX-License-Identifier: Apache-2.0
// Events: what people said of notes, promises, plans… after they were made. Rows are only ever added; on a device, the
// echo of the centre replaces the row that was written there, under the same id. What an event of a newer version says is
// kept as bytes.
#pragma once

#include "domain/agreements/event.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// Writes its kind and bytes from its content. Refused "protocol.KIND.FIELD" when nobody would read them: what the centre
/// would refuse must not be noted.
Result<Saying> withBytes(Saying saying);
Result<void> upsertEvent(Connection& connection, Tenant tenant, const Event& event);
Result<std::optional<Event>> findEvent(Connection& connection, Tenant tenant, ClientId client, OperationId event);
/// In the centre's order; those not yet taken last, as they were said. `object` none = of the whole client.
Result<std::vector<Event>> eventsOf(Connection& connection, Tenant tenant, ClientId client, const Uuid& object = {});
/// The whole company or device, by client, then as eventsOf.
Result<std::vector<Event>> listEvents(Connection& connection, Tenant tenant);

// Of a device, as for notes and promises (replica.h).
Result<void> dropUnechoedEvent(Connection& connection, Tenant tenant, ClientId client, OperationId event);
Result<void> markEventUnechoed(Connection& connection, Tenant tenant, ClientId client, OperationId event);

} // namespace encours::store
