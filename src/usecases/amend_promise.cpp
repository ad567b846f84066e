// SPDX-License-Identifier: Apache-2.0
#include "usecases/amend_promise.h"

#include "domain/agreements/promise_rights.h"
#include "store/clients.h"
#include "store/events.h"
#include "store/items.h"
#include "store/promises.h"
#include "usecases/say.h"

#include <algorithm>

namespace encours::usecases {

namespace {

struct Known {
    Promise made;
    std::vector<Event> events;
    PromiseHistory history;
    store::Enrolment self;

    bool ofTheOffice() const { return self.role != store::Role::Salesperson; }
};

Result<Known> load(Field& field, PromiseRef ref)
{
    Known known;
    ENCOURS_TRY(auto made, store::findPromiseAsMade(field.store, field.tenant, ref.client, ref.promise));
    if (!made)
        return failure(ErrorKind::NotFound, "promise.unknown",
                       "This promise is not here any more; nothing was changed.");
    known.made = std::move(*made);
    ENCOURS_TRY(known.events, store::eventsOf(field.store, field.tenant, ref.client, ref.promise.value));
    known.history = promiseHistory(known.made, known.events);
    ENCOURS_TRY(known.self, store::loadEnrolment(field.store, field.tenant));
    return known;
}

void leaveOutSame(PromiseAmended& change, const Promise& current)
{
    if (change.amount == current.amount)
        change.amount.reset();
    if (change.promisedFor == current.promisedFor)
        change.promisedFor.reset();
    if (change.method == current.method)
        change.method.reset();
    if (change.namesItems && change.items == current.items) {
        change.namesItems = false;
        change.items.clear();
    }
}

Result<void> checkItems(Field& field, const Known& known, const PromiseAmended& change)
{
    if (change.items.empty())
        return {};
    ENCOURS_TRY(const auto items, store::itemsOf(field.store, field.tenant, known.made.client));
    for (const ItemId id : change.items) {
        const auto item = std::ranges::find(items, id, &Item::id);
        if (item == items.end())
            return failure(ErrorKind::NotFound, "promise.item",
                           "An invoice of this promise is not one of this client's any more; nothing was changed.");
        if (item->amount.currency() != known.history.current.amount.currency())
            return failure(ErrorKind::InvalidArgument, "promise.currency",
                           "Invoice " + item->number +
                               " is in another currency than the promise; nothing was changed.");
    }
    return {};
}

Result<PromiseHistory> sayOf(Field& field, Known& known, EventContent content, store::Transaction& transaction)
{
    ENCOURS_TRY(
        Event event,
        say(field, known.self, about(known.made.client, known.made.id.value, known.history.heads, std::move(content))));
    ENCOURS_CHECK(transaction.commit());
    known.events.push_back(std::move(event));
    return promiseHistory(known.made, known.events);
}

bool isOneOfTheirs(const Known& known, const ConflictResolved& resolution, std::span<const Promise> others)
{
    if (known.ofTheOffice() || known.made.author == known.self.person ||
        std::ranges::contains(others, known.self.person, &Promise::author))
        return true;
    const auto contest = std::ranges::find(known.history.contests, resolution.field, &Contest::field);
    return contest != known.history.contests.end() &&
           std::ranges::contains(contest->values, known.self.person, &GivenValue::author);
}

} // namespace

Result<PromiseHistory> amendPromise(Field& field, PromiseRef promise, PromiseAmended change)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(Known known, load(field, promise));
    ENCOURS_TRY(const auto client, store::findClient(field.store, field.tenant, promise.client));
    if (!client || !mayEndPromise(known.made, *client, known.self.person, known.ofTheOffice()))
        return failure(ErrorKind::Denied, "promise.author",
                       "Only " + known.made.authorName +
                           ", who noted this promise, the salesperson of the client or the office can change it; "
                           "nothing was changed.");
    std::ranges::sort(change.items);
    leaveOutSame(change, known.history.current);
    ENCOURS_CHECK(checkAmendment(known.history, change, field.clock.today()));
    ENCOURS_CHECK(checkItems(field, known, change));
    return sayOf(field, known, std::move(change), transaction);
}

Result<PromiseHistory> resolveConflict(Field& field, PromiseRef promise, ConflictResolved resolution)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(Known known, load(field, promise));
    std::vector<Promise> others;
    if (resolution.field == PromiseField::OtherPromise) {
        ENCOURS_TRY(others, store::promisesOf(field.store, field.tenant, promise.client));
        if (!resolution.kept)
            resolution.beside = rivalsOf(known.history.current, others);
        std::erase_if(others, [&](const Promise& other) {
            return other.id.value != resolution.kept && !std::ranges::contains(resolution.beside, other.id);
        });
        if (resolution.kept && others.empty())
            return failure(ErrorKind::NotFound, "promise.unknown",
                           "The promise to keep is not here any more; nothing was decided.");
    }
    ENCOURS_CHECK(checkResolution(known.history, resolution));
    if (!isOneOfTheirs(known, resolution, others))
        return failure(ErrorKind::Denied, "conflict.author",
                       "Only who gave one of the values, or the office, can decide; nothing was decided.");
    return sayOf(field, known, resolution, transaction);
}

} // namespace encours::usecases
