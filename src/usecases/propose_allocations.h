// SPDX-License-Identifier: Apache-2.0
// Centre: to which invoices the payments that nobody has lettered would go by law (domain/ledger/legal_allocation.h). A
// proposal: the accountant letters, the ledger is not touched.
#pragma once

#include "domain/ledger/legal_allocation.h"
#include "usecases/office.h"

namespace encours::usecases {

struct ProposedAllocation {
    std::string client; ///< key
    std::string clientName;
    Receipt receipt;         ///< its unallocated part is what is dealt out
    LegalSplit split;        ///< no interest nor costs: none is claimed in the ledger
    std::vector<Item> items; ///< of the shares, same order
};

/// By client, then the day of the receipt. A payment goes to invoices dated by its day, as they stand on `asOf` and after
/// the payments before it.
Result<std::vector<ProposedAllocation>> proposeAllocations(Office& office, Day asOf, const std::string& clientKey = {});

} // namespace encours::usecases
