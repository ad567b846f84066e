// SPDX-License-Identifier: Apache-2.0
// What the centre answered to an operation, for its author: one sentence that says what became of it and what to do.
#pragma once

#include "base/sentence.h"
#include "domain/agreements/operation.h"

namespace encours {

/// Empty when it was simply applied. A reason this version does not know is quoted.
Sentence outcomeSentence(OperationStatus status, std::string_view reason);

} // namespace encours
