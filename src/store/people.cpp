// SPDX-License-Identifier: Apache-2.0
#include "store/people.h"

#include "store/company.h"
#include "store/rows.h"

namespace encours::store {

namespace {

Person readPerson(const Statement& row)
{
    Columns c(row);
    Person person;
    person.id = c.integerId<UserId>();
    person.name = c.text();
    person.role = c.enumeration<Role>();
    person.disabled = c.flag();
    return person;
}

} // namespace

std::string_view toString(Role role)
{
    switch (role) {
    case Role::Office: return "office";
    case Role::Manager: return "manager";
    case Role::Salesperson: break;
    }
    return "salesperson";
}

std::optional<Role> parseRole(std::string_view text)
{
    for (const auto role : {Role::Salesperson, Role::Office, Role::Manager}) {
        if (text == toString(role))
            return role;
    }
    return std::nullopt;
}

Result<UserId> insertPerson(Connection& connection, Tenant tenant, std::string_view name, Role role)
{
    ENCOURS_TRY(const auto taken, findPersonByName(connection, tenant, name));
    if (taken)
        return failure(ErrorKind::Refused, "person.exists",
                       "There is already a person named " + std::string(name) + "; nothing was changed.");
    ENCOURS_TRY(const auto id, takeIds(connection, tenant, Counter::Person));
    ENCOURS_CHECK(connection.execute("INSERT INTO person (tenant, id, name, role, disabled) VALUES (?, ?, ?, ?, 0)",
                                     tenant, id, name, role));
    return UserId{id};
}

Result<std::optional<Person>> findPerson(Connection& connection, Tenant tenant, UserId id)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT id, name, role, disabled FROM person WHERE tenant = ? AND id = ?"));
    return first(statement.bind(tenant, id), readPerson);
}

Result<std::optional<Person>> findPersonByName(Connection& connection, Tenant tenant, std::string_view name)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT id, name, role, disabled FROM person WHERE tenant = ? AND name = ?"));
    return first(statement.bind(tenant, name), readPerson);
}

Result<bool> setPersonDisabled(Connection& connection, Tenant tenant, UserId id, bool disabled)
{
    ENCOURS_CHECK(connection.execute("UPDATE person SET disabled = ? WHERE tenant = ? AND id = ? AND disabled <> ?",
                                     disabled, tenant, id, disabled));
    return connection.changes() > 0;
}

Result<std::vector<Person>> listPeople(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT id, name, role, disabled FROM person WHERE tenant = ? ORDER BY id"));
    return collect(statement.bind(tenant), readPerson);
}

} // namespace encours::store
