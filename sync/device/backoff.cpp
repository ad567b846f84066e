// SPDX-License-Identifier: Apache-2.0
#include "sync/device/backoff.h"

#include <algorithm>

namespace encours::device {

std::chrono::milliseconds Backoff::failed(std::uint32_t random, std::optional<std::chrono::seconds> retryAfter)
{
    const int doublings = std::min(m_failures, 20);
    m_failures = std::min(m_failures + 1, 1'000'000);
    m_unanswered = retryAfter ? 0 : std::min(m_unanswered + 1, kFailuresToOpen);
    const std::int64_t ceiling = std::min(kLongest.count(), kFirst.count() << doublings);
    const std::chrono::milliseconds jittered{(ceiling * static_cast<std::int64_t>(random)) >> 32};
    if (!retryAfter)
        return jittered;
    // The jitter comes on top: devices told the same delay must not come back together.
    return std::clamp(*retryAfter, std::chrono::seconds(0), kLongestAsked) + jittered;
}

} // namespace encours::device
