// SPDX-License-Identifier: Apache-2.0
// Device: the visit brief of one client (picture 06), by the same rules as at the centre. What may be granted is what
// proposePlan grants at once here (PlanEnvelope's values); the company's margin is on no device: the cost is told by the one
// the person gives.
#pragma once

#include "domain/agreements/visit.h"
#include "domain/insight/visit_brief.h"
#include "usecases/field.h"

namespace encours::usecases {

struct ClientBrief {
    Client client;
    std::string person; ///< the first contact; may be empty
    Day asOf;
    VisitBrief brief;
    std::optional<Visit> visit;              ///< that is planned: the late one, else the next
    std::optional<PromiseState> lastPromise; ///< of brief.lastPromise
};

/// In the client's own currency. `margin`: of the person's sales, as they know it, 0 < margin ≤ 100 %; none: no cost is
/// told. NotFound "client.unknown".
Result<ClientBrief> briefClient(Field& field, const std::string& key, std::optional<BasisPoints> margin = {});

} // namespace encours::usecases
