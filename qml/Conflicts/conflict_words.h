// SPDX-License-Identifier: Apache-2.0
// A contest in words. Pure.
#pragma once

#include "qml/Conflicts/conflict_values.h"
#include "usecases/list_contests.h"

namespace encours::app {

ConflictValue conflictValue(const usecases::OpenContest& contest, Day today);

} // namespace encours::app
