// SPDX-License-Identifier: Apache-2.0
// What the field suggests for a contact. Suggestions stand side by side until the office has settled each.
#pragma once

#include "domain/agreements/event.h"

namespace encours {

struct Suggestion {
    Uuid id;
    ContactSuggested said;
    UserId author;
    std::string authorName;
    Day madeOn;
    std::optional<bool> accepted; ///< none = open
    std::string settledBy;
    OperationId event;
    bool pending = false;
};

/// In the centre's order. The first settling counts. `events`: of one client, any objects, in any order.
std::vector<Suggestion> suggestionsOf(std::span<const Event> events);

} // namespace encours
