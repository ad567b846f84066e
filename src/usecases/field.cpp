// SPDX-License-Identifier: Apache-2.0
#include "usecases/field.h"

#include "store/device_state.h"
#include "store/outbox.h"

namespace encours::usecases {

Result<Freshness> freshness(Field& field)
{
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(field.store, field.tenant));
    ENCOURS_TRY(const store::OutboxCounts outbox, store::countOutbox(field.store, field.tenant));
    Freshness freshness;
    freshness.lastSync = progress.lastSyncAt;
    freshness.ledgerThrough = progress.ledgerThrough;
    freshness.coveredThrough = progress.coveredThrough;
    freshness.incomplete = progress.incomplete;
    freshness.waiting = static_cast<int>(outbox.waiting);
    freshness.refused = static_cast<int>(outbox.tray);
    return freshness;
}

} // namespace encours::usecases
