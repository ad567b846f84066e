// SPDX-License-Identifier: Apache-2.0
#include "intake/fec_reader.h"

#include "base/text.h"
#include "intake/fec_line.h"
#include "intake/fec_messages.h"
#include "intake/fec_spool.h"
#include "intake/line_reader.h"

#include <algorithm>
#include <cstdlib>

namespace encours::intake {

namespace {

constexpr std::string_view kEmptyFile = "The file is empty.";
constexpr std::string_view kNoLines = "The file names its columns and holds no line.";
constexpr std::string_view kEmptyLine = "The line is empty; it was skipped.";
constexpr std::string_view kLongLine = "The line is longer than 65,535 bytes: this is no line of accounting.";
constexpr std::string_view kNuls =
    "NUL bytes inside the line were passed over: what they replaced is lost, an amount may be wrong; export the file "
    "again.";
constexpr std::string_view kCut = "The file is cut in the middle of its last line.";
constexpr std::string_view kMayBeCut = "The last line has no line end: it may be cut.";
constexpr std::string_view kTooManyLines = "The file has more lines than can be read at once.";
constexpr std::string_view kTooLargeSums = "The amounts of the file add up beyond anything an accounting holds.";
constexpr std::string_view kUnbalancedFile = "The debit and the credit of the whole file differ.";
constexpr std::string_view kNoReceivable =
    "No line is of a receivable account; check the receivable accounts of the company.";
constexpr std::string_view kLongRange =
    "The dates of the file span more than two years; importing it replaces everything in between.";
constexpr std::string_view kMixedEncodings = "Some lines are in UTF-8 and others are not; accents may be wrong.";
constexpr std::string_view kUnusualSeparator =
    "The fields are apart by a semicolon or a comma; a FEC uses a tab or a pipe.";
constexpr std::string_view kAbsentColumn = "This column of the arrêté is missing; the ledger can do without it.";

constexpr std::int64_t kMaxSumMinor = 200'000'000'000'000'000; ///< of all amounts without sign: sums cannot overflow
constexpr int kLongRangeDays = 2 * 366;

class FecReading {
public:
    FecReading(const ByteSource& source, const FecOptions& options)
        : m_options(options), m_lines(source), m_spool(options)
    {
        m_report.totals.debit = m_report.totals.credit = Money::ofMinor(0, options.currency);
    }

    Result<FecReport> run(const FecSink& sink);

private:
    Result<void> readHeader();
    Result<void> readLines();
    void takeLine(const LineReader::Line& line);
    bool takeLastLine(const LineReader::Line& line, std::size_t fields);
    void add(const ParsedLine& line);
    void judgeWholeFile();
    void fatal(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason);

    const FecOptions& m_options;
    LineReader m_lines;
    FieldSplitter m_splitter;
    FecHeader m_header;
    EncodingTally m_encoding;
    std::optional<FecLineParser> m_parser;
    FecSpool m_spool;
    FecReport m_report;
    std::int64_t m_debit = 0, m_credit = 0, m_absolute = 0;
    std::vector<std::int64_t> m_blankLines; ///< since the last line that is not: reported when another one follows
    bool m_fatal = false;                   ///< nothing of the file can be taken, whatever is allowed
    std::int64_t m_cutAtAmount = 0;         ///< the last line, when it has no end and ends with an amount
};

void FecReading::fatal(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason)
{
    m_report.errors.add(line, column, value, reason);
    m_fatal = true;
}

Result<void> FecReading::readHeader()
{
    LineReader::Line line;
    do {
        ENCOURS_TRY(const bool any, m_lines.next(line));
        if (!any) {
            fatal(0, {}, {}, m_lines.source().hadNuls() ? otherFileKind(std::string_view("\0", 1)) : kEmptyFile);
            return {};
        }
    } while (line.isBlank());
    if (const auto other = otherFileKind(line.text); !other.empty() || line.tooLong) {
        fatal(line.number, {}, line.text.substr(0, 16), line.tooLong && other.empty() ? kLongLine : other);
        return {};
    }
    const bool utf8 = isValidUtf8(line.text);
    auto header = parseFecHeader(utf8 ? std::string(line.text) : utf8FromSingleByte(line.text, false));
    if (!header) {
        for (const HeaderProblem& problem : header.error())
            fatal(line.number, problem.column, problem.column.empty() ? line.text : std::string_view(), problem.reason);
        return {};
    }
    m_encoding.addLine(line.text);
    m_header = std::move(*header);
    if (m_header.separator == ';' || m_header.separator == ',')
        m_report.warnings.add(line.number, {}, std::string_view(&m_header.separator, 1), kUnusualSeparator);
    for (const FecColumn column : absentColumns(m_header))
        m_report.warnings.add(line.number, columnName(column), {}, kAbsentColumn);
    m_parser.emplace(m_header, m_options, m_report);
    return {};
}

Result<void> FecReading::readLines()
{
    LineReader::Line line;
    while (!m_fatal) {
        ENCOURS_TRY(const bool any, m_lines.next(line));
        if (!any)
            break;
        if (line.isBlank()) {
            if (m_blankLines.size() < Findings::kMaxListed)
                m_blankLines.push_back(line.number);
            continue;
        }
        for (const std::int64_t blank : m_blankLines)
            m_report.warnings.add(blank, {}, {}, kEmptyLine);
        m_blankLines.clear();
        takeLine(line);
    }
    if (m_report.lines == 0 && !m_fatal)
        fatal(0, {}, {}, kNoLines);
    return {};
}

void FecReading::takeLine(const LineReader::Line& line)
{
    if (++m_report.lines > m_options.maxLines)
        return fatal(line.number, {}, {}, kTooManyLines);
    m_encoding.addLine(line.text);
    if (line.hadNuls)
        m_report.warnings.add(line.number, {}, line.text, kNuls);
    if (line.tooLong) {
        ++m_report.skippedLines;
        return m_parser->refuseLine(line.number, line.text, kLongLine);
    }
    const auto& fields = m_splitter.split(line.text, m_header.separator);
    if (!line.ended && !takeLastLine(line, fields.size())) {
        ++m_report.skippedLines;
        return;
    }
    if (const auto parsed = m_parser->parse(line.number, fields))
        add(*parsed);
    else
        ++m_report.skippedLines;
}

// False when the line is cut. A last line without line end is whole in most files that have one; what a cut could
// change without being seen is the last column, when the ledger uses it.
bool FecReading::takeLastLine(const LineReader::Line& line, std::size_t fields)
{
    if (fields < m_parser->fieldCount() || m_lines.source().cutInsideCharacter()) {
        m_parser->refuseLine(line.number, line.text, kCut);
        return false;
    }
    const std::size_t last = m_header.names.size() - 1;
    if (fields == m_header.names.size() && m_header.isAmount(last))
        m_cutAtAmount = line.number;
    if (fields == m_header.names.size() && m_header.isUsed(last))
        m_report.warnings.add(line.number, m_header.names[last], {}, kMayBeCut);
    return true;
}

void FecReading::add(const ParsedLine& line)
{
    m_debit += line.debit;
    m_credit += line.credit;
    m_absolute += std::abs(line.debit) + std::abs(line.credit);
    if (m_absolute > kMaxSumMinor)
        return fatal(line.number, {}, {}, kTooLargeSums);
    ++m_report.totals.lines;
    m_report.firstDay = m_report.firstDay ? std::min(*m_report.firstDay, line.day) : line.day;
    m_report.lastDay = m_report.lastDay ? std::max(*m_report.lastDay, line.day) : line.day;
    if (line.account.starts_with('5'))
        m_report.coveredThrough = m_report.coveredThrough ? std::max(*m_report.coveredThrough, line.day) : line.day;
    m_spool.add(line);
    if (m_spool.receivableLines() > static_cast<std::size_t>(m_options.maxReceivableLines))
        fatal(line.number, {}, {}, kTooManyLines);
}

void FecReading::judgeWholeFile()
{
    m_report.totals.debit = Money::ofMinor(m_debit, m_options.currency);
    m_report.totals.credit = Money::ofMinor(m_credit, m_options.currency);
    if (m_debit != m_credit && m_cutAtAmount != 0)
        m_parser->refuseLine(m_cutAtAmount, toPlainString(m_report.totals.balance()), kCut);
    m_spool.entries().reportUnbalanced(m_report.warnings);
    if (m_debit != m_credit)
        m_report.warnings.add(0, {}, toPlainString(m_report.totals.balance()), kUnbalancedFile);
    if (m_spool.receivableLines() == 0)
        m_report.warnings.add(0, {}, {}, kNoReceivable);
    if (m_report.firstDay && *m_report.lastDay - *m_report.firstDay > kLongRangeDays)
        m_report.warnings.add(0, columnName(FecColumn::EcritureDate),
                              m_report.firstDay->iso() + " to " + m_report.lastDay->iso(), kLongRange);
    if (m_encoding.isMixed())
        m_report.warnings.add(0, {}, {}, kMixedEncodings);
    if (m_report.firstDay)
        if (const auto lie = fileNameLie(m_options.fileName, *m_report.firstDay, *m_report.lastDay); !lie.empty())
            m_report.warnings.add(0, {}, m_options.fileName, lie);
}

Result<FecReport> FecReading::run(const FecSink& sink)
{
    ENCOURS_CHECK(readHeader());
    if (!m_fatal)
        ENCOURS_CHECK(readLines());
    if (!m_fatal)
        judgeWholeFile();
    m_report.format = describeFormat(m_header, m_lines, m_encoding);
    m_spool.putTotals(m_report, m_encoding);
    const bool errors = !m_report.errors.empty();
    m_report.incomplete = errors && m_options.allowSkippedLines && !m_fatal;
    m_report.status = errors && !m_report.incomplete         ? IntakeStatus::Refused
                      : errors || !m_report.warnings.empty() ? IntakeStatus::AcceptedWithWarnings
                                                             : IntakeStatus::Accepted;
    m_report.message = reportMessage(m_report, m_fatal);
    if (m_report.status != IntakeStatus::Refused)
        ENCOURS_CHECK(m_spool.deliver(sink, m_encoding));
    return std::move(m_report);
}

} // namespace

Result<FecReport> readFec(const ByteSource& source, const FecOptions& options, const FecSink& sink)
{
    return FecReading(source, options).run(sink);
}

} // namespace encours::intake
