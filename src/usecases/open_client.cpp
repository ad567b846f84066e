// SPDX-License-Identifier: Apache-2.0
#include "usecases/open_client.h"

#include "domain/agreements/promise_level.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/notes.h"
#include "store/promises.h"

#include <algorithm>

namespace encours::usecases {

namespace {

// Latest first: what the centre has not taken yet is latest.
bool isLater(const Promise& a, const Promise& b)
{
    const auto orderOf = [](const Promise& promise) { return promise.serverSeq == 0 ? INT64_MAX : promise.serverSeq; };
    return orderOf(a) != orderOf(b) ? orderOf(a) > orderOf(b) : a.id > b.id;
}

void addItems(ClientCard& card, std::span<const Item> items, std::span<const Promise> promises,
              std::span<const int> nextLevels)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        ItemLine& line = card.items.emplace_back();
        line.item = items[i];
        line.daysLate = card.asOf - items[i].due;
        line.bucket = bucketOf(items[i].due, card.asOf);
        line.promised = card.collectible.promisedByItem[i];
        line.collectible = card.collectible.collectibleByItem[i];
        line.nextLevel = nextLevels[i];
        for (const Promise& promise : promises) {
            if (std::ranges::contains(promise.items, items[i].id))
                line.promises.push_back(promise.id);
        }
    }
}

void addPromises(ClientCard& card, std::span<const Promise> promises, std::span<const PromiseStatus> statuses)
{
    for (std::size_t i = 0; i < promises.size(); ++i) {
        PromiseLine& line = card.promises.emplace_back();
        line.promise = promises[i];
        line.status = statuses[i];
        line.pending = promises[i].serverSeq == 0;
        for (ItemId id : promises[i].items) {
            const auto item = std::ranges::find(card.items, id, [](const ItemLine& known) { return known.item.id; });
            line.itemNumbers.push_back(item == card.items.end() ? std::string() : item->item.number);
        }
    }
}

// Open ones first, oldest due first; then settled ones, latest piece first.
void sortItems(std::vector<Item>& items)
{
    std::ranges::sort(items, [](const Item& a, const Item& b) {
        if (a.residual.isZero() != b.residual.isZero())
            return b.residual.isZero();
        if (a.residual.isZero())
            return std::tie(b.pieceDay, b.number, b.rank) < std::tie(a.pieceDay, a.number, a.rank);
        return std::tie(a.due, a.number, a.rank) < std::tie(b.due, b.number, b.rank);
    });
}

void addTimeline(ClientCard& card)
{
    using Kind = TimelineEntry::Kind;
    for (std::size_t i = 0; i < card.items.size(); ++i)
        card.timeline.push_back({Kind::Item, card.items[i].item.pieceDay, std::nullopt, i});
    for (std::size_t i = 0; i < card.receipts.size(); ++i)
        card.timeline.push_back({Kind::Receipt, card.receipts[i].day, std::nullopt, i});
    for (std::size_t i = 0; i < card.notes.size(); ++i)
        card.timeline.push_back({Kind::Note, card.notes[i].note.madeOn, card.notes[i].note.madeAt, i});
    for (std::size_t i = 0; i < card.promises.size(); ++i) {
        const Promise& promise = card.promises[i].promise;
        card.timeline.push_back({Kind::Promise, promise.madeOn, promise.madeAt, i});
        if (promise.ending != PromiseEnding::None)
            card.timeline.push_back({Kind::PromiseEnded, promise.endedOn, std::nullopt, i});
    }
    // Of one day: what people did comes above what the accounting says.
    std::ranges::stable_sort(card.timeline, [](const TimelineEntry& a, const TimelineEntry& b) {
        return std::tie(a.day, a.at, a.kind) > std::tie(b.day, b.at, b.kind);
    });
}

template<class Object>
void keepCurrency(std::vector<Object>& objects, Currency currency)
{
    std::erase_if(objects, [&](const Object& object) { return object.amount.currency() != currency; });
}

Result<ClientCard> cardOf(Field& field, Client client)
{
    ClientCard card;
    card.asOf = field.clock.today();
    card.client = std::move(client);
    const ClientId id = card.client.id;
    ENCOURS_TRY(card.freshness, freshness(field));
    ENCOURS_TRY(card.contacts, store::contactsOf(field.store, field.tenant, id));
    ENCOURS_TRY(auto facts, store::loadFacts(field.store, field.tenant, id, card.asOf));
    ENCOURS_TRY(auto promises, store::promisesOf(field.store, field.tenant, id));
    ENCOURS_TRY(auto notes, store::notesOf(field.store, field.tenant, id));
    keepCurrency(facts.items, card.client.currency);
    keepCurrency(facts.receipts, card.client.currency);
    keepCurrency(facts.allocations, card.client.currency);
    keepCurrency(promises, card.client.currency);
    sortItems(facts.items);
    std::ranges::sort(promises, isLater);
    const ClientFacts known = facts.facts(card.freshness.coveredThrough.value_or(Day()));
    const auto statuses = evaluatePromises(promises, known, promiseRules(), card.asOf);
    const auto nextLevels = nextPromiseLevels(facts.items, promises, known, promiseRules(), card.asOf);

    card.aged = AgedBalance::zero(card.client.currency);
    if (!facts.items.empty() || !facts.receipts.empty())
        card.aged = agedBalance(facts.items, facts.receipts, card.asOf);
    card.collectible =
        collectible(facts.items, facts.receipts, {}, promises, statuses, card.asOf, card.client.currency);
    addItems(card, facts.items, promises, nextLevels);
    addPromises(card, promises, statuses);
    for (Note& note : notes) {
        if (!note.retracted)
            card.notes.push_back({note, note.serverSeq == 0});
    }
    card.receipts = std::move(facts.receipts);
    std::ranges::sort(card.receipts,
                      [](const Receipt& a, const Receipt& b) { return std::tie(a.day, a.id) > std::tie(b.day, b.id); });
    card.allocations = std::move(facts.allocations);
    addTimeline(card);
    return card;
}

std::unexpected<Error> unknownClient()
{
    return failure(ErrorKind::NotFound, "client.unknown",
                   "This client is not in the portfolio of this device; synchronise, or check its key.");
}

} // namespace

Result<ClientCard> openClient(Field& field, ClientId id)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(auto client, store::findClient(field.store, field.tenant, id));
    if (!client)
        return unknownClient();
    return cardOf(field, std::move(*client));
}

Result<ClientCard> openClient(Field& field, const std::string& key)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(auto client, store::findClientByKey(field.store, field.tenant, key));
    if (!client)
        return unknownClient();
    return cardOf(field, std::move(*client));
}

} // namespace encours::usecases
