// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/agreements/promise_history.h"

namespace encours {

/// The day the first of the contested values was given; there is a contest.
Day contestedSince(const PromiseHistory& history);
/// What the ledger says meanwhile: the last receipt that came for the items of the promise, or is set against none yet, since
/// that day. None = nothing.
std::optional<Receipt> collidedReceipt(const Promise& promise, Day since, const ClientFacts& facts);

} // namespace encours
