// SPDX-License-Identifier: Apache-2.0
// Writes FEC files of invented companies, year after year, in any shape real software gives them, and knows the
// answers: what each client owes and what is left of each invoice. The same story and shape give the same bytes.
#pragma once

#include "base/day.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace encours::test {

/// What happens in the company.
struct FecStory {
    std::uint64_t seed = 1;
    int firstYear = 2024;
    int clients = 20;
    int invoicesPerYear = 200; ///< each makes three lines, its payments two each
    bool detailedOpenings =
        false;                ///< one opening line per open invoice, lettered with its payments; else one per client
    bool datedLetters = true; ///< DateLet filled; letters start again at AAA each year either way
    bool clientInAccount = false; ///< 411C0001 and no CompAuxNum
};

/// How the software writes it down.
struct FecShape {
    enum class Encoding { Utf8, Utf8Bom, Latin9, Windows1252, Utf16Le, Utf16Be };
    enum class Amounts { DebitCredit, DirectionLetter, DirectionSign };
    enum class Numbers { Comma, Point, NbspThousands, SpaceThousands, BareComma, Scientific };
    enum class Signs { None, InFront, Behind }; ///< credits written as negative debits
    enum class Dates { Compact, Dashes, DayFirstSlashes, WithTime, CompactDayFirst };
    enum class Header { AsInLaw, Upper, AccentsAndBlanks };
    enum class BlankDates { Empty, Zeros, Blanks };

    char separator = '\t';
    Encoding encoding = Encoding::Utf8;
    std::string lineEnd = "\r\n";
    bool lastLineEnds = true;
    Amounts amounts = Amounts::DebitCredit;
    Numbers numbers = Numbers::Comma;
    Signs signs = Signs::None;
    Dates dates = Dates::Compact;
    BlankDates blankDates = BlankDates::Empty;
    Header header = Header::AsInLaw;
    std::uint64_t order = 0; ///< seed of another order of columns; 0 = that of the law
    bool extraColumns = false;
    bool cashBasisColumns = false;
    bool trailingSeparator = false;
    bool quoted = false;
    bool padded = false;
    bool entryNumberZero = false;
};

class FecGenerator {
public:
    using Write = std::function<void(std::string_view)>;

    explicit FecGenerator(const FecStory& story, const FecShape& shape = {});

    /// The next year's file, from its opening entries on, in pieces of about 64 KiB.
    void writeYear(const Write& write);
    std::string year(); ///< the same as one text

    std::int64_t lines() const { return m_lines; }                     ///< of the year written last
    std::int64_t receivableLines() const { return m_receivableLines; } ///< of it
    Day lastDay() const;                                               ///< of it
    std::map<std::string, std::int64_t> balances() const; ///< cents by client key, at its end; zero ones too
    /// What is left of each invoice, cents by client key and number, at its end; only those not paid. True to the
    /// story; an import can tell it when openings are detailed, or when nothing crosses a year.
    std::map<std::pair<std::string, std::string>, std::int64_t> openInvoices() const;

private:
    struct Payment {
        Day day;
        std::int64_t cents = 0;
    };
    struct Invoice {
        int client = 0;
        std::string number;
        Day day;
        std::int64_t cents = 0;
        std::int64_t open = 0;
        std::vector<Payment> payments; ///< to come
    };
    struct Line {
        std::string journal{}, journalName{}, number{};
        Day day{};
        std::string account{}, accountName{};
        int client = -1;
        std::string piece{};
        Day pieceDay{};
        std::string label{};
        std::int64_t cents = 0; ///< debit − credit
        std::string letter{};
        std::optional<Day> letterDay{};
    };
    struct Receipt {
        std::size_t invoice = 0;
        std::int64_t cents = 0;
        std::string letter;
        std::optional<Day> letterDay;
    };

    std::int64_t below(std::int64_t limit);
    std::string clientKey(int client) const;
    std::string clientName(int client) const;
    Invoice newInvoice(Day day);
    /// Letter of an invoice with payments this year; plans its receipts.
    std::pair<std::string, std::optional<Day>> letter(std::size_t invoice,
                                                      std::map<int, std::vector<Receipt>>& receipts);
    void put(std::string journal, std::string journalName, Day day, const std::vector<Line>& lines);
    void putLine(const Line& line);
    void putHeader();
    void putFields(std::vector<std::string> fields);
    std::string amount(std::int64_t cents) const;
    std::string date(std::optional<Day> day) const;
    std::string encoded(std::string_view utf8) const;
    void flush(bool all);

    FecStory m_story;
    FecShape m_shape;
    std::mt19937_64 m_random;
    int m_year;
    int m_sequence = 0, m_entry = 0;
    std::vector<int> m_letters;       ///< used this year, by client
    std::vector<Invoice> m_invoices;  ///< not yet paid in full, and those of this year
    std::vector<std::size_t> m_order; ///< of columns
    std::string m_text;
    Write m_write;
    std::int64_t m_lines = 0, m_receivableLines = 0;
};

} // namespace encours::test
