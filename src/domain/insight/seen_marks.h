// SPDX-License-Identifier: Apache-2.0
// Who has seen which anomaly (domain.md row 52: salespeople who do not know). A mark is a fact of its own, appended and
// never changed; it names the anomaly by its key, so that it holds on any day and on any device.
#pragma once

#include "domain/agreements/event.h"
#include "domain/insight/anomaly.h"

namespace encours {

struct SeenMark {
    std::string key; ///< keyOf the anomaly
    UserId person;
    std::string personName;
    Day day;
};

/// For each anomaly, in the same order, the first mark of each person up to the anomaly's day; by day, then by person.
std::vector<std::vector<SeenMark>> seenBy(std::span<const Anomaly> anomalies, std::span<const SeenMark> marks);
/// Whether the person has left a mark on the anomaly of this key. `events`: of one client, any objects.
bool hasSeen(std::span<const Event> events, UserId person, std::string_view key);

} // namespace encours
