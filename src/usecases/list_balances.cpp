// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_balances.h"

#include "store/clients.h"
#include "store/items.h"
#include "usecases/client_ledger.h"

#include <algorithm>

namespace encours::usecases {

namespace {

Result<std::vector<Client>> clientsAsked(Office& office, const std::string& key)
{
    if (!key.empty()) {
        ENCOURS_TRY(auto client, store::findClientByKey(office.store, office.tenant, key));
        if (!client)
            return failure(ErrorKind::NotFound, "client.unknown",
                           "No client has the key '" + key + "'; 'balances' lists the keys.");
        return std::vector{std::move(*client)};
    }
    ENCOURS_TRY(auto clients, store::listClients(office.store, office.tenant));
    std::ranges::sort(clients, {}, &Client::key);
    return clients;
}

// The stored items and receipts hold every fact known: good for any day from the last one on.
bool storedIsEnough(const store::Company& company, Day asOf)
{
    return !company.ledgerThrough || *company.ledgerThrough <= asOf;
}

AgedBalance aged(const ClientLedger& ledger, Currency currency, Day asOf)
{
    AgedBalance balance = AgedBalance::zero(currency);
    for (const MatchedItem& matched : ledger.items)
        balance.addResidual(matched.item.due, matched.item.residual, asOf);
    for (const MatchedReceipt& matched : ledger.receipts)
        balance.addCredit(matched.receipt.unallocated);
    return balance;
}

Result<std::vector<Item>> itemsAsOf(Office& office, const LedgerReader* reader, const Client& client, Day asOf,
                                    bool settled)
{
    if (!reader)
        return settled ? store::itemsOf(office.store, office.tenant, client.id)
                       : store::openItemsOf(office.store, office.tenant, client.id);
    ENCOURS_TRY(const ClientLedger ledger, reader->ledgerOf(client, asOf));
    std::vector<Item> items;
    for (const MatchedItem& matched : ledger.items) {
        if (settled || !matched.item.residual.isZero())
            items.push_back(matched.item);
    }
    return items;
}

} // namespace

Result<BalanceList> listBalances(Office& office, Day asOf, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    BalanceList list;
    list.asOf = asOf;
    ENCOURS_TRY(list.company, store::loadCompany(office.store, office.tenant));
    list.total = AgedBalance::zero(list.company.currency);
    ENCOURS_TRY(const std::vector<Client> clients, clientsAsked(office, clientKey));
    if (storedIsEnough(list.company, asOf) && clientKey.empty()) {
        ENCOURS_TRY(auto balances, store::listBalances(office.store, office.tenant, asOf));
        for (store::ClientBalance& one : balances)
            list.clients.push_back({std::move(one.client), one.balance});
        std::ranges::sort(list.clients, {},
                          [](const ClientBalance& one) -> const std::string& { return one.client.key; });
    } else if (storedIsEnough(list.company, asOf)) {
        ENCOURS_TRY(const AgedBalance balance,
                    store::clientBalance(office.store, office.tenant, clients.front().id, asOf));
        list.clients.push_back({clients.front(), balance});
    } else {
        ENCOURS_TRY(const LedgerReader reader, LedgerReader::open(office, list.company));
        for (const Client& client : clients) {
            ENCOURS_TRY(const ClientLedger ledger, reader.ledgerOf(client, asOf));
            list.clients.push_back({client, aged(ledger, list.company.currency, asOf)});
        }
    }
    for (const ClientBalance& one : list.clients)
        list.total += one.balance;
    return list;
}

Result<ItemList> listItems(Office& office, Day asOf, const std::string& clientKey, bool settled)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ItemList list;
    list.asOf = asOf;
    ENCOURS_TRY(list.company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const std::vector<Client> clients, clientsAsked(office, clientKey));
    std::optional<LedgerReader> reader;
    if (!storedIsEnough(list.company, asOf)) {
        ENCOURS_TRY(reader, LedgerReader::open(office, list.company));
    }
    for (const Client& client : clients) {
        ENCOURS_TRY(auto items, itemsAsOf(office, reader ? &*reader : nullptr, client, asOf, settled));
        std::ranges::sort(items, {}, [](const Item& item) {
            return std::tie(item.due, item.number, item.account, item.pieceDay, item.rank);
        });
        for (Item& item : items) {
            const int daysLate = asOf - item.due;
            const AgingBucket bucket = bucketOf(item.due, asOf);
            list.items.push_back({client.key, client.name, std::move(item), daysLate, bucket});
        }
    }
    return list;
}

} // namespace encours::usecases
