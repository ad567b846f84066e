// SPDX-License-Identifier: Apache-2.0
#include "sync/reconcile/contacts.h"

#include <algorithm>

namespace encours::reconcile {

Verdict contactSuggested(const Said& said, const ContactSuggested& suggested, bool contactKnown)
{
    if (suggested.after == suggested.before)
        return Verdict::refused("contact.nothing");
    return contactKnown ? Verdict::kept(said) : Verdict::refused("contact.unknown");
}

Verdict suggestionSettled(const Said& said, const Event& event, std::span<const Event> events)
{
    const auto suggestions = suggestionsOf(events);
    const auto suggestion = std::ranges::find(suggestions, event.saying.object, &Suggestion::id);
    if (suggestion == suggestions.end())
        return Verdict::refused("suggestion.unknown");
    if (!said.by.ofTheOffice)
        return Verdict::refused("suggestion.office");
    if (!suggestion->accepted)
        return Verdict::kept(said);
    const bool accepted = std::get<SuggestionSettled>(event.saying.content).accepted;
    return *suggestion->accepted == accepted ? Verdict::alreadySo() : Verdict::contested(said, "suggestion.settled");
}

} // namespace encours::reconcile
