// SPDX-License-Identifier: Apache-2.0
// Which of the seven profiles a client has (features.md §6). The first line that holds, thresholds from the rules:
//
//   0  pinned by a person (office_decision.h)                                → that one, Strategic among them
//   1  a notice of collective proceedings; a plan missed; a payment that came back; as many broken promises within the
//      history as the rules say                                              → InDifficulty
//   2  fewer payments within the history than the rules want                 → NewClient
//   3  as many disputes opened within the history as the rules say           → Disputing
//   4  median delay ≤ goodPayerDays, and nothing open past the formal days   → GoodPayer
//   5  quartiles no wider apart than tacticalSpreadDays: late, regularly     → Tactical
//   6  late, now more, now less                                              → Forgetful
//
// The delays are those of payment_habit.h: open items count at their present age.
#pragma once

#include "domain/insight/payment_habit.h"

namespace encours {

struct ProfileAssignment {
    PayerProfile profile = PayerProfile::NewClient;
    bool pinned = false;
    Sentence reason;
};

ProfileAssignment assignProfile(const AccountFigures& figures, const InsightRules& rules);

} // namespace encours
