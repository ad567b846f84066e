// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_outbox.h"

#include "store/clients.h"
#include "store/device_state.h"
#include "store/outbox.h"

namespace encours::usecases {

Result<std::vector<OutboxLine>> listOutbox(Field& field)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(std::vector<OutboxEntry> entries, store::listOutbox(field.store, field.tenant));
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(field.store, field.tenant));
    std::vector<OutboxLine> lines;
    for (OutboxEntry& entry : entries) {
        OutboxLine line;
        ENCOURS_TRY(const auto client,
                    store::findClient(field.store, field.tenant, subjectOf(entry.operation.body).client));
        line.clientKey = client ? client->key : std::string();
        line.clientName = client ? client->name : std::string();
        line.tick = tickOf(entry, progress.seenSeq);
        line.entry = std::move(entry);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace encours::usecases
