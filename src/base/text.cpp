// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <array>
#include <cstddef>

namespace encours {

namespace {

constexpr char32_t kInvalid = 0xffffffff;

struct CodePoint {
    char32_t value = kInvalid;
    std::size_t length = 1; ///< bytes taken; 1 when invalid
};

/// The code point at the start of `text` (not empty). RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF.
CodePoint decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length)
        return {};
    char32_t value = lead & (0x7f >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {};
        value = value << 6 | (byte(i) & 0x3f);
    }
    constexpr std::array<char32_t, 5> lowest{0, 0, 0x80, 0x800, 0x10000};
    if (value < lowest[length] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return {};
    return {value, length};
}

constexpr bool isBlank(char32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a);
}

constexpr bool isCombiningMark(char32_t c)
{
    return c >= 0x300 && c <= 0x36f;
}

// The folded form of U+00C0 to U+017F (Latin-1 Supplement letters and Latin Extended-A), one cell per code point;
// "" = not a letter, kept as it is.
constexpr char32_t kFirstFolded = 0xc0;
// clang-format off
constexpr std::array<std::string_view, 192> kFolded{
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",   // C0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",   // D0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",   // E0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",    // F0
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",    // 100
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",    // 110
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",    // 120
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",  // 130
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",    // 140
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",  // 150
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",    // 160
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",    // 170
};
// clang-format on

/// Further letters that fold to one letter each, from the canonical decompositions of Unicode; '.' = kept as it is.
struct LetterRange {
    char32_t first;
    std::string_view letters;
};
constexpr LetterRange kCaronToDoubleGrave{0x1cd, // U+01CD to U+021B: Ǎ … ț
                                          "aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiio"
                                          "ooorrrruuuusstt"};
constexpr LetterRange kLatinAdditional{0x1e00, // U+1E00 to U+1EFF: Ḁ … ỿ (Vietnamese, Welsh, transcriptions)
                                       "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
                                       "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
                                       "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
                                       "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"};

std::string_view foldedLetter(char32_t c)
{
    if (c >= kFirstFolded && c < kFirstFolded + kFolded.size())
        return kFolded[c - kFirstFolded];
    for (const LetterRange& range : {kCaronToDoubleGrave, kLatinAdditional})
        if (c >= range.first && c < range.first + range.letters.size() && range.letters[c - range.first] != '.')
            return range.letters.substr(c - range.first, 1);
    return c == 0x1e9e ? "ss" : std::string_view(); // the capital ß
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (point.value == kInvalid)
            return false;
        text.remove_prefix(point.length);
    }
    return true;
}

std::optional<std::size_t> countCharacters(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        const CodePoint point = decode(text);
        if (point.value == kInvalid || point.value == 0)
            return std::nullopt;
        text.remove_prefix(point.length);
    }
    return count;
}

std::string_view firstCharacters(std::string_view text, std::size_t count)
{
    std::size_t length = 0;
    for (; count > 0 && length < text.size(); --count)
        length += decode(text.substr(length)).length;
    return text.substr(0, length);
}

bool isName(std::string_view text)
{
    const auto count = countCharacters(text);
    if (!count || *count == 0 || *count > kMaximumNameCharacters)
        return false;
    while (!text.empty()) {
        const CodePoint point = decode(text);
        const auto isIn = [&](char32_t first, char32_t last) { return first <= point.value && point.value <= last; };
        if (isIn(0, 0x1f) || isIn(0x7f, 0x9f) || isIn(0x200b, 0x200f) || isIn(0x2028, 0x202e) || isIn(0x2060, 0x206f) ||
            point.value == 0xfeff)
            return false;
        text.remove_prefix(point.length);
    }
    return true;
}

std::string foldForSearch(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    bool afterBlank = false;
    while (!text.empty()) {
        const CodePoint point = decode(text);
        const std::string_view original = text.substr(0, point.length);
        text.remove_prefix(point.length);
        if (isCombiningMark(point.value))
            continue;
        const bool blank = isBlank(point.value);
        if (blank) {
            if (!afterBlank)
                folded += ' ';
        } else if (point.value >= 'A' && point.value <= 'Z') {
            folded += static_cast<char>(point.value - 'A' + 'a');
        } else if (point.value == 0x2019) {
            folded += '\'';
        } else if (const auto letter = foldedLetter(point.value); !letter.empty()) {
            folded += letter;
        } else {
            folded += original;
        }
        afterBlank = blank;
    }
    return folded;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint first = decode(text);
        if (!isBlank(first.value))
            break;
        text.remove_prefix(first.length);
    }
    // Blanks are one, two or three bytes long.
    for (bool removed = true; removed;) {
        removed = false;
        for (std::size_t length = 1; length <= 3 && length <= text.size(); ++length) {
            const CodePoint last = decode(text.substr(text.size() - length));
            if (last.length != length || !isBlank(last.value))
                continue;
            text.remove_suffix(length);
            removed = true;
            break;
        }
    }
    return text;
}

} // namespace encours
