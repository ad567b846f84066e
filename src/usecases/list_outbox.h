// SPDX-License-Identifier: Apache-2.0
// Device: what was noted here and still waits, and what a person should look at, in the order of sending.
#pragma once

#include "domain/agreements/operation.h"
#include "usecases/field.h"

namespace encours::usecases {

struct OutboxLine {
    OutboxEntry entry;
    std::string clientName; ///< empty when the client has left the portfolio
    /// Refused, in conflict or to review: it does not go out again by itself.
    bool toLookAt = false;
};

/// Without those the centre has taken as they are.
Result<std::vector<OutboxLine>> listOutbox(Field& field);

} // namespace encours::usecases
