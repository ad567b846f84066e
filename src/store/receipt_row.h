// SPDX-License-Identifier: Apache-2.0
// The columns of a receipt and of its allocations, shared by the mappings that read them.
#pragma once

#include "domain/ledger/item.h"
#include "store/rows.h"

#define RECEIPT_COLUMNS "id, client_id, account, number, label, day, rank, kind, amount, unallocated, currency"

// An allocation has the currency of its receipt.
#define ALLOCATION_SELECT                                                                                              \
    "SELECT a.receipt_id, a.item_id, a.amount, r.currency FROM allocation a JOIN receipt r ON r.tenant = a.tenant "    \
    "AND r.client_id = a.client_id AND r.id = a.receipt_id"

namespace encours::store {

inline Receipt readReceipt(const Statement& row)
{
    Columns c(row);
    Receipt receipt;
    receipt.id = c.integerId<ReceiptId>();
    receipt.client = c.integerId<ClientId>();
    receipt.account = c.text();
    receipt.number = c.text();
    receipt.label = c.text();
    receipt.day = c.day();
    receipt.rank = c.small();
    receipt.kind = c.enumeration<ReceiptKind>();
    const auto amount = c.integer();
    const auto unallocated = c.integer();
    const auto currency = c.currency();
    receipt.amount = Money::ofMinor(amount, currency);
    receipt.unallocated = Money::ofMinor(unallocated, currency);
    return receipt;
}

inline Allocation readAllocation(const Statement& row)
{
    Columns c(row);
    Allocation allocation;
    allocation.receipt = c.integerId<ReceiptId>();
    allocation.item = c.integerId<ItemId>();
    const auto amount = c.integer();
    allocation.amount = Money::ofMinor(amount, c.currency());
    return allocation;
}

} // namespace encours::store
