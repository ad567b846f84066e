// SPDX-License-Identifier: Apache-2.0
// What the eight signals have in common. Used by company_signals.cpp, ledger_signals.cpp and process_signals.cpp only.
#pragma once

#include "domain/insight/signal.h"

#include <algorithm>

namespace encours::detail {

/// A signal being made: it holds what it reads and what it says so far.
class SignalDraft {
public:
    SignalDraft(const SignalInputs& inputs, int number, Sentence title, Sentence action);

    const SignalInputs& in;
    const CompanyFigures& now;
    const LedgerFigures& ledger;
    Signal signal;

    /// Value, state by the threshold, sentence and equation at once.
    void tell(Hundredths value, std::optional<Hundredths> before, Sentence sentence, Sentence why);

    /// `measure` at the month-end before.
    template<class Measure>
    std::optional<Hundredths> before(Measure measure) const
    {
        return in.monthEnds.empty() ? std::optional<Hundredths>() : measure(in.monthEnds.front());
    }

    /// The clients for which `amount` is positive, largest first.
    template<class Amount, class Why>
    void list(Amount amount, Why why)
    {
        for (const ClientFigures& client : now.clients)
            if (const Money one = amount(client); one.sign() > 0)
                signal.clients.push_back({client.client, client.key, client.name, one, why(client)});
        std::ranges::sort(signal.clients, [](const SignalClient& a, const SignalClient& b) {
            return a.amount != b.amount ? a.amount > b.amount : a.key < b.key;
        });
    }

    Money none() const { return Money::ofMinor(0, now.currency); }
};

Sentence lateBy(const ClientFigures& client);

// 1 to 3: what the ledger says.
Signal paidLate(const SignalInputs& inputs);
Signal aboveSector(const SignalInputs& inputs);
Signal overdueGrows(const SignalInputs& inputs);
// 4 to 8: how the company goes about it.
Signal improvised(const SignalInputs& inputs);
Signal fewChased(const SignalInputs& inputs);
Signal sameForAll(const SignalInputs& inputs);
Signal salespeopleUnaware(const SignalInputs& inputs);
Signal withoutProgram(const SignalInputs& inputs);

} // namespace encours::detail
