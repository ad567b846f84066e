// SPDX-License-Identifier: Apache-2.0
// A client with disputes, built by hand for the tests of evaluateDisputes.
#pragma once

#include "domain/agreements/dispute.h"
#include "tests/domain/promise_world.h"

namespace encours::tests {

struct DisputeWorld : World {
    std::vector<Dispute> disputes;

    std::size_t dispute(ItemId item, std::int64_t cents, Day openedOn, std::string reason = "LIVR_INCOMP")
    {
        Dispute dispute;
        Uuid::Bytes bytes{};
        bytes[15] = static_cast<std::uint8_t>(disputes.size() + 1);
        dispute.id = {Uuid::fromBytes(bytes)};
        dispute.item = item;
        dispute.amount = euros(cents);
        dispute.reason = std::move(reason);
        dispute.openedOn = openedOn;
        dispute.serverSeq = static_cast<std::int64_t>(disputes.size()) + 1;
        disputes.push_back(dispute);
        return disputes.size() - 1;
    }
    void step(DisputeStep step, const char* on, std::int64_t cents = 0, std::size_t which = 0)
    {
        disputes[which].events.push_back({step, day(on), euros(cents), "Marc"});
    }
    std::vector<DisputeStatus> all(const char* on) const { return evaluateDisputes(disputes, facts(), day(on)); }
    DisputeStatus status(const char* on, std::size_t which = 0) const { return all(on)[which]; }
    Money outOfDunning(const char* on) const
    {
        Money sum;
        for (const DisputedPart& part : disputedParts(disputes, all(on)))
            sum += part.amount;
        return sum;
    }
};

} // namespace encours::tests
