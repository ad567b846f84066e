// SPDX-License-Identifier: Apache-2.0
#include "usecases/plan_visit.h"

#include "base/text.h"
#include "store/events.h"
#include "usecases/field_text.h"
#include "usecases/say.h"

#include <algorithm>

namespace encours::usecases {

namespace {

Result<void> checkPurpose(std::string_view text)
{
    const auto characters = countCharacters(text);
    if (!characters || *characters > kMaximumPurposeCharacters)
        return failure(ErrorKind::InvalidArgument, "visit.purpose",
                       "The purpose or reason is at most 500 characters; nothing was noted.");
    return {};
}

Result<Visit> openVisit(Field& field, ClientId client, const Uuid& id)
{
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client, id));
    std::vector<Visit> visits = visitsOf(events);
    if (visits.empty())
        return failure(ErrorKind::NotFound, "visit.unknown", "This visit is not here any more; nothing was changed.");
    if (visits.front().state != VisitState::Planned)
        return failure(ErrorKind::Refused, "visit.over",
                       "This visit took place or was cancelled already; nothing was changed.");
    return std::move(visits.front());
}

} // namespace

Result<Visit> planVisit(Field& field, const VisitRequest& request)
{
    const std::string_view purpose = trimmed(request.purpose);
    ENCOURS_CHECK(checkPurpose(purpose));
    const Day today = field.clock.today();
    if (request.on < today || request.on > today + kMaximumCallBackDays)
        return failure(ErrorKind::InvalidArgument, "visit.day",
                       "A visit is for today or later, within two years; nothing was noted.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, request.client));
    Saying saying = about(request.client, request.moves, {}, {});
    if (request.moves) {
        ENCOURS_TRY(const Visit before, openVisit(field, request.client, request.moves));
        saying.seen = before.heads;
    } else {
        saying.object = field.uuids.next();
    }
    saying.content = VisitPlanned{request.on, std::string(purpose)};
    const Uuid id = saying.object;
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_CHECK(say(field, self, std::move(saying)));
    ENCOURS_TRY(Visit planned, openVisit(field, request.client, id));
    ENCOURS_CHECK(transaction.commit());
    return planned;
}

Result<Note> reportVisit(Field& field, const Uuid& visit, NoteRequest request)
{
    request.kind = NoteKind::Visit;
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const Visit before, openVisit(field, request.client, visit));
    ENCOURS_TRY(Note note, writeNote(field, request));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_CHECK(say(field, self, about(request.client, visit, before.heads, VisitReported{note.id})));
    ENCOURS_CHECK(transaction.commit());
    return note;
}

Result<void> cancelVisit(Field& field, ClientId client, const Uuid& visit, std::string_view reason)
{
    ENCOURS_CHECK(checkPurpose(trimmed(reason)));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const Visit before, openVisit(field, client, visit));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_CHECK(say(field, self, about(client, visit, before.heads, VisitCancelled{std::string(trimmed(reason))})));
    return transaction.commit();
}

std::optional<Visit> nextVisit(std::span<const Visit> visits)
{
    const auto planned = std::ranges::find(visits, VisitState::Planned, &Visit::state);
    return planned == visits.end() ? std::nullopt : std::optional(*planned);
}

Result<std::vector<Visit>> listVisits(Field& field)
{
    ENCOURS_TRY(const auto events, store::listEvents(field.store, field.tenant));
    std::vector<Visit> visits = visitsOf(events);
    std::erase_if(visits, [](const Visit& visit) { return visit.state != VisitState::Planned; });
    return visits;
}

} // namespace encours::usecases
