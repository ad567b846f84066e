// SPDX-License-Identifier: Apache-2.0
// Where the data of the peers is made (build/bench), and where figures go.
#pragma once

#include <filesystem>
#include <fstream>

namespace encours::bench {

inline constexpr int kPeerRows = 72'000;
inline constexpr int kPeerOperations = 1'000;
/// When its promises are made: the first of them is promised for this day.
inline constexpr const char* kPeerNow = "2026-07-15T09:00";

struct PeerData {
    std::filesystem::path ours; ///< what peers/ours.py wrote
};
/// Makes the data unless it is there already.
PeerData peerData();
/// build/bench/results/NAME.jsonl, empty.
std::ofstream resultsFile(const std::string& name);

} // namespace encours::bench
