// SPDX-License-Identifier: Apache-2.0
// Device: what was noted here, in the order of sending: what waits, what a person should look at, and the log of what the
// centre took, for as long as it is kept.
#pragma once

#include "domain/agreements/operation.h"
#include "usecases/field.h"
#include "usecases/tick.h"

namespace encours::usecases {

struct OutboxLine {
    OutboxEntry entry;
    Tick tick = Tick::Recorded;
    std::string clientKey; ///< empty when the client has left the portfolio, as its name
    std::string clientName;
    bool toLookAt() const { return waitsForAPerson(tick); }
};

Result<std::vector<OutboxLine>> listOutbox(Field& field);

} // namespace encours::usecases
