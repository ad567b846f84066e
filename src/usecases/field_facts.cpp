// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_facts.h"

#include "domain/ledger/leave_out_later.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "store/whole_clients.h"

#include <algorithm>

namespace encours::usecases {

namespace {

template<class Object>
void keepCurrency(std::vector<Object>& objects, Currency currency)
{
    std::erase_if(objects, [&](const Object& object) { return object.amount.currency() != currency; });
}

void leaveOutLater(FieldFacts& facts, Day asOf)
{
    std::erase_if(facts.made, [&](const Promise& promise) { return promise.madeOn > asOf; });
    for (Promise& promise : facts.made) {
        if (promise.ending != PromiseEnding::None && promise.endedOn > asOf)
            promise.ending = PromiseEnding::None;
    }
    std::erase_if(facts.events, [&](const Event& event) { return event.madeOn > asOf; });
    std::erase_if(facts.notes, [&](const Note& note) { return note.madeOn > asOf; });
    std::erase_if(facts.imported, [&](const Dispute& dispute) { return dispute.openedOn > asOf; });
    for (Dispute& dispute : facts.imported)
        std::erase_if(dispute.events, [&](const DisputeEvent& event) { return event.day > asOf; });
}

ClientId idOf(const store::WholeClient& whole)
{
    return whole.client.id;
}

FieldFacts factsOf(store::WholeClient whole, Currency currency, Day asOf, bool isPast)
{
    FieldFacts facts{{std::move(whole.items), std::move(whole.receipts), std::move(whole.allocations)},
                     std::move(whole.promises),
                     std::move(whole.events),
                     std::move(whole.notes),
                     std::move(whole.disputes)};
    leaveOutLater(facts.ledger.items, facts.ledger.receipts, facts.ledger.allocations, asOf);
    keepCurrency(facts.ledger.items, currency);
    keepCurrency(facts.ledger.receipts, currency);
    keepCurrency(facts.ledger.allocations, currency);
    keepCurrency(facts.made, currency);
    keepCurrency(facts.imported, currency);
    std::erase_if(facts.notes, &Note::retracted);
    if (isPast)
        leaveOutLater(facts, asOf);
    return facts;
}

} // namespace

Result<std::vector<FieldFacts>> loadFieldFacts(Field& field, std::span<const Client> clients, Day asOf)
{
    std::vector<store::WholeClient> wholes(clients.size());
    for (std::size_t i = 0; i < clients.size(); ++i)
        wholes[i].client.id = clients[i].id;
    std::ranges::sort(wholes, {}, idOf);
    ENCOURS_CHECK(store::fillFacts(field.store, field.tenant, wholes));
    std::vector<FieldFacts> all;
    all.reserve(clients.size());
    for (const Client& client : clients)
        all.push_back(factsOf(std::move(*std::ranges::lower_bound(wholes, client.id, {}, idOf)), client.currency, asOf,
                              asOf < field.clock.today()));
    return all;
}

Result<FieldFacts> loadFieldFacts(Field& field, const Client& client, Day asOf)
{
    // By statements for one: those for many sort what they find, of a client of 2,000 invoices a fifth of its card's time.
    store::WholeClient whole;
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(whole.items, store::itemsOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(whole.receipts, store::receiptsOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(whole.allocations, store::allocationsOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(whole.promises, store::promisesAsMade(field.store, field.tenant, client.id));
    ENCOURS_TRY(whole.events, store::eventsOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(whole.notes, store::notesOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(whole.disputes, store::disputesOf(field.store, field.tenant, client.id));
    return factsOf(std::move(whole), client.currency, asOf, asOf < field.clock.today());
}

Result<Day> dayAsked(const Field& field, std::optional<Day> asOf)
{
    const Day today = field.clock.today();
    if (asOf && *asOf > today)
        return failure(ErrorKind::InvalidArgument, "day.future",
                       "A balance is looked at as of today or of a day before; " + asOf->iso() + " has not come yet.");
    return asOf.value_or(today);
}

} // namespace encours::usecases
