// SPDX-License-Identifier: Apache-2.0
// Device: change what a promise says, or decide between the values that people who did not know of each other gave it.
#pragma once

#include "domain/agreements/promise_history.h"
#include "usecases/field.h"

namespace encours::usecases {

struct PromiseRef {
    ClientId client;
    PromiseId promise;
};

/// Values the promise has already are left out of the change. As checkAmendment fails, and NotFound "promise.unknown",
/// "promise.item"; Denied "promise.author" when it is not this user's to change (mayEndPromise). Nothing is
/// written then. Gives the promise as it is now.
Result<PromiseHistory> amendPromise(Field& field, PromiseRef promise, PromiseAmended change);

/// That two promises both count (OtherPromise, none kept) is said of all that stand now: `beside` is filled in here. As
/// checkResolution fails; Denied "conflict.author" unless this user gave one of the values or is of the office.
Result<PromiseHistory> resolveConflict(Field& field, PromiseRef promise, ConflictResolved resolution);

} // namespace encours::usecases
