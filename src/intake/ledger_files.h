// SPDX-License-Identifier: Apache-2.0
// The ledger of a system that writes no FEC, from two CSV files.
//
// - Items: client;name;number;date;due;amount;currency;account;label. One line is one instalment: several lines with
//   the same number are the instalments of one invoice. A negative amount is a credit note.
// - Receipts: client;date;amount;currency;item;reference;kind. `item` is the number of the invoice it pays; empty = not
//   allocated yet. A negative amount is a payment that came back. Kinds: payment, credit_note, advance, other (or
//   paiement, reglement, avoir, acompte, autre).
#pragma once

#include "base/day.h"
#include "base/money.h"
#include "domain/ledger/item.h"
#include "intake/byte_source.h"
#include "intake/rows_report.h"

#include <optional>
#include <vector>

namespace encours::intake {

struct LedgerFileOptions {
    Currency currency; ///< of a line that names none
    std::vector<std::string>
        receivables; ///< prefixes of the accounts of the company; the first is that of a line without
    Day today;       ///< a later fact is read, and told
};

struct ItemRow {
    std::int64_t line = 0;
    std::string client;
    std::string name; ///< empty = the file does not say
    std::string number;
    Day date;
    std::optional<Day> due; ///< none = by the terms
    Money amount;           ///< never 0; below it: a credit note
    std::string account;
    std::string label;
};

struct ReceiptRow {
    std::int64_t line = 0;
    std::string client;
    Day date;
    Money amount;     ///< never 0; below it: a payment that came back
    std::string item; ///< number of the invoice; empty = not allocated
    std::string reference;
    ReceiptKind kind = ReceiptKind::Payment;
};

/// `client`, `number`, `date` and `amount` are required. One number of a client is in one currency and on one account.
Result<RowsReport<ItemRow>> readItems(const ByteSource& source, const LedgerFileOptions& options);
/// `client`, `date` and `amount` are required.
Result<RowsReport<ReceiptRow>> readReceipts(const ByteSource& source, const LedgerFileOptions& options);

} // namespace encours::intake
