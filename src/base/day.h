// SPDX-License-Identifier: Apache-2.0
// A civil day, without time or zone. Stored and transmitted as an int: days since 1970-01-01 (rules.md, Sync and store).
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace encours {

class Day {
public:
    constexpr Day() = default; ///< 1970-01-01
    static constexpr Day fromDaysSinceEpoch(std::int32_t days) { return Day(days); }
    /// Nothing when the date does not exist (31 February) or lies outside 1900–2199.
    static std::optional<Day> fromYmd(int year, unsigned month, unsigned day);
    /// Strict "YYYY-MM-DD".
    static std::optional<Day> parseIso(std::string_view text);

    constexpr std::int32_t daysSinceEpoch() const { return m_days; }
    std::chrono::year_month_day ymd() const;
    std::string iso() const; ///< "2026-11-23"

    friend constexpr auto operator<=>(Day, Day) = default;
    friend constexpr Day operator+(Day day, int days) { return Day(day.m_days + days); }
    friend constexpr Day operator-(Day day, int days) { return Day(day.m_days - days); }
    friend constexpr int operator-(Day a, Day b) { return a.m_days - b.m_days; }

private:
    constexpr explicit Day(std::int32_t days) : m_days(days) {}
    std::int32_t m_days = 0;
};

} // namespace encours
