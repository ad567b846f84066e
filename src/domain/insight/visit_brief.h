// SPDX-License-Identifier: Apache-2.0
// The visit brief, readable in 20 seconds (design.md, picture 06): what may be demanded, the last promise and its fate,
// two sentences to say, what not to raise and why, what may be granted without asking, what losing the money would
// cost, how old the data is.
#pragma once

#include "domain/insight/assign_profile.h"
#include "domain/insight/collectible_now.h"
#include "domain/insight/find_anomalies.h"

namespace encours {

/// What a salesperson may grant alone. A company's setting.
struct VisitEnvelope {
    int instalments = 3;    ///< at most; 0 = nothing may be granted
    int days = 60;          ///< until the last of them
    int downPayment = 3000; ///< at least this share, in ten-thousandths of what may be demanded
    std::string approver;   ///< who decides beyond it; may be empty
    int margin = 2200;      ///< the company's margin, ten-thousandths, > 0: what losing the money costs
};

struct VisitGrant {
    int instalments = 0; ///< 0: nothing to spread, or nothing may be granted
    Day until;
    Money downPayment; ///< to the nearest minor unit, halves up
    Sentence sentence;
    Sentence beyond; ///< who agrees to more
};

struct LastPromise {
    std::size_t place = 0; ///< in the account's promises
    Sentence sentence;     ///< "6 480,00 € pour le 16/11, rompue"
};

struct VisitBrief {
    CollectibleNow collectible;
    Sentence why; ///< its equation
    std::optional<LastPromise> lastPromise;
    std::vector<Sentence> say; ///< at most two
    std::vector<Sentence> dontRaise;
    VisitGrant grant;
    Money salesToMakeUp; ///< amount / margin, to the nearest minor unit, halves up
    Sentence cost;
    ProfileAssignment profile;
    Sentence freshness; ///< "Règlements connus jusqu’au 20/11."
};

/// `anomalies`: findAnomalies of the same account.
VisitBrief visitBrief(const AccountFigures& figures, std::span<const Anomaly> anomalies, const InsightRules& rules,
                      const VisitEnvelope& envelope, std::optional<PayerProfile> pinned = std::nullopt);

} // namespace encours
