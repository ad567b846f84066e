// SPDX-License-Identifier: Apache-2.0
// Centre: the dunning plan of a day (a dry run: nothing is written), and recording its steps as done.
#pragma once

#include "domain/insight/insight_rules.h"
#include "usecases/dunning_rows.h"
#include "usecases/office.h"

namespace encours::usecases {

/// The rules outlive what is made by them.
struct DunningRequest {
    Day asOf;
    std::string clientKey{}; ///< empty = every client
    const DunningRules& rules;
    InsightRules insight{};      ///< by which clients get their profile
    bool sinceYesterday = false; ///< say how each row differs from the plan of the day before
};

struct DunningPlan {
    DunningRows rows;
    std::vector<RowChange> changes; ///< one per row when asked for, else empty
};

/// The profile by which a client's scenario is chosen; nothing when the rules would not look at it.
std::optional<PayerProfile> profileForDunning(const ClientAccount& account, const DunningRules& rules,
                                              const InsightRules& insight);

/// Any day, before the last run too: then as that day was, without the steps taken since. Refused "dunning.stale" as
/// mayRun says, but for a company that knows no receipt at all: it may look. NotFound "client.unknown".
Result<DunningPlan> planDunning(Office& office, const DunningRequest& request);

struct DunningCommit {
    int steps = 0;    ///< items that took a step
    int messages = 0; ///< they went in
    int vanished = 0; ///< items of that day which the ledger no longer has: nothing is recorded for them
    DunningRows rows; ///< the plan that was recorded
};

/// Records what the plan of the day has in as done on that day, in one transaction. Done again on the same day it
/// records nothing more: a step is sent at most once. Refused as mayRun says; InvalidArgument "dunning.future" for a day
/// to come, which would shut every day before it.
Result<DunningCommit> commitDunning(Office& office, const DunningRequest& request);

} // namespace encours::usecases
