// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_reviews.h"

#include "store/clients.h"
#include "store/devices.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "store/people.h"
#include "store/promises.h"
#include "usecases/find_client.h"

namespace encours::usecases {

namespace {

Result<std::string> nameOf(Office& office, UserId person)
{
    ENCOURS_TRY(const auto known, store::findPerson(office.store, office.tenant, person));
    return known ? known->name : std::string();
}

Result<Review> reviewOf(Office& office, const store::LoggedOperation& logged)
{
    Review review;
    review.id = logged.id;
    review.reason = logged.reason;
    review.receivedAt = logged.at;
    ENCOURS_TRY(const auto device, store::findDevice(office.store, office.tenant, logged.device));
    ENCOURS_TRY(review.author, nameOf(office, device ? device->person : UserId()));
    ENCOURS_TRY(const auto client, store::findClient(office.store, office.tenant, logged.client));
    if (client) {
        review.client = client->key;
        review.clientName = client->name;
        ENCOURS_TRY(review.salesperson, nameOf(office, client->salesperson));
    }
    ENCOURS_TRY(review.event, store::findEvent(office.store, office.tenant, logged.client, logged.id));
    if (review.event)
        return review;
    ENCOURS_TRY(review.note, store::findNote(office.store, office.tenant, logged.client, NoteId{logged.object}));
    ENCOURS_TRY(review.promise,
                store::findPromise(office.store, office.tenant, logged.client, PromiseId{logged.object}));
    return review;
}

} // namespace

Result<std::vector<Review>> listReviews(Office& office, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    std::optional<Client> only;
    if (!clientKey.empty()) {
        ENCOURS_TRY(only, clientOfKey(office, clientKey));
    }
    ENCOURS_TRY(const auto logged, store::operationsForReview(office.store, office.tenant));
    std::vector<Review> reviews;
    for (const store::LoggedOperation& operation : logged) {
        if (only && operation.client != only->id)
            continue;
        ENCOURS_TRY(Review review, reviewOf(office, operation));
        reviews.push_back(std::move(review));
    }
    return reviews;
}

} // namespace encours::usecases
