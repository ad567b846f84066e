// SPDX-License-Identifier: Apache-2.0
// First half of the matching: which lines of a client count on a day, in an order that does not depend on how they
// came, and which of them are lettered together. Used by matching.cpp only.
#pragma once

#include "domain/ledger/entry.h"
#include "domain/ledger/openings.h"

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace encours {

inline constexpr int kNoGroup = -1;

struct EffectiveLine {
    const LedgerEntry* entry = nullptr; ///< in the given span, or in `made`
    std::size_t index = kNoEntry;       ///< in the given span
    int group = kNoGroup;
    int year = 0; ///< how many openings lie at or before its day
};

struct LetterGroup {
    /// The group of the same letter one year before, when letters carry no day: software that letters after the closing
    /// gives both halves of a pair the same letter.
    int lastYears = kNoGroup;
    std::int64_t openingCredit = 0; ///< minor units, ≥ 0: credits carried forward in the group, not counted again
    int year = 0;
};

struct EffectiveLines {
    std::vector<EffectiveLine> lines; ///< canonical order: by day, then by content
    std::vector<LetterGroup> groups;
    std::deque<LedgerEntry> made; ///< opening differences
    std::vector<OpeningDifference> differences;
};

EffectiveLines effectiveLines(std::span<const LedgerEntry> entries, Day asOf, std::span<const YearOpening> openings);

/// The reference of an opening line that names one invoice: not "", "-", "RAN", "000000".
bool namesAnInvoice(const std::string& pieceRef);

} // namespace encours
