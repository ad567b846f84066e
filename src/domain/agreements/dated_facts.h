// SPDX-License-Identifier: Apache-2.0
// The ledger of one client as promises see it on a day: which money came in, on which day, for which item.
//
// - Payments and advances allocated to an item bring money. Credit notes and adjustments (ReceiptKind::Other: a
//   write-off, a compensation, a transfer to another receivable account) bring none: they make the debt smaller.
// - Of what is not allocated only payments count: an advance is the deposit of another order, a credit note no payment.
// - A payment that came back is subtracted (rules.md: "a reversal is subtracted"). Lettered with its return, the ledger
//   has taken it from the invoices already (ledger/matching.h). Not lettered yet, the return stands as an open item
//   (ItemKind::ReturnedPayment) and takes back the latest receipt of exactly its amount and of its day or before (a
//   credit note or an advance of that amount was refunded, no payment came back); else the latest payments.
#pragma once

#include "domain/agreements/promise.h"

namespace encours {

/// A part of a receipt, dated. `item` is none for the unallocated part.
struct DatedPart {
    Day day;
    ReceiptId receipt;
    ItemId item;
    Money amount; ///< > 0
};

/// Each list is sorted by value date, receipt and item, whatever the order of the facts.
struct DatedFacts {
    DatedFacts(const ClientFacts& facts, Day asOf);

    std::vector<DatedPart> payments;    ///< allocated money up to the day
    std::vector<DatedPart> reductions;  ///< allocated credit notes and adjustments up to the day
    std::vector<DatedPart> unallocated; ///< unallocated payments up to the day
    std::vector<DatedPart> everyPart;   ///< everything allocated, also after the day
    std::span<const Item> items;        ///< borrowed from the facts
};

/// What an item owed at the end of the day: what was set against it later is added back. None when it is not known.
std::optional<Money> owedOn(Day day, ItemId item, const DatedFacts& facts);

} // namespace encours
