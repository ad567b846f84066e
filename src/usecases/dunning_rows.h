// SPDX-License-Identifier: Apache-2.0
// Centre: the dunning plan of a day as people and scripts read it: one row per client and open item.
#pragma once

#include "domain/dunning/plan_account.h"

namespace encours::usecases {

struct DunningRow {
    std::string client; ///< key
    std::string clientName;
    ClientId clientId;
    Item item;
    PlannedItem planned;                 ///< its own `item` is null, its step is one of the rules
    const Scenario* scenario = nullptr;  ///< of the rules
    std::optional<PayerProfile> profile; ///< when it was asked for, to choose the scenario
    int message = 0;                     ///< 1, 2, 3… over the plan; 0 = none

    bool in() const { return planned.in(); }
    /// Why it is in or out: made when it is asked for, a plan has hundreds of thousands.
    Sentence why(const DunningRules& rules) const;
};

/// What goes out together.
struct DunningSending {
    ClientId client;
    int level = 0;
    StepChannel channel = StepChannel::Email;
    Money credits;
    Money demanded;
    Sha256 key{};
};

/// Borrows the rules it was made by.
struct DunningRows {
    std::vector<DunningRow> rows;         ///< by client, then due day
    std::vector<DunningSending> sendings; ///< message n is at n − 1

    void add(const ClientAccount& account, AccountPlan plan, std::optional<PayerProfile> profile);
};

/// How a row differs from the same plan made the day before.
enum class RowChange { Same = 0, NewItem, NowIn, NowOut, OtherReason, OtherLevel, Settled };
/// "same", "new_item", "now_in", "now_out", "other_reason", "other_level", "settled".
std::string_view nameOf(RowChange change);

/// One per row of `today`, same order. What was in the plan before and has nothing left to pay is added to it: a row that
/// is out, with the reason Settled.
std::vector<RowChange> changesSince(const DunningRows& before, DunningRows& today);

} // namespace encours::usecases
