// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_field_promises.h"

#include "store/clients.h"
#include "store/promises.h"
#include "usecases/field_accounts.h"

#include <algorithm>
#include <tuple>

namespace encours::usecases {

namespace {

std::vector<std::string> numbersOf(const Promise& promise, std::span<const Item> items)
{
    std::vector<std::string> numbers;
    for (const ItemId id : promise.items) {
        const auto item = std::ranges::find(items, id, &Item::id);
        numbers.push_back(item == items.end() ? std::string() : item->number);
    }
    return numbers;
}

} // namespace

Result<std::vector<FieldPromise>> listFieldPromises(Field& field)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const auto fresh, freshness(field));
    ENCOURS_TRY(const auto promises, store::listPromises(field.store, field.tenant)); // by client
    std::vector<Client> clients;
    for (const Promise& promise : promises) {
        if (!clients.empty() && clients.back().id == promise.client)
            continue;
        ENCOURS_TRY(auto client, store::findClient(field.store, field.tenant, promise.client));
        if (client)
            clients.push_back(std::move(*client));
    }
    std::vector<FieldPromise> list;
    ENCOURS_CHECK(visitFieldAccounts(
        field, clients, fresh.coveredThrough.value_or(Day()), [&](const FieldAccount& read) -> Result<void> {
            const ClientAccount& account = read.account;
            for (std::size_t i = 0; i < account.promises.size(); ++i) {
                const Promise& promise = account.promises[i];
                list.push_back({account.client.key, account.client.name, promise, account.statuses[i],
                                numbersOf(promise, account.items), promise.serverSeq == 0 || read.promises[i].pending});
            }
            return {};
        }));
    std::ranges::stable_sort(list, [](const FieldPromise& a, const FieldPromise& b) {
        return std::tie(b.promise.promisedFor, a.clientName) < std::tie(a.promise.promisedFor, b.clientName);
    });
    return list;
}

} // namespace encours::usecases
