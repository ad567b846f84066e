// SPDX-License-Identifier: Apache-2.0
#include "usecases/suggest_contact.h"

#include "base/text.h"
#include "store/contacts.h"
#include "store/events.h"
#include "usecases/field_text.h"
#include "usecases/say.h"

#include <algorithm>
#include <array>

namespace encours::usecases {

namespace {

constexpr std::array kValues{&ContactValues::name, &ContactValues::role, &ContactValues::phone, &ContactValues::email};

std::optional<Suggestion> suggestionNamed(std::span<const Event> events, const Uuid& id)
{
    for (Suggestion& suggestion : suggestionsOf(events)) {
        if (suggestion.id == id)
            return std::move(suggestion);
    }
    return std::nullopt;
}

} // namespace

Result<Suggestion> suggestContact(Field& field, ClientId client, ContactId contact, ContactValues after)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, client));
    ContactValues before;
    if (contact) {
        ENCOURS_TRY(const auto known, store::findContact(field.store, field.tenant, client, contact));
        if (!known)
            return failure(ErrorKind::NotFound, "contact.unknown",
                           "This contact is not here any more; nothing was noted.");
        before = {known->name, known->role, known->phone, known->email};
    }
    for (const auto value : kValues) {
        after.*value = trimmed(after.*value);
        if (const auto characters = countCharacters(after.*value); !characters || *characters > kMaximumNameCharacters)
            return failure(ErrorKind::InvalidArgument, "contact.long",
                           "What is said of a contact is at most 200 characters; nothing was noted.");
        if ((after.*value).empty())
            after.*value = before.*value;
    }
    if (after == before)
        return failure(ErrorKind::InvalidArgument, "contact.nothing", "Nothing would change; nothing was noted.");
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    Saying saying =
        about(client, field.uuids.next(), {}, ContactSuggested{contact, std::move(before), std::move(after)});
    ENCOURS_TRY(const Event event, say(field, self, std::move(saying)));
    ENCOURS_CHECK(transaction.commit());
    return *suggestionNamed({&event, 1}, event.saying.object);
}

Result<Suggestion> settleSuggestion(Field& field, ClientId client, const Uuid& suggestion, bool accepted)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    if (self.role == store::Role::Salesperson)
        return failure(ErrorKind::Denied, "suggestion.office",
                       "Only the office settles what was suggested; nothing was changed.");
    ENCOURS_TRY(auto events, store::eventsOf(field.store, field.tenant, client, suggestion));
    const auto known = suggestionNamed(events, suggestion);
    if (!known)
        return failure(ErrorKind::NotFound, "suggestion.unknown",
                       "This suggestion is not here any more; nothing was changed.");
    if (known->accepted)
        return failure(ErrorKind::Refused, "suggestion.settled",
                       "This suggestion was settled by " + known->settledBy + "; nothing was changed.");
    Saying saying = about(client, suggestion, {known->event}, SuggestionSettled{accepted});
    ENCOURS_TRY(Event event, say(field, self, std::move(saying)));
    ENCOURS_CHECK(transaction.commit());
    events.push_back(std::move(event));
    return *suggestionNamed(events, suggestion);
}

Result<void> markSeen(Field& field, ClientId client, std::string_view key)
{
    if (const auto characters = countCharacters(key);
        !characters || *characters == 0 || *characters > kMaximumKeyCharacters)
        return failure(ErrorKind::InvalidArgument, "seen.key", "This is no key of an anomaly; nothing was noted.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client));
    const auto same = [&](const Event& event) {
        const auto* seen = std::get_if<AnomalySeen>(&event.saying.content);
        return seen && seen->key == key && event.author == self.person;
    };
    if (std::ranges::any_of(events, same))
        return {};
    Saying saying = about(client, field.uuids.next(), {}, AnomalySeen{std::string(key)});
    ENCOURS_CHECK(say(field, self, std::move(saying)));
    return transaction.commit();
}

} // namespace encours::usecases
