// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/seen_marks.h"

#include <algorithm>
#include <unordered_map>

namespace encours {

std::vector<std::vector<SeenMark>> seenBy(std::span<const Anomaly> anomalies, std::span<const SeenMark> marks)
{
    std::unordered_multimap<std::string_view, const SeenMark*> byKey;
    for (const SeenMark& mark : marks)
        byKey.emplace(mark.key, &mark);
    std::vector<std::vector<SeenMark>> seen(anomalies.size());
    for (std::size_t i = 0; i < anomalies.size(); ++i) {
        const std::string key = keyOf(anomalies[i]);
        const auto [first, last] = byKey.equal_range(key);
        for (auto mark = first; mark != last; ++mark)
            if (mark->second->day <= anomalies[i].asOf)
                seen[i].push_back(*mark->second);
        std::ranges::sort(seen[i], {}, [](const SeenMark& mark) { return std::pair(mark.person, mark.day); });
        const auto again = std::ranges::unique(seen[i], {}, &SeenMark::person);
        seen[i].erase(again.begin(), again.end());
        std::ranges::sort(seen[i], {}, [](const SeenMark& mark) { return std::pair(mark.day, mark.person); });
    }
    return seen;
}

bool hasSeen(std::span<const Event> events, UserId person, std::string_view key)
{
    return std::ranges::any_of(events, [&](const Event& event) {
        const auto* seen = std::get_if<AnomalySeen>(&event.saying.content);
        return seen && event.author == person && seen->key == key;
    });
}

} // namespace encours
