// SPDX-License-Identifier: Apache-2.0
#include "intake/day_text.h"

#include <algorithm>
#include <charconv>

namespace encours::intake {

namespace {

constexpr std::string_view kNotADate = "The date is not written as AAAAMMJJ, 2026-11-23 or 23/11/2026.";
constexpr std::string_view kNoSuchDay = "This day does not exist in the calendar.";

int number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool allDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Day> dayOf(std::string_view year, std::string_view month, std::string_view day)
{
    return Day::fromYmd(number(year), static_cast<unsigned>(number(month)), static_cast<unsigned>(number(day)));
}

bool isMark(char c)
{
    return c == '/' || c == '-' || c == '.';
}

/// Eight digits as a number; nothing for anything else.
std::optional<int> eightDigits(std::string_view text)
{
    if (text.size() != 8)
        return {};
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Day> dayOf(int yearMonthDay)
{
    return Day::fromYmd(yearMonthDay / 10'000, static_cast<unsigned>(yearMonthDay / 100 % 100),
                        static_cast<unsigned>(yearMonthDay % 100));
}

} // namespace

std::expected<DayText, std::string_view> DayParser::parse(std::string_view text)
{
    if (text.empty())
        return DayText{};
    if (m_dayFirst == false) // known to be AAAAMMJJ: nearly every date there is
        if (const auto number = eightDigits(text))
            if (const auto day = dayOf(*number))
                return DayText{day, false};
    // A time may follow: after a blank, or after T.
    if (const std::size_t end = text.find_first_of(" T"); end != std::string_view::npos && end >= 8)
        text = text.substr(0, end);
    if (std::ranges::all_of(text, [](char c) { return c == '0' || c == ' ' || isMark(c); }))
        return DayText{};
    if (const auto number = eightDigits(text)) {
        const auto yearFirst = dayOf(*number);
        const auto dayFirst = Day::fromYmd(*number % 10'000, static_cast<unsigned>(*number / 10'000 % 100),
                                           static_cast<unsigned>(*number / 1'000'000));
        if (!m_dayFirst && (yearFirst || dayFirst))
            m_dayFirst = !yearFirst;
        const auto day = m_dayFirst.value_or(false) ? dayFirst : yearFirst;
        if (!day)
            return std::unexpected(kNoSuchDay);
        return DayText{day, *m_dayFirst};
    }
    if (text.size() != 10)
        return std::unexpected(kNotADate);
    const bool yearFirst = isMark(text[4]);
    const std::size_t first = yearFirst ? 4 : 2, second = yearFirst ? 7 : 5;
    if (!isMark(text[first]) || text[first] != text[second])
        return std::unexpected(kNotADate);
    const std::string_view a = text.substr(0, first), b = text.substr(first + 1, 2), c = text.substr(second + 1);
    if (!allDigits(a) || !allDigits(b) || !allDigits(c))
        return std::unexpected(kNotADate);
    const auto day = yearFirst ? dayOf(a, b, c) : dayOf(c, b, a);
    if (!day)
        return std::unexpected(kNoSuchDay);
    return DayText{day, true};
}

} // namespace encours::intake
