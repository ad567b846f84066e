// SPDX-License-Identifier: Apache-2.0
// The atom of the ledger: an instalment of an invoice. An item keeps its id from one import to the next: its identity is
// (account, client, number, piece day, rank), because promises point to it (rules.md, FEC).
#pragma once

#include "base/day.h"
#include "base/ids.h"
#include "base/money.h"

#include <string>

namespace encours {

enum class DueSource {
    Given = 0,    ///< by the invoice or an import of due dates
    Computed = 1, ///< piece day + terms; shown as "calculée"
    Opening =
        2, ///< undetailed opening amount, due on its own date: ages, but is not dunned and not in payer statistics
};

enum class ItemKind {
    Invoice = 0,
    Opening = 1,          ///< carried forward without detail
    ReturnedPayment = 2,  ///< debit of a treasury entry: a cheque or direct debit that came back
    OpeningDifference = 3 ///< opening lines and the closing of the year before do not agree
};

struct Item {
    ItemId id;
    ClientId client;
    std::string account;
    std::string number; ///< PieceRef: the invoice number
    Day pieceDay;
    int rank = 0; ///< 0, 1, 2… among lines with the same account, client, number and piece day
    ItemKind kind = ItemKind::Invoice;
    Day due;
    DueSource dueSource = DueSource::Computed;
    Money amount;   ///< > 0
    Money residual; ///< what is left to pay; 0 = settled
    Day day{};      ///< of the entry (EcritureDate): before it the item is no fact
};

enum class ReceiptKind {
    Payment = 0,    ///< money
    CreditNote = 1, ///< reduces what is owed; never "keeps" a promise
    Advance = 2,    ///< on a 4191 account
    Other = 3,      ///< a credit by adjustment or transfer between receivable accounts
};

struct Receipt {
    ReceiptId id;
    ClientId client;
    std::string account;
    std::string number; ///< PieceRef
    std::string label;
    Day day; ///< value date: the day of the entry
    int rank = 0;
    ReceiptKind kind = ReceiptKind::Payment;
    Money amount;      ///< > 0
    Money unallocated; ///< the part not yet set against items: a credit of the client
};

/// A part of a receipt set against an item. Σ allocations of a receipt + unallocated = its amount.
struct Allocation {
    ReceiptId receipt;
    ItemId item;
    Money amount; ///< > 0
};

} // namespace encours
