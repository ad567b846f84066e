// SPDX-License-Identifier: Apache-2.0
#include "usecases/people.h"

#include "base/text.h"
#include "store/clients.h"
#include "store/devices.h"
#include "store/feed.h"
#include "store/random.h"
#include "usecases/find_client.h"

namespace encours::usecases {

namespace {

// RFC 4648 base 32: no case to get wrong when the code is typed by hand.
std::string base32(std::span<const std::uint8_t> bytes)
{
    static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    unsigned buffer = 0;
    int bits = 0;
    for (std::uint8_t byte : bytes) {
        buffer = buffer << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            text += kAlphabet[buffer >> (bits - 5) & 31];
    }
    return text;
}

} // namespace

Result<std::optional<store::Person>> findPersonAsTyped(Office& office, std::string_view name)
{
    ENCOURS_TRY(std::optional<store::Person> found,
                store::findPersonByName(office.store, office.tenant, trimmed(name)));
    if (found)
        return found;
    ENCOURS_TRY(const auto people, store::listPeople(office.store, office.tenant));
    const std::string folded = foldForSearch(trimmed(name));
    for (const store::Person& person : people) {
        if (foldForSearch(person.name) != folded)
            continue;
        if (found)
            return failure(ErrorKind::Refused, "person.ambiguous",
                           "'" + std::string(name) + "' may be " + found->name + " or " + person.name +
                               "; nothing was changed. Write the name as 'user list' gives it.");
        found = person;
    }
    return found;
}

Result<store::Person> personNamed(Office& office, const std::string& name)
{
    ENCOURS_TRY(auto person, findPersonAsTyped(office, name));
    if (!person) {
        return failure(ErrorKind::NotFound, "person.unknown",
                       "Nobody is called '" + name +
                           "'; nothing was changed. 'user list' gives the names, 'user add' adds a person.");
    }
    return *person;
}

Result<void> checkPersonName(std::string_view name)
{
    if (isName(name))
        return {};
    return failure(ErrorKind::InvalidArgument, "person.name",
                   "A person needs a name of 1 to 200 characters, all of them visible; nothing was changed.");
}

Result<UserId> addUser(Office& office, const std::string& name, store::Role role)
{
    const std::string_view clean = trimmed(name);
    ENCOURS_CHECK(checkPersonName(clean));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const auto taken, findPersonAsTyped(office, clean));
    if (taken)
        return failure(ErrorKind::Refused, "person.exists",
                       "There is already a person named " + taken->name + "; nothing was changed." +
                           (taken->disabled ? " 'user enable' lets a disabled person in again." : ""));
    ENCOURS_TRY(const UserId id, store::insertPerson(office.store, office.tenant, clean, role));
    ENCOURS_CHECK(transaction.commit());
    return id;
}

namespace {

Result<bool> setDisabled(Office& office, const std::string& name, bool disabled)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Person person, personNamed(office, name));
    ENCOURS_TRY(const bool changed, store::setPersonDisabled(office.store, office.tenant, person.id, disabled));
    ENCOURS_CHECK(transaction.commit());
    return changed;
}

} // namespace

Result<bool> disableUser(Office& office, const std::string& name)
{
    return setDisabled(office, name, true);
}

Result<bool> enableUser(Office& office, const std::string& name)
{
    return setDisabled(office, name, false);
}

Result<std::vector<store::Person>> listUsers(Office& office)
{
    return store::listPeople(office.store, office.tenant);
}

Result<bool> assignClient(Office& office, const std::string& clientKey, const std::string& salesperson)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    UserId to;
    if (!trimmed(salesperson).empty()) {
        ENCOURS_TRY(const store::Person person, personNamed(office, salesperson));
        to = person.id;
    }
    ENCOURS_TRY(Client client, clientOfKey(office, clientKey));
    if (client.salesperson == to)
        return false;
    store::Changes changes(office.store, office.tenant);
    changes.move(client.id, client.salesperson, to);
    client.salesperson = to;
    ENCOURS_CHECK(store::upsertClient(office.store, office.tenant, client));
    changes.put(store::Entity::Client, client.id.value, client.id, to);
    ENCOURS_CHECK(changes.commit(transaction, "assign", office.actor, office.clock.now()));
    return true;
}

Result<Invitation> enrolUser(Office& office, const std::string& name)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Person person, personNamed(office, name));
    if (person.disabled)
        return failure(
            ErrorKind::Denied, "person.disabled",
            "'" + person.name +
                "' is disabled and cannot enrol a device; nothing was changed. 'user enable' takes that back.");
    std::array<std::uint8_t, 20> random{};
    store::fillRandom(random);
    Invitation invitation{base32(random), office.clock.now() + kInvitationLife};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(invitation.code.data());
    ENCOURS_CHECK(store::insertEnrolmentCode(
        office.store, office.tenant, store::sha256({bytes, invitation.code.size()}), person.id, invitation.expiresAt));
    ENCOURS_CHECK(transaction.commit());
    return invitation;
}

} // namespace encours::usecases
