// SPDX-License-Identifier: Apache-2.0
// One line of a FEC, judged: which account it is of, what can be read, what is doubtful.
#pragma once

#include "intake/day_text.h"
#include "intake/fec_columns.h"
#include "intake/fec_options.h"
#include "intake/fec_report.h"

namespace encours::intake {

/// A line that can be counted. Views refer to the fields it was read from.
struct ParsedLine {
    std::int64_t number = 0;
    bool receivable = false;
    std::string_view journal, journalName, entryNumber, account, accountName, client, clientName, pieceRef, label,
        letter;
    Day day;
    Day pieceDay;
    std::optional<Day> letterDay;
    std::int64_t debit = 0, credit = 0; ///< minor units
    std::int64_t amount() const { return debit - credit; }
};

class FecLineParser {
public:
    /// All three must outlive the parser; findings go to the report.
    FecLineParser(const FecHeader& header, const FecOptions& options, FecReport& report);

    /// Nothing when the line cannot be counted: the report then says why, as an error when the line may be of a
    /// receivable account.
    std::optional<ParsedLine> parse(std::int64_t number, const std::vector<std::string_view>& fields);
    /// A line that cannot even be cut into fields.
    void refuseLine(std::int64_t number, std::string_view value, std::string_view reason);
    /// What every line must have: settled by the first one.
    std::size_t fieldCount() const { return m_fieldCount ? m_fieldCount : m_header.names.size(); }

private:
    using Fields = std::vector<std::string_view>;
    std::string_view field(const Fields& fields, FecColumn column) const;
    bool isReceivable(std::string_view account) const;
    bool mayBeReceivable(const Fields& fields) const;
    bool hasRightCount(const Fields& fields);
    void problem(FecColumn column, std::string_view value, std::string_view reason);
    void doubt(FecColumn column, std::string_view value, std::string_view reason);

    bool readAmounts(const Fields& fields, ParsedLine& line);
    std::optional<std::int64_t> readAmount(const Fields& fields, FecColumn column);
    bool readDays(const Fields& fields, ParsedLine& line);
    /// The day of a column; `asProblem`: a day that cannot be read is one of the whole line. False = cannot be read.
    bool readDay(const Fields& fields, FecColumn column, bool asProblem, std::optional<Day>& day);
    void checkCurrency(const Fields& fields);
    void checkMandatory(const Fields& fields);

    const FecHeader& m_header;
    const FecOptions& m_options;
    FecReport& m_report;
    DayParser m_days;
    std::size_t m_fieldCount = 0; ///< of the first line, that the others must follow; 0 = no line yet
    std::int64_t m_number = 0;    ///< of the line being read
    bool m_serious = false;       ///< it may be of a receivable account: what cannot be read refuses the file
};

} // namespace encours::intake
