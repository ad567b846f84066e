// SPDX-License-Identifier: Apache-2.0
// A device of Nadia Ferrand as the story of assets/verdon leaves it on Monday 23/11/2026 at 08:14: a vault, an encrypted
// replica with her 14 clients, their open invoices, contacts and promises. No centre answers it.
#pragma once

#include "base/instant.h"
#include "store/vault.h"

#include <filesystem>

namespace encours::test {

inline constexpr const char* kPin = "274913";
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

/// Writes DIR/device. Ends the program when the assets cannot be read.
void makeVerdonDevice(const std::filesystem::path& directory, const Clock& clock);

} // namespace encours::test
