// SPDX-License-Identifier: Apache-2.0
#include "usecases/take_back.h"

#include "domain/agreements/attached.h"
#include "store/attachments.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "store/replica.h"
#include "usecases/amend_promise.h"
#include "usecases/open_dispute.h"
#include "usecases/plan_visit.h"
#include "usecases/promise_payment.h"
#include "usecases/propose_plan.h"
#include "usecases/record_note.h"

#include <algorithm>

namespace encours::usecases {

namespace {

/// The report of a visit rests on its note.
Result<void> forgetReport(Field& field, ClientId client, std::span<const Event> events, const Uuid& note)
{
    for (const Event& event : events) {
        const auto* reported = std::get_if<VisitReported>(&event.saying.content);
        if (!reported || reported->note.value != note)
            continue;
        ENCOURS_TRY(const bool unsent, store::forgetUnsentSaying(field.store, field.tenant, event.id));
        if (unsent)
            ENCOURS_CHECK(store::dropUnechoedEvent(field.store, field.tenant, client, event.id));
    }
    return {};
}

Result<bool> forget(Field& field, ClientId client, const Uuid& object)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(auto events, store::eventsOf(field.store, field.tenant, client));
    ENCOURS_TRY(const bool unsent, store::forgetUnsent(field.store, field.tenant, client, object));
    if (!unsent)
        return false;
    ENCOURS_CHECK(store::dropUnechoed(field.store, field.tenant, client, object));
    ENCOURS_CHECK(forgetReport(field, client, events, object));
    const auto documents = attachedTo(events, object);
    std::erase_if(events, [&](const Event& event) { return event.saying.object == object; });
    for (const Sha256& document : documents) {
        const auto names = [&](const Event& event) {
            const auto* attached = std::get_if<Attached>(&event.saying.content);
            return attached && attached->document == document;
        };
        if (std::ranges::none_of(events, names))
            ENCOURS_CHECK(store::dropQueuedAttachment(field.store, field.tenant, {client, document}));
    }
    ENCOURS_CHECK(transaction.commit());
    return true;
}

/// The last thing that was said of an object, if the centre cannot know it.
Result<bool> forgetLastSaid(Field& field, ClientId client, const Uuid& object)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client, object)); // the last one last
    if (events.empty())
        return false;
    ENCOURS_TRY(const bool unsent, store::forgetUnsentSaying(field.store, field.tenant, events.back().id));
    if (!unsent)
        return false;
    ENCOURS_CHECK(store::dropUnechoedEvent(field.store, field.tenant, client, events.back().id));
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

Result<TakenBack> takeBackSaid(Field& field, const Promise& before)
{
    ENCOURS_TRY(const bool forgotten, forgetLastSaid(field, before.client, before.id.value));
    if (forgotten)
        return TakenBack::Forgotten;
    ENCOURS_TRY(const auto now, store::findPromise(field.store, field.tenant, before.client, before.id));
    if (now && now->ending != before.ending)
        return failure(ErrorKind::Refused, "promise.sent",
                       "The withdrawal was sent already: it stands. Note the promise again if it holds.");
    PromiseAmended back{before.amount, before.promisedFor, before.method, true, before.items};
    ENCOURS_CHECK(amendPromise(field, {before.client, before.id}, std::move(back)));
    return TakenBack::Ended;
}

Result<TakenBack> takeBackDispute(Field& field, DisputeId dispute, ClientId client)
{
    ENCOURS_TRY(const bool forgotten, forget(field, client, dispute.value));
    if (forgotten)
        return TakenBack::Forgotten;
    ENCOURS_CHECK(stepDispute(field, {client, dispute, DisputeStep::Withdrawn, {}}));
    return TakenBack::Ended;
}

Result<TakenBack> takeBackVisit(Field& field, const Visit& visit, const std::optional<Visit>& before)
{
    ENCOURS_TRY(const bool forgotten, forgetLastSaid(field, visit.client, visit.id));
    if (forgotten)
        return TakenBack::Forgotten;
    if (!before) {
        ENCOURS_CHECK(cancelVisit(field, visit.client, visit.id, {}));
        return TakenBack::Ended;
    }
    const Day day = std::max(before->on, field.clock.today());
    ENCOURS_TRY(const Visit back, planVisit(field, {visit.client, day, before->purpose, visit.id}));
    static_cast<void>(back);
    return TakenBack::Ended;
}

Result<TakenBack> takeBackPlan(Field& field, PlanId plan, const ContentHash& content, ClientId client)
{
    ENCOURS_TRY(const bool forgotten, forget(field, client, plan.value));
    if (forgotten)
        return TakenBack::Forgotten;
    ENCOURS_CHECK(decidePlan(field, {client, plan, content, PlanStep::Cancelled, {}}));
    return TakenBack::Ended;
}

} // namespace encours::usecases
