// SPDX-License-Identifier: Apache-2.0
// Centre: what the field noted and what debtors promised, for the office.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/note.h"
#include "domain/agreements/promise_reliability.h"
#include "domain/ledger/client.h"
#include "store/company.h"
#include "usecases/office.h"

namespace encours::usecases {

struct ClientNote {
    std::string client; ///< key
    std::string clientName;
    Note note;
    std::vector<NoteOutcome> outcomes;
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

/// How the promises of one client, or of one of its people, turned out, in one currency.
struct ClientReliability {
    std::string client; ///< key
    std::string clientName;
    std::string person; ///< empty when by client, or when nobody was named
    Currency currency;
    PromiseReliability reliability;
};

enum class ReliabilityBy { Client, Person };

/// By client, then person. Clients without a promise by `asOf` are left out.
Result<std::vector<ClientReliability>> listReliability(Office& office, Day asOf, ReliabilityBy by,
                                                       const std::string& clientKey = {});

struct ClientDispute {
    std::string client; ///< key
    std::string clientName;
    std::string itemNumber; ///< empty when the ledger no longer knows the item
    Dispute dispute;
    DisputeStatus status; ///< on the day asked for
};

/// Open ones first, those whose answer is due first before the others; then closed ones, latest first.
Result<std::vector<ClientDispute>> listDisputes(Office& office, Day asOf, const std::string& clientKey = {});

} // namespace encours::usecases
