// SPDX-License-Identifier: Apache-2.0
// What is being written about a client on this device and has not been noted yet; it is never sent. What the content says is
// its writer's.
#pragma once

#include "base/ids.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

/// On disks; never renumbered.
enum class DraftKind { Note = 1, Promise = 2, Call = 3 };
inline constexpr std::size_t kMaximumDraftBytes = 64 * 1024;

/// In place of the one that is there; of a client that has left the device, nothing is kept. Refused "draft.size" beyond
/// kMaximumDraftBytes.
Result<void> keepDraft(Connection& connection, Tenant tenant, ClientId client, DraftKind kind, Blob content,
                       Instant at);
Result<std::optional<std::vector<std::uint8_t>>> findDraft(Connection& connection, Tenant tenant, ClientId client,
                                                           DraftKind kind);
Result<void> dropDraft(Connection& connection, Tenant tenant, ClientId client, DraftKind kind);

} // namespace encours::store
