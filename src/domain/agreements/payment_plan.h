// SPDX-License-Identifier: Apache-2.0
// A payment plan: who proposed what, in versions; who approved and signed which version, by the hash of its content;
// and its state on a day, a pure function of its events, the ledger and that day.
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "base/sha256.h"
#include "domain/agreements/promise.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace encours {

using ContentHash = Sha256;

struct Instalment {
    Day due;      ///< a French business day
    Money amount; ///< > 0
    friend bool operator==(const Instalment&, const Instalment&) = default;
};

/// What a plan does about the debt (domain.md row 42). Each has its reason in the version.
enum class PlanKind {
    Reschedule = 0, ///< the whole of what its items owe, later
    Partial = 1,    ///< a part of it; the rest stays as it is
    Guarantee = 2,  ///< the whole, later, against a guarantee
};

struct PlanVersion {
    int number = 1; ///< 1, 2, 3…: an edit is a new version
    std::vector<ItemId> items;
    Money debt;                       ///< of its items when it was drawn up; Σ schedule = debt + carryingCost
    Money carryingCost;               ///< ≥ 0
    std::vector<Instalment> schedule; ///< the down payment first, rising days
    bool accelerates = true;          ///< déchéance du terme: one instalment missed makes all of it due
    std::string reason;
    Day proposedOn;
    std::string author;
    PlanKind kind = PlanKind::Reschedule;
    std::string guarantee;        ///< what is given, for PlanKind::Guarantee
    std::string insurerConfirmed; ///< the sentence about the credit insurer that was confirmed (plan_terms.h), or empty
};

enum class PlanStep {
    Approved = 1,
    Refused = 2,
    Signed = 3,
    Cancelled = 4,
    Accelerated = 5,  ///< the whole is demanded: counts when an instalment was missed by then and not made good
    GrantedAlone = 6, ///< stands for an approval: the version was within what its author may grant (plan_terms.h) then
};

/// `content`: of the version the person had before their eyes; one for another hash says nothing about the current
/// version.
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

/// What money counts: payments allocated to its items and the client's unallocated ones (dated_facts.h), with a value
/// date on or after the day the version was proposed; each euro once, for the instalment due first. Credit notes and
/// adjustments make the plan smaller, its last instalments first; so does a payment from before that was not known.
struct PlanStatus {
    PlanState state = PlanState::Proposed;
    bool suspendsDunning = false;   ///< of its items: active and nothing missing now
    Money total;                    ///< the schedule, less what was credited
    Money paid;                     ///< counted for the schedule; 0 unless active, kept, missed or accelerated
    Money dueByNow;                 ///< Σ instalments whose window is over and covered by the ledger
    std::optional<Instalment> next; ///< the first not paid in full: what is left of it
    std::optional<Day> missedOn;    ///< the day after the window of the first instalment missed, made good later or not
    std::vector<std::string> missingSignatures;
    std::vector<std::size_t>
        ignored; ///< places in PaymentPlan::events: for another content, out of order, after the end
};

/// The last version proposed by the day; none when there is none, or when it does not hold together.
const PlanVersion* currentVersion(const PaymentPlan& plan, Day day);

/// The same bytes on every machine: everything a person reads before signing (items, amounts, schedule, clause, reason,
/// parties, author, day), so that any edit is another content.
ContentHash contentHash(const PaymentPlan& plan, const PlanVersion& version);

/// Whether the figures of a version hold together: items each once, amounts above zero in one currency, a schedule of
/// rising days whose sum is debt + carrying cost. InvalidArgument "plan.…".
Result<void> checkVersion(const PlanVersion& version);

/// One status per plan, same order. `plans` are all the plans of the client, in any order. The last version proposed by
/// `day` counts; it is active once approved (or granted alone) and signed by every party, by its content. Missed: less
/// paid than what is due by now; the debtor may make it good until it is accelerated. Windows and tolerance are those
/// of promises; nothing is missed before the ledger is known past the window. A plan without parties, or whose version
/// does not hold together, never becomes active.
std::vector<PlanStatus> evaluatePlans(std::span<const PaymentPlan> plans, const ClientFacts& facts, Day day,
                                      const PromiseRules& rules);

} // namespace encours
