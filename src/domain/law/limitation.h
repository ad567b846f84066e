// SPDX-License-Identifier: Apache-2.0
// After how long a debt can no longer be sued for. It starts on the due day for many authors; Cass. com. 26/02/2020
// starts it on the day the service was performed, when the invoice should have been issued: both are told, and the
// earlier one is what to act on.
#pragma once

#include "domain/law/legal_values.h"

#include <span>

namespace encours {

enum class DebtKind { Traders, Consumer, Transport };

enum class InterruptionKind {
    CourtAction,         ///< C. civ. 2241; of a payment order its service, not its request
    Enforcement,         ///< C. civ. 2244
    Acknowledgement,     ///< C. civ. 2240: by the debtor: a signed promise or plan, a part payment
    InsolvencyClaim,     ///< C. com. L622-25-1
    FormalNotice,        ///< a registered letter interrupts nothing
    PaymentOrderRequest, ///< neither does the request for an order
};
bool interrupts(InterruptionKind kind);

struct Interruption {
    Day day;
    InterruptionKind kind = InterruptionKind::Acknowledgement;
};

struct DebtDays {
    DebtKind kind = DebtKind::Traders;
    Day invoice;
    Day due;
    std::optional<Day> performed{}; ///< delivery of the goods or performance of the service
};

struct Limitation {
    Day prudent;              ///< last day to act, counted from the earliest of performance, invoice and due day
    Day fromDue;              ///< last day to act, counted from the due day
    bool interrupted = false; ///< both start anew from the last interruption before they ran out (C. civ. 2231)
};

/// `interruptions` in any order; those after `asOf`, or once the time had run out, change nothing. None when the law's
/// period is not entered.
std::optional<Limitation> limitationOf(const DebtDays& debt, std::span<const Interruption> interruptions,
                                       const LegalProcedures& law, Day asOf);

} // namespace encours
