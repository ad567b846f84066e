// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/agreements/suggestion.h"
#include "sync/reconcile/verdict.h"

namespace encours::reconcile {

/// `contactKnown`: the client has the contact, or it is a new one.
Verdict contactSuggested(const Said& said, const ContactSuggested& suggested, bool contactKnown);
/// `events`: of the client, without the new one.
Verdict suggestionSettled(const Said& said, const Event& event, std::span<const Event> events);

} // namespace encours::reconcile
