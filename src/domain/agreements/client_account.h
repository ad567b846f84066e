// SPDX-License-Identifier: Apache-2.0
// Everything known of one client in one currency on a day, borrowed: what the rules of insight, dunning and the KPIs
// read.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/note.h"
#include "domain/agreements/office_decision.h"
#include "domain/agreements/payment_plan.h"
#include "domain/ledger/client.h"

namespace encours {

/// What is watched about a client besides its ledger.
enum class WatchKind {
    Insolvency = 1,         ///< a notice of collective proceedings (BODACC); `label`: its kind; `day`: of publication
    Guarantee = 2,          ///< `label`: which; `amount`: what it covers; `day`: until when it is good
    Review = 3,             ///< `day`: when the client's credit is to be looked at again
    MissingDocument = 4,    ///< `number`: of the invoice; `label`: "order", "delivery note", "terms", "contract"
    InsurerDeadline = 5,    ///< `number`: of the invoice, or empty; `day`: last day to declare
    PaymentOrder = 6,       ///< injonction de payer; `number`: of the invoice, or empty; `day`: of the order
    PaymentOrderServed = 7, ///< the order was served (signifiée) on `day`; `number` as above
    ClaimDeclared = 8,      ///< our claim in the proceedings was declared on `day`
};
struct WatchFact {
    ClientId client;
    WatchKind kind = WatchKind::Review;
    std::string number;
    Day day;
    Money amount;
    std::string label;
};

/// All spans concern that client and that currency, as of `asOf`: facts after it are left out, items and receipts are
/// matched as they stood on it. `statuses` and `disputeStatuses` and `planStatuses` are in the order of their objects.
struct ClientAccount {
    const Client& client;
    Currency currency;
    Day asOf;
    Day coveredThrough;          ///< the last day through which receipts are known
    std::span<const Item> items; ///< settled ones too
    std::span<const Receipt> receipts;
    std::span<const Allocation> allocations;
    std::span<const Promise> promises;
    std::span<const PromiseStatus> statuses;
    std::span<const Dispute> disputes;
    std::span<const DisputeStatus> disputeStatuses;
    std::span<const PaymentPlan> plans;
    std::span<const PlanStatus> planStatuses;
    std::span<const Note> notes; ///< not taken back, newest first
    std::span<const WatchFact> watched;
    std::span<const DunningPause> pauses{};   ///< those that hold on the day or later, and those that are over
    const ProfileDecision* profile = nullptr; ///< the last one; none = the profile is computed
};

} // namespace encours
