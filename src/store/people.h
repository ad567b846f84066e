// SPDX-License-Identifier: Apache-2.0
// Who works in the company.
#pragma once

#include "store/connection.h"

#include <vector>

namespace encours::store {

enum class Role { Salesperson = 0, Office = 1, Manager = 2 };
std::string_view toString(Role role); ///< "salesperson", "office", "manager"
std::optional<Role> parseRole(std::string_view text);

struct Person {
    UserId id;
    std::string name; ///< unique in the company
    Role role = Role::Salesperson;
    bool disabled = false;
};

/// Gives the id. Refused "person.exists" when the name is taken.
Result<UserId> insertPerson(Connection& connection, Tenant tenant, std::string_view name, Role role);
Result<std::optional<Person>> findPerson(Connection& connection, Tenant tenant, UserId id);
Result<std::optional<Person>> findPersonByName(Connection& connection, Tenant tenant, std::string_view name);
/// False when it was so already, or is not there.
Result<bool> setPersonDisabled(Connection& connection, Tenant tenant, UserId id, bool disabled);
Result<std::vector<Person>> listPeople(Connection& connection, Tenant tenant); ///< by id

} // namespace encours::store
