// SPDX-License-Identifier: Apache-2.0
#include "intake/amount_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace encours::intake {

namespace {

constexpr std::string_view kNotANumber = "The amount is not a number.";
constexpr std::string_view kTooFine = "The amount has more than two decimals.";
constexpr std::string_view kAmbiguous =
    "The point may be a decimal point or a thousands separator; write the amount with a comma.";
constexpr std::string_view kTooLarge = "The amount is beyond 100 billion.";

constexpr std::size_t kMaxDigits = 18;
constexpr char kGroup = '_'; ///< any thousands separator that cannot be a decimal sign

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// How many bytes of blank or apostrophe stand at the start: a space, NBSP (A0, or C2 A0), U+202F, U+2009, ' or ’.
std::size_t groupMark(std::string_view text)
{
    for (const std::string_view mark : {" ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x99", "\xa0", "'"})
        if (text.starts_with(mark))
            return mark.size();
    return 0;
}

/// The text reduced to digits, points, commas and kGroup.
struct Compact {
    std::array<char, 48> characters{};
    std::size_t size = 0;
    bool add(char c)
    {
        if (size == characters.size())
            return false;
        characters[size++] = c;
        return true;
    }
    std::string_view view() const { return {characters.data(), size}; }
};

/// Takes a sign away from one end of the text, with blanks around it.
bool takeSign(std::string_view& text, bool front, int& sign)
{
    const char c = text.empty() ? '\0' : front ? text.front() : text.back();
    if (c != '-' && c != '+')
        return false;
    sign = c == '-' ? -1 : 1;
    front ? text.remove_prefix(1) : text.remove_suffix(1);
    return true;
}

std::string_view withoutGroupMarks(std::string_view text)
{
    while (const std::size_t length = groupMark(text))
        text.remove_prefix(length);
    for (bool again = true; again && !text.empty();) {
        again = false;
        for (const std::string_view mark : {" ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xa0"})
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                again = true;
            }
    }
    return text;
}

std::expected<AmountText, std::string_view> parseMantissa(std::string_view text, int exponent)
{
    const std::size_t comma = text.find(','), point = text.find('.');
    const std::size_t none = std::string_view::npos;
    std::size_t decimal = none;
    if (comma != none && point != none) { // the last one is the decimal sign
        decimal = std::max(text.rfind(','), text.rfind('.'));
        if (text.find(text[decimal]) != decimal)
            return std::unexpected(kNotANumber);
    } else if (comma != none && comma == text.rfind(',')) {
        decimal = comma;
    } else if (point != none && point == text.rfind('.')) {
        decimal = point;
        // "12.345" could be twelve thousand; "0.125" and "1234.567" could not.
        const bool grouped = text.size() - point == 4 && point >= 1 && point <= 3 && text.front() != '0';
        if (grouped)
            return std::unexpected(kAmbiguous);
    }
    AmountText amount;
    amount.decimalPoint = decimal != none && text[decimal] == '.';

    std::int64_t value = 0;
    std::size_t digits = 0, significant = 0, inGroup = 0;
    int decimals = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isDigit(text[at])) {
            significant += significant != 0 || text[at] != '0';
            if (significant > kMaxDigits)
                return std::unexpected(decimal != none && at > decimal ? kTooFine : kTooLarge);
            value = value * 10 + (text[at] - '0');
            ++digits;
            ++inGroup;
            decimals += decimal != none && at > decimal;
            continue;
        }
        if (at != decimal) {
            if (decimal != none && at > decimal)
                return std::unexpected(kNotANumber);
            const bool firstGroup = !amount.thousands;
            if (inGroup == 0 || inGroup > 3 || (!firstGroup && inGroup != 3))
                return std::unexpected(kNotANumber);
            amount.thousands = true;
        } else if (amount.thousands && inGroup != 3) {
            return std::unexpected(kNotANumber);
        }
        inGroup = 0;
    }
    if (digits == 0 || (amount.thousands && decimal == none && inGroup != 3))
        return std::unexpected(kNotANumber);
    for (int shift = exponent + 2 - decimals; shift != 0 && value != 0;) {
        if (shift > 0) {
            if (value > kMaxAmountMinor)
                return std::unexpected(kTooLarge);
            value *= 10;
            --shift;
        } else {
            if (value % 10 != 0)
                return std::unexpected(kTooFine);
            value /= 10;
            ++shift;
        }
    }
    if (value > kMaxAmountMinor)
        return std::unexpected(kTooLarge);
    amount.minor = value;
    return amount;
}

/// What nearly every amount is: digits, a comma, two digits.
bool parsePlain(std::string_view text, std::int64_t& minor)
{
    if (text.size() < 4 || text.size() > 16 || text[text.size() - 3] != ',')
        return false;
    std::int64_t value = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at == text.size() - 3)
            continue;
        if (!isDigit(text[at]))
            return false;
        value = value * 10 + (text[at] - '0');
    }
    minor = value;
    return value <= kMaxAmountMinor;
}

} // namespace

std::expected<AmountText, std::string_view> parseAmount(std::string_view text)
{
    AmountText plain;
    if (parsePlain(text, plain.minor))
        return plain;
    text = withoutGroupMarks(text);
    if (text.empty())
        return plain;
    int sign = 1;
    const bool signedInFront = takeSign(text, true, sign);
    if (!signedInFront)
        takeSign(text, false, sign);
    text = withoutGroupMarks(text);

    int exponent = 0;
    if (const std::size_t mark = text.find_first_of("eE"); mark != std::string_view::npos) {
        std::string_view power = text.substr(mark + 1);
        int powerSign = 1;
        takeSign(power, true, powerSign);
        if (power.empty() || power.size() > 2 || !isDigit(power.front()) || !isDigit(power.back()))
            return std::unexpected(kNotANumber);
        for (const char c : power)
            exponent = exponent * 10 + (c - '0');
        exponent *= powerSign;
        text = text.substr(0, mark);
    }
    Compact compact;
    while (!text.empty()) {
        const std::size_t mark = groupMark(text);
        const char c = mark ? kGroup : text.front();
        if (!mark && !isDigit(c) && c != ',' && c != '.')
            return std::unexpected(kNotANumber);
        if (!compact.add(c))
            return std::unexpected(kNotANumber);
        text.remove_prefix(mark ? mark : 1);
    }
    auto amount = parseMantissa(compact.view(), exponent);
    if (amount)
        amount->minor *= sign;
    return amount;
}

} // namespace encours::intake
