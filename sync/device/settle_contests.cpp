// SPDX-License-Identifier: Apache-2.0
#include "sync/device/settle_contests.h"

#include "domain/agreements/note_history.h"
#include "domain/agreements/plan_history.h"
#include "domain/agreements/promise_history.h"
#include "domain/agreements/visit.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "store/promises.h"

#include <algorithm>

namespace encours::device {

namespace {

/// Two values stand side by side. The other reasons of a conflict say that something else counts, for good: a person
/// should read them.
bool waitsForADecision(const OutboxEntry& entry)
{
    return entry.reason.starts_with("contested.") || entry.reason.ends_with(".contested");
}

Result<bool> isContested(store::Connection& connection, store::Tenant tenant, const Saying& saying)
{
    ENCOURS_TRY(const auto events, store::eventsOf(connection, tenant, saying.client, saying.object));
    ENCOURS_TRY(const auto promise,
                store::findPromiseAsMade(connection, tenant, saying.client, PromiseId{saying.object}));
    if (promise)
        return !promiseHistory(*promise, events).contests.empty();
    ENCOURS_TRY(const auto note, store::findNote(connection, tenant, saying.client, NoteId{saying.object}));
    if (note)
        return noteHistory(*note, events).isContested();
    return std::ranges::any_of(visitsOf(events), [](const Visit& visit) { return !visit.otherDays.empty(); }) ||
           std::ranges::any_of(planHistories(events),
                               [](const PlanHistory& history) { return !history.contested.empty(); });
}

} // namespace

Result<void> settleContests(store::Connection& connection, store::Tenant tenant)
{
    ENCOURS_TRY(const auto entries, store::listContested(connection, tenant));
    for (const OutboxEntry& entry : entries) {
        const auto* saying = std::get_if<Saying>(&entry.operation.body);
        if (!saying || !waitsForADecision(entry))
            continue;
        ENCOURS_TRY(const bool contested, isContested(connection, tenant, *saying));
        if (!contested)
            ENCOURS_CHECK(store::markSettled(connection, tenant, entry.operation.id));
    }
    return {};
}

} // namespace encours::device
