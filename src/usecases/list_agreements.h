// SPDX-License-Identifier: Apache-2.0
// Centre: what the field noted and what debtors promised, for the office.
#pragma once

#include "domain/agreements/note.h"
#include "domain/ledger/client.h"
#include "store/company.h"
#include "usecases/office.h"

namespace encours::usecases {

struct ClientNote {
    std::string client; ///< key
    std::string clientName;
    Note note;
};

/// By the centre's order, oldest first; retracted ones are marked, not hidden. `clientKey` empty = all.
Result<std::vector<ClientNote>> listNotes(Office& office, const std::string& clientKey = {});

struct ClientPromise {
    std::string client; ///< key
    std::string clientName;
    std::vector<std::string> itemNumbers; ///< same order as promise.items; empty text for an item no longer known
    Promise promise;
    PromiseStatus status; ///< on the day asked for
};

struct PromiseList {
    store::Company company;
    Day asOf;
    std::vector<ClientPromise> promises; ///< by promised day, then the centre's order
};

/// The state of each promise is computed by the truth table of rules.md on `asOf`.
Result<PromiseList> listPromises(Office& office, Day asOf, const std::string& clientKey = {});

} // namespace encours::usecases
