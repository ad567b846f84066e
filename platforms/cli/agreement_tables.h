// SPDX-License-Identifier: Apache-2.0
// Plans, visits and suggestions as listings of both ends. `before`: cells of columns the caller put in front.
#pragma once

#include "domain/agreements/plan_history.h"
#include "domain/agreements/suggestion.h"
#include "domain/agreements/visit.h"
#include "platforms/cli/table.h"

namespace encours::cli {

Table planTable();
void addPlan(Table& table, const PlanHistory& history, const PlanStatus& status, const std::vector<Cell>& before = {});
Table visitTable();
void addVisit(Table& table, const Visit& visit, const std::vector<Cell>& before = {});
Table suggestionTable();
void addSuggestion(Table& table, const Suggestion& suggestion, const std::vector<Cell>& before = {});

/// Columns "client" and "name" in front.
Table withClient(Table table);

} // namespace encours::cli
