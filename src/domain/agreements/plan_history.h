// SPDX-License-Identifier: Apache-2.0
// Payment plans as their events leave them. A version is replaced by one whose author had seen it; versions proposed side
// by side are contested, the first one the centre took counts. Who decides names the content by its hash: nobody approves
// what they did not see. The first decision of a version counts, later ones of others are kept as late (sync.md §2.6).
#pragma once

#include "domain/agreements/event.h"
#include "domain/agreements/payment_plan.h"

namespace encours {

struct LatePlanDecision {
    OperationId event;
    PlanStep step = PlanStep::Approved;
    std::string authorName;
    Day day;
};

struct PlanHistory {
    PaymentPlan plan; ///< versions that counted one after the other; decisions that count
    UserId author;    ///< who proposed it first
    std::vector<OperationId> heads;
    std::vector<PlanVersion> contested; ///< proposed beside the version that counts, their authors not knowing of it
    std::vector<LatePlanDecision> late; ///< a decision had been taken already
    std::vector<OperationId> unbound;   ///< decisions about a content that is none of its versions
    bool pending = false;
};

/// By id. `events`: of one client, any objects, in any order.
std::vector<PlanHistory> planHistories(std::span<const Event> events);

} // namespace encours
