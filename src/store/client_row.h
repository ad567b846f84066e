// SPDX-License-Identifier: Apache-2.0
// The columns of a client, shared by the mappings that read whole clients.
#pragma once

#include "domain/ledger/client.h"
#include "store/rows.h"

#define CLIENT_COLUMNS                                                                                                 \
    "id, key, name, city, postcode, siren, sector, terms_days, credit_limit, insured_limit, portfolio_id, currency"

namespace encours::store {

constexpr int kClientColumns = 12;

inline Client readClient(const Statement& row)
{
    Columns c(row);
    Client client;
    client.id = c.integerId<ClientId>();
    client.key = c.text();
    client.name = c.text();
    client.city = c.text();
    client.postcode = c.text();
    client.siren = c.text();
    client.sector = c.text();
    client.termsDays = c.optionalSmall();
    const auto creditLimit = c.optionalInteger();
    const auto insuredLimit = c.optionalInteger();
    client.salesperson = c.integerId<UserId>();
    client.currency = c.currency();
    if (creditLimit)
        client.creditLimit = Money::ofMinor(*creditLimit, client.currency);
    if (insuredLimit)
        client.insuredLimit = Money::ofMinor(*insuredLimit, client.currency);
    return client;
}

} // namespace encours::store
