// SPDX-License-Identifier: Apache-2.0
// How far an operation has come, as its author reads it (ux.md A2): recorded here, received, in the file, to be decided.
// Pure: the one place where the state of the outbox becomes a tick.
#pragma once

#include "domain/agreements/operation.h"

namespace encours::usecases {

enum class Tick {
    Recorded,  ///< on this device; sent or not, without an answer
    Received,  ///< the centre has it, this device has not read it back yet
    InFile,    ///< read back from the centre: everybody who has the client sees it
    ToDecide,  ///< the centre has it, and a person has to look
    Refused,   ///< it waits for its author
    LaidAside, ///< refused, and its author has said it otherwise or wants it no more
};

/// `seenSeq`: how far this device has read the feed.
Tick tickOf(const OutboxEntry& entry, std::int64_t seenSeq);
/// Refused, in conflict or to review: it does not go out again by itself, and waits for a person in the tray.
constexpr bool waitsForAPerson(Tick tick)
{
    return tick == Tick::ToDecide || tick == Tick::Refused;
}

} // namespace encours::usecases
