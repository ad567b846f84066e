// SPDX-License-Identifier: Apache-2.0
#include "sync/central/client_bundle.h"

#include "store/disputes.h"

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

/// What is no longer there is sent as deleted, whatever the feed says: the device then agrees with the tables.
template<class Id, class Row>
void addOrDelete(const std::unordered_map<Id, Row>& changed, Id id, std::vector<Row>& rows, std::vector<Id>& deleted)
{
    if (const auto row = changed.find(id); row != changed.end())
        rows.push_back(row->second);
    else
        deleted.push_back(id);
}

/// A note, a promise or an event is never deleted.
template<class Row>
void addIfThere(const std::unordered_map<std::int64_t, Row>& changed, std::int64_t id, std::vector<Row>& rows)
{
    if (const auto row = changed.find(id); row != changed.end())
        rows.push_back(row->second);
}

void addReceipt(const store::ChangedRows& changed, Bundle& bundle, ReceiptId id)
{
    addOrDelete(changed.receipts, id, bundle.receipts, bundle.deletedReceipts);
    if (const auto allocations = changed.allocations.find(id); allocations != changed.allocations.end())
        bundle.allocations.insert(bundle.allocations.end(), allocations->second.begin(), allocations->second.end());
}

Result<void> addRow(const BundleSource& source, const store::ChangedRows& changed, Bundle& bundle,
                    const store::RowRef& row)
{
    switch (row.entity) {
    case Entity::Contact:
        addOrDelete(changed.contacts, ContactId{row.rowId}, bundle.contacts, bundle.deletedContacts);
        return {};
    case Entity::Item: addOrDelete(changed.items, ItemId{row.rowId}, bundle.items, bundle.deletedItems); return {};
    case Entity::Receipt: addReceipt(changed, bundle, ReceiptId{row.rowId}); return {};
    case Entity::Note: addIfThere(changed.notes, row.rowId, bundle.notes); return {};
    case Entity::Promise: addIfThere(changed.promises, row.rowId, bundle.promises); return {};
    case Entity::Event: addIfThere(changed.events, row.rowId, bundle.events); return {};
    case Entity::Disputes: {
        ENCOURS_TRY(bundle.disputes, store::disputesOf(source.connection, source.tenant, bundle.clientId));
        return {};
    }
    case Entity::Client:
        if (const auto client = changed.clientRows.find(bundle.clientId); client != changed.clientRows.end())
            bundle.client = client->second;
        return {};
    case Entity::Entry: break; // who may lack the client is sent all of it
    }
    return {};
}

} // namespace

Bundle completeBundle(const BundleSource& source, store::WholeClient whole)
{
    Bundle bundle = emptyBundle(source, whole.client.id);
    bundle.complete = true;
    bundle.currency = whole.client.currency;
    bundle.client = std::move(whole.client);
    bundle.contacts = std::move(whole.contacts);
    bundle.items = std::move(whole.items);
    bundle.receipts = std::move(whole.receipts);
    bundle.allocations = std::move(whole.allocations);
    bundle.notes = std::move(whole.notes);
    bundle.promises = std::move(whole.promises);
    bundle.events = std::move(whole.events);
    if (!whole.disputes.empty())
        bundle.disputes = std::move(whole.disputes);
    return bundle;
}

Result<Bundle> changedBundle(const BundleSource& source, ClientId client, std::span<const store::RowRef> rows,
                             const store::ChangedRows& changed)
{
    Bundle bundle = emptyBundle(source, client);
    bundle.currency = changed.clients.at(client).currency;
    for (const store::RowRef& row : rows)
        ENCOURS_CHECK(addRow(source, changed, bundle, row));
    return bundle;
}

Bundle leaveBundle(const BundleSource& source, ClientId client)
{
    Bundle bundle = emptyBundle(source, client);
    bundle.leave = true;
    return bundle;
}

} // namespace encours::central
