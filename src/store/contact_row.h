// SPDX-License-Identifier: Apache-2.0
// The columns of a contact, shared by the mappings that read contacts.
#pragma once

#include "domain/ledger/client.h"
#include "store/rows.h"

#define CONTACT_COLUMNS "id, client_id, name, role, phone, email"

namespace encours::store {

inline Contact readContact(const Statement& row)
{
    Columns c(row);
    Contact contact;
    contact.id = c.integerId<ContactId>();
    contact.client = c.integerId<ClientId>();
    contact.name = c.text();
    contact.role = c.text();
    contact.phone = c.text();
    contact.email = c.text();
    return contact;
}

} // namespace encours::store
