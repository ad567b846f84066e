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

Result<store::Person> personNamed(Office& office, const std::string& name)
{
    ENCOURS_TRY(auto person, store::findPersonByName(office.store, office.tenant, trimmed(name)));
    if (!person) {
        return failure(ErrorKind::NotFound, "person.unknown",
                       "Nobody is called '" + name +
                           "'; nothing was changed. Add the person with 'user add', or check the spelling.");
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
    ENCOURS_TRY(const UserId id, store::insertPerson(office.store, office.tenant, clean, role));
    ENCOURS_CHECK(transaction.commit());
    return id;
}

Result<bool> disableUser(Office& office, const std::string& name)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Person person, personNamed(office, name));
    ENCOURS_TRY(const bool disabled, store::disablePerson(office.store, office.tenant, person.id));
    ENCOURS_CHECK(transaction.commit());
    return disabled;
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
        return failure(ErrorKind::Denied, "person.disabled",
                       "'" + name + "' is disabled and cannot enrol a device; nothing was changed.");
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
