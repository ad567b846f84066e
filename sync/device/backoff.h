// SPDX-License-Identifier: Apache-2.0
// How long to wait after a failed synchronisation: full jitter, 1 s doubling to 15 minutes, never less than the centre
// asked for (sync.md §2.10). Pure: the caller brings the random number and does the waiting.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace encours::device {

class Backoff {
public:
    static constexpr std::chrono::milliseconds kFirst{1'000};
    static constexpr std::chrono::milliseconds kLongest{15 * 60 * 1'000};
    /// A centre that asks for more is asked again after this.
    static constexpr std::chrono::seconds kLongestAsked{3'600};
    /// After so many failures in a row the short waits are over: the app goes on at the pace of its quiet exchanges (manners.h),
    /// or when a person or the network says so. A centre that says when to come back is there: it does not count.
    static constexpr int kFailuresToOpen = 5;

    /// Counts one failure. `random` is any uniform 32-bit number.
    std::chrono::milliseconds failed(std::uint32_t random,
                                     std::optional<std::chrono::seconds> retryAfter = std::nullopt);
    /// A success, or a change of the network: the next failure waits briefly again.
    void reset() { m_failures = m_unanswered = 0; }

    int failures() const { return m_failures; }
    bool circuitOpen() const { return m_unanswered >= kFailuresToOpen; }

private:
    int m_failures = 0;
    int m_unanswered = 0; ///< of those, in a row, without a word of when to come back
};

} // namespace encours::device
