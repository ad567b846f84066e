// SPDX-License-Identifier: Apache-2.0
#include "base/instant.h"

namespace encours {

namespace {

using namespace std::chrono;

constexpr seconds kWinter = hours(1);
constexpr seconds kSummer = hours(2);

/// Microseconds since 1970-01-01T00:00 on the clocks of Paris.
microseconds parisLocal(Instant at)
{
    return microseconds(at.microseconds()) + parisOffset(at);
}

/// The instant when the clocks of Paris show `local`. In the hour shown twice in October: the first time. In the hour
/// skipped in March: as if the clocks had not been changed yet.
Instant fromParisLocal(microseconds local)
{
    const auto inSummer = Instant::fromMicroseconds((local - kSummer).count());
    if (parisOffset(inSummer) == kSummer)
        return inSummer;
    return Instant::fromMicroseconds((local - kWinter).count());
}

void appendTwoDigits(std::string& text, char before, std::int64_t value)
{
    text += before;
    text += static_cast<char>('0' + value / 10);
    text += static_cast<char>('0' + value % 10);
}

} // namespace

Instant Instant::fromParis(Day day, int hour, int minute)
{
    return fromParisLocal(days(day.daysSinceEpoch()) + hours(hour) + minutes(minute));
}

std::string Instant::iso() const
{
    const auto time = sys_time<std::chrono::microseconds>(std::chrono::microseconds(m_microseconds));
    const auto midnight = floor<days>(time);
    const hh_mm_ss clock(floor<seconds>(time - midnight));
    std::string text = Day::fromDaysSinceEpoch(static_cast<std::int32_t>(midnight.time_since_epoch().count())).iso();
    appendTwoDigits(text, 'T', clock.hours().count());
    appendTwoDigits(text, ':', clock.minutes().count());
    appendTwoDigits(text, ':', clock.seconds().count());
    text += 'Z';
    return text;
}

std::chrono::seconds parisOffset(Instant at)
{
    const auto time = sys_time<microseconds>(microseconds(at.microseconds()));
    const auto year = year_month_day(floor<days>(time)).year();
    const auto summerBegins = sys_days(year / March / Sunday[last]) + hours(1);
    const auto summerEnds = sys_days(year / October / Sunday[last]) + hours(1);
    return time >= summerBegins && time < summerEnds ? kSummer : kWinter;
}

Day parisDay(Instant at)
{
    return Day::fromDaysSinceEpoch(static_cast<std::int32_t>(floor<days>(parisLocal(at)).count()));
}

ParisTime parisTime(Instant at)
{
    const auto local = parisLocal(at);
    const auto midnight = floor<days>(local);
    const hh_mm_ss clock(floor<minutes>(local - midnight));
    return {Day::fromDaysSinceEpoch(static_cast<std::int32_t>(midnight.count())),
            static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count())};
}

Instant SystemClock::now() const
{
    const auto sinceEpoch = floor<microseconds>(system_clock::now()).time_since_epoch();
    const auto systemNow = Instant::fromMicroseconds(sinceEpoch.count());
    if (!m_today)
        return systemNow;
    const auto local = parisLocal(systemNow);
    return fromParisLocal(days(m_today->daysSinceEpoch()) + (local - floor<days>(local)));
}

} // namespace encours
