// SPDX-License-Identifier: Apache-2.0
// The columns of a dispute and of its events, shared by the mappings that read disputes.
#pragma once

#include "domain/agreements/dispute.h"
#include "store/rows.h"

#define DISPUTE_COLUMNS                                                                                                \
    "id, client_id, item_id, amount, currency, reason, text, owner, opened_day, due_by, author_id, author_name, "      \
    "server_seq"
#define DISPUTE_EVENT_COLUMNS "client_id, dispute_id, step, day, amount, author"

namespace encours::store {

inline Dispute readDispute(const Statement& row)
{
    Columns c(row);
    Dispute dispute;
    dispute.id = c.uuidId<DisputeId>();
    dispute.client = c.integerId<ClientId>();
    dispute.item = c.integerId<ItemId>();
    const auto amount = c.integer();
    dispute.amount = Money::ofMinor(amount, c.currency());
    dispute.reason = c.text();
    dispute.text = c.text();
    dispute.owner = c.text();
    dispute.openedOn = c.day();
    dispute.dueBy = c.optionalDay();
    dispute.author = c.integerId<UserId>();
    dispute.authorName = c.text();
    dispute.serverSeq = c.integer();
    return dispute;
}

struct DisputeEventRow {
    DisputeId dispute;
    DisputeEvent event; ///< amount in euros: the currency is the dispute's
};

inline DisputeEventRow readDisputeEvent(const Statement& row)
{
    Columns c(row, 1);
    DisputeEventRow read;
    read.dispute = c.uuidId<DisputeId>();
    read.event.step = c.enumeration<DisputeStep>();
    read.event.day = c.day();
    read.event.amount = Money::ofMinor(c.integer());
    read.event.author = c.text();
    return read;
}

/// Sets the events on their disputes: `events` in the order of their ranks.
inline void giveEvents(std::vector<Dispute>& disputes, std::vector<DisputeEventRow>& events)
{
    for (DisputeEventRow& row : events) {
        const auto dispute = std::ranges::find(disputes, row.dispute, &Dispute::id);
        if (dispute == disputes.end())
            continue;
        row.event.amount = Money::ofMinor(row.event.amount.minor(), dispute->amount.currency());
        dispute->events.push_back(std::move(row.event));
    }
}

} // namespace encours::store
