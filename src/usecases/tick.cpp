// SPDX-License-Identifier: Apache-2.0
#include "usecases/tick.h"

namespace encours::usecases {

Tick tickOf(const OutboxEntry& entry, std::int64_t seenSeq)
{
    switch (entry.state) {
    case OutboxState::Queued:
    case OutboxState::Sent: return Tick::Recorded;
    case OutboxState::Refused: return Tick::Refused;
    case OutboxState::LaidAside: return Tick::LaidAside;
    case OutboxState::Acknowledged: break;
    }
    if (entry.status == OperationStatus::Applied || entry.status == OperationStatus::Duplicate)
        return entry.effectSeq > seenSeq ? Tick::Received : Tick::InFile;
    return Tick::ToDecide;
}

} // namespace encours::usecases
