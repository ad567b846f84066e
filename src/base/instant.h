// SPDX-License-Identifier: Apache-2.0
// An instant: int64 microseconds since 1970-01-01T00:00:00Z. Instants of devices are information and never compared
// with each other (rules.md); only the server's sequence orders.
#pragma once

#include "base/day.h"

namespace encours {

class Instant {
public:
    constexpr Instant() = default;
    static constexpr Instant fromMicroseconds(std::int64_t microseconds) { return Instant(microseconds); }
    /// 09:30 in Paris on that day.
    static Instant fromParis(Day day, int hour, int minute);

    constexpr std::int64_t microseconds() const { return m_microseconds; }
    std::string iso() const; ///< "2026-11-23T08:30:00Z"

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant at, std::chrono::microseconds d)
    {
        return Instant(at.m_microseconds + d.count());
    }
    friend constexpr std::chrono::microseconds operator-(Instant a, Instant b)
    {
        return std::chrono::microseconds(a.m_microseconds - b.m_microseconds);
    }

private:
    constexpr explicit Instant(std::int64_t microseconds) : m_microseconds(microseconds) {}
    std::int64_t m_microseconds = 0;
};

/// Offset of Paris from UTC: summer time from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC
/// (directive 2000/84/EC). Own rule, because phones do not all carry the tz database.
std::chrono::seconds parisOffset(Instant at);
/// The civil day in Europe/Paris: the only meaning of "the day something was recorded".
Day parisDay(Instant at);
struct ParisTime {
    Day day;
    int hour = 0;
    int minute = 0;
};
ParisTime parisTime(Instant at);

/// Where the time comes from: two implementations, the system's and the tests' (or --today).
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    Day today() const { return parisDay(now()); }
};

/// The system clock; with `today` given, the system's time of day on that civil day (--today, ENCOURS_TODAY).
class SystemClock final : public Clock {
public:
    explicit SystemClock(std::optional<Day> today = std::nullopt) : m_today(today) {}
    Instant now() const override;

private:
    std::optional<Day> m_today;
};

} // namespace encours
