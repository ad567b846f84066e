// SPDX-License-Identifier: Apache-2.0
#include "intake/ledger_files.h"

#include "intake/row_cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace encours::intake {

namespace {

constexpr std::string_view kFuture = "The day is still to come.";
constexpr std::string_view kDueBefore = "The invoice is due before its own day.";
constexpr std::string_view kNotReceivable = "This is not one of the receivable accounts of the company.";
constexpr std::string_view kOtherCurrency = "This number of this client has another currency on an earlier line.";
constexpr std::string_view kOtherAccount = "This number of this client is on another account on an earlier line.";
constexpr std::string_view kTwice = "The same line is there twice; it was counted twice.";
constexpr std::string_view kOnlyPayments =
    "Only a payment comes back: the amount is below zero and the kind is another.";
constexpr std::string_view kAdvanceOfInvoice = "An advance pays no invoice yet: a receipt that names one is a payment.";

// Required ones first.
enum ItemColumn : std::size_t { ItemClient, Number, ItemDate, ItemAmount, Name, Due, ItemCurrency, Account, Label };
const std::vector<std::string> kItemColumns{"client", "number",   "date",    "amount", "name",
                                            "due",    "currency", "account", "label"};
enum ReceiptColumn : std::size_t {
    ReceiptClient,
    ReceiptDate,
    ReceiptAmount,
    ReceiptCurrency,
    ItemNumber,
    Reference,
    Kind
};
const std::vector<std::string> kReceiptColumns{"client", "date", "amount", "currency", "item", "reference", "kind"};

constexpr std::array<std::pair<std::string_view, ReceiptKind>, 9> kKinds{{{"payment", ReceiptKind::Payment},
                                                                          {"paiement", ReceiptKind::Payment},
                                                                          {"reglement", ReceiptKind::Payment},
                                                                          {"credit_note", ReceiptKind::CreditNote},
                                                                          {"avoir", ReceiptKind::CreditNote},
                                                                          {"advance", ReceiptKind::Advance},
                                                                          {"acompte", ReceiptKind::Advance},
                                                                          {"other", ReceiptKind::Other},
                                                                          {"autre", ReceiptKind::Other}}};

void warnOfFuture(RowCells& cells, std::size_t column, Day day, Day today)
{
    if (day > today)
        cells.warn(column, kFuture);
}

class ItemsReading {
public:
    explicit ItemsReading(const LedgerFileOptions& options) : m_options(options) {}

    ItemRow read(RowCells& cells)
    {
        ItemRow row;
        row.line = cells.line();
        row.client = cells.required(ItemClient);
        row.name = cells.text(Name);
        row.number = cells.required(Number);
        row.date = cells.day(ItemDate, m_days);
        row.due = cells.optionalDay(Due, m_days);
        row.amount = cells.amount(ItemAmount, cells.currency(ItemCurrency, m_options.currency));
        row.account = account(cells);
        row.label = cells.text(Label);
        warnOfFuture(cells, ItemDate, row.date, m_options.today);
        if (row.due && *row.due < row.date)
            cells.warn(Due, kDueBefore);
        checkNumber(cells, row);
        return row;
    }

private:
    std::string account(RowCells& cells) const
    {
        const std::string& text = cells.text(Account);
        if (text.empty())
            return m_options.receivables.front();
        if (std::ranges::none_of(m_options.receivables,
                                 [&](const std::string& prefix) { return text.starts_with(prefix); }))
            cells.refuse(Account, kNotReceivable);
        return text;
    }

    void checkNumber(RowCells& cells, const ItemRow& row)
    {
        const auto& first =
            m_numbers.try_emplace({row.client, row.number}, row.amount.currency(), row.account).first->second;
        if (first.first != row.amount.currency())
            cells.refuse(ItemCurrency, kOtherCurrency);
        if (first.second != row.account)
            cells.refuse(Account, kOtherAccount);
        if (!m_lines.insert({row.client, row.number, row.date, row.due, row.amount.minor(), row.label}).second)
            cells.warn(Number, kTwice);
    }

    const LedgerFileOptions& m_options;
    DayParser m_days;
    std::map<std::pair<std::string, std::string>, std::pair<Currency, std::string>> m_numbers;
    std::set<std::tuple<std::string, std::string, Day, std::optional<Day>, std::int64_t, std::string>> m_lines;
};

} // namespace

Result<RowsReport<ItemRow>> readItems(const ByteSource& source, const LedgerFileOptions& options)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kItemColumns, Name));
    ItemsReading reading(options);
    return reportRows<ItemRow>(std::move(table), kItemColumns, "items",
                               [&](RowCells& cells) { return reading.read(cells); });
}

Result<RowsReport<ReceiptRow>> readReceipts(const ByteSource& source, const LedgerFileOptions& options)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kReceiptColumns, ReceiptCurrency));
    DayParser days;
    return reportRows<ReceiptRow>(std::move(table), kReceiptColumns, "receipts", [&](RowCells& cells) {
        ReceiptRow row;
        row.line = cells.line();
        row.client = cells.required(ReceiptClient);
        row.date = cells.day(ReceiptDate, days);
        row.amount = cells.amount(ReceiptAmount, cells.currency(ReceiptCurrency, options.currency));
        row.item = cells.text(ItemNumber);
        row.reference = cells.text(Reference);
        row.kind = cells.oneOf<ReceiptKind>(Kind, kKinds, ReceiptKind::Payment);
        warnOfFuture(cells, ReceiptDate, row.date, options.today);
        if (row.amount.sign() < 0 && row.kind != ReceiptKind::Payment)
            cells.refuse(ReceiptAmount, kOnlyPayments);
        if (row.kind == ReceiptKind::Advance && !row.item.empty())
            cells.refuse(Kind, kAdvanceOfInvoice);
        return row;
    });
}

} // namespace encours::intake
