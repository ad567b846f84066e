// SPDX-License-Identifier: Apache-2.0
// Time that nobody sets: how long the machine has been running, asleep too, and since which start.
#pragma once

#include <chrono>
#include <string>

namespace encours::store {

struct BootTime {
    std::string boot; ///< another one after each start; empty where the system does not tell
    std::chrono::microseconds up{};
};

/// Two implementations: the system's and the tests'.
class BootClock {
public:
    virtual ~BootClock() = default;
    virtual BootTime now() const = 0;
};

/// CLOCK_BOOTTIME and /proc/sys/kernel/random/boot_id.
const BootClock& systemBootClock();

} // namespace encours::store
