// SPDX-License-Identifier: Apache-2.0
// Device: undo of what was just noted. What the centre cannot know leaves nothing; what it may know is retracted or
// withdrawn by us, and that is sent.
#pragma once

#include "domain/agreements/operation.h"
#include "usecases/field.h"

namespace encours::usecases {

enum class TakenBack {
    Forgotten, ///< never sent: neither the fact nor its operation is left
    Ended,     ///< an operation that ends it waits for the centre
};

/// Fails as retractNote and withdrawPromise do; nothing is changed then.
Result<TakenBack> takeBackNote(Field& field, NoteId note, ClientId client);
Result<TakenBack> takeBackPromise(Field& field, PromiseId promise, ClientId client);

} // namespace encours::usecases
