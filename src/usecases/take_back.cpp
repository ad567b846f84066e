// SPDX-License-Identifier: Apache-2.0
#include "usecases/take_back.h"

#include "store/outbox.h"
#include "store/replica.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

namespace encours::usecases {

namespace {

Result<bool> forget(Field& field, ClientId client, const Uuid& object)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const bool unsent, store::forgetUnsent(field.store, field.tenant, client, object));
    if (!unsent)
        return false;
    ENCOURS_CHECK(store::dropUnechoed(field.store, field.tenant, client, object));
    ENCOURS_CHECK(transaction.commit());
    return true;
}

} // namespace

// Between the two transactions the operation may be sent: then there was nothing to forget, and it is ended all the same.
Result<TakenBack> takeBackNote(Field& field, NoteId note, ClientId client)
{
    ENCOURS_TRY(const bool forgotten, forget(field, client, note.value));
    if (forgotten)
        return TakenBack::Forgotten;
    ENCOURS_CHECK(retractNote(field, note, client));
    return TakenBack::Ended;
}

Result<TakenBack> takeBackPromise(Field& field, PromiseId promise, ClientId client)
{
    ENCOURS_TRY(const bool forgotten, forget(field, client, promise.value));
    if (forgotten)
        return TakenBack::Forgotten;
    ENCOURS_CHECK(withdrawPromise(field, promise, client, PromiseEnding::WithdrawnByUs));
    return TakenBack::Ended;
}

} // namespace encours::usecases
