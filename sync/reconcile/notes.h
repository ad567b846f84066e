// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/reconcile/verdict.h"

namespace encours::reconcile {

Verdict noteAdded(const Said& said, const Note& note, bool idTaken);
/// `note`: the one it names, if the client has it.
Verdict noteRetracted(const Said& said, const std::optional<Note>& note);

} // namespace encours::reconcile
