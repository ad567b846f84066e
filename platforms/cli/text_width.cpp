// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/text_width.h"

#include <cstdint>

namespace encours::cli {

namespace {

struct CodePoint {
    std::uint32_t value;
    std::size_t length;
};

// The text is valid UTF-8 as everything in our stores; a stray byte counts for itself.
CodePoint decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || length > text.size())
        return {lead, 1};
    std::uint32_t value = lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i)
        value = value << 6 | (byte(i) & 0x3F);
    return {value, length};
}

bool isControl(std::uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x2028 || c == 0x2029 || c == 0x200E || c == 0x200F;
}

bool isEscape(std::uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

std::string replaced(std::string_view text, bool (*unwanted)(std::uint32_t))
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const CodePoint next = decode(text);
        if (unwanted(next.value))
            clean += "\uFFFD";
        else
            clean += text.substr(0, next.length);
        text.remove_prefix(next.length);
    }
    return clean;
}

std::size_t widthOf(std::uint32_t c)
{
    if ((c >= 0x0300 && c <= 0x036F) || c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF)
        return 0;
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
    return wide ? 2 : 1;
}

} // namespace

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const CodePoint next = decode(text);
        width += widthOf(next.value);
        text.remove_prefix(next.length);
    }
    return width;
}

std::string withoutControls(std::string_view text)
{
    return replaced(text, isControl);
}

std::string withoutEscapes(std::string_view text)
{
    return replaced(text, isEscape);
}

} // namespace encours::cli
