// SPDX-License-Identifier: Apache-2.0
// Loads what is known of the object of an event and asks sync/reconcile. Private to this folder.
#pragma once

#include "store/connection.h"
#include "sync/reconcile/verdict.h"

namespace encours::central {

struct Ledger {
    store::Connection& connection;
    store::Tenant tenant;
};

/// Inside the caller's transaction; stores nothing.
Result<reconcile::Verdict> decideEvent(const Ledger& ledger, const reconcile::Said& said, const Event& event);

/// What a program that knows no events said, as an event: its author had seen what the device had received by `seenSeq`, and
/// what the author said.
Saying asSaying(const PromiseWithdrawn& withdrawn, std::span<const Event> events, std::int64_t seenSeq, UserId author);

} // namespace encours::central
