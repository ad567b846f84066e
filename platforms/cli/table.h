// SPDX-License-Identifier: Apache-2.0
// A listing: named columns, rows of typed cells, written as aligned text, JSON or CSV.
//
// - JSON: an array of objects; an amount is an integer of minor units (its currency is a column of the row), a day is
//   "2026-11-23", a missing value is null.
// - CSV: semicolons, UTF-8, amounts "1234,50", RFC 4180 quoting. A text that a spreadsheet would run as a formula
//   (= + - @ tab, carriage return) gets an apostrophe in front; control characters other than tabs and line ends are
//   replaced, because files are also looked at in terminals.
// - Text: columns aligned, amounts "1 234,50", days "23/11/2026"; control characters are replaced, so that a name from
//   a file cannot drive the terminal.
#pragma once

#include "base/day.h"
#include "base/money.h"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace encours::cli {

enum class Format { Text, Json, Csv };

using Cell = std::variant<std::monostate, std::string, std::int64_t, bool, Money, Day, std::vector<std::string>>;

/// Of a value that may be missing.
template<class Value>
Cell cellOf(const std::optional<Value>& value)
{
    return value ? Cell(*value) : Cell(std::monostate());
}
/// "EUR"
inline std::string code(Currency currency)
{
    return std::string(currency.code());
}

struct Column {
    std::string name;  ///< stable: JSON field and CSV header
    std::string title; ///< heading of the text form; empty = left out of it
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< as many cells as columns
    /// Last lines of the text form only (totals): as many cells as columns.
    std::vector<std::vector<Cell>> footers;
};

void write(std::ostream& out, const Table& table, Format format);

/// One object instead of an array: `table` has one row.
void writeRecord(std::ostream& out, const Table& table, Format format);

/// A record and the listings that belong to it. JSON: one object, each part an array in it. Text: the record, then each
/// part that has rows, under its title. CSV: the record, then each part after an empty line.
struct Part {
    std::string name;  ///< JSON field
    std::string title; ///< of the text form
    Table table;
};
void writeDocument(std::ostream& out, const Table& record, const std::vector<Part>& parts, Format format);

/// "1 234,50" with U+202F between thousands.
std::string frenchAmount(Money amount);
/// "23/11/2026"
std::string frenchDay(Day day);

} // namespace encours::cli
