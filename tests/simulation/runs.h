// SPDX-License-Identifier: Apache-2.0
// Seeds, one after the other, on several processors; what is told of one that fails.
#pragma once

#include "tests/simulation/world.h"

#include <chrono>

namespace encours::simulation {

/// Lies in memory where the system has such a place, and goes away.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

using Told = std::function<void(const std::string&)>;

/// Runs a plan from an untouched world. Nothing: all held.
std::optional<Violation> runPlan(const Plan& plan, const std::filesystem::path& folder, const Templates& templates,
                                 Statistics& statistics, const Told& told = {});

/// The plan with every event left out that the same violation does not need, as far as `patience` goes.
Plan shortened(Plan plan, const Violation& violation, const std::filesystem::path& folder, const Templates& templates,
               std::chrono::seconds patience);

struct Request {
    std::uint64_t first = 1;
    std::uint64_t count = 0; ///< 0 = as many as the time allows
    std::optional<std::chrono::seconds> time;
    std::vector<std::uint64_t> known; ///< these, and no others
    std::filesystem::path progress;   ///< where a long run goes on
    int jobs = 1;
    int enoughFailures = 5;
    bool shorten = true;
    Mode mode;
    std::int64_t crashes = 0; ///< enough; 0 = any number
    bool history = false;
};
/// Prints; the number of seeds that failed.
int runSeeds(Request request);

} // namespace encours::simulation
