// SPDX-License-Identifier: Apache-2.0
#include "usecases/open_client.h"

#include "domain/agreements/promise_level.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/disputes.h"
#include "store/events.h"
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

void addPromises(ClientCard& card, std::span<const PromiseStatus> statuses, std::vector<PromiseHistory> histories,
                 std::span<const Event> events)
{
    for (std::size_t i = 0; i < histories.size(); ++i) {
        PromiseLine& line = card.promises.emplace_back();
        line.history = std::move(histories[i]);
        line.promise = line.history.current;
        line.status = statuses[i];
        line.pending = line.promise.serverSeq == 0 || line.history.pending;
        std::ranges::copy_if(events, std::back_inserter(line.said),
                             [&](const Event& event) { return event.saying.object == line.promise.id.value; });
        for (ItemId id : line.promise.items) {
            const auto item = std::ranges::find(card.items, id, [](const ItemLine& known) { return known.item.id; });
            line.itemNumbers.push_back(item == card.items.end() ? std::string() : item->item.number);
        }
    }
}

void addNote(ClientCard& card, const Note& note, std::span<const Event> events)
{
    NoteLine& line = card.notes.emplace_back();
    line.history = noteHistory(note, events);
    line.note = line.history.current;
    line.pending = note.serverSeq == 0 || line.history.pending;
}

/// In the currency of the client.
void addDisputesAndPlans(ClientCard& card, const ClientFacts& facts, std::span<const Event> events,
                         std::span<const Dispute> imported)
{
    std::vector<Dispute> disputes;
    for (DisputeHistory& history : disputeHistories(events, imported)) {
        if (history.dispute.amount.currency() != card.client.currency)
            continue;
        disputes.push_back(history.dispute);
        const auto item = std::ranges::find(facts.items, history.dispute.item, &Item::id);
        card.disputes.push_back({std::move(history), {}, item == facts.items.end() ? std::string() : item->number});
    }
    const auto disputeStatuses = evaluateDisputes(disputes, facts, card.asOf);
    for (std::size_t i = 0; i < disputes.size(); ++i)
        card.disputes[i].status = disputeStatuses[i];
    std::vector<PaymentPlan> plans;
    for (PlanHistory& history : planHistories(events)) {
        if (history.plan.versions.back().debt.currency() != card.client.currency)
            continue;
        plans.push_back(history.plan);
        card.plans.push_back({std::move(history), {}});
    }
    const auto planStatuses = evaluatePlans(plans, facts, card.asOf, promiseRules());
    for (std::size_t i = 0; i < plans.size(); ++i)
        card.plans[i].status = planStatuses[i];
    card.visits = visitsOf(events);
    card.suggestions = suggestionsOf(events);
}

std::vector<DisputedPart> disputedPartsOf(const ClientCard& card)
{
    std::vector<Dispute> disputes;
    std::vector<DisputeStatus> statuses;
    for (const DisputeLine& line : card.disputes) {
        disputes.push_back(line.history.dispute);
        statuses.push_back(line.status);
    }
    return disputedParts(disputes, statuses);
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
    ENCOURS_TRY(auto promises, store::promisesAsMade(field.store, field.tenant, id));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, id));
    ENCOURS_TRY(auto notes, store::notesOf(field.store, field.tenant, id));
    keepCurrency(facts.items, card.client.currency);
    keepCurrency(facts.receipts, card.client.currency);
    keepCurrency(facts.allocations, card.client.currency);
    keepCurrency(promises, card.client.currency);
    sortItems(facts.items);
    std::ranges::sort(promises, isLater);
    std::vector<PromiseHistory> histories;
    for (Promise& promise : promises) {
        histories.push_back(promiseHistory(promise, events));
        promise = histories.back().current;
    }
    const ClientFacts known = facts.facts(card.freshness.coveredThrough.value_or(Day()));
    const auto statuses = evaluatePromises(promises, known, promiseRules(), card.asOf);
    const auto nextLevels = nextPromiseLevels(facts.items, promises, known, promiseRules(), card.asOf);

    card.aged = AgedBalance::zero(card.client.currency);
    if (!facts.items.empty() || !facts.receipts.empty())
        card.aged = agedBalance(facts.items, facts.receipts, card.asOf);
    ENCOURS_TRY(const auto imported, store::disputesOf(field.store, field.tenant, id));
    addDisputesAndPlans(card, known, events, imported);
    card.collectible = collectible(facts.items, facts.receipts, disputedPartsOf(card), promises, statuses, card.asOf,
                                   card.client.currency);
    addItems(card, facts.items, promises, nextLevels);
    addPromises(card, statuses, std::move(histories), events);
    for (Note& note : notes) {
        if (!note.retracted)
            addNote(card, note, events);
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
