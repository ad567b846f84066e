// SPDX-License-Identifier: Apache-2.0
#include "sync/central/client_bundle.h"

#include "store/contacts.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/receipts.h"

namespace encours::central {

namespace {

using protocol::Bundle;
using store::Entity;

Bundle emptyBundle(const BundleSource& source, ClientId client)
{
    Bundle bundle;
    bundle.clientId = client;
    bundle.seq = source.seq;
    return bundle;
}

void addItem(const store::ChangedRows& changed, Bundle& bundle, ItemId id)
{
    if (const auto item = changed.items.find(id); item != changed.items.end())
        bundle.items.push_back(item->second);
    else
        bundle.deletedItems.push_back(id);
}

void addReceipt(const store::ChangedRows& changed, Bundle& bundle, ReceiptId id)
{
    const auto receipt = changed.receipts.find(id);
    if (receipt == changed.receipts.end()) {
        bundle.deletedReceipts.push_back(id);
        return;
    }
    bundle.receipts.push_back(receipt->second);
    if (const auto allocations = changed.allocations.find(id); allocations != changed.allocations.end())
        bundle.allocations.insert(bundle.allocations.end(), allocations->second.begin(), allocations->second.end());
}

/// What is no longer there is sent as deleted, whatever the feed says: the device then agrees with the tables.
Result<void> addRow(const BundleSource& source, const store::ChangedRows& changed, Bundle& bundle,
                    const store::RowRef& row)
{
    store::Connection& connection = source.connection;
    const store::Tenant tenant = source.tenant;
    const ClientId client = bundle.clientId;
    switch (row.entity) {
    case Entity::Contact: {
        ENCOURS_TRY(auto contact, store::findContact(connection, tenant, client, ContactId{row.rowId}));
        if (contact)
            bundle.contacts.push_back(std::move(*contact));
        else
            bundle.deletedContacts.push_back(ContactId{row.rowId});
        return {};
    }
    case Entity::Item: addItem(changed, bundle, ItemId{row.rowId}); return {};
    case Entity::Receipt: addReceipt(changed, bundle, ReceiptId{row.rowId}); return {};
    case Entity::Note: {
        ENCOURS_TRY(auto note, store::findNoteRow(connection, tenant, client, row.rowId));
        if (note) // a note is never deleted, only retracted
            bundle.notes.push_back(std::move(note->note));
        return {};
    }
    case Entity::Promise: {
        ENCOURS_TRY(auto promise, store::findPromiseRow(connection, tenant, client, row.rowId));
        if (promise)
            bundle.promises.push_back(std::move(promise->promise));
        return {};
    }
    case Entity::Event: {
        ENCOURS_TRY(auto event, store::findEventRow(connection, tenant, client, row.rowId));
        if (event)
            bundle.events.push_back(std::move(*event));
        return {};
    }
    case Entity::Disputes: {
        ENCOURS_TRY(bundle.disputes, store::disputesOf(connection, tenant, client));
        return {};
    }
    case Entity::Client: break; // by the caller
    case Entity::Entry: break;  // who may lack the client is sent all of it
    }
    return {};
}

} // namespace

Result<Bundle> completeBundle(const BundleSource& source, const Client& client)
{
    store::Connection& connection = source.connection;
    const store::Tenant tenant = source.tenant;
    Bundle bundle = emptyBundle(source, client.id);
    bundle.complete = true;
    bundle.currency = client.currency;
    bundle.client = client;
    ENCOURS_TRY(bundle.contacts, store::contactsOf(connection, tenant, client.id));
    ENCOURS_TRY(bundle.items, store::itemsOf(connection, tenant, client.id));
    ENCOURS_TRY(bundle.receipts, store::receiptsOf(connection, tenant, client.id));
    ENCOURS_TRY(bundle.allocations, store::allocationsOf(connection, tenant, client.id));
    ENCOURS_TRY(bundle.notes, store::notesOf(connection, tenant, client.id));
    ENCOURS_TRY(bundle.promises, store::promisesAsMade(connection, tenant, client.id));
    ENCOURS_TRY(bundle.events, store::eventsOf(connection, tenant, client.id));
    ENCOURS_TRY(auto disputes, store::disputesOf(connection, tenant, client.id));
    if (!disputes.empty())
        bundle.disputes = std::move(disputes);
    return bundle;
}

Result<Bundle> changedBundle(const BundleSource& source, const Client& client, std::span<const store::RowRef> rows,
                             const store::ChangedRows& changed)
{
    Bundle bundle = emptyBundle(source, client.id);
    bundle.currency = client.currency;
    for (const store::RowRef& row : rows) {
        if (row.entity == Entity::Client)
            bundle.client = client;
        ENCOURS_CHECK(addRow(source, changed, bundle, row));
    }
    return bundle;
}

Bundle leaveBundle(const BundleSource& source, ClientId client)
{
    Bundle bundle = emptyBundle(source, client);
    bundle.leave = true;
    return bundle;
}

} // namespace encours::central
