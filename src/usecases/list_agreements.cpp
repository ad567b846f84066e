// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_agreements.h"

#include "domain/agreements/note_history.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "usecases/client_accounts.h"
#include "usecases/find_client.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace encours::usecases {

namespace {

Result<std::unordered_map<ClientId, Client>> clientsById(Office& office, const std::string& key)
{
    std::unordered_map<ClientId, Client> byId;
    if (!key.empty()) {
        ENCOURS_TRY(Client client, clientOfKey(office, key));
        byId.emplace(client.id, std::move(client));
        return byId;
    }
    ENCOURS_TRY(const auto clients, store::listClients(office.store, office.tenant));
    for (const Client& client : clients)
        byId.emplace(client.id, client);
    return byId;
}

std::vector<std::string> numbersOf(const Promise& promise, const std::vector<Item>& items)
{
    std::vector<std::string> numbers;
    for (ItemId id : promise.items) {
        const auto item = std::ranges::find(items, id, &Item::id);
        numbers.push_back(item == items.end() ? std::string() : item->number);
    }
    return numbers;
}

} // namespace

Result<std::vector<ClientNote>> listNotes(Office& office, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const auto clients, clientsById(office, clientKey));
    ENCOURS_TRY(auto notes, store::listNotes(office.store, office.tenant));
    std::ranges::stable_sort(notes, {}, &Note::serverSeq);
    ENCOURS_TRY(const auto events, store::listEvents(office.store, office.tenant));
    std::map<ClientId, std::vector<Event>> said;
    for (const Event& event : events)
        said[event.saying.client].push_back(event);
    std::vector<ClientNote> list;
    for (const Note& note : notes) {
        const auto client = clients.find(note.client);
        if (client == clients.end())
            continue;
        NoteHistory history = noteHistory(note, said[note.client]);
        list.push_back(
            {client->second.key, client->second.name, std::move(history.current), std::move(history.outcomes)});
    }
    return list;
}

Result<PromiseList> listPromises(Office& office, Day asOf, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    PromiseList list;
    list.asOf = asOf;
    ENCOURS_TRY(list.company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const auto clients, clientsById(office, clientKey));
    ENCOURS_TRY(const auto promises, store::listPromises(office.store, office.tenant, std::nullopt, asOf));
    std::map<ClientId, std::vector<Promise>> byClient;
    for (const Promise& promise : promises) {
        if (clients.contains(promise.client))
            byClient[promise.client].push_back(promise);
    }
    const Day coveredThrough = list.company.coveredThrough.value_or(Day());
    for (auto& [id, ofClient] : byClient) {
        ENCOURS_TRY(const auto facts, store::loadFacts(office.store, office.tenant, id, asOf));
        const auto statuses = evaluatePromises(ofClient, facts.facts(coveredThrough), PromiseRules{}, asOf);
        const Client& client = clients.at(id);
        for (std::size_t i = 0; i < ofClient.size(); ++i)
            list.promises.push_back(
                {client.key, client.name, numbersOf(ofClient[i], facts.items), std::move(ofClient[i]), statuses[i]});
    }
    std::ranges::stable_sort(list.promises, {}, [](const ClientPromise& one) {
        return std::pair(one.promise.promisedFor, one.promise.serverSeq);
    });
    return list;
}

Result<std::vector<ClientReliability>> listReliability(Office& office, Day asOf, ReliabilityBy by,
                                                       const std::string& clientKey)
{
    std::vector<ClientReliability> list;
    ENCOURS_CHECK(visitAccounts(office, {asOf, clientKey}, [&](const ClientAccount& account) -> Result<void> {
        const auto add = [&](std::string person, const PromiseReliability& reliability) {
            list.push_back({account.client.key, account.client.name, std::move(person), account.currency, reliability});
        };
        if (account.promises.empty())
            return {};
        if (by == ReliabilityBy::Client)
            add({}, reliabilityOf(account.promises, account.statuses, account.currency));
        else
            for (auto& [person, reliability] :
                 reliabilityByPerson(account.promises, account.statuses, account.currency))
                add(std::move(person), reliability);
        return {};
    }));
    std::ranges::stable_sort(list, {}, [](const ClientReliability& one) { return std::pair(one.client, one.person); });
    return list;
}

Result<std::vector<ClientDispute>> listDisputes(Office& office, Day asOf, const std::string& clientKey)
{
    std::vector<ClientDispute> list;
    ENCOURS_CHECK(visitAccounts(office, {asOf, clientKey}, [&](const ClientAccount& account) -> Result<void> {
        for (std::size_t i = 0; i < account.disputes.size(); ++i) {
            const auto item = std::ranges::find(account.items, account.disputes[i].item, &Item::id);
            list.push_back({account.client.key, account.client.name,
                            item == account.items.end() ? std::string() : item->number, account.disputes[i],
                            account.disputeStatuses[i]});
        }
        return {};
    }));
    std::ranges::stable_sort(list, {}, [](const ClientDispute& one) {
        const Day latest = one.status.closedOn.value_or(one.dispute.openedOn);
        return std::tuple(!one.status.open,
                          one.status.open ? one.status.dueBy.daysSinceEpoch() : -latest.daysSinceEpoch(), one.client,
                          one.dispute.id);
    });
    return list;
}

} // namespace encours::usecases
