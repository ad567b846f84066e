// SPDX-License-Identifier: Apache-2.0
// The clock of a command: the system's, or what --today and ENCOURS_TODAY say, "2026-11-23" or "2026-11-23T10:05" in
// Paris.
#pragma once

#include "base/instant.h"

#include <optional>
#include <string_view>

namespace encours::cli {

class ProgramClock final : public Clock {
public:
    ProgramClock() = default; ///< the system's
    static std::optional<ProgramClock> parse(std::string_view text);

    /// With a day alone: the system's time of day on that day. With a time: that time, running on from when it was
    /// parsed.
    Instant now() const override;

private:
    SystemClock m_system;
    std::chrono::microseconds m_offset{0}; ///< used with a time
};

} // namespace encours::cli
