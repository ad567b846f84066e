// SPDX-License-Identifier: Apache-2.0
// Which of several events that say the same thing about one object nobody who saw them has replaced.
#pragma once

#include "domain/agreements/event.h"

namespace encours {

using EventPointers = std::vector<const Event*>;

/// In the centre's order.
void sortEvents(EventPointers& events);

/// In the centre's order. `events` say the same thing (a value of one field, the text of one note). First the one that
/// counts: from how the object was made on, always the first that the centre took of those that replace what counted.
/// Then the others, in the centre's order. Empty only when `events` is.
EventPointers headsOf(std::span<const Event* const> events);

/// Whether the author of `event` knew of `other`, also through events that knew of it. `all`: those of the object.
bool knewOf(const Event& event, const Event& other, std::span<const Event* const> all);

} // namespace encours
