// SPDX-License-Identifier: Apache-2.0
#include "intake/row_cells.h"

#include "base/text.h"
#include "intake/amount_text.h"
#include "intake/currency_codes.h"

#include <algorithm>

namespace encours::intake {

namespace {

constexpr std::string_view kEmpty = "The value is missing.";
constexpr std::string_view kNoCurrency = "This is not a currency in use (three letters of ISO 4217).";
constexpr std::string_view kZero = "The amount is zero.";
constexpr std::string_view kNegative = "The amount is negative.";
constexpr std::string_view kLongText = "The text is longer than 200 characters.";
constexpr std::string_view kVeryLongText = "The text is longer than 4,000 characters.";
constexpr std::string_view kNoWord = "This is not one of the words this column knows.";

} // namespace

const std::string& RowCells::required(std::size_t column)
{
    if (text(column).empty())
        refuse(column, kEmpty);
    return text(column);
}

Day RowCells::day(std::size_t column, DayParser& days)
{
    const auto day = optionalDay(column, days);
    if (!day && text(column).empty())
        refuse(column, kEmpty);
    return day.value_or(Day());
}

std::optional<Day> RowCells::optionalDay(std::size_t column, DayParser& days)
{
    const auto parsed = days.parse(text(column));
    if (parsed)
        return parsed->day;
    refuse(column, parsed.error());
    return std::nullopt;
}

Currency RowCells::currency(std::size_t column, Currency fallback)
{
    if (text(column).empty())
        return fallback;
    if (const auto known = currencyInUse(text(column)))
        return *known;
    refuse(column, kNoCurrency);
    return fallback;
}

Money RowCells::amount(std::size_t column, Currency currency)
{
    if (required(column).empty())
        return Money::ofMinor(0, currency);
    const auto parsed = parseAmount(text(column));
    if (!parsed)
        refuse(column, parsed.error());
    else if (parsed->minor == 0)
        refuse(column, kZero);
    return Money::ofMinor(parsed ? parsed->minor : 0, currency);
}

Money RowCells::positiveAmount(std::size_t column, Currency currency)
{
    const Money amount = this->amount(column, currency);
    if (amount.sign() < 0)
        refuse(column, kNegative);
    return amount;
}

void RowCells::boundTexts()
{
    const auto startsOne = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const bool isLong = m_columns[column] == "text" || m_columns[column] == "numbers";
        if (std::ranges::count_if(text(column), startsOne) > (isLong ? 4000 : 200))
            refuse(column, isLong ? kVeryLongText : kLongText);
    }
}

bool RowCells::isWord(std::size_t column, std::string_view word) const
{
    return foldForSearch(text(column)) == word;
}

void RowCells::refuseWord(std::size_t column)
{
    refuse(column, kNoWord);
}

} // namespace encours::intake
