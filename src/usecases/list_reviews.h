// SPDX-License-Identifier: Apache-2.0
// Centre: what was kept for the office to look at: said of a client by somebody who no longer has it, by a newer version, or
// in the place of what was not theirs to replace.
#pragma once

#include "domain/agreements/event.h"
#include "domain/agreements/note.h"
#include "domain/agreements/promise.h"
#include "usecases/office.h"

namespace encours::usecases {

struct Review {
    OperationId id;
    std::string reason; ///< outcome.h has its sentence
    Instant receivedAt;
    std::string client; ///< key; empty for a client that is gone
    std::string clientName;
    std::string author; ///< the person of the device
    std::string salesperson;
    // What was said; none of them when it only ended or retracted something.
    std::optional<Note> note;
    std::optional<Promise> promise;
    std::optional<Event> event;
};

/// As they were received. `clientKey` empty = all; NotFound "client.unknown".
Result<std::vector<Review>> listReviews(Office& office, const std::string& clientKey = {});

} // namespace encours::usecases
