// SPDX-License-Identifier: Apache-2.0
// The words under which values appear in listings: stable, scripts read them.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/note.h"
#include "domain/agreements/payment_plan.h"
#include "domain/agreements/promise_history.h"
#include "domain/agreements/visit.h"
#include "domain/ledger/balance.h"
#include "domain/ledger/legal_allocation.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace encours::cli {

std::string_view nameOf(AgingBucket bucket);
std::string_view nameOf(ItemKind kind);
std::string_view nameOf(DueSource source);
std::string_view nameOf(NoteKind kind);
std::string_view nameOf(NoteOutcome outcome);
std::vector<std::string> namesOf(std::span<const NoteOutcome> outcomes);
std::string_view nameOf(PaymentMethod method);
std::string_view nameOf(PromiseChannel channel);
std::string_view nameOf(PromiseState state);
std::string_view nameOf(PromiseEnding ending);
std::string_view nameOf(PromiseField field);
std::string_view nameOf(DisputeStep step);
std::string_view nameOf(PlanStep step);
std::string_view nameOf(PlanState state);
std::string_view nameOf(VisitState state);
std::string_view nameOf(DisputeState state);
std::string_view nameOf(DisputeFamily family);
std::string_view nameOf(AllocationRule rule);

} // namespace encours::cli
