// SPDX-License-Identifier: Apache-2.0
// What reading a FEC gave: control totals to hold against the accounting, and everything that was not taken or is
// doubtful.
#pragma once

#include "base/day.h"
#include "base/money.h"
#include "intake/findings.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace encours::intake {

struct ControlTotal {
    std::int64_t lines = 0;
    Money debit;
    Money credit;
    Money balance() const { return debit - credit; }
};

struct FecFormat {
    std::string separator; ///< "tab", "pipe", "semicolon", "comma"
    std::string
        encoding;        ///< "ascii", "utf-8", "iso-8859-15", "windows-1252", "utf-16le", "utf-16be"; "+bom" may follow
    std::string lineEnd; ///< "lf", "crlf", "crcrlf", "cr"
    std::vector<std::string> columns; ///< as the file names them
    bool amountAndDirection = false;  ///< Montant and Sens in place of Debit and Credit
};

struct FecReport {
    IntakeStatus status = IntakeStatus::Refused;
    /// One sentence: what happened, what is safe, what to do.
    std::string message;
    std::int64_t lines = 0;           ///< lines that are not empty, header apart, readable or not
    std::int64_t receivableLines = 0; ///< readable ones: what the sink gets when the file is accepted
    std::int64_t skippedLines = 0;    ///< not taken: unreadable
    bool incomplete = false;          ///< accepted though a line that may be of a receivable account was skipped
    ControlTotal totals;              ///< of all the lines that could be read
    std::map<std::string, ControlTotal> accounts; ///< by CompteNum
    std::map<std::string, ControlTotal> clients;  ///< by client key, receivable accounts only
    std::optional<Day> firstDay;                  ///< the range of EcritureDate: what an import of this file replaces
    std::optional<Day> lastDay;
    std::optional<Day> coveredThrough; ///< last EcritureDate on a class 5 account: receipts are known up to there
    Findings errors;                   ///< lines that were not taken and decide the refusal
    Findings warnings;                 ///< doubts, and unreadable lines of other accounts
    FecFormat format;
};

/// What no FEC says and has to come from elsewhere (import clients, import dues), for people.
std::span<const std::string_view> factsMissingFromFec();

} // namespace encours::intake
