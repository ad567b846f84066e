// SPDX-License-Identifier: Apache-2.0
// What the company's indicators and signals need, in one currency, on one day: accounts are added one after the other,
// and only a few sums and one line per client are kept.
#pragma once

#include "base/sentence.h"
#include "domain/agreements/client_account.h"
#include "domain/agreements/promise_reliability.h"
#include "domain/ledger/ledger_figures.h"

#include <map>

namespace encours {

/// Something done to be paid, besides what the field recorded: a step of a scenario, a file handed over.
struct CollectionAction {
    Day day;
    std::string kind; ///< as in the table of costs: "email", "letter", "registered letter", "sms", "call", "visit"…
    Money fee;        ///< what it cost besides; 0 = nothing
};

struct ClientFigures {
    ClientId client;
    std::string key;
    std::string name;
    UserId salesperson;
    Money overdue;
    int oldestDaysLate = 0;
    Money paid; ///< in the period
    Money paidOver60;
    std::optional<Day> lastAction; ///< of collecting, up to the day
};

class CompanyFigures {
public:
    CompanyFigures(Currency currency, const FiguresPeriod& period);

    /// `actions`: what is known to have been done besides the notes and promises of the account, in any order.
    void add(const ClientAccount& account, std::span<const CollectionAction> actions = {});

    Currency currency;
    FiguresPeriod period;
    std::optional<Day> coveredThrough; ///< the last day through which receipts are known; none: no receipts
    LedgerFigures ledger;
    PromiseReliability promises; ///< those whose window ended in the period
    /// Visits, calls and steps of the period by kind, each counted once: with the client's own currency.
    std::map<std::string, int> actions;
    Money fees;
    int recorded = 0;       ///< actions and promises of the last kActionDays, as the product knows them
    bool anyAction = false; ///< something was done for any client, whenever
    int overdueClients = 0;
    int chasedClients = 0;              ///< of them, with an action within kActionDays
    std::vector<ClientFigures> clients; ///< with something overdue or paid in the period
};

/// A client counts as chased when something was done to be paid within these days (domain.md row 50).
inline constexpr int kActionDays = 30;

/// "45,30" and "45.30", in sentences.
Sentence spoken(Hundredths value);
/// "1 client", "70 clients".
Sentence clientsCounted(int count);

} // namespace encours
