// SPDX-License-Identifier: Apache-2.0
#include "base/day.h"

namespace encours {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

/// All of `text` as decimal digits; nothing when one is not a digit.
std::optional<unsigned> digits(std::string_view text)
{
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

} // namespace

std::optional<Day> Day::fromYmd(int year, unsigned month, unsigned day)
{
    if (year < kFirstYear || year > kLastYear || month > 12 || day > 31) // chrono keeps only eight bits of them
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok())
        return std::nullopt;
    return Day(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

std::optional<Day> Day::parseIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    return fromYmd(static_cast<int>(*year), *month, *day);
}

std::chrono::year_month_day Day::ymd() const
{
    return std::chrono::sys_days(std::chrono::days(m_days));
}

std::string Day::iso() const
{
    const auto date = ymd();
    std::string text = "0000-00-00";
    auto put = [&text](std::size_t last, unsigned value, int count) {
        for (; count > 0; --count, --last, value /= 10)
            text[last] = static_cast<char>('0' + value % 10);
    };
    put(3, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    put(6, static_cast<unsigned>(date.month()), 2);
    put(9, static_cast<unsigned>(date.day()), 2);
    return text;
}

} // namespace encours
