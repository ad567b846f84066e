// SPDX-License-Identifier: Apache-2.0
#include "usecases/recompute_clients.h"

#include "store/clients.h"
#include "store/items.h"
#include "store/receipts.h"
#include "store/retired_ids.h"
#include "usecases/client_ledger.h"

#include <algorithm>
#include <map>

namespace encours::usecases {

namespace {

using store::Entity;
using Identity = store::LedgerIdentity;

Identity identityOf(const Item& item)
{
    return {Entity::Item, item.account, item.number, item.pieceDay, item.rank};
}
Identity identityOf(const Receipt& receipt)
{
    return {Entity::Receipt, receipt.account, receipt.number, receipt.day, receipt.rank};
}

auto contentOf(const Item& item)
{
    return std::tie(item.kind, item.due, item.dueSource, item.amount, item.residual, item.day);
}
auto contentOf(const Receipt& receipt)
{
    return std::tie(receipt.label, receipt.kind, receipt.amount, receipt.unallocated);
}

// What each receipt was set against: item → amount.
using Shares = std::map<ItemId, Money>;

void addShare(Shares& shares, ItemId item, Money amount)
{
    const auto [at, isNew] = shares.try_emplace(item, amount);
    if (!isNew)
        at->second += amount;
}

std::vector<Allocation> toAllocations(ReceiptId receipt, const Shares& shares)
{
    std::vector<Allocation> allocations;
    for (const auto& [item, amount] : shares)
        allocations.push_back({receipt, item, amount});
    return allocations;
}

class ClientUpdate {
public:
    ClientUpdate(Office& office, const Client& client, store::Changes& changes, LedgerChanges& told)
        : m_store(office.store), m_tenant(office.tenant), m_client(client), m_changes(changes), m_told(told)
    {
    }

    Result<void> run(ClientLedger ledger)
    {
        ENCOURS_TRY(const auto items, store::itemsOf(m_store, m_tenant, m_client.id));
        ENCOURS_TRY(const auto receipts, store::receiptsOf(m_store, m_tenant, m_client.id));
        ENCOURS_TRY(const auto allocations, store::allocationsOf(m_store, m_tenant, m_client.id));
        std::map<ReceiptId, Shares> oldShares;
        for (const Allocation& allocation : allocations)
            addShare(oldShares[allocation.receipt], allocation.item, allocation.amount);

        auto oldItems = byIdentity(items);
        auto oldReceipts = byIdentity(receipts);
        ENCOURS_CHECK(giveIds(ledger.items, &MatchedItem::item, oldItems, store::Counter::Item));
        ENCOURS_CHECK(giveIds(ledger.receipts, &MatchedReceipt::receipt, oldReceipts, store::Counter::Receipt));
        std::map<ReceiptId, Shares> shares;
        for (const MatchedAllocation& allocation : ledger.allocations)
            addShare(shares[ledger.receipts[allocation.receipt].receipt.id], ledger.items[allocation.item].item.id,
                     allocation.amount);

        ENCOURS_CHECK(raiseFactsThrough(ledger));
        for (const MatchedItem& matched : ledger.items)
            ENCOURS_CHECK(writeItem(matched.item, oldItems));
        for (const MatchedReceipt& matched : ledger.receipts)
            ENCOURS_CHECK(
                writeReceipt(matched.receipt, oldReceipts, shares[matched.receipt.id], oldShares[matched.receipt.id]));
        for (const auto& [identity, receipt] : oldReceipts) // first: their allocations name the items
            ENCOURS_CHECK(dropReceipt(identity, *receipt));
        for (const auto& [identity, item] : oldItems)
            ENCOURS_CHECK(dropItem(identity, *item));
        return {};
    }

private:
    template<class Object>
    static std::map<Identity, const Object*> byIdentity(const std::vector<Object>& objects)
    {
        std::map<Identity, const Object*> found;
        for (const Object& object : objects)
            found.emplace(identityOf(object), &object);
        return found;
    }

    Result<void> raiseFactsThrough(const ClientLedger& ledger)
    {
        Day last;
        for (const MatchedItem& matched : ledger.items)
            last = std::max(last, matched.item.day);
        for (const MatchedReceipt& matched : ledger.receipts)
            last = std::max(last, matched.receipt.day);
        return store::raiseFactsThrough(m_store, m_tenant, m_client.id, last);
    }

    // The id of the same object as stored, else of the same object as it once was, else a new one.
    template<class Matched, class Object>
    Result<void> giveIds(std::vector<Matched>& matched, Object Matched::* member,
                         const std::map<Identity, const Object*>& stored, store::Counter counter)
    {
        std::vector<Object*> without;
        for (Matched& one : matched) {
            Object& object = one.*member;
            object.client = m_client.id;
            if (const auto same = stored.find(identityOf(object)); same != stored.end()) {
                object.id = same->second->id;
                continue;
            }
            ENCOURS_TRY(const std::int64_t retired,
                        store::takeRetiredId(m_store, m_tenant, m_client.id, identityOf(object)));
            object.id.value = retired;
            if (!object.id)
                without.push_back(&object);
        }
        if (without.empty())
            return {};
        ENCOURS_TRY(std::int64_t next,
                    store::takeIds(m_store, m_tenant, counter, static_cast<std::int64_t>(without.size())));
        for (Object* object : without)
            object->id.value = next++;
        return {};
    }

    // What is found again is taken out of `stored`: what remains there has vanished.
    Result<void> writeItem(const Item& item, std::map<Identity, const Item*>& stored)
    {
        const auto old = stored.extract(identityOf(item));
        if (!old.empty() && contentOf(*old.mapped()) == contentOf(item))
            return {};
        if (old.empty())
            ++m_told.itemsAdded;
        else
            m_told.items.push_back(
                {m_client.key, item.number, old.mapped()->due, old.mapped()->residual, item.due, item.residual});
        m_changes.put(Entity::Item, item.id.value, m_client.id, m_client.salesperson);
        return store::upsertItem(m_store, m_tenant, item);
    }

    Result<void> writeReceipt(const Receipt& receipt, std::map<Identity, const Receipt*>& stored, const Shares& shares,
                              const Shares& oldShares)
    {
        const auto old = stored.extract(identityOf(receipt));
        if (!old.empty() && contentOf(*old.mapped()) == contentOf(receipt) && shares == oldShares)
            return {};
        ++(old.empty() ? m_told.receiptsAdded : m_told.receiptsChanged);
        m_changes.put(Entity::Receipt, receipt.id.value, m_client.id, m_client.salesperson);
        return store::upsertReceipt(m_store, m_tenant, receipt, toAllocations(receipt.id, shares));
    }

    Result<void> dropItem(const Identity& identity, const Item& item)
    {
        m_told.items.push_back({m_client.key, item.number, item.due, item.residual, item.due, std::nullopt});
        m_changes.remove(Entity::Item, item.id.value, m_client.id, m_client.salesperson);
        ENCOURS_CHECK(store::retireId(m_store, m_tenant, m_client.id, identity, item.id.value));
        return store::deleteItem(m_store, m_tenant, m_client.id, item.id);
    }

    Result<void> dropReceipt(const Identity& identity, const Receipt& receipt)
    {
        ++m_told.receiptsVanished;
        m_changes.remove(Entity::Receipt, receipt.id.value, m_client.id, m_client.salesperson);
        ENCOURS_CHECK(store::retireId(m_store, m_tenant, m_client.id, identity, receipt.id.value));
        return store::deleteReceipt(m_store, m_tenant, m_client.id, receipt.id);
    }

    store::Connection& m_store;
    store::Tenant m_tenant;
    const Client& m_client;
    store::Changes& m_changes;
    LedgerChanges& m_told;
};

} // namespace

Result<void> recomputeClients(Office& office, const store::Company& company, std::span<const ClientId> clients,
                              store::Changes& changes, LedgerChanges& told)
{
    ENCOURS_TRY(const LedgerReader reader, LedgerReader::open(office, company));
    for (ClientId id : clients) {
        ENCOURS_TRY(const auto client, store::findClient(office.store, office.tenant, id));
        if (!client)
            return failure(ErrorKind::Internal, "client.unknown",
                           "A line of the ledger names no client; nothing was changed. Please report it.");
        ENCOURS_TRY(ClientLedger ledger, reader.ledgerOf(*client));
        for (const OpeningDifference& difference : ledger.differences)
            told.openings.push_back({client->key, difference});
        if (ledger.items.size() + ledger.receipts.size() > kRowsOfADevice)
            told.large.push_back(client->key);
        ENCOURS_CHECK(ClientUpdate(office, *client, changes, told).run(std::move(ledger)));
    }
    return {};
}

} // namespace encours::usecases
