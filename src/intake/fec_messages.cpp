// SPDX-License-Identifier: Apache-2.0
#include "intake/fec_messages.h"

#include "intake/day_text.h"

#include <algorithm>

namespace encours::intake {

namespace {

constexpr std::string_view kXml = "This is a FEC in XML; have the accounting software export it as text (TXT).";
constexpr std::string_view kWorkbook =
    "This is a workbook or a ZIP archive; export the FEC as text (TXT), or unpack it.";
constexpr std::string_view kPdf = "This is a PDF; have the accounting software export the FEC as text (TXT).";
constexpr std::string_view kBinary = "This is not a text file.";
constexpr std::string_view kNameClosing = "The closing date in the name of the file is no date.";
constexpr std::string_view kNameEarly = "The file holds days after the closing date its name gives.";
constexpr std::string_view kNameLate = "The file ends more than a year before the closing date its name gives.";

constexpr std::string_view kMissingFacts[]{
    "due dates and instalments (import dues)",
    "payment terms, credit limits and insured amounts (import clients)",
    "contacts, telephone numbers and e-mail addresses (import clients)",
    "SIREN, sector and address of the clients (import clients)",
    "the salesperson of each client (import clients, client assign)",
    "promises, disputes, plans and notes",
    "the means of payment and the value date given by the bank",
};

std::string place(const Finding& finding)
{
    std::string text = finding.line != 0 ? "Line " + std::to_string(finding.line) : std::string("The file");
    if (!finding.column.empty())
        text += ", column " + finding.column;
    if (!finding.value.empty())
        text += ", \"" + finding.value + '"';
    return text + ": ";
}

} // namespace

std::span<const std::string_view> factsMissingFromFec()
{
    return kMissingFacts;
}

std::string_view otherFileKind(std::string_view firstLine)
{
    if (firstLine.starts_with("PK\x03\x04") || firstLine.starts_with("\xd0\xcf\x11\xe0"))
        return kWorkbook;
    if (firstLine.starts_with("%PDF"))
        return kPdf;
    const std::size_t start = firstLine.find_first_not_of(" \t");
    if (start != std::string_view::npos && firstLine[start] == '<')
        return kXml;
    if (std::ranges::any_of(firstLine,
                            [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r'; }))
        return kBinary;
    return {};
}

std::string_view fileNameLie(std::string_view fileName, Day first, Day last)
{
    const auto digits = [](std::string_view text) {
        return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    std::size_t mark = std::string_view::npos;
    for (std::size_t at = 9; at + 11 <= fileName.size(); ++at)
        if ((fileName.substr(at, 3) == "FEC" || fileName.substr(at, 3) == "fec") &&
            digits(fileName.substr(at - 9, 9)) && digits(fileName.substr(at + 3, 8)))
            mark = at;
    if (mark == std::string_view::npos)
        return {};
    const auto closing = DayParser().parse(fileName.substr(mark + 3, 8));
    if (!closing || !closing->day || closing->otherForm)
        return kNameClosing;
    if (last > *closing->day || first > *closing->day)
        return kNameEarly;
    return *closing->day - last > 366 ? kNameLate : std::string_view();
}

FecFormat describeFormat(const FecHeader& header, const LineReader& lines, const EncodingTally& encoding)
{
    const auto separator = [&] {
        switch (header.separator) {
        case '|': return "pipe";
        case ';': return "semicolon";
        case ',': return "comma";
        default: return "tab";
        }
    };
    const auto lineEnd = [&] {
        switch (lines.lineEnd()) {
        case LineEnd::CrLf: return "crlf";
        case LineEnd::CrCrLf: return "crcrlf";
        case LineEnd::Cr: return "cr";
        case LineEnd::Lf: break;
        }
        return "lf";
    };
    const DecodedSource& source = lines.source();
    std::string name = source.isUtf16()           ? source.isUtf16LittleEndian() ? "utf-16le" : "utf-16be"
                       : encoding.isWindows1252() ? "windows-1252"
                       : encoding.isSingleByte()  ? "iso-8859-15"
                       : encoding.isAscii()       ? "ascii"
                                                  : "utf-8";
    if (source.hasBom())
        name += "+bom";
    return {separator(), name, lineEnd(), header.names, header.amountAndDirection()};
}

std::string reportMessage(const FecReport& report, bool fatal)
{
    const auto count = [](std::int64_t number, std::string_view what) {
        return std::to_string(number) + " " + std::string(what) + (number == 1 ? "" : "s");
    };
    if (report.status == IntakeStatus::Refused) {
        const Finding& first = report.errors.listed().front();
        std::string text = place(first) + first.reason;
        if (report.errors.total() > 1)
            text += " " + count(report.errors.total() - 1, "other error") + ".";
        text += " Nothing was changed.";
        if (!fatal)
            text += " Correct the export, or allow skipped lines to import the rest and mark the figures incomplete.";
        return text;
    }
    std::string text = count(report.lines, "line") + ", " + std::to_string(report.receivableLines) +
                       " of them on receivable accounts of " +
                       count(static_cast<std::int64_t>(report.clients.size()), "client") + ".";
    if (report.incomplete)
        text += " " + count(report.skippedLines, "line") +
                " could not be read and were skipped: the figures are incomplete until the next clean import.";
    if (!report.warnings.empty())
        text += " " + count(report.warnings.total(), "warning") + ".";
    return text;
}

} // namespace encours::intake
