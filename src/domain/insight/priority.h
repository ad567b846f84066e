// SPDX-License-Identifier: Apache-2.0
// Whom to see first, and why: a sum of terms that add up, each with its sentence (design.md, picture 11). Points are
// data (insight_rules.h). A client without any term is not on the list: not every client belongs there.
#pragma once

#include "domain/insight/collectible_now.h"
#include "domain/insight/find_anomalies.h"

namespace encours {

struct PriorityTerm {
    std::string_view name; ///< that of the anomaly, or "promise_due", "d_plus_95", "amount"
    int points = 0;        ///< > 0
    Sentence sentence;     ///< without full stop: "J+95 dans 7 jours, FA-2608-0142"
    Sentence label;        ///< for a badge: "J+95 dans 7 j"; empty for the amount
};

struct Priority {
    ClientId client;
    int points = 0;                  ///< = Σ terms
    std::vector<PriorityTerm> terms; ///< most points first
    CollectibleNow collectible;
};

/// `anomalies`: findAnomalies of the same account and rules. An anomaly found several times counts once, the gravest.
Priority priorityOf(const AccountFigures& figures, std::span<const Anomaly> anomalies, const InsightRules& rules);

/// More points first, then more to collect (amounts of one currency), then the client's id.
bool comesBefore(const Priority& a, const Priority& b);

} // namespace encours
