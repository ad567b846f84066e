// SPDX-License-Identifier: Apache-2.0
#include "usecases/decide_contest.h"

#include "store/events.h"
#include "store/outbox.h"
#include "usecases/amend_promise.h"
#include "usecases/revise_note.h"

namespace encours::usecases {

namespace {

Result<OperationId> lastSaid(Field& field, ClientId client, const Uuid& object)
{
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client, object));
    return events.empty() ? OperationId() : events.back().id; // what waits comes last
}

Result<OperationId> resolve(Field& field, const OpenContest& contest, const Uuid& promise, const Uuid& kept)
{
    ConflictResolved resolution;
    resolution.field = contest.field;
    resolution.kept = kept;
    ENCOURS_CHECK(resolveConflict(field, {contest.client, PromiseId{promise}}, std::move(resolution)));
    return lastSaid(field, contest.client, promise);
}

std::string textOf(const OpenContest& contest, ContestDecision decision)
{
    if (decision.kept)
        return contest.versions[*decision.kept].text;
    std::string all;
    for (const ContestVersion& version : contest.versions)
        all += (all.empty() ? "" : "\n\n") + version.text;
    return all;
}

} // namespace

Result<OperationId> decideContest(Field& field, const OpenContest& contest, ContestDecision decision)
{
    const bool known = decision.kept ? *decision.kept < contest.versions.size() : contest.kind != ContestKind::Value;
    if (!known)
        return failure(ErrorKind::InvalidArgument, "conflict.kept",
                       "This value is not one of the contested ones; nothing was decided.");
    switch (contest.kind) {
    case ContestKind::Value: return resolve(field, contest, contest.object, contest.versions[*decision.kept].id);
    case ContestKind::TwoPromises: {
        if (!decision.kept)
            return resolve(field, contest, contest.object, {});
        // Said of the one that no longer counts.
        const std::size_t replaced = *decision.kept == 0 ? 1 : 0;
        return resolve(field, contest, contest.versions[replaced].id, contest.versions[*decision.kept].id);
    }
    case ContestKind::NoteTexts: break;
    }
    ENCOURS_CHECK(reviseNote(field, contest.client, NoteId{contest.object}, textOf(contest, decision)));
    return lastSaid(field, contest.client, contest.object);
}

Result<bool> takeBackDecision(Field& field, ClientId client, OperationId decision)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const bool unsent, store::forgetUnsentSaying(field.store, field.tenant, decision));
    if (!unsent)
        return false;
    ENCOURS_CHECK(store::dropUnechoedEvent(field.store, field.tenant, client, decision));
    ENCOURS_CHECK(transaction.commit());
    return true;
}

} // namespace encours::usecases
