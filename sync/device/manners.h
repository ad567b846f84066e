// SPDX-License-Identifier: Apache-2.0
// When a device synchronises without being asked, and what it sends then: manners of a phone in somebody's pocket, on
// somebody's data plan (sync.md §2.10). Pure: the app brings what the system says and does the waiting.
#pragma once

#include <chrono>
#include <optional>

namespace encours::device {

struct Surroundings {
    bool foreground = true; ///< somebody can see the app
    bool metered = false;   ///< what goes over the network costs
};

/// Until the next synchronisation that nobody asked for, after one that went well; nothing: none. In the background with
/// nothing to send the device is left to sleep.
std::optional<std::chrono::milliseconds> pauseBetween(const Surroundings& surroundings, bool somethingToSend);

/// Until the next try after a failure, of what the backoff says; nothing: none.
std::optional<std::chrono::milliseconds> pauseAfterFailure(const Surroundings& surroundings, bool somethingToSend,
                                                           std::chrono::milliseconds backoff);

/// Documents wait for a network that costs nothing, unless somebody says so; what was said never waits.
constexpr bool sendsDocuments(const Surroundings& surroundings)
{
    return !surroundings.metered;
}

} // namespace encours::device
