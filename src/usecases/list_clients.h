// SPDX-License-Identifier: Apache-2.0
// Device: the portfolio, one row per client, as of today. Filtering, searching and sorting a few thousand rows is the
// caller's: they are all in memory.
#pragma once

#include "domain/ledger/balance.h"
#include "usecases/field.h"

namespace encours::usecases {

struct ClientSummary {
    ClientId id;
    std::string key;
    std::string name;
    std::string city;
    std::string search;     ///< name, city and key folded by foldForSearch
    AgedBalance aged;       ///< as of today, in its own currency: amounts in others are for the office
    int brokenPromises = 0; ///< broken or partially kept, and not paid since
    int openPromises = 0;
    int promisesDueToday = 0;           ///< open, promised for today
    std::optional<Day> nextPromisedFor; ///< earliest promised day among the open ones
    std::optional<Day> lastNoteDay;
    bool pending = false; ///< something noted here the centre has not acknowledged
};

struct ClientList {
    std::vector<ClientSummary> clients; ///< by amount overdue, greatest first, then by name
    AgedBalance total;                  ///< of the clients in the currency of the company
    Freshness freshness;
};

Result<ClientList> listClients(Field& field);

} // namespace encours::usecases
