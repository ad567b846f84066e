// SPDX-License-Identifier: Apache-2.0
// Money is an integer count of minor units (cents) and an ISO 4217 currency. It never touches a float and currencies are
// never mixed: both are our mistakes when they happen, so they stop the program rather than make it wrong.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace encours {

class Currency {
public:
    constexpr Currency() = default; ///< EUR
    /// Three capital letters A–Z; nothing otherwise.
    static std::optional<Currency> parse(std::string_view code);
    std::string_view code() const { return {m_code.data(), m_code.size()}; }
    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> m_code{'E', 'U', 'R'};
};

class Money {
public:
    constexpr Money() = default; ///< 0,00 EUR
    static constexpr Money ofMinor(std::int64_t minorUnits, Currency currency = {})
    {
        return Money(minorUnits, currency);
    }

    constexpr std::int64_t minor() const { return m_minor; }
    constexpr Currency currency() const { return m_currency; }
    constexpr bool isZero() const { return m_minor == 0; }
    constexpr int sign() const { return (m_minor > 0) - (m_minor < 0); }

    /// Same currency and no overflow, or the program stops.
    Money& operator+=(Money other);
    Money& operator-=(Money other);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    Money operator-() const { return Money::ofMinor(0, m_currency) - *this; }
    friend bool operator==(Money, Money) = default;
    /// Ordering of the same currency only.
    friend std::strong_ordering operator<=>(Money a, Money b);

private:
    constexpr Money(std::int64_t minor, Currency currency) : m_minor(minor), m_currency(currency) {}
    std::int64_t m_minor = 0;
    Currency m_currency;
};

inline Money min(Money a, Money b)
{
    return b < a ? b : a;
}
inline Money max(Money a, Money b)
{
    return a < b ? b : a;
}

/// A French amount for messages and CSV: "-1234,50". Screens use qml/Bridge (thin spaces, U+2212, the currency sign).
std::string toPlainString(Money amount);

} // namespace encours
