// SPDX-License-Identifier: Apache-2.0
// Disputes as their events leave them. What is disputed stays so until somebody who has seen it closes it: a closing made
// without knowing of a later claim does not count (observed-remove, sync.md §2.6).
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/event.h"

namespace encours {

struct DisputeHistory {
    Dispute dispute;                  ///< its steps are those that count
    std::vector<OperationId> heads;   ///< what somebody who looks at it has seen
    std::vector<OperationId> unaware; ///< closings that do not count: their authors had not seen everything disputed
    bool pending = false;
};

/// Of disputes opened by an event and of `imported` ones, by id. `events`: of one client, in any order.
std::vector<DisputeHistory> disputeHistories(std::span<const Event> events, std::span<const Dispute> imported = {});
/// The disputes alone.
std::vector<Dispute> disputesFrom(std::span<const Event> events, std::vector<Dispute> imported);

} // namespace encours
