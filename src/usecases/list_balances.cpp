// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_balances.h"

#include "store/client_groups.h"
#include "store/clients.h"
#include "store/items.h"
#include "usecases/client_ledger.h"
#include "usecases/find_client.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace encours::usecases {

namespace {

Result<std::vector<Client>> clientsAsked(Office& office, const std::string& key)
{
    if (!key.empty()) {
        ENCOURS_TRY(Client client, clientOfKey(office, key));
        return std::vector{std::move(client)};
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

/// The balances of one client by currency, its own first.
std::vector<ClientBalance> balancesFrom(const ClientLedger& ledger, const Client& client, Day asOf)
{
    std::vector<ClientBalance> balances;
    const auto in = [&](Currency currency) -> ClientBalance& {
        const auto found =
            std::ranges::find(balances, currency, [](const ClientBalance& one) { return one.balance.currency(); });
        if (found != balances.end())
            return *found;
        return balances.emplace_back(client, AgedBalance::zero(currency), RiskParts::zero(currency));
    };
    in(client.currency);
    for (const MatchedItem& matched : ledger.items) {
        const Item& item = matched.item;
        if (item.residual.isZero())
            continue;
        ClientBalance& balance = in(item.residual.currency());
        balance.balance.addResidual(item.due, item.residual, asOf);
        balance.risk.add(item.account, item.residual);
    }
    for (const MatchedReceipt& matched : ledger.receipts) {
        const Receipt& receipt = matched.receipt;
        if (receipt.unallocated.isZero())
            continue;
        ClientBalance& balance = in(receipt.unallocated.currency());
        balance.balance.addCredit(receipt.unallocated);
        balance.risk.add(receipt.account, -receipt.unallocated);
    }
    std::ranges::sort(balances.begin() + 1, balances.end(), {},
                      [](const ClientBalance& one) { return one.balance.currency(); });
    return balances;
}

std::vector<BalanceTotal> totalsOf(std::span<const ClientBalance> clients, Currency main)
{
    std::map<Currency, BalanceTotal> others;
    BalanceTotal total{AgedBalance::zero(main), RiskParts::zero(main)};
    for (const ClientBalance& one : clients) {
        const Currency currency = one.balance.currency();
        BalanceTotal& into =
            currency == main
                ? total
                : others.try_emplace(currency, AgedBalance::zero(currency), RiskParts::zero(currency)).first->second;
        into.balance += one.balance;
        into.risk += one.risk;
    }
    std::vector<BalanceTotal> totals{total};
    for (const auto& [currency, other] : others)
        totals.push_back(other);
    return totals;
}

// Rows come by key, and those of a client in the order of its currencies.
void sortByKey(std::vector<ClientBalance>& balances)
{
    std::ranges::stable_sort(balances, {},
                             [](const ClientBalance& one) -> const std::string& { return one.client.key; });
}

Result<std::vector<ClientBalance>> balancesAsOf(Office& office, const store::Company& company, Day asOf,
                                                const std::string& clientKey)
{
    std::optional<LedgerReader> reader;
    store::BalancesOfClient again;
    if (!storedIsEnough(company, asOf)) {
        ENCOURS_TRY(reader, LedgerReader::open(office, company));
        again = [&](const Client& client) -> Result<std::vector<ClientBalance>> {
            ENCOURS_TRY(const ClientLedger ledger, reader->ledgerOf(client, asOf));
            return balancesFrom(ledger, client, asOf);
        };
    }
    std::vector<ClientBalance> balances;
    if (reader && reader->openedAfter(asOf)) {
        ENCOURS_TRY(const std::vector<Client> clients, clientsAsked(office, clientKey));
        for (const Client& client : clients) {
            ENCOURS_TRY(auto ofClient, again(client));
            std::ranges::move(ofClient, std::back_inserter(balances));
        }
    } else if (clientKey.empty()) {
        ENCOURS_TRY(balances, store::listBalances(office.store, office.tenant, asOf, std::nullopt, {}, again));
    } else {
        ENCOURS_TRY(const Client client, clientOfKey(office, clientKey));
        ENCOURS_TRY(balances, store::balancesOf(office.store, office.tenant, client.id, asOf, again));
    }
    sortByKey(balances);
    return balances;
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
    ENCOURS_TRY(list.clients, balancesAsOf(office, list.company, asOf, clientKey));
    list.totals = totalsOf(list.clients, list.company.currency);
    return list;
}

Result<BalanceList> listGroupBalances(Office& office, Day asOf, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    BalanceList list;
    list.asOf = asOf;
    ENCOURS_TRY(list.company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const std::vector<Client> asked, clientsAsked(office, clientKey));
    ENCOURS_TRY(auto balances, balancesAsOf(office, list.company, asOf, {}));
    ENCOURS_TRY(const auto parents, store::clientParents(office.store, office.tenant));
    std::unordered_map<ClientId, const Client*> heads;
    for (const ClientBalance& one : balances)
        heads.emplace(one.client.id, &one.client);
    std::map<std::tuple<std::string, bool, Currency>, ClientBalance> groups; // by key, its own currency first
    for (const ClientBalance& one : balances) {
        const auto parent = parents.find(one.client.id);
        const Client& head = parent == parents.end() ? one.client : *heads.at(parent->second);
        if (!clientKey.empty() && head.id != asked.front().id)
            continue;
        const Currency currency = one.balance.currency();
        const auto [group, isNew] = groups.try_emplace({head.key, currency != head.currency, currency}, head,
                                                       AgedBalance::zero(currency), RiskParts::zero(currency));
        group->second.balance += one.balance;
        group->second.risk += one.risk;
    }
    for (auto& [key, group] : groups)
        list.clients.push_back(std::move(group));
    list.totals = totalsOf(list.clients, list.company.currency);
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
