// SPDX-License-Identifier: Apache-2.0
#include "usecases/open_client.h"

#include "domain/agreements/promise_level.h"
#include "domain/insight/find_anomalies.h"
#include "domain/insight/seen_marks.h"
#include "intake/insight_reader.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/device_state.h"
#include "store/outbox.h"
#include "usecases/field_facts.h"

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
        line.disputed = card.collectible.disputedByItem[i];
        line.undisputed = items[i].residual - line.disputed;
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

/// A promise ends in an entry of its own, and the note of a visit tells what came of it.
bool isToldElsewhere(const EventContent& content)
{
    return std::holds_alternative<PromiseEnded>(content) || std::holds_alternative<VisitReported>(content) ||
           std::holds_alternative<NoteConcluded>(content) || std::holds_alternative<UnknownContent>(content);
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
    for (std::size_t i = 0; i < card.disputes.size(); ++i) {
        const Dispute& dispute = card.disputes[i].history.dispute;
        if (!std::ranges::contains(card.events, dispute.id.value,
                                   [](const Event& event) { return event.saying.object; }))
            card.timeline.push_back({Kind::DisputeOpened, dispute.openedOn, std::nullopt, i});
    }
    for (std::size_t i = 0; i < card.events.size(); ++i) {
        if (!isToldElsewhere(card.events[i].saying.content))
            card.timeline.push_back({Kind::Said, card.events[i].madeOn, card.events[i].madeAt, i});
    }
    // Of one day: what people did comes above what the accounting says.
    std::ranges::stable_sort(card.timeline, [](const TimelineEntry& a, const TimelineEntry& b) {
        return std::tie(a.day, a.at, a.kind) > std::tie(b.day, b.at, b.kind);
    });
}

/// What is not in the outbox any more has been in the file for thirty days.
Result<void> addTicks(Field& field, ClientCard& card, UserId person)
{
    const auto add = [&](const Uuid& id, UserId author, std::int64_t serverSeq) {
        if (author == person)
            card.ticks[id] = serverSeq == 0 ? Tick::Recorded : Tick::InFile;
    };
    for (const NoteLine& line : card.notes)
        add(line.note.id.value, line.note.author, line.note.serverSeq);
    for (const PromiseLine& line : card.promises)
        add(line.promise.id.value, line.promise.author, line.promise.serverSeq);
    for (const Event& event : card.events)
        add(event.id.value, event.author, event.serverSeq);
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(field.store, field.tenant));
    ENCOURS_TRY(const auto entries, store::listOutbox(field.store, field.tenant, card.client.id));
    for (const OutboxEntry& entry : entries) {
        const OperationSubject subject = subjectOf(entry.operation.body);
        if (!subject.ends)
            card.ticks[subject.says ? entry.operation.id.value : subject.object] = tickOf(entry, progress.seenSeq);
    }
    return {};
}

/// The object the others read, of what the card holds already.
template<class Line, class Read>
auto collected(const std::vector<Line>& lines, Read read)
{
    std::vector<std::remove_cvref_t<decltype(read(lines.front()))>> objects;
    for (const Line& line : lines)
        objects.push_back(read(line));
    return objects;
}

/// What is wrong, and which clocks run.
Result<void> addJudgement(ClientCard& card, const ClientFacts& known, std::span<const Promise> promises,
                          std::span<const PromiseStatus> statuses, UserId person)
{
    ENCOURS_TRY(const InsightSettings settings, intake::builtInInsightSettings());
    const auto disputes = collected(card.disputes, [](const DisputeLine& line) { return line.history.dispute; });
    const auto disputeStatuses = collected(card.disputes, [](const DisputeLine& line) { return line.status; });
    const auto plans = collected(card.plans, [](const PlanLine& line) { return line.history.plan; });
    const auto planStatuses = collected(card.plans, [](const PlanLine& line) { return line.status; });
    const auto notes = collected(card.notes, [](const NoteLine& line) { return line.note; });
    const ClientAccount account{.client = card.client,
                                .currency = card.client.currency,
                                .asOf = card.asOf,
                                .coveredThrough = known.coveredThrough,
                                .items = known.items,
                                .receipts = known.receipts,
                                .allocations = known.allocations,
                                .promises = promises,
                                .statuses = statuses,
                                .disputes = disputes,
                                .disputeStatuses = disputeStatuses,
                                .plans = plans,
                                .planStatuses = planStatuses,
                                .notes = notes,
                                .watched = {}};
    const AccountFigures figures(account);
    card.coaching = coaching(figures);
    for (const Deadline& deadline : deadlinesOf(figures, settings))
        card.clocks.push_back({deadline, titleOf(deadline, settings.rules)});
    for (Anomaly& anomaly : findAnomalies(figures, settings)) {
        const bool unseen = !hasSeen(card.events, person, keyOf(anomaly));
        card.findings.push_back({std::move(anomaly), unseen});
    }
    return {};
}

Result<ClientCard> cardOf(Field& field, Client client, Day asOf)
{
    ClientCard card;
    card.asOf = asOf;
    card.client = std::move(client);
    const ClientId id = card.client.id;
    ENCOURS_TRY(card.freshness, freshness(field));
    ENCOURS_TRY(card.contacts, store::contactsOf(field.store, field.tenant, id));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(auto stored, loadFieldFacts(field, card.client, asOf));
    store::StoredFacts& facts = stored.ledger;
    std::vector<Promise>& promises = stored.made;
    card.events = std::move(stored.events);
    sortItems(facts.items);
    std::ranges::sort(promises, isLater);
    std::vector<PromiseHistory> histories;
    for (Promise& promise : promises) {
        histories.push_back(promiseHistory(promise, card.events));
        promise = histories.back().current;
    }
    const ClientFacts known = facts.facts(card.freshness.coveredThrough.value_or(Day()));
    const auto statuses = evaluatePromises(promises, known, promiseRules(), card.asOf);
    const auto nextLevels = nextPromiseLevels(facts.items, promises, known, promiseRules(), card.asOf);

    card.aged = AgedBalance::zero(card.client.currency);
    if (!facts.items.empty() || !facts.receipts.empty())
        card.aged = agedBalance(facts.items, facts.receipts, card.asOf);
    addDisputesAndPlans(card, known, card.events, stored.imported);
    card.collectible = collectible(facts.items, facts.receipts, disputedPartsOf(card), promises, statuses, card.asOf,
                                   card.client.currency);
    addItems(card, facts.items, promises, nextLevels);
    addPromises(card, statuses, std::move(histories), card.events);
    for (const Note& note : stored.notes)
        addNote(card, note, card.events);
    ENCOURS_CHECK(addJudgement(card, known, promises, statuses, self.person));
    card.receipts = std::move(facts.receipts);
    std::ranges::sort(card.receipts,
                      [](const Receipt& a, const Receipt& b) { return std::tie(a.day, a.id) > std::tie(b.day, b.id); });
    card.allocations = std::move(facts.allocations);
    addTimeline(card);
    ENCOURS_CHECK(addTicks(field, card, self.person));
    return card;
}

std::unexpected<Error> unknownClient()
{
    return failure(ErrorKind::NotFound, "client.unknown",
                   "This client is not in the portfolio of this device; synchronise, or check its key.");
}

} // namespace

Result<ClientCard> openClient(Field& field, ClientId id, std::optional<Day> asOf)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(auto client, store::findClient(field.store, field.tenant, id));
    if (!client)
        return unknownClient();
    ENCOURS_TRY(const Day day, dayAsked(field, asOf));
    return cardOf(field, std::move(*client), day);
}

Result<ClientCard> openClient(Field& field, const std::string& key, std::optional<Day> asOf)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(auto client, store::findClientByKey(field.store, field.tenant, key));
    if (!client)
        return unknownClient();
    ENCOURS_TRY(const Day day, dayAsked(field, asOf));
    return cardOf(field, std::move(*client), day);
}

} // namespace encours::usecases
