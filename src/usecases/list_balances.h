// SPDX-License-Identifier: Apache-2.0
// Centre: what each client owes, by age. Facts after the day asked for are ignored: the lines of the clients that have
// some are matched again as they stood on that day; of the others the stored residuals are aged.
#pragma once

#include "domain/ledger/balance.h"
#include "domain/ledger/client.h"
#include "store/clients.h"
#include "store/company.h"
#include "usecases/office.h"

namespace encours::usecases {

using store::ClientBalance;

struct BalanceTotal {
    AgedBalance balance;
    RiskParts risk;
};

struct BalanceList {
    store::Company company;
    Day asOf;
    /// By key; clients at zero too. One row for each currency of a client, its own first.
    std::vector<ClientBalance> clients;
    std::vector<BalanceTotal> totals; ///< one for each currency; the company's first, at zero too

    /// In the currency of the company.
    const AgedBalance& total() const { return totals.front().balance; }
};

/// `clientKey` empty = all. NotFound "client.unknown".
Result<BalanceList> listBalances(Office& office, Day asOf, const std::string& clientKey = {});
/// The same with each client's balance under its parent's (import clients, column `group`); `clientKey` names a parent.
Result<BalanceList> listGroupBalances(Office& office, Day asOf, const std::string& clientKey = {});

struct ClientItem {
    std::string client; ///< key
    std::string clientName;
    Item item;
    int daysLate = 0; ///< ≤ 0: not due
    AgingBucket bucket = AgingBucket::NotDue;
};

struct ItemList {
    store::Company company;
    Day asOf;
    std::vector<ClientItem> items; ///< by client key, then due day, number, rank
};

/// Items with something left to pay; `settled` adds the others.
Result<ItemList> listItems(Office& office, Day asOf, const std::string& clientKey = {}, bool settled = false);

} // namespace encours::usecases
