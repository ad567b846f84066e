// SPDX-License-Identifier: Apache-2.0
// What a visit or a call gave, in the language of the screen. Pure.
#pragma once

#include "domain/agreements/note.h"

#include <QString>

#include <span>

namespace encours::app {

QString outcomeName(NoteOutcome outcome);                    ///< "Promesse", as on a chip
QString outcomeNames(std::span<const NoteOutcome> outcomes); ///< "promesse, litige"; empty when there is none

} // namespace encours::app
