// SPDX-License-Identifier: Apache-2.0
// A visit to come: planned, moved, reported by the note that says what came of it, or cancelled.
#pragma once

#include "domain/agreements/event.h"

namespace encours {

enum class VisitState { Planned = 0, Reported, Cancelled };

struct Visit {
    Uuid id;
    ClientId client;
    Day on;
    std::string purpose;
    VisitState state = VisitState::Planned;
    /// People who did not know of each other moved it to different days: those that do not count for now.
    std::vector<Day> otherDays;
    NoteId report;      ///< when reported
    std::string reason; ///< when cancelled
    UserId author;      ///< who planned it first
    std::string authorName;
    std::vector<OperationId> heads;
    bool pending = false; ///< something of it has not been taken by the centre yet
};

/// By day, then id. A report stands above a cancellation: it took place. `events`: of one client, any objects, any order.
std::vector<Visit> visitsOf(std::span<const Event> events);

} // namespace encours
