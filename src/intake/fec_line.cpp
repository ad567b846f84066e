// SPDX-License-Identifier: Apache-2.0
#include "intake/fec_line.h"

#include "intake/amount_text.h"

#include <algorithm>

namespace encours::intake {

namespace {

constexpr std::string_view kFieldCount = "The line does not have the number of fields of the others.";
constexpr std::string_view kNoAccount = "The line has no account.";
constexpr std::string_view kOddAccount =
    "The account does not start with three digits; the line is not counted as a receivable.";
constexpr std::string_view kDirection = "The direction is neither D or C nor +1 or -1.";
constexpr std::string_view kBothSides = "Debit and credit are both set; the balance counts their difference.";
constexpr std::string_view kNoSide = "Debit and credit are both zero.";
constexpr std::string_view kPoint = "The amount is written with a decimal point; it was read as a comma.";
constexpr std::string_view kGroups = "The amount is written with thousands separators; they were ignored.";
constexpr std::string_view kDayForm = "The date is not written as AAAAMMJJ; it was read all the same.";
constexpr std::string_view kNoDay = "The date is missing.";
constexpr std::string_view kNoPieceDay = "The date is missing; EcritureDate was taken in its place.";
constexpr std::string_view kFarYear = "The year lies outside 1900–2099.";
constexpr std::string_view kEmpty = "This field must not be empty.";
constexpr std::string_view kCurrency =
    "The currency is not a code of three letters; the balance counts the company's currency.";
constexpr std::string_view kAmountAlone = "An amount in a foreign currency stands without its currency.";
constexpr std::string_view kCurrencyAlone = "A foreign currency stands without its amount.";
constexpr std::string_view kIgnored = "This date cannot be read; it is not used.";

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool startsWithThreeDigits(std::string_view account)
{
    return account.size() >= 3 && isDigit(account[0]) && isDigit(account[1]) && isDigit(account[2]);
}

} // namespace

FecLineParser::FecLineParser(const FecHeader& header, const FecOptions& options, FecReport& report)
    : m_header(header), m_options(options), m_report(report)
{
}

std::string_view FecLineParser::field(const Fields& fields, FecColumn column) const
{
    const std::size_t position = m_header.position(column);
    return position < fields.size() ? fields[position] : std::string_view();
}

bool FecLineParser::isReceivable(std::string_view account) const
{
    // 418: invoices not yet issued are no claim to collect.
    return !account.starts_with("418") && std::ranges::any_of(m_options.receivables, [&](const std::string& prefix) {
        return account.starts_with(prefix);
    });
}

// For a line whose fields may have moved.
bool FecLineParser::mayBeReceivable(const Fields& fields) const
{
    const std::string_view account = field(fields, FecColumn::CompteNum);
    if (!startsWithThreeDigits(account) || isReceivable(account))
        return true;
    return std::ranges::any_of(fields, [&](std::string_view text) {
        return isReceivable(text) && std::ranges::all_of(text, [](char c) { return isDigit(c) || isLetter(c); });
    });
}

bool FecLineParser::hasRightCount(const Fields& fields)
{
    // One separator too many at the end of the header is a habit of some software; its lines have it too, or not. Which
    // one is settled by the first line: decided line by line, it would hide a field that moved.
    if (m_fieldCount == 0) {
        if (fields.size() != m_header.names.size() && fields.size() != m_header.written)
            return false;
        m_fieldCount = fields.size();
    }
    return fields.size() == m_fieldCount &&
           std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(m_header.names.size()), fields.end(),
                       [](auto text) { return text.empty(); });
}

void FecLineParser::problem(FecColumn column, std::string_view value, std::string_view reason)
{
    (m_serious ? m_report.errors : m_report.warnings).add(m_number, columnName(column), value, reason);
}

void FecLineParser::doubt(FecColumn column, std::string_view value, std::string_view reason)
{
    m_report.warnings.add(m_number, columnName(column), value, reason);
}

void FecLineParser::refuseLine(std::int64_t number, std::string_view value, std::string_view reason)
{
    m_report.errors.add(number, {}, value, reason);
}

std::optional<ParsedLine> FecLineParser::parse(std::int64_t number, const Fields& fields)
{
    m_number = number;
    const std::string_view account = field(fields, FecColumn::CompteNum);
    if (!hasRightCount(fields)) {
        const std::string count = std::to_string(fields.size()) + " fields instead of " + std::to_string(fieldCount());
        (mayBeReceivable(fields) ? m_report.errors : m_report.warnings).add(number, {}, count, kFieldCount);
        return {};
    }
    ParsedLine line;
    line.number = number;
    line.receivable = isReceivable(account);
    m_serious = line.receivable || account.empty();
    if (account.empty()) {
        problem(FecColumn::CompteNum, account, kNoAccount);
        return {};
    }
    if (!startsWithThreeDigits(account))
        doubt(FecColumn::CompteNum, account, kOddAccount);
    const bool amounts = readAmounts(fields, line);
    const bool days = readDays(fields, line);
    checkCurrency(fields);
    checkMandatory(fields);
    if (!amounts || !days)
        return {};

    line.journal = field(fields, FecColumn::JournalCode);
    line.journalName = field(fields, FecColumn::JournalLib);
    line.entryNumber = field(fields, FecColumn::EcritureNum);
    line.account = account;
    line.accountName = field(fields, FecColumn::CompteLib);
    line.client = field(fields, FecColumn::CompAuxNum);
    line.clientName = field(fields, FecColumn::CompAuxLib);
    line.pieceRef = field(fields, FecColumn::PieceRef);
    line.label = field(fields, FecColumn::EcritureLib);
    line.letter = field(fields, FecColumn::EcritureLet);
    return line;
}

std::optional<std::int64_t> FecLineParser::readAmount(const Fields& fields, FecColumn column)
{
    const std::string_view text = field(fields, column);
    const auto amount = parseAmount(text);
    if (!amount) {
        problem(column, text, amount.error());
        return {};
    }
    if (amount->decimalPoint)
        doubt(column, text, kPoint);
    if (amount->thousands)
        doubt(column, text, kGroups);
    return amount->minor;
}

bool FecLineParser::readAmounts(const Fields& fields, ParsedLine& line)
{
    if (m_header.amountAndDirection()) {
        const auto amount = readAmount(fields, FecColumn::Montant);
        const std::string_view direction = field(fields, FecColumn::Sens);
        const bool debit = direction == "D" || direction == "d" || direction == "+1" || direction == "1";
        const bool credit = direction == "C" || direction == "c" || direction == "-1";
        if (!debit && !credit)
            problem(FecColumn::Sens, direction, kDirection);
        if (!amount || (!debit && !credit))
            return false;
        (debit ? line.debit : line.credit) = *amount;
        if (*amount == 0)
            doubt(FecColumn::Montant, field(fields, FecColumn::Montant), kNoSide);
        return true;
    }
    const auto debit = readAmount(fields, FecColumn::Debit);
    const auto credit = readAmount(fields, FecColumn::Credit);
    if (!debit || !credit)
        return false;
    line.debit = *debit;
    line.credit = *credit;
    if (*debit != 0 && *credit != 0)
        doubt(FecColumn::Credit, field(fields, FecColumn::Credit), kBothSides);
    if (*debit == 0 && *credit == 0)
        doubt(FecColumn::Debit, field(fields, FecColumn::Debit), kNoSide);
    return true;
}

bool FecLineParser::readDay(const Fields& fields, FecColumn column, bool asProblem, std::optional<Day>& day)
{
    const std::string_view text = field(fields, column);
    const auto read = m_days.parse(text);
    if (!read) {
        if (asProblem)
            problem(column, text, read.error());
        else
            doubt(column, text, kIgnored);
        return false;
    }
    if (read->otherForm)
        doubt(column, text, kDayForm);
    if (read->day && *read->day > Day::fromYmd(2099, 12, 31))
        doubt(column, text, kFarYear);
    day = read->day;
    return true;
}

bool FecLineParser::readDays(const Fields& fields, ParsedLine& line)
{
    std::optional<Day> day, pieceDay, validDay;
    bool readable = readDay(fields, FecColumn::EcritureDate, true, day);
    if (readable && !day)
        problem(FecColumn::EcritureDate, field(fields, FecColumn::EcritureDate), kNoDay);
    const bool piece = readDay(fields, FecColumn::PieceDate, line.receivable, pieceDay);
    const bool lettered = line.receivable && !field(fields, FecColumn::EcritureLet).empty();
    const bool letter = readDay(fields, FecColumn::DateLet, lettered, line.letterDay);
    readDay(fields, FecColumn::ValidDate, false, validDay);
    readable = readable && day && (piece || !line.receivable) && (letter || !lettered);
    if (!readable)
        return false;
    line.day = *day;
    line.pieceDay = pieceDay.value_or(*day);
    if (piece && !pieceDay)
        doubt(FecColumn::PieceDate, field(fields, FecColumn::PieceDate), kNoPieceDay);
    return true;
}

void FecLineParser::checkCurrency(const Fields& fields)
{
    const std::string_view code = field(fields, FecColumn::Idevise), text = field(fields, FecColumn::Montantdevise);
    if (code.empty() && text.empty())
        return;
    if (!code.empty() && !(code.size() == 3 && std::ranges::all_of(code, isLetter)))
        doubt(FecColumn::Idevise, code, kCurrency);
    const auto amount = parseAmount(text);
    if (!amount)
        doubt(FecColumn::Montantdevise, text, amount.error());
    else if (amount->minor != 0 && code.empty())
        doubt(FecColumn::Montantdevise, text, kAmountAlone);
    else if (amount->minor == 0 && !code.empty() && code != m_options.currency.code())
        doubt(FecColumn::Idevise, code, kCurrencyAlone);
}

// Since 2013 these may not be empty (arrêté, art. A47 A-1 VII). PieceDate has a message of its own.
void FecLineParser::checkMandatory(const Fields& fields)
{
    for (const FecColumn column :
         {FecColumn::JournalCode, FecColumn::JournalLib, FecColumn::EcritureNum, FecColumn::CompteLib,
          FecColumn::PieceRef, FecColumn::EcritureLib, FecColumn::ValidDate})
        if (m_header.has(column) && field(fields, column).empty())
            doubt(column, {}, kEmpty);
}

} // namespace encours::intake
