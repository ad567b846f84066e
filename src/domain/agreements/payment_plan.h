// SPDX-License-Identifier: Apache-2.0
// A payment plan: who proposed what, in versions; who approved and signed which version, by the hash of its content; and
// its state on a day, a pure function of its events, the ledger and that day.
#pragma once

#include "base/instant.h"
#include "domain/agreements/promise.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace encours {

using ContentHash = std::array<std::uint8_t, 32>; ///< SHA-256

struct Instalment {
    Day due; ///< a French business day
    Money amount; ///< > 0
    friend bool operator==(const Instalment&, const Instalment&) = default;
};

struct PlanVersion {
    int number = 1; ///< 1, 2, 3…: an edit is a new version
    std::vector<ItemId> items;
    Money debt;                        ///< of its items when it was drawn up; Σ schedule = debt + carryingCost
    Money carryingCost;                ///< ≥ 0
    std::vector<Instalment> schedule;  ///< the down payment first, rising days
    bool accelerates = true;           ///< déchéance du terme: one instalment missed makes all of it due
    std::string reason;
    Day proposedOn;
    std::string author;
};

enum class PlanStep { Approved = 1, Refused = 2, Signed = 3, Cancelled = 4, Accelerated = 5 };

/// `content`: of the version the person had before their eyes; one for another hash says nothing about the current version.
struct PlanEvent {
    PlanStep step = PlanStep::Approved;
    Day day;
    ContentHash content{};
    std::string person;
};

struct PaymentPlan {
    PlanId id;
    ClientId client;
    std::vector<PlanVersion> versions; ///< ≥ 1, rising numbers; the last one counts
    std::vector<std::string> parties;  ///< who has to sign
    std::vector<PlanEvent> events;
    std::int64_t serverSeq = 0;
};

enum class PlanState { Proposed = 0, Approved, Active, Kept, Missed, Accelerated, Refused, Cancelled };

struct PlanStatus {
    PlanState state = PlanState::Proposed;
    bool suspendsDunning = false;      ///< of its items: active and nothing missed
    Money paid;                        ///< counted for the schedule
    Money dueByNow;                    ///< Σ instalments whose window is over
    std::optional<Instalment> next;    ///< the first not paid
    std::optional<Day> missedOn;       ///< the day after the window of the first instalment missed
    std::vector<std::string> missingSignatures;
};

} // namespace encours
