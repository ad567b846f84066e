// SPDX-License-Identifier: Apache-2.0
// The columns of what the office decided about a client, shared by the mappings that read them.
#pragma once

#include "domain/agreements/office_decision.h"
#include "store/rows.h"

#define PAUSE_COLUMNS "client_id, number, from_day, until_day, reason, author, ended_day, ended_by"
#define PROFILE_COLUMNS "client_id, day, profile, reason, author"

namespace encours::store {

inline DunningPause readPause(const Statement& row)
{
    Columns c(row);
    DunningPause pause;
    pause.client = c.integerId<ClientId>();
    pause.number = c.text();
    pause.from = c.day();
    pause.until = c.day();
    pause.reason = c.text();
    pause.author = c.text();
    pause.endedOn = c.optionalDay();
    pause.endedBy = c.text();
    return pause;
}

inline ProfileDecision readProfileDecision(const Statement& row)
{
    Columns c(row);
    ProfileDecision decision;
    decision.client = c.integerId<ClientId>();
    decision.day = c.day();
    if (const auto profile = c.optionalSmall())
        decision.profile = static_cast<PayerProfile>(*profile);
    decision.reason = c.text();
    decision.author = c.text();
    return decision;
}

} // namespace encours::store
