// SPDX-License-Identifier: Apache-2.0
// One line of a receivable account (411, 413, 416, 4191…) as the accounting gives it: the fact everything else is
// computed from. Source of the fields: arrêté du 29 juillet 2013, art. A47 A-1 LPF (FEC).
#pragma once

#include "base/day.h"
#include "base/ids.h"
#include "base/money.h"

#include <cstddef>
#include <optional>
#include <string>

namespace encours {

enum class EntryKind {
    Sale = 0,     ///< an invoice or a credit note (no treasury account in the entry)
    Treasury = 1, ///< money in (credit) or a returned payment (debit)
    Opening = 2,  ///< carried forward from the year before ("à nouveau")
    Other = 3,    ///< transfers between receivable accounts, adjustments
};

struct LedgerEntry {
    std::string account;
    std::string journal;
    std::string entryNumber;
    Day day; ///< EcritureDate: the day the fact belongs to
    std::string pieceRef;
    Day pieceDay;
    std::string label;
    Money amount;       ///< debit − credit
    std::string letter; ///< empty = not lettered
    std::optional<Day> letterDay;
    EntryKind kind = EntryKind::Sale;
    std::optional<Day> due{}; ///< when the source tells it with the line; a FEC does not
};

/// The index of no entry.
inline constexpr std::size_t kNoEntry = static_cast<std::size_t>(-1);

} // namespace encours
