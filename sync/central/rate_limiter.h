// SPDX-License-Identifier: Apache-2.0
// So many requests at once, then so many per time, for each key (security.md S-03). Generic cell rate algorithm: one
// instant per key. Memory is bounded; any thread.
#pragma once

#include "base/instant.h"

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace encours::central {

class RateLimiter {
public:
    RateLimiter(int burst, std::chrono::microseconds interval, std::size_t maximumKeys = 20'000)
        : m_interval(interval), m_tolerance(interval * (burst - 1)), m_maximumKeys(maximumKeys)
    {
    }

    /// Nothing: go on. Else the seconds to wait, at least one.
    std::optional<int> take(const std::string& key, Instant now);

private:
    std::chrono::microseconds m_interval;
    std::chrono::microseconds m_tolerance;
    std::size_t m_maximumKeys;
    std::mutex m_mutex;
    std::unordered_map<std::string, Instant> m_fullAt; ///< when the key will have its whole burst again
};

} // namespace encours::central
