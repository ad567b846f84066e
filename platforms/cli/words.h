// SPDX-License-Identifier: Apache-2.0
// The words under which values appear in listings: stable, scripts read them.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/note.h"
#include "domain/agreements/promise.h"
#include "domain/ledger/balance.h"
#include "domain/ledger/legal_allocation.h"

#include <string_view>

namespace encours::cli {

std::string_view nameOf(AgingBucket bucket);
std::string_view nameOf(ItemKind kind);
std::string_view nameOf(DueSource source);
std::string_view nameOf(NoteKind kind);
std::string_view nameOf(PaymentMethod method);
std::string_view nameOf(PromiseChannel channel);
std::string_view nameOf(PromiseState state);
std::string_view nameOf(DisputeState state);
std::string_view nameOf(DisputeFamily family);
std::string_view nameOf(AllocationRule rule);

} // namespace encours::cli
