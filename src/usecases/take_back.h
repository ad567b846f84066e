// SPDX-License-Identifier: Apache-2.0
// Device: undo of what was just noted. What the centre cannot know leaves nothing; what it may know is retracted or
// withdrawn by us, and that is sent.
#pragma once

#include "domain/agreements/operation.h"
#include "domain/agreements/visit.h"
#include "usecases/field.h"

namespace encours::usecases {

enum class TakenBack {
    Forgotten, ///< never sent: neither the fact nor its operation is left
    Ended,     ///< an operation that ends it waits for the centre
};

/// Fails as retractNote, withdrawPromise, stepDispute (Withdrawn) and decidePlan (Cancelled) do; nothing is changed then.
/// What is forgotten takes the files that belong to it alone along, if the centre has not taken them. A visit that a forgotten
/// note reported is to be made again.
Result<TakenBack> takeBackNote(Field& field, NoteId note, ClientId client);
Result<TakenBack> takeBackPromise(Field& field, PromiseId promise, ClientId client);
/// The last thing that was said here of a promise that stood as `before`: an amendment or a withdrawal. Sent, an amendment is
/// amended back; a withdrawal stands: Refused "promise.sent".
Result<TakenBack> takeBackSaid(Field& field, const Promise& before);
Result<TakenBack> takeBackDispute(Field& field, DisputeId dispute, ClientId client);
/// A visit as it was just planned, or moved from where it stood `before`. Once the move was sent it has its former day again; a
/// late one is to be made today, as the centre takes no visit for a day that has passed. Fails as planVisit and cancelVisit.
Result<TakenBack> takeBackVisit(Field& field, const Visit& visit, const std::optional<Visit>& before);
Result<TakenBack> takeBackPlan(Field& field, PlanId plan, const ContentHash& content, ClientId client);

} // namespace encours::usecases
