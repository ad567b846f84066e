// SPDX-License-Identifier: Apache-2.0
// The columns of an item, shared by the mappings that read items.
#pragma once

#include "domain/ledger/item.h"
#include "store/rows.h"

#define ITEM_COLUMNS                                                                                                   \
    "id, client_id, account, number, piece_day, rank, kind, due_day, due_source, amount, residual, currency, "         \
    "day"

namespace encours::store {

inline Item readItem(const Statement& row)
{
    Columns c(row);
    Item item;
    item.id = c.integerId<ItemId>();
    item.client = c.integerId<ClientId>();
    item.account = c.text();
    item.number = c.text();
    item.pieceDay = c.day();
    item.rank = c.small();
    item.kind = c.enumeration<ItemKind>();
    item.due = c.day();
    item.dueSource = c.enumeration<DueSource>();
    const auto amount = c.integer();
    const auto residual = c.integer();
    const auto currency = c.currency();
    item.amount = Money::ofMinor(amount, currency);
    item.residual = Money::ofMinor(residual, currency);
    item.day = c.day();
    return item;
}

} // namespace encours::store
