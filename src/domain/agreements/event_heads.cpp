// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/event_heads.h"

namespace encours {

namespace {

// Nobody sees what is said later, so that each step goes on. Ids somebody made up must not turn in a circle all the same.
const Event* nextAfter(const Event* current, std::span<const Event* const> events, const EventPointers& passed)
{
    const auto replaces = [&](const Event* event) {
        if (std::ranges::contains(passed, event))
            return false;
        if (current)
            return hasSeen(*event, current->id);
        return std::ranges::none_of(events, [&](const Event* other) { return hasSeen(*event, other->id); });
    };
    const auto next = std::ranges::find_if(events, replaces);
    return next == events.end() ? nullptr : *next;
}

} // namespace

void sortEvents(EventPointers& events)
{
    std::ranges::sort(events, [](const Event* a, const Event* b) { return comesBefore(*a, *b); });
}

EventPointers headsOf(std::span<const Event* const> events)
{
    EventPointers passed;
    for (const Event* next = nextAfter(nullptr, events, passed); next; next = nextAfter(next, events, passed))
        passed.push_back(next);
    EventPointers heads;
    if (!passed.empty())
        heads.push_back(passed.back());
    for (const Event* event : events) {
        const auto replaced = [&](const Event* other) { return other != event && hasSeen(*other, event->id); };
        if (std::ranges::none_of(events, replaced) && !std::ranges::contains(heads, event))
            heads.push_back(event);
    }
    if (heads.empty() && !events.empty())
        heads.push_back(events.front());
    return heads;
}

bool knewOf(const Event& event, const Event& other, std::span<const Event* const> all)
{
    EventPointers known{&event};
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (hasSeen(*known[i], other.id))
            return true;
        for (const Event* one : all) {
            if (hasSeen(*known[i], one->id) && !std::ranges::contains(known, one))
                known.push_back(one);
        }
    }
    return false;
}

} // namespace encours
