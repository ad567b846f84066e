// SPDX-License-Identifier: Apache-2.0
// The content of a Saying as bytes and back (said.proto). Pure functions, any thread. Reading trusts nothing.
#pragma once

#include "base/result.h"
#include "domain/agreements/event.h"

namespace encours::codec {

/// Fills kind and bytes from the content.
Saying written(Saying saying);

/// Fills the content from kind and bytes. UnknownContent for a kind of a newer version; Refused "protocol.KIND.FIELD" for
/// bytes that are not what their kind says.
Result<Saying> understood(Saying saying);

} // namespace encours::codec
