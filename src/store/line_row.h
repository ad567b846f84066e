// SPDX-License-Identifier: Apache-2.0
// The columns of a line of the ledger, shared by the mappings that read lines.
#pragma once

#include "store/ledger_line.h"
#include "store/rows.h"

#define LINE_COLUMNS                                                                                                   \
    "id, import_id, client_id, account, journal, entry_number, day, piece_ref, piece_day, label, amount, currency, "   \
    "letter, letter_day, kind, due_day"

namespace encours::store {

inline LedgerLine readLine(const Statement& row)
{
    Columns c(row);
    LedgerLine line;
    line.id = c.integer();
    line.import = c.integer();
    line.client = c.integerId<ClientId>();
    auto& entry = line.entry;
    entry.account = c.text();
    entry.journal = c.text();
    entry.entryNumber = c.text();
    entry.day = c.day();
    entry.pieceRef = c.text();
    entry.pieceDay = c.day();
    entry.label = c.text();
    const auto amount = c.integer();
    entry.amount = Money::ofMinor(amount, c.currency());
    entry.letter = c.text();
    entry.letterDay = c.optionalDay();
    entry.kind = c.enumeration<EntryKind>();
    entry.due = c.optionalDay();
    return line;
}

} // namespace encours::store
