// SPDX-License-Identifier: Apache-2.0
// The columns of an event, shared by the mappings that read events.
#pragma once

#include "codec/said_codec.h"
#include "domain/agreements/event.h"
#include "store/rows.h"

#define EVENT_COLUMNS                                                                                                  \
    "client_id, id, object_id, row_id, server_seq, kind, seen, content, made_at, made_day, author_id, author_name"
// The centre's order; what it has not taken (server_seq 0) comes last.
#define EVENT_ORDER "server_seq = 0, server_seq, row_id, id"

namespace encours::store {

constexpr int kEventRowColumn = 3; ///< what the feed names

inline Event readEvent(const Statement& row)
{
    Columns c(row);
    Event event;
    event.saying.client = c.integerId<ClientId>();
    event.id = c.uuidId<OperationId>();
    event.saying.object = c.uuid();
    event.order = c.integer();
    event.serverSeq = c.integer();
    event.saying.kind = c.small();
    const Blob seen = c.blob();
    for (std::size_t at = 0; at + 16 <= seen.size(); at += 16)
        event.saying.seen.push_back({Uuid::fromSpan(seen.subspan(at, 16)).value_or(Uuid())});
    const Blob content = c.blob();
    event.saying.bytes.assign(content.begin(), content.end());
    event.madeAt = c.instant();
    event.madeOn = c.day();
    event.author = c.integerId<UserId>();
    event.authorName = c.text();
    // The centre takes only what can be read; what a newer one took may not be: it stays as bytes.
    if (auto known = codec::understood(event.saying))
        event.saying = std::move(*known);
    return event;
}

} // namespace encours::store
