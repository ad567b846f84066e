// SPDX-License-Identifier: Apache-2.0
#include "intake/csv_reader.h"

#include "base/text.h"
#include "intake/fec_columns.h"
#include "intake/line_reader.h"

#include <algorithm>

namespace encours::intake {

namespace {

constexpr std::string_view kEmptyFile = "The file is empty.";
constexpr std::string_view kMissing = "This required column is missing.";
constexpr std::string_view kTwice = "This column appears twice.";
constexpr std::string_view kUnknown = "This column is not known; it was ignored. Those known are: ";
constexpr std::string_view kNothingKnown = "Nothing in this file is known beside its key; the columns are: ";
constexpr std::string_view kLongLine = "The line is longer than 65,535 bytes.";
constexpr std::string_view kFieldCount = "The line does not have the number of fields of the header.";
constexpr std::string_view kOpenQuote = "A quote opens a field and is never closed.";
constexpr std::string_view kTooManyRows = "The file has more than 1,000,000 lines.";
constexpr std::string_view kBinary = "This is not a text file.";
constexpr std::string_view kTooManyColumns = "The file has more than 64 columns.";

class CsvReading {
public:
    CsvReading(const ByteSource& source, const std::vector<std::string>& columns, std::size_t required)
        : m_lines(source), m_columns(columns), m_required(required)
    {
    }

    Result<CsvTable> run()
    {
        LineReader::Line line;
        bool headerRead = false;
        for (;;) {
            ENCOURS_TRY(const bool any, m_lines.next(line));
            if (!any)
                break;
            if (line.isBlank())
                continue;
            ENCOURS_CHECK(closeQuotes(line));
            m_encoding.addLine(line.text);
            if (line.tooLong)
                m_table.errors.add(line.number, {}, line.text, kLongLine);
            else if (!headerRead)
                readHeader(line);
            else if (m_table.rows.size() == kMaxCsvRows)
                m_table.errors.add(line.number, {}, {}, kTooManyRows);
            else
                readRow(line);
            if (!headerRead && !m_table.errors.empty())
                break;
            headerRead = true;
            if (m_table.rows.size() == kMaxCsvRows && !m_table.errors.empty())
                break;
        }
        if (!headerRead && m_table.errors.empty())
            m_table.errors.add(0, {}, {}, kEmptyFile);
        for (CsvRow& row : m_table.rows) // the encoding is known at the end only
            for (std::string& cell : row.cells)
                cell = trimmed(m_encoding.decoded(cell)); // a no-break blank shows only now
        return std::move(m_table);
    }

private:
    /// A quoted field may hold line ends: as long as the quotes of a line are odd in number, the next line belongs to
    /// it.
    Result<void> closeQuotes(LineReader::Line& line)
    {
        while (std::ranges::count(line.text, '"') % 2 != 0) {
            ENCOURS_TRY(const bool longer, m_lines.extend(line));
            if (longer)
                continue;
            m_table.errors.add(line.number, {}, line.text, kOpenQuote);
            break;
        }
        return {};
    }

    void readHeader(const LineReader::Line& line)
    {
        if (std::ranges::any_of(
                line.text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; })) {
            m_table.errors.add(line.number, {}, line.text, kBinary);
            return;
        }
        const std::string header =
            isValidUtf8(line.text) ? std::string(line.text) : utf8FromSingleByte(line.text, false);
        long best = -1;
        std::vector<std::string> names;
        for (const char separator : {';', ',', '\t', '|'}) {
            const auto& fields = m_splitter.split(header, separator);
            const long known =
                std::ranges::count_if(fields, [&](auto name) { return column(name) < m_columns.size(); });
            if (known > best) {
                best = known;
                m_separator = separator;
                names.assign(fields.begin(), fields.end());
            }
        }
        if (names.size() > kMaxColumns)
            m_table.errors.add(line.number, {}, {}, kTooManyColumns);
        m_written = names.size();
        std::string known;
        for (const std::string& name : m_columns)
            known += (known.empty() ? "" : ", ") + name;
        std::string unknown;
        m_positions.assign(m_columns.size(), kNoColumn);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::size_t place = column(names[i]);
            if (place == m_columns.size()) {
                if (names[i].empty())
                    continue;
                m_table.warnings.add(line.number, names[i], {}, std::string(kUnknown) + known);
                unknown += (unknown.empty() ? "" : ", ") + names[i];
            } else if (m_positions[place] != kNoColumn) {
                m_table.errors.add(line.number, m_columns[place], {}, kTwice);
            } else {
                m_positions[place] = i;
            }
        }
        for (std::size_t i = 0; i < m_required; ++i)
            if (m_positions[i] == kNoColumn)
                m_table.errors.add(line.number, m_columns[i], {}, kMissing);
        // The file of another command, or one whose header is in other words: taken, it would do nothing.
        const bool onlyKeys = std::all_of(m_positions.begin() + static_cast<std::ptrdiff_t>(m_required),
                                          m_positions.end(), [](std::size_t at) { return at == kNoColumn; });
        if (onlyKeys && m_required < m_columns.size() && !unknown.empty())
            m_table.errors.add(line.number, {}, unknown, std::string(kNothingKnown) + known);
    }

    void readRow(const LineReader::Line& line)
    {
        const auto& fields = m_splitter.split(line.text, m_separator);
        if (std::ranges::all_of(fields, [](std::string_view field) { return trimmed(field).empty(); }))
            return; // ";;": a spreadsheet keeps the rows that were emptied
        if (fields.size() != m_written) {
            m_table.errors.add(line.number, {},
                               std::to_string(fields.size()) + " fields instead of " + std::to_string(m_written),
                               kFieldCount);
            return;
        }
        CsvRow& row = m_table.rows.emplace_back(line.number, std::vector<std::string>(m_columns.size()));
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_positions[i] != kNoColumn)
                row.cells[i] = fields[m_positions[i]];
    }

    std::size_t column(std::string_view name) const
    {
        const auto found = std::ranges::find(m_columns, foldedColumnName(name),
                                             [](const std::string& known) { return foldedColumnName(known); });
        return static_cast<std::size_t>(found - m_columns.begin());
    }

    LineReader m_lines;
    FieldSplitter m_splitter;
    EncodingTally m_encoding;
    const std::vector<std::string>& m_columns;
    std::size_t m_required;
    CsvTable m_table;
    char m_separator = ';';
    std::size_t m_written = 0;            ///< fields of the header
    std::vector<std::size_t> m_positions; ///< of each column asked for
};

} // namespace

Result<CsvTable> readCsv(const ByteSource& source, const std::vector<std::string>& columns, std::size_t required)
{
    return CsvReading(source, columns, required).run();
}

} // namespace encours::intake
