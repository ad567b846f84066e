// SPDX-License-Identifier: Apache-2.0
// Device: note a promise to pay, or withdraw one. The fact and its operation are one transaction.
#pragma once

#include "domain/agreements/note.h"
#include "domain/agreements/promise.h"
#include "usecases/field.h"

namespace encours::usecases {

struct PromiseRequest {
    ClientId client;
    std::vector<ItemId> items; ///< of this client, each once, at most kMaximumPromiseItems; empty = on account
    Money amount;              ///< > 0, in the currency of the items
    Day promisedFor;           ///< today or later, within one year
    PaymentMethod method = PaymentMethod::Unknown;
    PromiseChannel channel = PromiseChannel::Unknown;
    std::string promisedBy;                 ///< at most 200 characters
    PromiseId supersedes;                   ///< a promise of this client that still stands, or none
    std::vector<std::uint8_t> receipt = {}; ///< a document as addDocument takes them, which belongs to it; empty = none
    std::string note = {}; ///< what was said besides, as recordNote takes it: a note of its own; empty = none
};

struct PromiseMadeResult {
    Promise promise;
    std::optional<Note> note;
    Day windowEnd;
    bool aboveResidual = false; ///< more than what is left to pay on the items: kept as said, and told
};

/// InvalidArgument "promise.…" when a field is not acceptable, "document.…" when the receipt is not, "note.…" when the note
/// is not; NotFound "client.unknown"; nothing is written then.
Result<PromiseMadeResult> promisePayment(Field& field, const PromiseRequest& request);
/// The same in the caller's transaction.
Result<PromiseMadeResult> writePromise(Field& field, const PromiseRequest& request);
/// By the debtor or by us. Ending a promise that has ended already is refused ("promise.ended"). Denied
/// "promise.author" when it is not this user's to end (mayEndPromise); promisePayment says so of what it would replace.
Result<void> withdrawPromise(Field& field, PromiseId promise, ClientId client, PromiseEnding ending);

} // namespace encours::usecases
