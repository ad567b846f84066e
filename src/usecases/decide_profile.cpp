// SPDX-License-Identifier: Apache-2.0
#include "usecases/decide_profile.h"

#include "base/text.h"
#include "store/feed.h"
#include "store/office_decisions.h"
#include "usecases/find_client.h"

namespace encours::usecases {

Result<ProfileDecision> decideProfile(Office& office, const ProfileRequest& request)
{
    if (!isName(request.reason))
        return failure(ErrorKind::InvalidArgument, "profile.reason",
                       "Say why, in 1 to 200 visible characters; nothing was changed.");
    if (!isName(request.author))
        return failure(ErrorKind::InvalidArgument, "profile.author",
                       "Say who decides it, in 1 to 200 visible characters; nothing was changed.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const Client client, clientOfKey(office, request.client));
    const ProfileDecision decision{client.id, office.clock.today(), request.profile, request.reason, request.author};
    ENCOURS_CHECK(store::upsertProfileDecision(office.store, office.tenant, decision));
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(changes.commit(transaction, "profile", request.author, office.clock.now()));
    return decision;
}

} // namespace encours::usecases
