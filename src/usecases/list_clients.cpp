// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_clients.h"

#include "base/text.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "store/promises.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace encours::usecases {

namespace {

void countPromises(ClientSummary& summary, std::span<const Promise> promises, std::span<const PromiseStatus> statuses,
                   Day today)
{
    for (std::size_t i = 0; i < promises.size(); ++i) {
        const PromiseState state = statuses[i].state;
        if ((state == PromiseState::Broken || state == PromiseState::PartiallyKept) && !statuses[i].keptLateOn)
            ++summary.brokenPromises;
        if (state != PromiseState::Open)
            continue;
        ++summary.openPromises;
        summary.promisesDueToday += promises[i].promisedFor == today ? 1 : 0;
        if (!summary.nextPromisedFor || promises[i].promisedFor < *summary.nextPromisedFor)
            summary.nextPromisedFor = promises[i].promisedFor;
    }
}

using ById = std::unordered_map<ClientId, ClientSummary*>;

// Only clients with a promise have their facts read.
Result<void> addPromises(Field& field, const ById& byId, Day coveredThrough, Day today)
{
    ENCOURS_TRY(const auto promises, store::listPromises(field.store, field.tenant));
    std::map<ClientId, std::vector<Promise>> byClient;
    for (const Promise& promise : promises)
        byClient[promise.client].push_back(promise);
    for (const auto& [client, ofClient] : byClient) {
        const auto summary = byId.find(client);
        if (summary == byId.end())
            continue;
        ENCOURS_TRY(const auto facts, store::loadFacts(field.store, field.tenant, client, today));
        countPromises(*summary->second, ofClient,
                      evaluatePromises(ofClient, facts.facts(coveredThrough), promiseRules(), today), today);
    }
    return {};
}

Result<void> addNotes(Field& field, const ById& byId)
{
    ENCOURS_TRY(const auto notes, store::lastNotes(field.store, field.tenant));
    for (const store::LastNote& note : notes) {
        if (const auto summary = byId.find(note.client); summary != byId.end())
            summary->second->lastNoteDay = note.day;
    }
    return {};
}

Result<void> addPending(Field& field, const ById& byId)
{
    ENCOURS_TRY(const auto outbox, store::listOutbox(field.store, field.tenant));
    for (const OutboxEntry& entry : outbox) {
        const auto summary = byId.find(subjectOf(entry.operation.body).client);
        if (summary != byId.end() && entry.state != OutboxState::Acknowledged && entry.state != OutboxState::LaidAside)
            summary->second->pending = true;
    }
    return {};
}

} // namespace

Result<ClientList> listClients(Field& field)
{
    const Day today = field.clock.today();
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(auto balances, store::listBalances(field.store, field.tenant, today));
    ClientList list;
    ENCOURS_TRY(list.freshness, freshness(field));
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(field.store, field.tenant));
    list.total = AgedBalance::zero(progress.currency);
    list.clients.reserve(balances.size());
    for (store::ClientBalance& one : balances) {
        if (one.balance.currency() != one.client.currency)
            continue;
        ClientSummary& summary = list.clients.emplace_back();
        summary.id = one.client.id;
        summary.search = foldForSearch(one.client.name + ' ' + one.client.city + ' ' + one.client.key);
        summary.key = std::move(one.client.key);
        summary.name = std::move(one.client.name);
        summary.city = std::move(one.client.city);
        summary.aged = one.balance;
        if (one.balance.currency() == progress.currency)
            list.total += one.balance;
    }
    std::ranges::sort(list.clients, [](const ClientSummary& a, const ClientSummary& b) {
        const auto overdueA = a.aged.overdue().minor();
        const auto overdueB = b.aged.overdue().minor();
        return overdueA != overdueB ? overdueA > overdueB : std::tie(a.name, a.key) < std::tie(b.name, b.key);
    });
    ById byId;
    for (ClientSummary& summary : list.clients)
        byId.emplace(summary.id, &summary);
    ENCOURS_CHECK(addPromises(field, byId, list.freshness.coveredThrough.value_or(Day()), today));
    ENCOURS_CHECK(addNotes(field, byId));
    ENCOURS_CHECK(addPending(field, byId));
    return list;
}

} // namespace encours::usecases
