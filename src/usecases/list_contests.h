// SPDX-License-Identifier: Apache-2.0
// Device: what people who did not know of each other said of one thing, and what waits for somebody to decide: two values of a promise,
// two promises on one invoice, two texts of a note. Both stand until then.
#pragma once

#include "domain/agreements/note.h"
#include "domain/agreements/promise_history.h"
#include "domain/ledger/client.h"
#include "usecases/field.h"

namespace encours::usecases {

enum class ContestKind { Value, TwoPromises, NoteTexts };

/// One of the things that stand side by side.
struct ContestVersion {
    Uuid id; ///< of the event that said it, or of the promise; none = as it was made
    UserId author;
    std::string authorName;
    bool own = false;   ///< said by the person of this device
    Instant madeAt;     ///< the author's clock: information
    bool taken = false; ///< the centre has it
    Promise promise;    ///< as it stands by this version; not of a note
    std::string text;   ///< of a note
};

struct OpenContest {
    ContestKind kind = ContestKind::Value;
    PromiseField field = PromiseField::Amount; ///< Value, TwoPromises
    ClientId client;
    std::string clientKey;
    std::string clientName;
    Uuid object;                          ///< the promise or note
    std::vector<ContestVersion> versions; ///< two or more; the first counts for now
    std::vector<std::string> itemNumbers; ///< of the invoices they are about
    int daysLate = 0;                     ///< of the oldest of them
    Money residual;                       ///< of them
    /// What the ledger says meanwhile: a receipt that came since the first of them was said.
    std::optional<Receipt> collided;
    bool mayDecide = false; ///< one of them is this person's, or this person is of the office (sync/reconcile)
};

/// By client. `client` none = of the whole portfolio.
Result<std::vector<OpenContest>> listContests(Field& field, ClientId client = {});

} // namespace encours::usecases
