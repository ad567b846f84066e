// SPDX-License-Identifier: Apache-2.0
// Why a promise, a dispute or a rate is told as it is: one sentence with its amounts and days, from the same facts.
#pragma once

#include "base/sentence.h"
#include "domain/agreements/dispute.h"
#include "domain/agreements/promise_reliability.h"

namespace encours {

/// `status` is that of the promise on `asOf`.
Sentence explain(const Promise& promise, const PromiseStatus& status, Day asOf, Day coveredThrough);
/// `number`: of the invoice; empty when the ledger no longer knows it. What said nothing is told too.
Sentence explain(const Dispute& dispute, const DisputeStatus& status, std::string_view number, Day asOf);
/// How the rates come about.
Sentence explain(const PromiseReliability& reliability);

} // namespace encours
