// SPDX-License-Identifier: Apache-2.0
// Device: which of the versions that stand side by side counts; and the way back while nothing of it was sent.
#pragma once

#include "usecases/list_contests.h"

namespace encours::usecases {

struct ContestDecision {
    /// One of its versions; none = both count (two promises), or both texts together (a note).
    std::optional<std::size_t> kept;
};
/// Gives the operation that says so. As resolveConflict and reviseNote fail; InvalidArgument "conflict.kept" for a choice the
/// contest does not have. Nothing is written then.
Result<OperationId> decideContest(Field& field, const OpenContest& contest, ContestDecision decision);
/// False when it is on its way to the centre already: then it stands.
Result<bool> takeBackDecision(Field& field, ClientId client, OperationId decision);

} // namespace encours::usecases
