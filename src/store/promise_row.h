// SPDX-License-Identifier: Apache-2.0
// The columns of a promise without its items, shared by the mappings that read promises.
#pragma once

#include "domain/agreements/promise.h"
#include "store/rows.h"

#define PROMISE_COLUMNS                                                                                                \
    "promise.id, promise.client_id, promise.amount, promise.currency, promise.promised_day, promise.method, "          \
    "promise.channel, promise.promised_by, promise.made_at,"                                                           \
    " promise.made_day, promise.author_id, promise.author_name, promise.supersedes_id, promise.ending, "               \
    "promise.ended_day, promise.server_seq, promise.row_id"

namespace encours::store {

constexpr int kPromiseRowColumn = 16; ///< what the feed names

inline Promise readPromise(const Statement& row)
{
    Columns c(row);
    Promise promise;
    promise.id = c.uuidId<PromiseId>();
    promise.client = c.integerId<ClientId>();
    const auto amount = c.integer();
    promise.amount = Money::ofMinor(amount, c.currency());
    promise.promisedFor = c.day();
    promise.method = c.enumeration<PaymentMethod>();
    promise.channel = c.enumeration<PromiseChannel>();
    promise.promisedBy = c.text();
    promise.madeAt = c.instant();
    promise.madeOn = c.day();
    promise.author = c.integerId<UserId>();
    promise.authorName = c.text();
    promise.supersedes = c.uuidId<PromiseId>();
    promise.ending = c.enumeration<PromiseEnding>();
    promise.endedOn = c.day();
    promise.serverSeq = c.integer();
    return promise;
}

} // namespace encours::store
