// SPDX-License-Identifier: Apache-2.0
// What a seed says will happen: the character of the run (swarm parameters) and its history. Each event draws from a
// number of its own, so that leaving events out does not change what the others do.
#pragma once

#include "tests/simulation/draw.h"

#include <string>

namespace encours::simulation {

/// How bad the world of this run is. Chances are per mille.
struct Swarm {
    int salespeople = 2;
    int devices = 3;
    int clients = 6;
    int loss = 0;
    int duplication = 0;
    int truncation = 0;
    int slowness = 0;    ///< takes up to three minutes, so that others overtake it and the sender gives up
    int tinyAnswers = 0; ///< an answer holds a bundle or two, and says "more"
    int interleaving = 0;
    int bigNotes = 0;
    bool power = false;       ///< crashes are power cuts, many of them
    bool digests = false;     ///< each request holds the whole replica against the centre's, as far as it may
    std::vector<int> weights; ///< of each kind of event
};

/// What is asked of all runs, besides their seeds.
struct Mode {
    bool power = false;
    bool digests = false;
};

enum class EventKind {
    Edit,
    Sync,
    ImportItems,
    ImportReceipts,
    Assign,
    Rename,
    UndoImport,
    OfficePromises,
    Partition,
    CrashDevice,
    CrashCentre,
    FillDeviceDisk,
    FillCentreDisk,
    BusyCentre,
    JumpClock,
    LongPause,
    BackUpCentre,
    RestoreCentre,
    CopyDevice,
    RestoreDevice,
    CloneDevice,
    RevokeDevice,
    EnrolAgain,
};
inline constexpr int kEventKinds = static_cast<int>(EventKind::EnrolAgain) + 1;
const char* nameOf(EventKind kind);

struct Event {
    EventKind kind;
    int seconds; ///< since the event before
    std::uint64_t draw;
};

struct Plan {
    std::uint64_t seed;
    Swarm swarm;
    std::vector<Event> events;
};

Plan planOf(std::uint64_t seed, const Mode& mode = {});
std::string describe(const Swarm& swarm);

} // namespace encours::simulation
