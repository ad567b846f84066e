// SPDX-License-Identifier: Apache-2.0
// Inside the readers of small CSV files: the cells of a line as values, what is wrong told to the findings, and the
// report of the whole file. A file with one unreadable value is refused as a whole: half an update would be hard to see
// and to mend.
#pragma once

#include "base/money.h"
#include "intake/csv_reader.h"
#include "intake/day_text.h"
#include "intake/rows_report.h"

#include <optional>

namespace encours::intake {

class RowCells {
public:
    RowCells(const CsvRow& row, const std::vector<std::string>& columns, Findings& errors, Findings& warnings)
        : m_row(row), m_columns(columns), m_errors(errors), m_warnings(warnings)
    {
    }

    std::int64_t line() const { return m_row.line; }
    const std::string& text(std::size_t column) const { return m_row.cells[column]; }
    /// Refused when it is empty.
    const std::string& required(std::size_t column);
    /// Refused when it is empty or no date; then 1970-01-01.
    Day day(std::size_t column, DayParser& days);
    /// Nothing when it is empty.
    std::optional<Day> optionalDay(std::size_t column, DayParser& days);
    /// Empty = `fallback`. Refused when it is no currency in use (ISO 4217).
    Currency currency(std::size_t column, Currency fallback);
    /// Refused when it is empty, no amount, or zero.
    Money amount(std::size_t column, Currency currency);
    /// The same, and not below zero.
    Money positiveAmount(std::size_t column, Currency currency);
    /// Empty = `fallback`. Refused when it is none of the words (folded: lower case, no accents).
    template<class Value>
    Value oneOf(std::size_t column, std::span<const std::pair<std::string_view, Value>> words, Value fallback);

    /// Refuses texts of more than 200 characters (the centre and the devices bound a person's name so), and of more than
    /// 4,000 in the columns `text` and `numbers`.
    void boundTexts();

    void refuse(std::size_t column, std::string_view reason)
    {
        m_errors.add(line(), m_columns[column], text(column), reason);
    }
    void warn(std::size_t column, std::string_view reason)
    {
        m_warnings.add(line(), m_columns[column], text(column), reason);
    }

private:
    bool isWord(std::size_t column, std::string_view word) const;
    void refuseWord(std::size_t column);

    const CsvRow& m_row;
    const std::vector<std::string>& m_columns;
    Findings& m_errors;
    Findings& m_warnings;
};

template<class Value>
Value RowCells::oneOf(std::size_t column, std::span<const std::pair<std::string_view, Value>> words, Value fallback)
{
    if (text(column).empty())
        return fallback;
    for (const auto& [word, value] : words)
        if (isWord(column, word))
            return value;
    refuseWord(column);
    return fallback;
}

/// The report of a table, its rows read one by one: read(RowCells&, RowsReport<Row>&) gives a row, and says what is
/// wrong through the cells.
template<class Row, class Read>
RowsReport<Row> reportRows(CsvTable table, const std::vector<std::string>& columns, std::string_view what, Read read)
{
    RowsReport<Row> report;
    report.errors = std::move(table.errors);
    report.warnings = std::move(table.warnings);
    for (const CsvRow& row : table.rows) {
        RowCells cells(row, columns, report.errors, report.warnings);
        cells.boundTexts();
        report.rows.push_back(read(cells));
    }
    conclude(report.status, report.message, report.errors, report.warnings, report.rows.size(), what);
    if (report.status == IntakeStatus::Refused)
        report.rows.clear();
    return report;
}

} // namespace encours::intake
