// SPDX-License-Identifier: Apache-2.0
// One hint for each cause of a late payment, for whoever has just heard it from the client: what to do next, with the
// figures of this account. Written by us from the practice of collection; no law says it. A cause is noted as an outcome of
// the call it was heard in.
#pragma once

#include "domain/agreements/note.h"
#include "domain/insight/account_figures.h"

namespace encours {

struct CauseHint {
    NoteOutcome cause = NoteOutcome::Forgotten; ///< or Difficulty, Dispute, Refusal
    Sentence name;                              ///< "Oubli"
    Sentence hint;
};

/// One of each cause; none when nothing may be demanded.
std::vector<CauseHint> coaching(const AccountFigures& figures);

} // namespace encours
