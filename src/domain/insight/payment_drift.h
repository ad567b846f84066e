// SPDX-License-Identifier: Apache-2.0
// Does the client pay later than it did? The mean time from invoice to payment of what was paid in the last window,
// against what was paid in a window as long, half a year before. Paid instalments only, each counted once: a receipt
// list shows both means by hand.
#pragma once

#include "domain/insight/account_figures.h"
#include "domain/insight/insight_rules.h"

namespace encours {

struct PaymentDrift {
    int now = 0; ///< mean days from invoice to payment, to the nearest
    int before = 0;
    int payments = 0;          ///< now
    Money amount;              ///< of them
    Day since;                 ///< first day of the window
    std::vector<ItemId> items; ///< of both windows
    int later() const { return now - before; }
};

/// None when one of the windows holds fewer payments than the rules want.
std::optional<PaymentDrift> paymentDrift(const AccountFigures& figures, const InsightRules& rules);

} // namespace encours
