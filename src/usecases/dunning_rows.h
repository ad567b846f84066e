// SPDX-License-Identifier: Apache-2.0
// Centre: the dunning plan of a day as people and scripts read it: one row per client and open item.
#pragma once

#include "domain/dunning/plan_account.h"

namespace encours::usecases {

struct DunningRow {
    std::string client; ///< key
    std::string clientName;
    ClientId clientId;
    ItemId itemId;
    std::string item; ///< number of the invoice
    Day due;
    Money balance;
    Money disputed;
    Money promised;
    Money demanded; ///< before credits
    Money credits;
    std::string scenario;
    int reached = 0;
    int level = 0;
    StepChannel channel = StepChannel::Email;
    Sentence step; ///< name of it
    std::string owner;
    PlanReason reason = PlanReason::StepDue;
    Day until;
    std::string author;
    Sentence why;
    int message = 0; ///< 1, 2, 3… over the plan; 0 = none
    bool in() const { return reason == PlanReason::StepDue; }
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

struct DunningRows {
    std::vector<DunningRow> rows;         ///< by client, then due day
    std::vector<DunningSending> sendings; ///< message n is at n − 1

    void add(const ClientAccount& account, const DunningRules& rules, const AccountPlan& plan);
};

/// How a row differs from the same plan made the day before.
enum class RowChange { Same = 0, NewItem, NowIn, NowOut, OtherReason, OtherLevel };
std::string_view nameOf(RowChange change); ///< "same", "new_item", "now_in", "now_out", "other_reason", "other_level"

/// One per row of `today`, same order.
std::vector<RowChange> changesSince(const DunningRows& before, const DunningRows& today);

} // namespace encours::usecases
