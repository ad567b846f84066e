// SPDX-License-Identifier: Apache-2.0
// Which way to go once reminders have failed, and why: the small-claims procedure of the commissaire de justice (CPCE
// L125-1), the payment order (CPC 1405 s.), the référé-provision (CPC 873), a claim in insolvency proceedings (C. com.
// L622-24), or an action on the merits. Advice with its reason, not a decision: a person takes it.
#pragma once

#include "domain/law/limitation.h"

namespace encours {

enum class Route {
    NotYet,          ///< nothing is due, or no formal notice was sent
    SmallClaim,      ///< petites créances
    PaymentOrder,    ///< injonction de payer
    InterimPayment,  ///< référé-provision
    Merits,          ///< assignation au fond
    InsolvencyClaim, ///< déclaration de créance
    Relief,          ///< relevé de forclusion
    TooLate,         ///< the claim is out of time
};

/// "not_yet", "small_claim", "payment_order", "interim_payment", "merits", "insolvency_claim", "relief", "too_late".
std::string_view nameOf(Route route);

struct RouteCase {
    Money principal;               ///< overdue, taxes included
    Money interest;                ///< claimed besides, same currency
    bool disputed = false;         ///< seriously contested
    bool formalNotice = false;     ///< mise en demeure sent, with proof
    bool signedDocuments = true;   ///< order, delivery note, invoice at hand: nothing to argue about
    std::optional<Day> insolvency; ///< publication of the proceedings in the BODACC
    bool abroad = false;           ///< creditor or debtor overseas
    std::optional<Limitation> limitation;
};

struct RouteAdvice {
    Route route = Route::NotYet;
    Sentence why;
    std::optional<Day> before; ///< last day to take it, when the law sets one
};

RouteAdvice adviseRoute(const RouteCase& facts, const LegalProcedures& law, Day asOf);

/// Once an order was made on `ordered`: the last day to serve it; once served on `served`: the end of the opposition
/// and the day it may be enforced from if nobody opposed. None where the law's delay is not entered.
struct OrderDelays {
    std::optional<Day> serveBefore;
    std::optional<Day> oppositionEnds;
    std::optional<Day> enforceableFrom;
};
OrderDelays orderDelays(Day ordered, std::optional<Day> served, const LegalProcedures& law);

} // namespace encours
