// SPDX-License-Identifier: Apache-2.0
#include "sync/device/apply_bundle.h"

#include "store/attachments.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/departed.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "store/replica.h"

#include <algorithm>

namespace encours::device {

using store::Connection;
using store::Tenant;

namespace {

/// The feed's integer for a note or promise: the centre's business.
constexpr std::int64_t kNoRowId = 0;

std::unexpected<Error> misfit()
{
    return failure(ErrorKind::Corrupt, "sync.bundle",
                   "The centre sent figures that do not fit those of this device, so they were not applied; nothing is "
                   "lost. Tell the office.");
}

/// Of its items and receipts.
std::optional<Day> lastDayOf(const protocol::Bundle& bundle)
{
    std::optional<Day> last;
    for (const Item& item : bundle.items)
        last = std::max(last, std::optional(item.day));
    for (const Receipt& receipt : bundle.receipts)
        last = std::max(last, std::optional(receipt.day));
    return last;
}

/// A key is one client's. Undoing an import may have taken a client away and the next one brought it back under another id:
/// in the middle of a first synchronisation the new one is read before the leave of the old one, which says nothing new.
Result<void> replaceNamesake(Connection& connection, Tenant tenant, const Client& client)
{
    ENCOURS_TRY(const auto known, store::findClientByKey(connection, tenant, client.key));
    if (!known || known->id == client.id)
        return {};
    return store::deleteClient(connection, tenant, known->id);
}

Result<void> putRows(Connection& connection, Tenant tenant, const protocol::Bundle& bundle)
{
    for (const Contact& contact : bundle.contacts)
        ENCOURS_CHECK(store::upsertContact(connection, tenant, contact));
    for (const Item& item : bundle.items)
        ENCOURS_CHECK(store::upsertItem(connection, tenant, item));
    // A complete bundle is written where nothing of the client is left.
    const auto before = bundle.complete ? store::Allocated::No : store::Allocated::Maybe;
    // The allocations come grouped by receipt, in the order of the receipts.
    std::span<const Allocation> rest = bundle.allocations;
    for (const Receipt& receipt : bundle.receipts) {
        const auto other =
            std::ranges::find_if(rest, [&](const Allocation& allocation) { return allocation.receipt != receipt.id; });
        const auto count = static_cast<std::size_t>(other - rest.begin());
        ENCOURS_CHECK(store::upsertReceipt(connection, tenant, receipt, rest.first(count), before));
        rest = rest.subspan(count);
    }
    if (const auto last = lastDayOf(bundle))
        ENCOURS_CHECK(store::raiseFactsThrough(connection, tenant, bundle.clientId, *last));
    if (!rest.empty())
        return misfit();
    return {};
}

Result<void> deleteRows(Connection& connection, Tenant tenant, const protocol::Bundle& bundle)
{
    for (ContactId contact : bundle.deletedContacts)
        ENCOURS_CHECK(store::deleteContact(connection, tenant, bundle.clientId, contact));
    for (ItemId item : bundle.deletedItems)
        ENCOURS_CHECK(store::deleteItem(connection, tenant, bundle.clientId, item));
    for (ReceiptId receipt : bundle.deletedReceipts)
        ENCOURS_CHECK(store::deleteReceipt(connection, tenant, bundle.clientId, receipt));
    return {};
}

/// What a person did here and the centre has not answered yet stays visible over what the centre says.
Result<void> endAgain(Connection& connection, Tenant tenant, const Operation& operation, const protocol::Bundle& bundle)
{
    if (const auto* retracted = std::get_if<NoteRetracted>(&operation.body)) {
        const auto note = std::ranges::find(bundle.notes, retracted->note, &Note::id);
        if (note == bundle.notes.end())
            return {};
        ENCOURS_CHECK(store::setPendingMoot(connection, tenant, operation.id, note->retracted));
        if (!note->retracted)
            ENCOURS_CHECK(store::retractNote(connection, tenant, bundle.clientId, retracted->note));
    } else if (const auto* withdrawn = std::get_if<PromiseWithdrawn>(&operation.body)) {
        const auto promise = std::ranges::find(bundle.promises, withdrawn->promise, &Promise::id);
        if (promise == bundle.promises.end())
            return {};
        const bool ended = promise->ending != PromiseEnding::None;
        ENCOURS_CHECK(store::setPendingMoot(connection, tenant, operation.id, ended));
        if (!ended)
            ENCOURS_CHECK(store::endPromise(connection, tenant, bundle.clientId, withdrawn->promise, withdrawn->ending,
                                            parisDay(operation.madeAt)));
    }
    return {};
}

Result<void> putFacts(Connection& connection, Tenant tenant, const protocol::Bundle& bundle,
                      std::span<const Operation> endings)
{
    for (const Note& note : bundle.notes) {
        if (note.serverSeq <= 0)
            return misfit();
        ENCOURS_CHECK(store::upsertNote(connection, tenant, note, kNoRowId));
    }
    for (const Promise& promise : bundle.promises) {
        if (promise.serverSeq <= 0)
            return misfit();
        ENCOURS_CHECK(store::upsertPromise(connection, tenant, promise, kNoRowId));
    }
    for (const Event& event : bundle.events) {
        if (event.serverSeq <= 0)
            return misfit();
        ENCOURS_CHECK(store::upsertEvent(connection, tenant, event));
    }
    if (bundle.disputes)
        ENCOURS_CHECK(store::replaceDisputes(connection, tenant, bundle.clientId, *bundle.disputes));
    for (const Operation& operation : endings)
        ENCOURS_CHECK(endAgain(connection, tenant, operation, bundle));
    return {};
}

} // namespace

std::vector<Operation> pendingEndings(std::vector<Operation> waiting)
{
    std::erase_if(waiting, [](const Operation& operation) { return !subjectOf(operation.body).ends; });
    return waiting;
}

Result<void> applyBundle(Connection& connection, Tenant tenant, const protocol::Bundle& bundle,
                         std::span<const Operation> endings)
{
    ENCOURS_TRY(const std::int64_t stored, store::clientSeq(connection, tenant, bundle.clientId));
    if (bundle.seq < stored)
        return {};
    if (bundle.leave) {
        ENCOURS_CHECK(store::dropSentAttachments(connection, tenant, bundle.clientId));
        return store::removeDeparted(connection, tenant, bundle.clientId);
    }
    if (bundle.complete && stored != 0)
        ENCOURS_CHECK(store::clearEchoed(connection, tenant, bundle.clientId));
    if (bundle.client) {
        ENCOURS_CHECK(replaceNamesake(connection, tenant, *bundle.client));
        ENCOURS_CHECK(store::upsertClient(connection, tenant, *bundle.client, bundle.seq));
    } else {
        ENCOURS_TRY(const bool known, store::stampClient(connection, tenant, bundle.clientId, bundle.seq));
        if (!known)
            return misfit();
    }
    ENCOURS_CHECK(putRows(connection, tenant, bundle));
    ENCOURS_CHECK(deleteRows(connection, tenant, bundle));
    return putFacts(connection, tenant, bundle, endings);
}

} // namespace encours::device
