// SPDX-License-Identifier: Apache-2.0
// The columns of a receipt, shared by the mappings that read receipts.
#pragma once

#include "domain/ledger/item.h"
#include "store/rows.h"

#define RECEIPT_COLUMNS "id, client_id, account, number, label, day, rank, kind, amount, unallocated, currency"

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

} // namespace encours::store
