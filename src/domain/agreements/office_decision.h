// SPDX-License-Identifier: Apache-2.0
// What the office decides about a client by name, with a reason and an author: that its reminders rest until a day, and
// which payer profile it has whatever its payments say (domain.md §2.9, rows 45 and 55).
#pragma once

#include "base/day.h"
#include "base/ids.h"
#include "domain/agreements/payer_profile.h"

#include <string>

namespace encours {

/// Reminders rest from `from` through `until`, both included; there is no pause without an end.
struct DunningPause {
    ClientId client;
    std::string number; ///< of the invoice; empty = every item of the client
    Day from;
    Day until; ///< ≥ from
    std::string reason;
    std::string author;
    std::optional<Day> endedOn; ///< taken back: it holds no longer from that day on
    std::string endedBy;

    friend bool operator==(const DunningPause&, const DunningPause&) = default;
    bool holdsOn(Day day) const { return from <= day && day <= until && (!endedOn || day < *endedOn); }
};

/// From its day on, until the next decision about that client.
struct ProfileDecision {
    ClientId client;
    Day day;
    std::optional<PayerProfile> profile; ///< none = computed from the payments again
    std::string reason;
    std::string author;
    friend bool operator==(const ProfileDecision&, const ProfileDecision&) = default;
};

} // namespace encours
