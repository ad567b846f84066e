// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_facts.h"

#include "store/disputes.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"

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

} // namespace

Result<FieldFacts> loadFieldFacts(Field& field, const Client& client, Day asOf)
{
    FieldFacts facts;
    ENCOURS_TRY(facts.ledger, store::loadFacts(field.store, field.tenant, client.id, asOf));
    ENCOURS_TRY(facts.made, store::promisesAsMade(field.store, field.tenant, client.id));
    ENCOURS_TRY(facts.events, store::eventsOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(facts.notes, store::notesOf(field.store, field.tenant, client.id));
    ENCOURS_TRY(facts.imported, store::disputesOf(field.store, field.tenant, client.id));
    keepCurrency(facts.ledger.items, client.currency);
    keepCurrency(facts.ledger.receipts, client.currency);
    keepCurrency(facts.ledger.allocations, client.currency);
    keepCurrency(facts.made, client.currency);
    keepCurrency(facts.imported, client.currency);
    std::erase_if(facts.notes, &Note::retracted);
    if (asOf < field.clock.today())
        leaveOutLater(facts, asOf);
    return facts;
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
