// SPDX-License-Identifier: Apache-2.0
// One sentence for people in both languages of the product, and how amounts, days and rates are written in it. The
// rules speak through these; screens may format the same values in their own way.
#pragma once

#include "base/day.h"
#include "base/money.h"

#include <string>
#include <string_view>

namespace encours {

struct Sentence {
    std::string fr;
    std::string en;
    bool empty() const { return fr.empty(); }
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// "1 234,50 €" (U+202F between thousands, U+00A0 before the sign), "1 234,50 USD", "-12,00 €".
std::string inFrench(Money amount);
/// "€1,234.50", "USD 1,234.50", "-€12.00".
std::string inEnglish(Money amount);
/// "18/11/2026"
std::string inFrench(Day day);
/// "18 Nov 2026"
std::string inEnglish(Day day);

/// A day whose year is left out when it is that of `asOf`: "18/11", "18 Nov".
struct NearDay {
    Day day;
    Day asOf;
};
std::string inFrench(NearDay near);
std::string inEnglish(NearDay near);
/// "1 jour", "88 jours"; "1 day", "88 days" (U+00A0 between).
struct Days {
    int count = 0; ///< ≥ 0
};
std::string inFrench(Days days);
std::string inEnglish(Days days);

/// Each %1 to %9 replaced by its text, in one pass: a % inside a text stays as it is, and so does a number without
/// text.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> texts);

/// Both languages from the same values: sentence("%1 dû le %2", "%1 due on %2", amount, day).
namespace detail {
inline std::string spoken(std::string_view text, bool)
{
    return std::string(text);
}
inline std::string spoken(std::int64_t number, bool)
{
    return std::to_string(number);
}
inline std::string spoken(int number, bool)
{
    return std::to_string(number);
}
inline std::string spoken(const Sentence& part, bool french)
{
    return french ? part.fr : part.en;
}
inline std::string spoken(Money amount, bool french)
{
    return french ? inFrench(amount) : inEnglish(amount);
}
inline std::string spoken(Day day, bool french)
{
    return french ? inFrench(day) : inEnglish(day);
}
inline std::string spoken(NearDay near, bool french)
{
    return french ? inFrench(near) : inEnglish(near);
}
inline std::string spoken(Days days, bool french)
{
    return french ? inFrench(days) : inEnglish(days);
}
} // namespace detail

template<class... Values>
Sentence sentence(std::string_view fr, std::string_view en, const Values&... values)
{
    return {filled(fr, {std::string_view(detail::spoken(values, true))...}),
            filled(en, {std::string_view(detail::spoken(values, false))...})};
}

} // namespace encours
