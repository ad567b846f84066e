// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_outbox.h"

#include "store/clients.h"
#include "store/outbox.h"

namespace encours::usecases {

namespace {

bool isAnswered(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Acknowledged || entry.state == OutboxState::Refused;
}
bool isTaken(const OutboxEntry& entry)
{
    return entry.status == OperationStatus::Applied || entry.status == OperationStatus::Duplicate;
}

} // namespace

Result<std::vector<OutboxLine>> listOutbox(Field& field)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(std::vector<OutboxEntry> entries, store::listOutbox(field.store, field.tenant));
    std::vector<OutboxLine> lines;
    for (OutboxEntry& entry : entries) {
        if (isAnswered(entry) && isTaken(entry))
            continue;
        OutboxLine line;
        ENCOURS_TRY(const auto client,
                    store::findClient(field.store, field.tenant, subjectOf(entry.operation.body).client));
        line.clientName = client ? client->name : std::string();
        line.toLookAt = isAnswered(entry);
        line.entry = std::move(entry);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace encours::usecases
