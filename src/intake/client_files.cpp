// SPDX-License-Identifier: Apache-2.0
#include "intake/client_files.h"

#include "intake/amount_text.h"
#include "intake/row_cells.h"

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
    Group,
};
const std::vector<std::string> kClientColumns{"client",       "name",         "city",  "postcode",     "siren",
                                              "sector",       "salesperson",  "terms", "credit_limit", "insured_limit",
                                              "contact_name", "contact_role", "phone", "email",        "group"};

enum DueColumn : std::size_t { DueClient, DueNumber, DueDay };
const std::vector<std::string> kDueColumns{"client", "number", "due"};

std::optional<Money> limit(RowCells& cells, ClientColumn column, Currency currency)
{
    const std::string& text = cells.text(column);
    if (text.empty())
        return {};
    const auto amount = parseAmount(text);
    if (!amount || amount->minor < 0) {
        cells.refuse(column, amount ? kNegative : amount.error());
        return {};
    }
    return Money::ofMinor(amount->minor, currency);
}

std::optional<int> terms(RowCells& cells)
{
    const std::string& text = cells.text(Terms);
    if (text.empty())
        return {};
    int days = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > 365) {
        cells.refuse(Terms, kTerms);
        return {};
    }
    return days;
}

} // namespace

Result<RowsReport<ClientRow>> readClients(const ByteSource& source, Currency currency)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kClientColumns, 1));
    std::set<std::string> keys;
    return reportRows<ClientRow>(std::move(table), kClientColumns, "clients", [&](RowCells& cells) {
        const std::string& key = cells.text(ClientKey);
        if (key.empty())
            cells.refuse(ClientKey, kNoKey);
        else if (!keys.insert(key).second)
            cells.refuse(ClientKey, kSameKey);
        if (const std::string& siren = cells.text(Siren);
            !siren.empty() && (siren.size() != 9 || siren.find_first_not_of("0123456789") != std::string::npos))
            cells.warn(Siren, kSiren);
        return ClientRow{.line = cells.line(),
                         .key = key,
                         .name = cells.text(Name),
                         .city = cells.text(City),
                         .postcode = cells.text(Postcode),
                         .siren = cells.text(Siren),
                         .sector = cells.text(Sector),
                         .salesperson = cells.text(Salesperson),
                         .termsDays = terms(cells),
                         .creditLimit = limit(cells, CreditLimit, currency),
                         .insuredLimit = limit(cells, InsuredLimit, currency),
                         .contactName = cells.text(ContactName),
                         .contactRole = cells.text(ContactRole),
                         .phone = cells.text(Phone),
                         .email = cells.text(Email),
                         .group = cells.text(Group)};
    });
}

Result<RowsReport<DueRow>> readDues(const ByteSource& source)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kDueColumns, kDueColumns.size()));
    std::map<std::pair<std::string, std::string>, int> ranks;
    DayParser days;
    return reportRows<DueRow>(std::move(table), kDueColumns, "due dates", [&](RowCells& cells) {
        const std::string& client = cells.text(DueClient);
        const std::string& number = cells.text(DueNumber);
        if (client.empty())
            cells.refuse(DueClient, kNoKey);
        if (number.empty())
            cells.refuse(DueNumber, kNoNumber);
        const auto due = days.parse(cells.text(DueDay));
        if (!due || !due->day)
            cells.refuse(DueDay, due ? kNoDay : due.error());
        const int rank = ranks[{client, number}]++;
        return DueRow{cells.line(), client, number, rank, due && due->day ? *due->day : Day()};
    });
}

} // namespace encours::intake
