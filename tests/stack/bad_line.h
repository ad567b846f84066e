// SPDX-License-Identifier: Apache-2.0
// A line to the centre as phones have it: each connection is good, or is cut after some bytes, closed in one direction only,
// slow, or dead without a word, by the seed. Each reaches the centre from another address of 127.0.0.0/16, because the centre
// lets each address enrol five devices a minute. A thread of its own.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <random>
#include <string>
#include <thread>

class QEventLoop;
class QTcpSocket;

namespace encours::test {

class BadLine {
public:
    enum class Fate { Good, Cut, HalfClosedUp, HalfClosedDown, Slow, Dead };
    static constexpr std::size_t kFates = 6;

    /// Good until it is told to be bad.
    BadLine(std::uint16_t centre, std::uint64_t seed);
    ~BadLine();
    BadLine(const BadLine&) = delete;

    std::uint16_t port() const { return m_port; }
    /// Of connections from now on.
    void setBad(bool bad) { m_bad = bad; }
    int count(Fate fate) const { return m_counts[static_cast<std::size_t>(fate)]; }
    /// "31 good, 12 cut, …"
    std::string told() const;

private:
    void carry(QTcpSocket* device, std::uint16_t centre);
    Fate drawFate();

    std::uint16_t m_port = 0;
    std::uint32_t m_connections = 0;
    std::mt19937_64 m_random;
    std::atomic<bool> m_bad = false;
    std::array<std::atomic<int>, kFates> m_counts{};
    QEventLoop* m_loop = nullptr;
    std::thread m_thread;
};

} // namespace encours::test
