// SPDX-License-Identifier: Apache-2.0
// Device: what the centre did not take as it was said. It stays with its author, through every Reset, until they say it
// otherwise, want it no more, or have read what became of it.
#pragma once

#include "domain/agreements/operation.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

namespace encours::usecases {

/// With what was said of a note or promise that was refused itself. What was refused is never sent then, what the centre
/// holds stays there; both stay in the log for thirty days. Gives what it was, for bringBack(). NotFound "operation.unknown"; Refused "operation.waits" for what is not in the tray.
Result<OutboxEntry> layAside(Field& field, OperationId id);
/// In the tray again, as it was.
Result<void> bringBack(Field& field, const OutboxEntry& before);

/// Refused notes and promises, as they were written: to fill the sheet again. As layAside() fails.
Result<OutboxEntry> findRefused(Field& field, OperationId id);
/// Notes it otherwise; what was refused is laid aside in the same transaction. As findRefused and recordNote fail, and
/// nothing is changed then.
Result<Note> correctNote(Field& field, OperationId refused, const NoteRequest& request);
/// The same, as findRefused and promisePayment fail.
Result<PromiseMadeResult> correctPromise(Field& field, OperationId refused, const PromiseRequest& request);

} // namespace encours::usecases
