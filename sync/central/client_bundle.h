// SPDX-License-Identifier: Apache-2.0
// One client as a device receives it, read inside the caller's transaction. Private to this folder.
#pragma once

#include "store/changed_rows.h"
#include "store/feed.h"
#include "store/whole_clients.h"
#include "sync/protocol/message.h"

namespace encours::central {

struct BundleSource {
    store::Connection& connection;
    store::Tenant tenant;
    std::int64_t seq = 0; ///< head of the transaction: what is read stands as after that commit
};

/// Everything of the client, to replace what the device has.
protocol::Bundle completeBundle(const BundleSource& source, store::WholeClient whole);
/// Those rows of the client only. `changed`: of a range of the feed that they are in.
Result<protocol::Bundle> changedBundle(const BundleSource& source, ClientId client, std::span<const store::RowRef> rows,
                                       const store::ChangedRows& changed);
protocol::Bundle leaveBundle(const BundleSource& source, ClientId client);

} // namespace encours::central
