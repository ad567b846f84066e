// SPDX-License-Identifier: Apache-2.0
// Who may end or change a promise, on both ends alike.
#pragma once

#include "domain/agreements/promise.h"
#include "domain/ledger/client.h"

namespace encours {

/// To withdraw a promise, to change it, or to name it in the `supersedes` of a new one: its author, the salesperson who has the client
/// now, or the office. A promise beside it is anybody's: both then stand (rules.md, Promises).
inline bool mayEndPromise(const Promise& promise, const Client& client, UserId self, bool isOffice)
{
    return isOffice || promise.author == self || client.salesperson == self;
}

} // namespace encours
