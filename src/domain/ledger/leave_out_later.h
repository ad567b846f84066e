// SPDX-License-Identifier: Apache-2.0
// A ledger matched with every fact known, as it stands on a day: "facts dated after the day are ignored" (rules.md,
// Balances). For an end that has no lines to match again, as a phone.
#pragma once

#include "domain/ledger/item.h"

#include <vector>

namespace encours {

/// Takes out the items and receipts dated after `asOf`. What a later receipt had paid is owed again; what an earlier
/// one had paid of a later item is unallocated again. All of one client, with all its allocations.
/// The balance is always the one matchClient gives on that day. So is its division by age, but where a later line
/// had come before an earlier one within its letter: an invoice due earlier than those already there, or a payment that
/// comes back. Only the lines could be matched again.
void leaveOutLater(std::vector<Item>& items, std::vector<Receipt>& receipts, std::vector<Allocation>& allocations,
                   Day asOf);

} // namespace encours
