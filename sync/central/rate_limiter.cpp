// SPDX-License-Identifier: Apache-2.0
#include "sync/central/rate_limiter.h"

#include <algorithm>

namespace encours::central {

std::optional<int> RateLimiter::take(const std::string& key, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_fullAt.size() >= m_maximumKeys) {
        std::erase_if(m_fullAt, [&](const auto& entry) { return entry.second <= now; });
        // Everything forgotten at once favours nobody, and no stranger decides who is.
        if (m_fullAt.size() >= m_maximumKeys)
            m_fullAt.clear();
    }
    Instant& fullAt = m_fullAt.try_emplace(key, now).first->second;
    // A clock that went back must not lock anybody out for longer than a whole burst takes.
    fullAt = std::clamp(fullAt, now, now + m_tolerance + m_interval);
    const std::chrono::microseconds excess = fullAt - now - m_tolerance;
    if (excess > std::chrono::microseconds::zero())
        return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(excess).count());
    fullAt = fullAt + m_interval;
    return std::nullopt;
}

} // namespace encours::central
