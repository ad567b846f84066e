// SPDX-License-Identifier: Apache-2.0
// A large invented company, written through the real import of lines: what the benches of the rules measure on. The same
// shape gives the same company, except for the UUIDs of what people recorded.
#pragma once

#include "usecases/office.h"

#include <cstdint>

namespace encours::test {

struct LargeLedger {
    std::uint64_t seed = 20261123;
    int clients = 50'000;
    int lines = 1'000'000;   ///< of receivable accounts: invoices and the payments of those that are paid
    int openItems = 200'000; ///< invoices without payment
    int promises = 20'000;   ///< on open and paid invoices, kept and broken
    int notes = 30'000;
    int disputes = 5'000;
    int watched = 5'000;
    Day lastDay = *Day::fromYmd(2026, 11, 20); ///< of the ledger and of the bank; it starts three years before
};

/// Into an empty company (usecases::initCompany). Stops the program when the store fails.
void fill(usecases::Office& office, const LargeLedger& shape = {});

} // namespace encours::test
