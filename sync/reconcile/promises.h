// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/agreements/promise_history.h"
#include "domain/ledger/item.h"
#include "sync/reconcile/verdict.h"

namespace encours::reconcile {

struct PromiseFacts {
    bool idTaken = false;
    std::vector<Item> items;         ///< of those it names, the ones the client has
    std::optional<Promise> replaced; ///< the one it supersedes; none: the client has no such promise
};
/// To withdraw, to change or to replace it: domain/agreements/promise_rights.h.
bool mayEnd(const Said& said, const Promise& promise);
/// One that would replace a promise that is not its author's to end is kept beside it, for review: both stand.
Verdict promiseMade(const Said& said, const Promise& promise, const PromiseFacts& facts);
/// Said by a program that knows no events: it ends the promise as it stands.
Verdict promiseWithdrawn(const Said& said, const PromiseWithdrawn& withdrawn, const std::optional<Promise>& promise);

/// What is known of the promise an event is about.
struct KnownPromise {
    std::optional<Promise> made;     ///< none: the client has no such promise
    std::span<const Event> events;   ///< of the client, without the new one
    std::span<const Item> items;     ///< of the client
    std::span<const Promise> others; ///< promises of the client as they stand
};
/// `event`: PromiseAmended, PromiseEnded or ConflictResolved, not yet among the events.
Verdict promiseEvent(const Said& said, const Event& event, const KnownPromise& known);

} // namespace encours::reconcile
