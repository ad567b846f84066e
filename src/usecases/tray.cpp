// SPDX-License-Identifier: Apache-2.0
#include "usecases/tray.h"

#include "store/outbox.h"
#include "usecases/tick.h"

#include <utility>

namespace encours::usecases {

namespace {

Result<OutboxEntry> findInTray(Field& field, OperationId id)
{
    ENCOURS_TRY(auto entry, store::findOutboxEntry(field.store, field.tenant, id));
    if (!entry)
        return failure(ErrorKind::NotFound, "operation.unknown",
                       "This is not on the device any more; nothing was changed. Look at the list again.");
    if (!waitsForAPerson(tickOf(*entry, 0))) // whichever it has read
        return failure(ErrorKind::Refused, "operation.waits",
                       "This does not wait for you any more; nothing was changed. Look at the list again.");
    return std::move(*entry);
}

/// What was said of an object goes the way of what was to make it: it stands on nothing.
Result<std::vector<OutboxEntry>> withWhatRestsOnIt(Field& field, const OutboxEntry& entry)
{
    if (!makesObject(entry.operation.body))
        return std::vector{entry};
    const OperationSubject subject = subjectOf(entry.operation.body);
    ENCOURS_TRY(auto entries, store::listOutbox(field.store, field.tenant, subject.client));
    std::erase_if(entries,
                  [&](const OutboxEntry& other) { return subjectOf(other.operation.body).object != subject.object; });
    return entries;
}

/// In the caller's transaction.
Result<void> leaveTray(Field& field, const OutboxEntry& entry)
{
    if (entry.state != OutboxState::Refused)
        return store::markRead(field.store, field.tenant, entry.operation.id);
    ENCOURS_TRY(const auto entries, withWhatRestsOnIt(field, entry));
    for (const OutboxEntry& one : entries)
        ENCOURS_CHECK(store::markLaidAside(field.store, field.tenant, one.operation.id));
    return {};
}

template<class Request, class Write>
auto correct(Field& field, OperationId refused, const Request& request, Write write) -> decltype(write(field, request))
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const OutboxEntry before, findRefused(field, refused));
    ENCOURS_TRY(auto written, write(field, request));
    ENCOURS_CHECK(leaveTray(field, before));
    ENCOURS_CHECK(transaction.commit());
    return written;
}

} // namespace

Result<OutboxEntry> layAside(Field& field, OperationId id)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(OutboxEntry before, findInTray(field, id));
    ENCOURS_CHECK(leaveTray(field, before));
    ENCOURS_CHECK(transaction.commit());
    return before;
}

Result<void> bringBack(Field& field, const OutboxEntry& before)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(store::restoreAnswer(field.store, field.tenant, before));
    ENCOURS_TRY(auto entries, withWhatRestsOnIt(field, before));
    for (OutboxEntry& one : entries) {
        if (std::exchange(one.state, OutboxState::Refused) == OutboxState::LaidAside)
            ENCOURS_CHECK(store::restoreAnswer(field.store, field.tenant, one));
    }
    return transaction.commit();
}

Result<OutboxEntry> findRefused(Field& field, OperationId id)
{
    ENCOURS_TRY(OutboxEntry entry, findInTray(field, id));
    if (entry.state != OutboxState::Refused)
        return failure(ErrorKind::Refused, "operation.waits",
                       "The centre holds this: it is not corrected here; nothing was changed.");
    return entry;
}

Result<Note> correctNote(Field& field, OperationId refused, const NoteRequest& request)
{
    return correct(field, refused, request, writeNote);
}

Result<PromiseMadeResult> correctPromise(Field& field, OperationId refused, const PromiseRequest& request)
{
    return correct(field, refused, request, writePromise);
}

} // namespace encours::usecases
