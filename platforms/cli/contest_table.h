// SPDX-License-Identifier: Apache-2.0
// Contested values of a promise, as a listing.
#pragma once

#include "domain/agreements/promise_history.h"
#include "platforms/cli/table.h"

namespace encours::cli {

/// Columns "promise", "field", "value", "counts", "kept_id" (what `resolve --keep` takes), "author", "made_on", "made_at",
/// "taken" (the centre has it).
Table contestTable();
/// One row per contested value, those of a field together; the one that counts for now first. `before`: cells in front.
void addContests(Table& table, const PromiseHistory& history, const std::vector<Cell>& before = {});
/// "1 145,00 €", "2026-11-27", "cheque", ids of items, "stands" or how it ended.
std::string shown(const PromiseValue& value);

} // namespace encours::cli
