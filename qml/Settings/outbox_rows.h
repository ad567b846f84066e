// SPDX-License-Identifier: Apache-2.0
// The waiting operations, worded. Pure.
#pragma once

#include "qml/Settings/sync_model.h"

namespace encours::app {

QList<OutboxRowValue> outboxRows(const std::vector<usecases::OutboxLine>& lines, Day today);

} // namespace encours::app
