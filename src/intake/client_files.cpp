// SPDX-License-Identifier: Apache-2.0
#include "intake/client_files.h"

#include "intake/amount_text.h"
#include "intake/csv_reader.h"
#include "intake/day_text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace encours::intake {

namespace {

constexpr std::string_view kNoKey = "The line names no client.";
constexpr std::string_view kSameKey = "This client appears a second time.";
constexpr std::string_view kTerms = "The terms are not a number of days from 0 to 365.";
constexpr std::string_view kNegative = "The amount is negative.";
constexpr std::string_view kSiren = "A SIREN has nine digits; it was kept as it is.";
constexpr std::string_view kLongText = "The text is longer than 200 characters.";
constexpr std::string_view kNoNumber = "The line names no invoice.";
constexpr std::string_view kNoDay = "The due date is missing.";

enum ClientColumn : std::size_t {
    ClientKey,
    Name,
    City,
    Postcode,
    Siren,
    Sector,
    Salesperson,
    Terms,
    CreditLimit,
    InsuredLimit,
    ContactName,
    ContactRole,
    Phone,
    Email,
};
const std::vector<std::string> kClientColumns{"client",       "name",         "city",  "postcode",     "siren",
                                              "sector",       "salesperson",  "terms", "credit_limit", "insured_limit",
                                              "contact_name", "contact_role", "phone", "email"};

enum DueColumn : std::size_t { DueClient, DueNumber, DueDay };
const std::vector<std::string> kDueColumns{"client", "number", "due"};

/// The report of a table, its rows read one by one; `read` says what is wrong through the errors.
template<class Row, class Read>
RowsReport<Row> reportRows(CsvTable table, std::string_view what, const Read& read)
{
    RowsReport<Row> report;
    report.errors = std::move(table.errors);
    report.warnings = std::move(table.warnings);
    for (const CsvRow& row : table.rows)
        report.rows.push_back(read(row, report));
    if (!report.errors.empty()) {
        const Finding& first = report.errors.listed().front();
        report.rows.clear();
        report.status = IntakeStatus::Refused;
        report.message = (first.line ? "Line " + std::to_string(first.line) : std::string("The file")) +
                         (first.column.empty() ? "" : ", column " + first.column) +
                         (first.value.empty() ? "" : ", \"" + first.value + '"') + ": " + first.reason +
                         " Nothing was changed; correct the file and import it again.";
        return report;
    }
    report.status = report.warnings.empty() ? IntakeStatus::Accepted : IntakeStatus::AcceptedWithWarnings;
    report.message = std::to_string(report.rows.size()) + " " + std::string(what) + " read.";
    return report;
}

// The centre and the devices bound a person's name so; no text of a client is in need of more.
constexpr std::ptrdiff_t kMaximumCharacters = 200;

void boundTexts(const CsvRow& row, RowsReport<ClientRow>& report)
{
    const auto startsOne = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (std::ranges::count_if(row.cells[column], startsOne) > kMaximumCharacters)
            report.errors.add(row.line, kClientColumns[column], row.cells[column], kLongText);
    }
}

std::optional<Money> limit(const CsvRow& row, ClientColumn column, Currency currency, RowsReport<ClientRow>& report)
{
    const std::string& text = row.cells[column];
    if (text.empty())
        return {};
    const auto amount = parseAmount(text);
    if (!amount || amount->minor < 0) {
        report.errors.add(row.line, kClientColumns[column], text, amount ? kNegative : amount.error());
        return {};
    }
    return Money::ofMinor(amount->minor, currency);
}

std::optional<int> terms(const CsvRow& row, RowsReport<ClientRow>& report)
{
    const std::string& text = row.cells[Terms];
    if (text.empty())
        return {};
    int days = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > 365) {
        report.errors.add(row.line, kClientColumns[Terms], text, kTerms);
        return {};
    }
    return days;
}

} // namespace

Result<RowsReport<ClientRow>> readClients(const ByteSource& source, Currency currency)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kClientColumns, 1));
    std::set<std::string> keys;
    return reportRows<ClientRow>(std::move(table), "clients", [&](const CsvRow& row, RowsReport<ClientRow>& report) {
        const auto& cell = row.cells;
        boundTexts(row, report);
        if (cell[ClientKey].empty())
            report.errors.add(row.line, kClientColumns[ClientKey], {}, kNoKey);
        else if (!keys.insert(cell[ClientKey]).second)
            report.errors.add(row.line, kClientColumns[ClientKey], cell[ClientKey], kSameKey);
        if (const std::string& siren = cell[Siren];
            !siren.empty() && (siren.size() != 9 || siren.find_first_not_of("0123456789") != std::string::npos))
            report.warnings.add(row.line, kClientColumns[Siren], siren, kSiren);
        return ClientRow{.line = row.line,
                         .key = cell[ClientKey],
                         .name = cell[Name],
                         .city = cell[City],
                         .postcode = cell[Postcode],
                         .siren = cell[Siren],
                         .sector = cell[Sector],
                         .salesperson = cell[Salesperson],
                         .termsDays = terms(row, report),
                         .creditLimit = limit(row, CreditLimit, currency, report),
                         .insuredLimit = limit(row, InsuredLimit, currency, report),
                         .contactName = cell[ContactName],
                         .contactRole = cell[ContactRole],
                         .phone = cell[Phone],
                         .email = cell[Email]};
    });
}

Result<RowsReport<DueRow>> readDues(const ByteSource& source)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kDueColumns, kDueColumns.size()));
    std::map<std::pair<std::string, std::string>, int> ranks;
    DayParser days;
    return reportRows<DueRow>(std::move(table), "due dates", [&](const CsvRow& row, RowsReport<DueRow>& report) {
        const auto& cell = row.cells;
        const auto refuse = [&](DueColumn column, std::string_view reason) {
            report.errors.add(row.line, kDueColumns[column], cell[column], reason);
        };
        if (cell[DueClient].empty())
            refuse(DueClient, kNoKey);
        if (cell[DueNumber].empty())
            refuse(DueNumber, kNoNumber);
        const auto due = days.parse(cell[DueDay]);
        if (!due || !due->day)
            refuse(DueDay, due ? kNoDay : due.error());
        const int rank = ranks[{cell[DueClient], cell[DueNumber]}]++;
        return DueRow{row.line, cell[DueClient], cell[DueNumber], rank, due && due->day ? *due->day : Day()};
    });
}

} // namespace encours::intake
