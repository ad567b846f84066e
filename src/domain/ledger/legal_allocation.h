// SPDX-License-Identifier: Apache-2.0
// To which debts a payment goes by French law when the ledger does not say, and the sentence that explains it.
//
// - Code civil art. 1342-10: the debtor may name the debt he pays. Else: debts that are due first; among them those he
//   has most interest to pay; then the oldest; all else equal, in proportion.
// - Art. 1343-1: a partial payment goes to the interest first, then to the principal. Costs of recovery are accessories
//   like interest (Cass. 1re civ., 7 February 1995, 92-14.216).
// - Accessories enter only when they were claimed: the caller gives 0 otherwise.
//
// "Most interest to pay" is read as: the debt that costs him most per year, then the secured one. "Oldest": due first.
// What is not due yet is paid last, in the order of its days. The law leaves both readings to the judge: ours are
// stated.
#pragma once

#include "base/result.h"
#include "base/sentence.h"
#include "domain/ledger/item.h"

#include <span>
#include <vector>

namespace encours {

struct LegalDebt {
    ItemId item;
    std::string number;               ///< of the invoice, for the sentence
    Day due;                          ///< due from this day on
    Money principal;                  ///< ≥ 0, left to pay
    Money accessories;                ///< ≥ 0, left to pay of the interest, the 40 € and the costs that were claimed
    std::int64_t rateBasisPoints = 0; ///< what it costs the debtor per year once due
    bool secured = false;             ///< by a surety, a guarantee, a retention of title
};

struct LegalPayment {
    ReceiptId receipt;
    Money amount;               ///< > 0
    std::vector<ItemId> chosen; ///< the debts the debtor named, in his order; empty = none
};

/// Why a debt was served before the others.
enum class AllocationRule { DebtorsChoice, DueFirst, MostInterest, Oldest, InProportion, OnlyOneLeft };

struct LegalShare {
    ItemId item;
    Money accessories;
    Money principal;
    AllocationRule rule = AllocationRule::OnlyOneLeft;
    friend bool operator==(const LegalShare&, const LegalShare&) = default;
};

/// Σ shares + left = the amount.
struct LegalSplit {
    ReceiptId receipt;
    std::vector<LegalShare> shares; ///< in the order in which the debts were served; none of nothing
    Money left;                     ///< every debt is paid
    Sentence why;
};

/// The payments of one day, one split per payment in their order. The result does not depend on the order in which they
/// or the debts are given: payments with a choice come first, then by id; cents in proportion go to the largest
/// remainders, then by item. InvalidArgument "payment.amount", "payment.currency", "debt.amount", "debt.twice".
Result<std::vector<LegalSplit>> allocateByLaw(std::span<const LegalPayment> payments, std::span<const LegalDebt> debts,
                                              Day day);

} // namespace encours
