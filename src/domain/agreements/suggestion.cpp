// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/suggestion.h"

#include "domain/agreements/event_heads.h"

namespace encours {

std::vector<Suggestion> suggestionsOf(std::span<const Event> events)
{
    EventPointers ordered;
    for (const Event& event : events)
        ordered.push_back(&event);
    sortEvents(ordered);
    std::vector<Suggestion> suggestions;
    for (const Event* event : ordered) {
        if (const auto* said = std::get_if<ContactSuggested>(&event->saying.content))
            suggestions.push_back({event->saying.object,
                                   *said,
                                   event->author,
                                   event->authorName,
                                   event->madeOn,
                                   std::nullopt,
                                   {},
                                   event->id,
                                   event->isPending()});
    }
    for (const Event* event : ordered) {
        const auto* settled = std::get_if<SuggestionSettled>(&event->saying.content);
        const auto suggestion = std::ranges::find(suggestions, event->saying.object, &Suggestion::id);
        if (!settled || suggestion == suggestions.end() || suggestion->accepted)
            continue;
        suggestion->accepted = settled->accepted;
        suggestion->settledBy = event->authorName;
        suggestion->pending = suggestion->pending || event->isPending();
    }
    return suggestions;
}

} // namespace encours
