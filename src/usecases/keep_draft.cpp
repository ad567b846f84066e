// SPDX-License-Identifier: Apache-2.0
#include "usecases/keep_draft.h"

namespace encours::usecases {

Result<void> keepDraft(Field& field, ClientId client, DraftKind kind, const DraftContent& content)
{
    if (content.empty())
        return store::dropDraft(field.store, field.tenant, client, kind);
    return store::keepDraft(field.store, field.tenant, client, kind, content, field.clock.now());
}

Result<DraftContent> findDraft(Field& field, ClientId client, DraftKind kind)
{
    ENCOURS_TRY(auto content, store::findDraft(field.store, field.tenant, client, kind));
    return content ? std::move(*content) : DraftContent();
}

} // namespace encours::usecases
