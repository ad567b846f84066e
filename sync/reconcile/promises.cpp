// SPDX-License-Identifier: Apache-2.0
#include "sync/reconcile/promises.h"

#include "domain/agreements/event_heads.h"
#include "domain/agreements/promise_rights.h"

#include <algorithm>

namespace encours::reconcile {

namespace {

std::string nameOf(PromiseField field)
{
    switch (field) {
    case PromiseField::Amount: return "amount";
    case PromiseField::Date: return "date";
    case PromiseField::Method: return "method";
    case PromiseField::Items: return "items";
    case PromiseField::Ending: return "ending";
    case PromiseField::OtherPromise: break;
    }
    return "other_promise";
}

/// The first field that is contested, with the event's value among those that do not agree.
std::optional<PromiseField> contestedBy(const Event& event, const PromiseHistory& history)
{
    const auto* change = std::get_if<PromiseAmended>(&event.saying.content);
    for (const Contest& contest : history.contests) {
        if (std::ranges::contains(contest.values, event.id, &GivenValue::event))
            return contest.field;
        const auto value = change ? valueIn(*change, contest.field) : std::nullopt;
        if (value && *value != contest.values.front().value)
            return contest.field;
    }
    return std::nullopt;
}

/// As checkAmendment; on a promise that an event its author did not know of has ended, too: then it is contested.
std::optional<std::string> amendmentProblem(const Said& said, const PromiseAmended& change, const KnownPromise& known,
                                            const PromiseHistory& before)
{
    PromiseHistory standing = before;
    standing.current.ending = known.made->ending;
    if (const auto allowed = checkAmendment(standing, change, said.clockDay); !allowed)
        return allowed.error().code;
    for (const ItemId id : change.items) {
        const auto item = std::ranges::find(known.items, id, &Item::id);
        if (item == known.items.end())
            return "promise.item_unknown";
        if (item->amount.currency() != before.current.amount.currency())
            return "promise.currency";
    }
    return std::nullopt;
}

/// The promise as the author of the event saw it.
PromiseHistory historySeenBy(const Event& event, const KnownPromise& known)
{
    EventPointers all;
    for (const Event& one : known.events)
        all.push_back(&one);
    std::vector<Event> seen;
    std::ranges::copy_if(known.events, std::back_inserter(seen),
                         [&](const Event& one) { return knewOf(event, one, all); });
    return promiseHistory(*known.made, seen);
}

PromiseHistory historyWith(const Event& event, const KnownPromise& known)
{
    std::vector<Event> events(known.events.begin(), known.events.end());
    events.push_back(event);
    return promiseHistory(*known.made, events);
}

/// Those it names.
std::vector<PromiseId> otherPromises(const ConflictResolved& resolution)
{
    if (resolution.field != PromiseField::OtherPromise)
        return {};
    return resolution.kept ? std::vector{PromiseId{resolution.kept}} : resolution.beside;
}

/// The author of one of the two, or the office.
bool mayResolve(const Said& said, const ConflictResolved& resolution, const KnownPromise& known,
                const PromiseHistory& seen)
{
    if (maySpeakFor(known.made->author, said))
        return true;
    const auto isHis = [&](const GivenValue& value) { return value.author == said.by.id; };
    const auto contest = std::ranges::find(seen.contests, resolution.field, &Contest::field);
    if (contest != seen.contests.end() && std::ranges::any_of(contest->values, isHis))
        return true;
    return std::ranges::any_of(otherPromises(resolution), [&](PromiseId id) {
        const auto other = std::ranges::find(known.others, id, &Promise::id);
        return other != known.others.end() && other->author == said.by.id;
    });
}

Verdict resolved(const Said& said, const Event& event, const ConflictResolved& resolution, const KnownPromise& known)
{
    const PromiseHistory seen = historySeenBy(event, known);
    if (!mayResolve(said, resolution, known, seen))
        return Verdict::refused("conflict.author");
    for (const PromiseId other : otherPromises(resolution)) {
        if (!std::ranges::contains(known.others, other, &Promise::id))
            return Verdict::refused("promise.unknown");
    }
    if (const auto allowed = checkResolution(seen, resolution); !allowed)
        return Verdict::refused(allowed.error().code);
    // Somebody said or decided something else meanwhile, unseen: the contest goes on, with this decision as one value.
    const PromiseHistory after = historyWith(event, known);
    const auto field = resolution.field == PromiseField::OtherPromise ? PromiseField::Ending : resolution.field;
    const bool open = std::ranges::contains(after.contests, field, &Contest::field);
    return open ? Verdict::contested(said, "contested." + nameOf(field)) : Verdict::kept(said);
}

} // namespace

bool mayEnd(const Said& said, const Promise& promise)
{
    return mayEndPromise(promise, said.client, said.by.id, said.by.ofTheOffice);
}

Verdict promiseMade(const Said& said, const Promise& promise, const PromiseFacts& facts)
{
    if (promise.promisedFor < said.clockDay || promise.promisedFor - said.clockDay > kLongestPromiseDays)
        return Verdict::refused("promise.date");
    if (facts.idTaken)
        return Verdict::refused("promise.exists");
    std::vector<ItemId> items = promise.items;
    std::ranges::sort(items);
    if (std::ranges::adjacent_find(items) != items.end())
        return Verdict::refused("promise.item_twice");
    for (const ItemId id : items) {
        const auto item = std::ranges::find(facts.items, id, &Item::id);
        if (item == facts.items.end())
            return Verdict::refused("promise.item_unknown");
        if (item->amount.currency() != promise.amount.currency())
            return Verdict::refused("promise.currency");
    }
    if (items.empty() && promise.amount.currency() != said.client.currency)
        return Verdict::refused("promise.currency");
    if (promise.supersedes && (!facts.replaced || promise.supersedes == promise.id))
        return Verdict::refused("promise.supersedes");
    if (facts.replaced && !mayEnd(said, *facts.replaced))
        return {OperationStatus::Review, "promise.author", true};
    return Verdict::kept(said);
}

Verdict promiseWithdrawn(const Said& said, const PromiseWithdrawn& withdrawn, const std::optional<Promise>& promise)
{
    if (!promise)
        return Verdict::refused("promise.unknown");
    if (!mayEnd(said, *promise))
        return Verdict::refused("promise.author");
    if (promise->ending == withdrawn.ending)
        return Verdict::alreadySo();
    if (promise->ending != PromiseEnding::None)
        return {OperationStatus::Conflict, "promise.ended", false};
    return Verdict::kept(said);
}

Verdict promiseEvent(const Said& said, const Event& event, const KnownPromise& known)
{
    if (!known.made)
        return Verdict::refused("promise.unknown");
    if (const auto* resolution = std::get_if<ConflictResolved>(&event.saying.content))
        return resolved(said, event, *resolution, known);
    const PromiseHistory before = promiseHistory(*known.made, known.events);
    if (!mayEnd(said, *known.made))
        return Verdict::refused("promise.author");
    if (const auto* change = std::get_if<PromiseAmended>(&event.saying.content)) {
        if (const auto problem = amendmentProblem(said, *change, known, before))
            return Verdict::refused(*problem);
    } else if (known.made->ending != PromiseEnding::None) {
        return {OperationStatus::Conflict, "promise.ended", false};
    }
    const PromiseHistory after = historyWith(event, known);
    const bool endedBefore = before.current.ending != PromiseEnding::None;
    if (const auto field = contestedBy(event, after))
        return Verdict::contested(said, "contested." + nameOf(*field));
    if (endedBefore && std::holds_alternative<PromiseAmended>(event.saying.content))
        return Verdict::refused("promise.ended"); // by somebody its author knew of
    return Verdict::kept(said);
}

} // namespace encours::reconcile
