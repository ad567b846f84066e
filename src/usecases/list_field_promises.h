// SPDX-License-Identifier: Apache-2.0
// Device: every promise of the portfolio with its state today, in the currency of its client.
#pragma once

#include "domain/agreements/promise.h"
#include "usecases/field.h"

namespace encours::usecases {

struct FieldPromise {
    std::string clientKey;
    std::string clientName;
    Promise promise; ///< as it stands now
    PromiseStatus status;
    std::vector<std::string> itemNumbers; ///< same order as promise.items; empty text for an item no longer known
    bool pending = false;                 ///< it, or something said of it since, has not been taken by the centre yet
};

/// By promised day, latest first, then by client's name.
Result<std::vector<FieldPromise>> listFieldPromises(Field& field);

/// Broken or kept in part, and not made good since: as the list of clients counts them.
inline bool isBroken(const PromiseStatus& status)
{
    const bool failed = status.state == PromiseState::Broken || status.state == PromiseState::PartiallyKept;
    return failed && !status.keptLateOn;
}

} // namespace encours::usecases
