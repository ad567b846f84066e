// SPDX-License-Identifier: Apache-2.0
#include "intake/text_encoding.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace encours::intake {

namespace {

constexpr std::size_t kRawChunk = 64 * 1024;

void appendUtf8(std::string& text, char32_t c)
{
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xc0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xe0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    }
}

// Windows-1252, 0x80 to 0x9F (five of them are undefined and stay control characters).
constexpr std::array<char16_t, 32> kWindows{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                            0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                            0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                            0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

// ISO 8859-15 where it is not ISO 8859-1.
char32_t latin9(unsigned char byte)
{
    switch (byte) {
    case 0xa4: return 0x20ac;
    case 0xa6: return 0x160;
    case 0xa8: return 0x161;
    case 0xb4: return 0x17d;
    case 0xb8: return 0x17e;
    case 0xbc: return 0x152;
    case 0xbd: return 0x153;
    case 0xbe: return 0x178;
    default: return byte;
    }
}

} // namespace

Result<std::size_t> DecodedSource::read(std::span<char> out)
{
    for (;;) {
        if (m_form == Form::Bytes && m_kept == 0) {
            ENCOURS_TRY(std::size_t count, m_source(out));
            std::size_t left = count;
            if (count != 0 && std::memchr(out.data(), 0, count))
                left = copyWithoutNuls(out.first(count), out.data());
            m_given += static_cast<std::int64_t>(left);
            if (left != 0 || count == 0)
                return left;
            continue;
        }
        if (m_form != Form::Bytes && !m_ended && m_kept < kRawChunk) {
            m_raw.resize(kRawChunk);
            ENCOURS_TRY(const std::size_t count, m_source(std::span(m_raw).subspan(m_kept)));
            m_kept += count;
            m_ended = count == 0;
            if (m_form == Form::Unknown && !m_ended && m_kept < 4)
                continue;
        }
        if (m_form == Form::Unknown)
            recogniseForm();
        if (m_form == Form::Bytes) { // what was read to recognise it
            const std::size_t count = std::min(m_kept, out.size());
            const std::size_t left = copyWithoutNuls(std::span(m_raw).first(count), out.data());
            m_given += static_cast<std::int64_t>(left);
            m_raw.erase(0, count);
            m_kept -= count;
            if (left != 0 || (m_ended && m_kept == 0))
                return left;
            continue;
        }
        const std::size_t count = fromUtf16(out);
        m_given += static_cast<std::int64_t>(count);
        if (count != 0 || m_ended)
            return count;
    }
}

std::size_t DecodedSource::copyWithoutNuls(std::span<const char> from, char* to)
{
    std::size_t left = 0;
    for (const char c : from) {
        if (c == '\0')
            noteNul(m_given + static_cast<std::int64_t>(left));
        else
            to[left++] = c;
    }
    return left;
}

void DecodedSource::noteNul(std::int64_t offset)
{
    m_hadNuls = true;
    if (m_nuls.empty() || m_nuls.back() != offset)
        m_nuls.push_back(offset);
}

bool DecodedSource::takeNuls(std::int64_t from, std::int64_t end)
{
    if (m_nuls.empty() || m_nuls.front() >= end)
        return false;
    const auto first = std::ranges::lower_bound(m_nuls, from), last = std::ranges::lower_bound(m_nuls, end);
    const bool some = first != last;
    m_nuls.erase(m_nuls.begin(), last);
    return some;
}

void DecodedSource::recogniseForm()
{
    const std::string_view start(m_raw.data(), m_kept);
    const auto drop = [&](std::size_t count) {
        m_bom = count != 0;
        m_raw.erase(0, count);
        m_kept -= count;
    };
    m_form = Form::Bytes;
    if (start.starts_with("\xef\xbb\xbf"))
        return drop(3);
    const bool littleEndianBom = start.starts_with("\xff\xfe"), bigEndianBom = start.starts_with("\xfe\xff");
    const bool wide = start.size() >= 4;
    if (littleEndianBom || (wide && start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0))
        m_form = Form::Utf16Le;
    else if (bigEndianBom || (wide && start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0))
        m_form = Form::Utf16Be;
    if (littleEndianBom || bigEndianBom)
        drop(2);
}

std::size_t DecodedSource::fromUtf16(std::span<char> out)
{
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(m_raw[at]), second = static_cast<unsigned char>(m_raw[at + 1]);
        return m_form == Form::Utf16Le ? first | second << 8 : first << 8 | second;
    };
    std::string text;
    std::size_t at = 0;
    while (at + 2 <= m_kept && text.size() + 4 <= out.size()) {
        char32_t c = unit(at);
        const bool high = c >= 0xd800 && c < 0xdc00;
        if (high && at + 4 > m_kept && !m_ended)
            break; // its other half comes with the next bytes
        at += 2;
        if (high && at + 2 <= m_kept && unit(at) >= 0xdc00 && unit(at) < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (unit(at) - 0xdc00);
            at += 2;
        } else if (c >= 0xd800 && c < 0xe000) {
            c = 0xfffd;
        }
        if (c != 0)
            appendUtf8(text, c);
        else
            noteNul(m_given + static_cast<std::int64_t>(text.size()));
    }
    m_raw.erase(0, at);
    m_kept -= at;
    std::ranges::copy(text, out.begin());
    return text.size();
}

bool hasForeignBytes(std::string_view bytes)
{
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (; end - at >= 8; at += 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        if (word & 0x8080808080808080ULL)
            return true;
    }
    return std::any_of(at, end, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string utf8FromSingleByte(std::string_view bytes, bool windows1252)
{
    std::string text;
    text.reserve(bytes.size() + 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!windows1252)
            appendUtf8(text, latin9(byte));
        else
            appendUtf8(text, byte >= 0x80 && byte < 0xa0 ? kWindows[byte - 0x80] : byte);
    }
    return text;
}

void EncodingTally::addLine(std::string_view line)
{
    if (!hasForeignBytes(line))
        return;
    if (isValidUtf8(line)) {
        ++m_utf8Lines;
        return;
    }
    ++m_foreignLines;
    m_windowsBytes = m_windowsBytes || std::ranges::any_of(line, [](char c) {
                         return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xa0;
                     });
}

std::string EncodingTally::decoded(std::string_view bytes) const
{
    const bool foreign = hasForeignBytes(bytes);
    std::string text = foreign && isSingleByte() && !(isMixed() && isValidUtf8(bytes))
                           ? utf8FromSingleByte(bytes, isWindows1252())
                           : std::string(bytes);
    if (foreign) {
        for (const std::string_view blank : {std::string_view("\xc2\xa0"), std::string_view("\xe2\x80\xaf")})
            for (std::size_t at; (at = text.find(blank)) != std::string::npos;)
                text.replace(at, blank.size(), " ");
    }
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return std::string(trimmed(text));
}

} // namespace encours::intake
