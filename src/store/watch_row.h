// SPDX-License-Identifier: Apache-2.0
// The columns of a watched fact, shared by the mappings that read them.
#pragma once

#include "domain/agreements/client_account.h"
#include "store/rows.h"

#define WATCH_COLUMNS "client_id, kind, number, day, label, amount, currency"

namespace encours::store {

inline WatchFact readWatchFact(const Statement& row)
{
    Columns c(row);
    WatchFact fact;
    fact.client = c.integerId<ClientId>();
    fact.kind = c.enumeration<WatchKind>();
    fact.number = c.text();
    fact.day = c.day();
    fact.label = c.text();
    const auto amount = c.integer();
    fact.amount = Money::ofMinor(amount, c.currency());
    return fact;
}

} // namespace encours::store
