// SPDX-License-Identifier: Apache-2.0
// Centre: who works here, whose portfolio a client is in, and the invitation of a device (sync/central admits it).
#pragma once

#include "store/people.h"
#include "usecases/office.h"

namespace encours::usecases {

/// As people type it: case, accents and blanks do not matter, unless several people are then called so. Nothing when
/// nobody is; Refused "person.ambiguous".
Result<std::optional<store::Person>> findPersonAsTyped(Office& office, std::string_view name);
/// The same; NotFound "person.unknown" when nobody is called so.
Result<store::Person> personNamed(Office& office, const std::string& name);

/// InvalidArgument "person.name" unless isName.
Result<void> checkPersonName(std::string_view name);
/// Refused "person.exists", also when only case or accents differ; InvalidArgument "person.name".
Result<UserId> addUser(Office& office, const std::string& name, store::Role role);

/// All devices of that person are answered 403, and no new one is admitted. False when it was so already. NotFound
/// "person.unknown".
Result<bool> disableUser(Office& office, const std::string& name);
/// Takes that back: devices not revoked one by one are admitted again. False when it was so already.
Result<bool> enableUser(Office& office, const std::string& name);
/// Disabled ones too, in the order they came.
Result<std::vector<store::Person>> listUsers(Office& office);

/// The client goes to the salesperson's portfolio: devices of the former one are told to forget it. An empty name
/// leaves the client to nobody. False when it was there already. NotFound "client.unknown", "person.unknown".
Result<bool> assignClient(Office& office, const std::string& clientKey, const std::string& salesperson);

struct Invitation {
    std::string code; ///< 160 random bits as 32 letters and digits: only its hash is stored. A secret until used
    Instant expiresAt;
};
inline constexpr std::chrono::minutes kInvitationLife{10};

/// For a device of that person, once, for ten minutes. NotFound "person.unknown"; Denied "person.disabled".
Result<Invitation> enrolUser(Office& office, const std::string& name);

} // namespace encours::usecases
