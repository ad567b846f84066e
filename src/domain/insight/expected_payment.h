// SPDX-License-Identifier: Apache-2.0
// When the money of each open item should come. An item is parted: what a plan in progress schedules, what is promised,
// what is disputed (no date), and the rest by habit: due day + the client's median delay (payment_habit.h). An item
// already later than the median is expected at the third quartile; one later than that when the company's other invoices
// of that lateness were paid in the end (CompanyHabit::beyond), else it has no date. Expected days are business days,
// none before the day of the account.
//
// Unallocated credits are taken off what is left to habit, oldest due first, then off the dated parts, then off the
// disputed ones; a client in credit has a negative part without date. So that Σ parts = balance, always.
#pragma once

#include "domain/insight/payment_habit.h"

namespace encours {

enum class ExpectedBy { Plan = 0, Promise, Habit, CompanyHabit, Disputed, PastHabit, Proceedings, Credit };

struct ExpectedPayment {
    std::optional<std::size_t> item{}; ///< place; none for what the credits leave over
    Money amount{};
    ExpectedBy by = ExpectedBy::Habit;
    std::optional<Day> day{};      ///< none: without date
    std::optional<Day> earliest{}; ///< with the first quartile…
    std::optional<Day> latest{};   ///< …and the third; a promise: its day and the end of its window
    bool firm = false;             ///< promised for the first time, or scheduled
};

/// `habit`: of the client, shrunk to the company's.
std::vector<ExpectedPayment> expectedPayments(const AccountFigures& figures, const PaymentHabit& habit,
                                              const CompanyHabit& company);
/// Why that day: "promis pour le 25/11", "12 jours après l’échéance, comme d’habitude".
Sentence whyOf(const ExpectedPayment& expected, const AccountFigures& figures, const PaymentHabit& habit);
std::string_view nameOf(ExpectedBy by);

} // namespace encours
