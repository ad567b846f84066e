// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/insight/signal.h"

namespace encours {

/// The eight signals, 1 first.
std::vector<Signal> companySignals(const SignalInputs& inputs);

} // namespace encours
