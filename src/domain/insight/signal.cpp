// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/signal.h"

namespace encours {

SignalState SignalThreshold::stateOf(Hundredths value) const
{
    if (lowIsBad ? value < alert : value >= alert)
        return SignalState::Alert;
    if (lowIsBad ? value < watch : value >= watch)
        return SignalState::Watch;
    return SignalState::Good;
}

} // namespace encours
