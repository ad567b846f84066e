// SPDX-License-Identifier: Apache-2.0
// Private to this folder: what somebody says, as it goes up in an operation and down in a row. Its content stays the bytes
// its author's program wrote.
#pragma once

#include "encours.pb.h"
#include "sync/protocol/message.h"

namespace encours::protocol {

/// The client is left out when it is `bundleClient`.
void writeSaying(wire::Saying& out, const Saying& saying, ClientId bundleClient);
/// `bundleClient`: the client of a row; none = it is in the message.
Result<Saying> readSaying(wire::Saying& in, ClientId bundleClient);

} // namespace encours::protocol
