// SPDX-License-Identifier: Apache-2.0
// Device: small things people say: a contact should read otherwise, a suggestion is settled, an anomaly was seen.
#pragma once

#include "domain/agreements/suggestion.h"
#include "usecases/field.h"

namespace encours::usecases {

/// `contact` none = a new one. Empty values of `after` keep what is there. NotFound "client.unknown", "contact.unknown";
/// InvalidArgument "contact.nothing", "contact.long". Nothing is written then, here and below.
Result<Suggestion> suggestContact(Field& field, ClientId client, ContactId contact, ContactValues after);
/// Denied "suggestion.office" for a salesperson; NotFound "suggestion.unknown"; Refused "suggestion.settled".
Result<Suggestion> settleSuggestion(Field& field, ClientId client, const Uuid& suggestion, bool accepted);

/// `key`: keyOf the anomaly. Seeing it again says nothing more.
Result<void> markSeen(Field& field, ClientId client, std::string_view key);

} // namespace encours::usecases
