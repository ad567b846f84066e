// SPDX-License-Identifier: Apache-2.0
// The device the tests of the app start from: that of the demonstration, with a quick vault and clocks that stand still.
#pragma once

#include "platforms/app/demonstration.h"

namespace encours::test {

inline constexpr const char* kPin = app::kDemonstrationPin;
inline constexpr store::VaultCost kQuickVault{.memoryBytes = 8192, .passes = 1};

/// Stands where it is put.
class StillClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now = Instant::fromParis(*Day::parseIso("2026-11-23"), 8, 54);
};

/// Runs with it: what waits on the boot clock waits for nobody.
class StillBootClock final : public store::BootClock {
public:
    explicit StillBootClock(const Clock& clock) : m_clock(clock) {}
    store::BootTime now() const override { return {"test", std::chrono::microseconds(m_clock.now().microseconds())}; }

private:
    const Clock& m_clock;
};

} // namespace encours::test
