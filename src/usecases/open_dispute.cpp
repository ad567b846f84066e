// SPDX-License-Identifier: Apache-2.0
#include "usecases/open_dispute.h"

#include "base/text.h"
#include "domain/agreements/dispute_course.h"
#include "domain/agreements/note.h"
#include "store/client_facts.h"
#include "store/disputes.h"
#include "store/events.h"
#include "usecases/add_document.h"
#include "usecases/field_text.h"
#include "usecases/say.h"

#include <algorithm>

namespace encours::usecases {

Result<Dispute> openDispute(Field& field, const DisputeRequest& request)
{
    const std::string_view text = trimmed(request.text);
    if (const auto characters = countCharacters(text); !characters || *characters > kMaximumNoteCharacters)
        return failure(ErrorKind::InvalidArgument, "dispute.text",
                       "What is said of a dispute holds at most 4000 characters; nothing was noted.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, request.client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, request.client));
    ENCOURS_TRY(const auto facts, store::loadFacts(field.store, field.tenant, request.client, field.clock.today()));
    ENCOURS_TRY(const Freshness fresh, freshness(field));
    Dispute dispute;
    dispute.id = DisputeId{field.uuids.next()};
    dispute.client = request.client;
    dispute.item = request.item;
    dispute.amount = request.amount;
    dispute.reason = request.reason;
    dispute.text = text;
    dispute.openedOn = field.clock.today();
    dispute.author = self.person;
    dispute.authorName = self.personName;
    ENCOURS_TRY(auto imported, store::disputesOf(field.store, field.tenant, request.client));
    ENCOURS_CHECK(checkDispute(dispute, disputesFrom(events, std::move(imported)),
                               facts.facts(fresh.coveredThrough.value_or(Day()))));
    ENCOURS_CHECK(say(field, self,
                      about(request.client, dispute.id.value, {},
                            DisputeOpened{dispute.item, dispute.amount, dispute.reason, dispute.text})));
    if (!request.photo.empty())
        ENCOURS_CHECK(writeDocument(field, self, request.client, dispute.id.value, request.photo));
    ENCOURS_CHECK(transaction.commit());
    return dispute;
}

Result<DisputeHistory> stepDispute(Field& field, const DisputeStepRequest& request)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(auto events, store::eventsOf(field.store, field.tenant, request.client, request.dispute.value));
    ENCOURS_TRY(auto imported, store::disputesOf(field.store, field.tenant, request.client));
    std::erase_if(imported, [&](const Dispute& other) { return other.id != request.dispute; });
    const auto before = disputeHistories(events, imported);
    if (before.empty())
        return failure(ErrorKind::NotFound, "dispute.unknown",
                       "This dispute is not here any more; nothing was changed.");
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    const bool byItsAuthor = request.step == DisputeStep::Qualified || request.step == DisputeStep::Withdrawn;
    const Dispute& dispute = before.front().dispute;
    if (self.role == store::Role::Salesperson && !(byItsAuthor && dispute.author == self.person))
        return failure(
            ErrorKind::Denied, "dispute.office",
            "Only the office answers a dispute; who opened it may confirm or withdraw it; nothing was changed.");
    ENCOURS_TRY(Event event, say(field, self,
                                 about(request.client, request.dispute.value, before.front().heads,
                                       DisputeStepped{request.step, request.amount})));
    events.push_back(std::move(event));
    auto after = disputeHistories(events, imported);
    const Dispute& now = after.front().dispute;
    if (std::ranges::contains(disputeCourse(now, field.clock.today()).ignored, now.events.size() - 1,
                              &IgnoredEvent::index))
        return failure(ErrorKind::Refused, "dispute.step",
                       "This does not follow from where the dispute stands; nothing was changed.");
    ENCOURS_CHECK(transaction.commit());
    return std::move(after.front());
}

} // namespace encours::usecases
