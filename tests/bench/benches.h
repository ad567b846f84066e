// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace encours::bench {

struct Place {
    std::filesystem::path directory; ///< empty, ours
    std::string central;             ///< the program encours-central
    std::string self;                ///< this program
    std::string app;                 ///< the program encours-app-bench
    int runs = 5;                    ///< of each piece of work of `sync`
    int devices = 0;                 ///< that synchronise at once; 0 = as the bench has it
    /// Of the companies of `sync` and `load`: SQLCipher in a file, or a PostgreSQL of the bench's own whose commits are durable.
    enum class Engine { Sqlcipher, PostgreSql } engine = Engine::Sqlcipher;
};

void appBench(const Place& place);
void importBench(const Place& place);
void ledgerBench(const Place& place);
void syncBench(const Place& place);
void loadBench(const Place& place);

} // namespace encours::bench
