// SPDX-License-Identifier: Apache-2.0
// What the events of a dispute say by a day, whatever the ledger says.
#pragma once

#include "domain/agreements/dispute.h"

namespace encours {

struct DisputeCourse {
    DisputeState state = DisputeState::New;
    Money claimed;
    Money conceded;
    std::optional<Day> closedOn;
    std::vector<IgnoredEvent> ignored;

    bool isResolved() const { return state == DisputeState::ResolvedInFull || state == DisputeState::ResolvedInPart; }
};

/// Events count in the order of their days, those of one day in that of the list.
DisputeCourse disputeCourse(const Dispute& dispute, Day day);

} // namespace encours
