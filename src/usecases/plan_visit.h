// SPDX-License-Identifier: Apache-2.0
// Device: a visit to come, and what becomes of it.
#pragma once

#include "domain/agreements/visit.h"
#include "usecases/record_note.h"

#include <span>

namespace encours::usecases {

struct VisitRequest {
    ClientId client;
    Day on;              ///< today or later, within two years
    std::string purpose; ///< at most kMaximumPurposeCharacters
    Uuid moves;          ///< a visit of this client planned before; none = a new one
};

/// InvalidArgument "visit.day", "visit.purpose"; NotFound "client.unknown", "visit.unknown"; Refused "visit.over" when it
/// took place or was cancelled. Nothing is written then, here and below.
Result<Visit> planVisit(Field& field, const VisitRequest& request);
/// The note (of kind Visit) and the report are one transaction. As recordNote fails, too.
Result<Note> reportVisit(Field& field, const Uuid& visit, NoteRequest request);
Result<void> cancelVisit(Field& field, ClientId client, const Uuid& visit, std::string_view reason);
/// Of those of one client, by day: the late one, else the next to come.
std::optional<Visit> nextVisit(std::span<const Visit> visits);
/// Those of one client, or of all, that are still to come or late; by day.
Result<std::vector<Visit>> listVisits(Field& field);

} // namespace encours::usecases
