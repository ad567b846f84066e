// SPDX-License-Identifier: Apache-2.0
// The visit brief, readable in 20 seconds (design.md, picture 06): what may be demanded, the last promise and its fate,
// two sentences to say, what not to raise and why, what may be granted without asking, what losing the money would
// cost, how old the data is.
#pragma once

#include "domain/agreements/plan_terms.h"
#include "domain/insight/assign_profile.h"
#include "domain/insight/collectible_now.h"
#include "domain/insight/find_anomalies.h"

namespace encours {

/// What the brief goes by besides the rules: each company sets its own.
struct VisitEnvelope {
    PlanEnvelope plan;        ///< what a salesperson may grant alone
    BasisPoints margin{2200}; ///< of the company, 0 < margin ≤ 100 %: what losing the money costs
    std::string approver{};   ///< who decides beyond the envelope; may be empty
};

struct VisitGrant {
    Money amount;        ///< of what may be demanded, the part that may be spread without asking
    int instalments = 0; ///< at most, the down payment counted; 0: nothing to spread, or nothing may be granted
    Day until;           ///< of the last of them
    Money downPayment;   ///< at least, of `amount`; a part of a cent is one, as checked by plan_terms.h
    Sentence sentence;
    Sentence beyond; ///< who agrees to more; empty when nobody is named
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
    Money salesToMakeUp; ///< the sales that bring back the amount and its margin (kpi.h)
    Sentence cost;
    ProfileAssignment profile;
    Sentence freshness; ///< "Règlements connus jusqu’au 20/11."
};

/// `anomalies`: findAnomalies of the same account.
VisitBrief visitBrief(const AccountFigures& figures, std::span<const Anomaly> anomalies, const InsightRules& rules,
                      const VisitEnvelope& envelope);

} // namespace encours
