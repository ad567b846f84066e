// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/agreements/dispute_history.h"
#include "sync/reconcile/verdict.h"

namespace encours::reconcile {

struct KnownDisputes {
    std::span<const Event> events;     ///< of the client, without the new one
    std::span<const Dispute> imported; ///< from files
    ClientFacts facts;
};
/// DisputeOpened or DisputeStepped.
Verdict disputeEvent(const Said& said, const Event& event, const KnownDisputes& known);

} // namespace encours::reconcile
