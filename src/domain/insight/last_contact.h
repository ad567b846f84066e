// SPDX-License-Identifier: Apache-2.0
// When somebody last spoke with the client: a visit, a call, a note that names a person, a promise taken.
#pragma once

#include "domain/agreements/client_account.h"

namespace encours {

struct LastContact {
    Day day;
    std::optional<NoteId> note; ///< one of the two
    std::optional<PromiseId> promise;
};

std::optional<LastContact> lastContact(const ClientAccount& account);

} // namespace encours
