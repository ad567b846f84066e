// SPDX-License-Identifier: Apache-2.0
// A line to the centre as phones have it: each connection is good, or is cut after some bytes, closed in one direction only,
// slow, or dead without a word, by the seed.
#pragma once

#include "tests/support/loopback_line.h"

#include <array>
#include <atomic>
#include <random>
#include <string>

namespace encours::test {

class BadLine {
public:
    enum class Fate { Good, Cut, HalfClosedUp, HalfClosedDown, Slow, Dead };
    static constexpr std::size_t kFates = 6;

    /// Good until it is told to be bad.
    BadLine(std::uint16_t centre, std::uint64_t seed);

    std::uint16_t port() const { return m_line.port(); }
    /// Of connections from now on.
    void setBad(bool bad) { m_bad = bad; }
    int count(Fate fate) const { return m_counts[static_cast<std::size_t>(fate)]; }
    /// "31 good, 12 cut, …"
    std::string told() const;

private:
    void carry(QTcpSocket* device, QTcpSocket* other);
    Fate drawFate();

    std::mt19937_64 m_random;
    std::atomic<bool> m_bad = false;
    std::array<std::atomic<int>, kFates> m_counts{};
    LoopbackLine m_line;
};

} // namespace encours::test
