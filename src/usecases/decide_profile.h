// SPDX-License-Identifier: Apache-2.0
// Centre: the payer profile of a client, chosen by a person from today on whatever its payments say.
#pragma once

#include "domain/agreements/office_decision.h"
#include "usecases/office.h"

namespace encours::usecases {

struct ProfileRequest {
    std::string client;                  ///< key
    std::optional<PayerProfile> profile; ///< none = computed from the payments again
    std::string reason;                  ///< 1 to 200 visible characters
    std::string author;                  ///< likewise
};

/// InvalidArgument "profile.reason", "profile.author"; NotFound "client.unknown". Nothing is written then.
Result<ProfileDecision> decideProfile(Office& office, const ProfileRequest& request);

} // namespace encours::usecases
