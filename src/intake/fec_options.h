// SPDX-License-Identifier: Apache-2.0
// What the reader of a FEC is told, and what it gives for each line of a receivable account.
#pragma once

#include "base/result.h"
#include "domain/ledger/entry.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace encours::intake {

struct FecOptions {
    std::vector<std::string> receivables{"411", "413", "416",
                                         "4191"}; ///< prefixes of CompteNum; 418 is always left out
    std::vector<std::string> openingJournals{"AN", "ANO", "ANV", "AN1", "RAN", "OUV"};
    std::string openingWord = "nouveau"; ///< in a JournalLib, whatever its case: an opening journal too. Empty = none.
    Currency currency{};
    bool allowSkippedLines = false; ///< accept a truncated file and unreadable lines; the report says `incomplete`
    std::string fileName{};         ///< when given, its SIRENFECAAAAMMJJ is held against the content (a warning)
    std::int64_t maxLines = 10'000'000;
    std::int64_t maxReceivableLines = 3'000'000;
};

/// A line of a receivable account. The references are good during the call only.
struct FecLine {
    std::int64_t line = 0; ///< in the file, from 1 (the header)
    std::string clientKey;
    std::string clientName; ///< CompAuxLib, else CompteLib when the key is CompteNum, else the key
    LedgerEntry entry;
};
/// Called in the order of the file. An error of the sink ends the reading and is returned.
using FecSink = std::function<Result<void>(const FecLine&)>;

} // namespace encours::intake
