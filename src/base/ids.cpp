// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <algorithm>

namespace encours {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

std::optional<std::uint8_t> hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<std::uint8_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<std::uint8_t>(c - 'A' + 10);
    return std::nullopt;
}

/// A hyphen stands before these bytes in the text form 8-4-4-4-12.
constexpr bool hyphenBefore(std::size_t byte)
{
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

} // namespace

std::optional<Uuid> Uuid::fromSpan(std::span<const std::uint8_t> bytes)
{
    Bytes copy{};
    if (bytes.size() != copy.size())
        return std::nullopt;
    std::ranges::copy(bytes, copy.begin());
    return Uuid(copy);
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    Bytes bytes{};
    if (text.size() != 36)
        return std::nullopt;
    std::size_t at = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (hyphenBefore(i) && text[at++] != '-')
            return std::nullopt;
        const auto high = hexValue(text[at++]);
        const auto low = hexValue(text[at++]);
        if (!high || !low)
            return std::nullopt;
        bytes[i] = static_cast<std::uint8_t>(*high << 4 | *low);
    }
    return Uuid(bytes);
}

Uuid Uuid::makeV7(std::int64_t unixMilliseconds, const std::array<std::uint8_t, 10>& random)
{
    Bytes bytes{};
    auto milliseconds = static_cast<std::uint64_t>(unixMilliseconds);
    for (std::size_t i = 6; i-- > 0; milliseconds >>= 8)
        bytes[i] = static_cast<std::uint8_t>(milliseconds);
    std::ranges::copy(random, bytes.begin() + 6);
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f)); // version 7
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f)); // variant of RFC 9562
    return Uuid(bytes);
}

std::string Uuid::toString() const
{
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (hyphenBefore(i))
            text += '-';
        text += kHexDigits[m_bytes[i] >> 4];
        text += kHexDigits[m_bytes[i] & 0x0f];
    }
    return text;
}

} // namespace encours
