// SPDX-License-Identifier: Apache-2.0
// Device: what every verb of the field needs, and how fresh the figures it shows are.
#pragma once

#include "base/instant.h"
#include "domain/agreements/promise.h"
#include "store/connection.h"

namespace encours::usecases {

/// Borrowed, for the time of a call; used from the thread that owns the connection.
struct Field {
    store::Connection& store;
    const Clock& clock;
    UuidSource& uuids;
    store::Tenant tenant{};
};

/// The rules of promises on this end: the same defaults as the centre (rules.md, Promises).
inline PromiseRules promiseRules()
{
    return {};
}

/// Every amount on a screen is dated by this.
struct Freshness {
    std::optional<Instant> lastSync;   ///< none = never synchronised
    std::optional<Day> ledgerThrough;  ///< last day of the accounting
    std::optional<Day> coveredThrough; ///< last day through which receipts are known
    bool incomplete = false;           ///< the company's figures miss lines that could not be read
    int waiting = 0;                   ///< operations of this device the centre has not acknowledged
    int refused = 0;                   ///< operations the centre refused: to be looked at
};

Result<Freshness> freshness(Field& field);

} // namespace encours::usecases
