// SPDX-License-Identifier: Apache-2.0
#include "sync/device/manners.h"

#include <algorithm>

namespace encours::device {

namespace {

constexpr std::chrono::minutes kSeen{5}; // the office's work comes down without being asked for
constexpr std::chrono::minutes kUnseen{15};

} // namespace

std::optional<std::chrono::milliseconds> pauseBetween(const Surroundings& surroundings, bool somethingToSend)
{
    if (!surroundings.foreground)
        return somethingToSend ? std::optional<std::chrono::milliseconds>(kUnseen) : std::nullopt;
    return surroundings.metered ? kUnseen : kSeen;
}

std::optional<std::chrono::milliseconds> pauseAfterFailure(const Surroundings& surroundings, bool somethingToSend,
                                                           std::chrono::milliseconds backoff)
{
    if (surroundings.foreground)
        return backoff;
    return somethingToSend ? std::optional(std::max<std::chrono::milliseconds>(backoff, kUnseen)) : std::nullopt;
}

} // namespace encours::device
