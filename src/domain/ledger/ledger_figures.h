// SPDX-License-Identifier: Apache-2.0
// What the indicators need of the ledger on a day, as sums: made of one client and added up, so that a whole company
// streams through. All amounts are of one currency.
//
// Flows (sales, payments, recovery) are those of a period that ends where the ledger ends: asking for today with a
// ledger of three days ago must not dilute three months of sales with three empty days.
#pragma once

#include "domain/ledger/item.h"
#include "domain/ledger/kpi.h"

#include <array>
#include <span>
#include <vector>

namespace encours {

struct FiguresPeriod {
    Day asOf;
    Day through;    ///< the last day of the flows: the as-of day, or the last day the ledger knows before it
    int days = 90;  ///< > 0; the flows are those of `days` days, the last one being `through`
    Day ledgerFrom; ///< the first day of which every sale is known

    Day first() const { return through - (days - 1); }
    bool knowsSalesOf(int lastDays) const { return ledgerFrom <= through - (lastDays - 1); }
};

struct LedgerFigures {
    // On the day.
    Money balance;         ///< Σ residuals − unallocated credits, doubtful ones included
    Money doubtful;        ///< of it, on accounts 416
    Money bills;           ///< of it, on accounts 413: bills receivable, no longer to be asked for but still at risk
    Money notDue;          ///< Σ residuals
    Money overdue;         ///< Σ residuals
    Money credits;         ///< ≥ 0, unallocated
    WeightedDays openLate; ///< overdue items by their age; opening amounts without detail left out

    // Invoices − credit notes, by the day of the piece. Opening amounts are no sales, and neither are the debits of 413
    // and 416, to which invoices are moved.
    std::array<Money, kMonthsCountedBack> salesByMonth; ///< the month of `through` first
    Money salesOfPeriod;
    Money salesOfYear; ///< 365 days
    int invoices = 0;  ///< of the period
    Money invoiced;    ///< of the period, credit notes not taken off

    // What came in during the period, by the parts of payments set against invoices.
    Money paid;
    Money paidOver60;              ///< of it, more than 60 days after the invoice date
    Money over60ByTerms;           ///< of that, on invoices whose own terms go beyond 60 days
    WeightedDays paidAfterInvoice; ///< days from the invoice date
    WeightedDays paidLate;         ///< of invoices settled by now: days past due, 0 when paid in time

    // overdueBefore + becameOverdue − recovered − reduced = overdue on the evening of `through`.
    Money overdueBefore; ///< on the evening before the period
    Money becameOverdue; ///< what was left of an item on the evening of its due day, in the period
    Money recovered;     ///< payments on items overdue when they came
    Money reduced;       ///< credit notes and adjustments on them

    static LedgerFigures zero(Currency currency);
    LedgerFigures& operator+=(const LedgerFigures& other);

    /// Latest first: as many months as the ledger knows in full, at most kMonthsCountedBack.
    std::vector<MonthOfSales> monthsOfSales(const FiguresPeriod& period) const;
};

/// Of one client: what is matched up to the as-of day. Amounts of another currency than `currency` are left out.
LedgerFigures ledgerFigures(std::span<const Item> items, std::span<const Receipt> receipts,
                            std::span<const Allocation> allocations, const FiguresPeriod& period, Currency currency);

} // namespace encours
