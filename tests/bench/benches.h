// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace encours::bench {

struct Place {
    std::filesystem::path directory; ///< empty, ours
    std::string central;             ///< the program encours-central
    std::string self;                ///< this program
    int runs = 5;                    ///< of each piece of work of `sync`
    int devices = 50;                ///< that pull at once
    std::string label = "encours";
};

void importBench(const Place& place);
void ledgerBench(const Place& place);
void syncBench(const Place& place);

} // namespace encours::bench
