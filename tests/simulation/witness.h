// SPDX-License-Identifier: Apache-2.0
// What a database must hold after a power cut: what it held after the last commit somebody was told of, or, when the power
// went inside a commit, what that one would have made of it. Nothing less, nothing else.
#pragma once

#include "store/connection.h"
#include "tests/simulation/machine.h"

namespace encours::simulation {

/// The tables that a commit of ours changes at least one of, each as a few numbers. Cheap: taken at every commit.
std::string witnessOf(store::Connection& connection);

class Witness {
public:
    void starts(std::string now) { m_told = m_begun = std::move(now); }
    void begins(std::string then) { m_begun = std::move(then); }
    void wasTold() { m_told = m_begun; }
    /// After a cut: throws Violation unless `connection` holds one of the two, whole and verified page by page.
    void check(store::Connection& connection);

private:
    std::string m_told;
    std::string m_begun;
};

struct Powered {
    Powered(const std::filesystem::path& file, std::uint64_t seed) : machine(file, seed) {}
    Machine machine;
    Witness witness;
};

} // namespace encours::simulation
