// SPDX-License-Identifier: Apache-2.0
// Device: what somebody is writing about a client and has not noted yet. It is kept in the device's own ledger, as encrypted
// as the rest, and never sent. What the content says is its writer's.
#pragma once

#include "store/drafts.h"
#include "usecases/field.h"

namespace encours::usecases {

using store::DraftKind;
using DraftContent = std::vector<std::uint8_t>;

/// In place of the one that is there; nothing in it = none is kept, nor of a client that has left the device. Refused
/// "draft.size".
Result<void> keepDraft(Field& field, ClientId client, DraftKind kind, const DraftContent& content);
/// Empty = there is none.
Result<DraftContent> findDraft(Field& field, ClientId client, DraftKind kind);

} // namespace encours::usecases
