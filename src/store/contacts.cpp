// SPDX-License-Identifier: Apache-2.0
#include "store/contacts.h"

#include "store/contact_row.h"

namespace encours::store {

Result<void> upsertContact(Connection& connection, Tenant tenant, const Contact& contact)
{
    return connection.execute(R"sql(
        INSERT INTO contact (tenant, client_id, id, name, role, phone, email)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, id) DO UPDATE
            SET name = excluded.name, role = excluded.role, phone = excluded.phone, email = excluded.email)sql",
                              tenant, contact.client, contact.id, contact.name, contact.role, contact.phone,
                              contact.email);
}

Result<void> deleteContact(Connection& connection, Tenant tenant, ClientId client, ContactId contact)
{
    return connection.execute("DELETE FROM contact WHERE tenant = ? AND client_id = ? AND id = ?", tenant, client,
                              contact);
}

Result<std::optional<Contact>> findContact(Connection& connection, Tenant tenant, ClientId client, ContactId contact)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " CONTACT_COLUMNS " FROM contact WHERE "
                                                   "tenant = ? AND client_id = ? AND id = ?"));
    return first(statement.bind(tenant, client, contact), readContact);
}

Result<std::vector<Contact>> contactsOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " CONTACT_COLUMNS " FROM contact WHERE "
                                                   "tenant = ? AND client_id = ? ORDER BY id"));
    return collect(statement.bind(tenant, client), readContact);
}

} // namespace encours::store
