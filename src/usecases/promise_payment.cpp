// SPDX-License-Identifier: Apache-2.0
#include "usecases/promise_payment.h"

#include "base/text.h"
#include "domain/agreements/promise_history.h"
#include "domain/agreements/promise_rights.h"
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "usecases/add_document.h"
#include "usecases/field_text.h"
#include "usecases/record_note.h"
#include "usecases/say.h"

#include <algorithm>

namespace encours::usecases {

namespace {

// What is left to pay today on the items, or on the whole account.
Result<Money> residualOf(Field& field, const PromiseRequest& request)
{
    ENCOURS_TRY(const auto facts, store::loadFacts(field.store, field.tenant, request.client, field.clock.today()));
    Money residual = Money::ofMinor(0, request.amount.currency());
    std::size_t found = 0;
    for (const Item& item : facts.items) {
        const bool sameCurrency = item.residual.currency() == request.amount.currency();
        const bool concerned = request.items.empty() ? sameCurrency : std::ranges::contains(request.items, item.id);
        if (!concerned)
            continue;
        if (!sameCurrency) {
            return failure(ErrorKind::InvalidArgument, "promise.currency",
                           "The invoices are in " + std::string(item.residual.currency().code()) +
                               ", the promise is not; nothing was noted.");
        }
        residual += item.residual;
        ++found;
    }
    if (!request.items.empty() && found != request.items.size())
        return failure(ErrorKind::NotFound, "promise.item",
                       "An invoice of this promise is not one of this client's any more; nothing was noted. Open the "
                       "client again.");
    return residual;
}

// The centre would answer so: better said while something can still be done about it.
Result<void> checkMayEnd(Field& field, const Promise& promise, const store::Enrolment& self)
{
    ENCOURS_TRY(const auto client, store::findClient(field.store, field.tenant, promise.client));
    if (client && mayEndPromise(promise, *client, self.person, self.role != store::Role::Salesperson))
        return {};
    return failure(ErrorKind::Denied, "promise.author",
                   "Only " + promise.authorName +
                       ", who noted this promise, the salesperson of the client or the office can end it; nothing was "
                       "changed.");
}

Result<void> checkSuperseded(Field& field, const PromiseRequest& request, const store::Enrolment& self)
{
    if (!request.supersedes)
        return {};
    ENCOURS_TRY(const auto earlier, store::findPromise(field.store, field.tenant, request.client, request.supersedes));
    if (!earlier)
        return failure(ErrorKind::NotFound, "promise.unknown",
                       "The promise to replace is not here any more; nothing was noted.");
    if (earlier->ending != PromiseEnding::None)
        return failure(ErrorKind::InvalidArgument, "promise.ended",
                       "The promise to replace has ended already; nothing was noted.");
    return checkMayEnd(field, *earlier, self);
}

} // namespace

Result<PromiseMadeResult> promisePayment(Field& field, const PromiseRequest& request)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(PromiseMadeResult made, writePromise(field, request));
    ENCOURS_CHECK(transaction.commit());
    return made;
}

Result<PromiseMadeResult> writePromise(Field& field, const PromiseRequest& request)
{
    const Instant now = field.clock.now();
    Promise promise;
    promise.client = request.client;
    promise.items = request.items;
    promise.amount = request.amount;
    promise.promisedFor = request.promisedFor;
    promise.method = request.method;
    promise.channel = request.channel;
    promise.promisedBy = trimmed(request.promisedBy);
    promise.madeAt = now;
    promise.madeOn = parisDay(now);
    promise.supersedes = request.supersedes;
    ENCOURS_CHECK(checkTerms(promise));
    ENCOURS_CHECK(checkPerson(request.promisedBy));
    if (!request.receipt.empty())
        ENCOURS_CHECK(checkDocument(request.receipt));
    ENCOURS_CHECK(checkClient(field, request.client));
    ENCOURS_TRY(const Money residual, residualOf(field, request));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_CHECK(checkSuperseded(field, request, self));
    promise.id = PromiseId{field.uuids.next()};
    promise.author = self.person;
    promise.authorName = self.personName;
    ENCOURS_CHECK(store::upsertPromise(field.store, field.tenant, promise, 0));
    ENCOURS_CHECK(
        store::appendOperation(field.store, field.tenant, OperationId{field.uuids.next()}, now, PromiseMade{promise}));
    if (!request.receipt.empty())
        ENCOURS_CHECK(writeDocument(field, self, promise.client, promise.id.value, request.receipt));
    PromiseMadeResult made{promise, {}, windowEnd(promise.promisedFor, promiseRules()), residual < promise.amount};
    if (!trimmed(request.note).empty()) {
        ENCOURS_TRY(made.note, writeNote(field, {.client = promise.client,
                                                 .kind = NoteKind::Note,
                                                 .text = request.note,
                                                 .person = promise.promisedBy,
                                                 .callBackOn = {}}));
    }
    return made;
}

Result<void> withdrawPromise(Field& field, PromiseId id, ClientId client, PromiseEnding ending)
{
    if (ending != PromiseEnding::WithdrawnByDebtor && ending != PromiseEnding::WithdrawnByUs)
        return failure(ErrorKind::InvalidArgument, "promise.ending",
                       "A promise is withdrawn by the debtor or by us; nothing was changed.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const auto promise, store::findPromise(field.store, field.tenant, client, id));
    if (!promise)
        return failure(ErrorKind::NotFound, "promise.unknown",
                       "This promise is not here any more; nothing was changed.");
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_CHECK(checkMayEnd(field, *promise, self));
    if (promise->ending != PromiseEnding::None)
        return failure(ErrorKind::Refused, "promise.ended", "This promise has ended already; nothing was changed.");
    ENCOURS_TRY(const auto made, store::findPromiseAsMade(field.store, field.tenant, client, id));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client, id.value));
    ENCOURS_CHECK(say(field, self, about(client, id.value, promiseHistory(*made, events).heads, PromiseEnded{ending})));
    return transaction.commit();
}

} // namespace encours::usecases
