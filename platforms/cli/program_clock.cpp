// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/program_clock.h"

#include <charconv>

namespace encours::cli {

namespace {

constexpr std::size_t kDayLength = 10; // 2026-11-23
constexpr std::size_t kTimeLength = 5; // 10:05

/// Two digits below `limit`.
std::optional<int> twoDigits(std::string_view text, int limit)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && text.size() == 2 && value >= 0;
    return whole && value < limit ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<ProgramClock> ProgramClock::parse(std::string_view text)
{
    const std::optional<Day> day = Day::parseIso(text.substr(0, kDayLength));
    if (!day)
        return std::nullopt;
    ProgramClock clock;
    const std::string_view time = text.substr(kDayLength);
    if (time.empty()) {
        clock.m_system = SystemClock(day);
        return clock;
    }
    if (time.size() != 1 + kTimeLength || time[0] != 'T' || time[3] != ':')
        return std::nullopt;
    const std::optional<int> hour = twoDigits(time.substr(1, 2), 24);
    const std::optional<int> minute = twoDigits(time.substr(4, 2), 60);
    if (!hour || !minute)
        return std::nullopt;
    clock.m_offset = Instant::fromParis(*day, *hour, *minute) - clock.m_system.now();
    return clock;
}

Instant ProgramClock::now() const
{
    return m_system.now() + m_offset;
}

} // namespace encours::cli
