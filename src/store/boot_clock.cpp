// SPDX-License-Identifier: Apache-2.0
#include "store/boot_clock.h"

#include <algorithm>
#include <ctime>
#include <fstream>

namespace encours::store {

namespace {

class SystemBootClock final : public BootClock {
public:
    BootTime now() const override
    {
        BootTime time;
        std::ifstream("/proc/sys/kernel/random/boot_id") >> time.boot;
        time.boot.resize(std::min<std::size_t>(time.boot.size(), 36));
        timespec up{};
        ::clock_gettime(CLOCK_BOOTTIME, &up);
        time.up = std::chrono::seconds(up.tv_sec) +
                  std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::nanoseconds(up.tv_nsec));
        return time;
    }
};

} // namespace

const BootClock& systemBootClock()
{
    static const SystemBootClock clock;
    return clock;
}

} // namespace encours::store
