// SPDX-License-Identifier: Apache-2.0
#include "intake/day_text.h"

#include <algorithm>
#include <charconv>

namespace encours::intake {

namespace {

constexpr std::string_view kNotADate = "The date is not written as AAAAMMJJ.";
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

} // namespace

std::expected<DayText, std::string_view> DayParser::parse(std::string_view text)
{
    // A time may follow: after a blank, or after T.
    if (const std::size_t end = text.find_first_of(" T"); end != std::string_view::npos && end >= 8)
        text = text.substr(0, end);
    if (std::ranges::all_of(text, [](char c) { return c == '0' || c == ' ' || isMark(c); }))
        return DayText{};
    if (text.size() == 8 && allDigits(text)) {
        const auto yearFirst = dayOf(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
        const auto dayFirst = dayOf(text.substr(4, 4), text.substr(2, 2), text.substr(0, 2));
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
