// SPDX-License-Identifier: Apache-2.0
// What the office does, by the verbs it has: imports of a ledger that changes its mind, portfolios, promises it took.
#pragma once

#include "tests/simulation/draw.h"
#include "tests/simulation/plan.h"
#include "usecases/office.h"

namespace encours::simulation {

/// "S1" …: salespeople; "Office".
std::string salespersonName(int number);
/// A verb of that kind (ImportItems … OfficePromises), drawn. What it did, for the history. A refusal, a lock, a full
/// disk are expected; anything else ends the program.
std::string officeActs(usecases::Office& office, EventKind kind, const Swarm& swarm, Draw& draw);

} // namespace encours::simulation
