// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace encours {

namespace {

constexpr std::uint64_t kMinorPerUnit = 100;

/// Amounts are confidential: the message names the mistake, never the figures.
[[noreturn]] void stop(const char* mistake)
{
    std::fputs(mistake, stderr);
    std::abort();
}

void requireSameCurrency(Money a, Money b)
{
    if (a.currency() != b.currency())
        stop("Money: two currencies were mixed; the program stops rather than show a wrong amount.\n");
}

} // namespace

std::optional<Currency> Currency::parse(std::string_view code)
{
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    Currency currency;
    if (code.size() != currency.m_code.size() || !std::ranges::all_of(code, isCapital))
        return std::nullopt;
    std::ranges::copy(code, currency.m_code.begin());
    return currency;
}

Money& Money::operator+=(Money other)
{
    requireSameCurrency(*this, other);
    if (__builtin_add_overflow(m_minor, other.m_minor, &m_minor))
        stop("Money: an addition overflowed; the program stops rather than show a wrong amount.\n");
    return *this;
}

Money& Money::operator-=(Money other)
{
    requireSameCurrency(*this, other);
    if (__builtin_sub_overflow(m_minor, other.m_minor, &m_minor))
        stop("Money: a subtraction overflowed; the program stops rather than show a wrong amount.\n");
    return *this;
}

std::strong_ordering operator<=>(Money a, Money b)
{
    requireSameCurrency(a, b);
    return a.minor() <=> b.minor();
}

std::string toPlainString(Money amount)
{
    // Unsigned negation: the lowest int64 has no positive counterpart.
    const bool negative = amount.minor() < 0;
    const auto bits = static_cast<std::uint64_t>(amount.minor());
    const std::uint64_t magnitude = negative ? 0 - bits : bits;
    const std::uint64_t cents = magnitude % kMinorPerUnit;
    std::string text = negative ? "-" : "";
    text += std::to_string(magnitude / kMinorPerUnit);
    text += ',';
    text += static_cast<char>('0' + cents / 10);
    text += static_cast<char>('0' + cents % 10);
    return text;
}

} // namespace encours
