// SPDX-License-Identifier: Apache-2.0
// How late a due day may lie: C. com. L441-10 I (all sectors) and L441-11 II (some). The caps are data
// (assets/legal/payment_terms.json), each from its day on.
#pragma once

#include "domain/law/legal_values.h"

#include <span>

namespace encours {

/// "45 jours fin de mois" has two accepted readings; which one a contract follows is to be stored with it.
enum class EndOfMonthReading {
    DaysThenEndOfMonth, ///< invoice day + 45, then the end of that month
    EndOfMonthThenDays, ///< end of the month of the invoice, + 45
};
Day endOfMonthTerm(Day invoice, int days, EndOfMonthReading reading);

enum class TermsStart { InvoiceDay, Delivery, EndOfDeliveryDecade, EndOfDeliveryMonth, EndOfMonth };

/// How the parties agreed, which decides among the caps of a sector.
enum class TermsKind {
    Silent,     ///< nothing agreed: the law's own term
    Agreed,     ///< a number of days
    EndOfMonth, ///< an express "days end of month" clause
    Periodic,   ///< a periodic invoice (CGI 289 I-3)
};

struct TermsCap {
    std::string sector; ///< "general", "perishable_food", "livestock", "spirits", "wine", "transport"
    TermsKind kind = TermsKind::Agreed;
    Day from;
    int days = 0;
    TermsStart start = TermsStart::InvoiceDay;
    std::string law; ///< "L441-10 I"
    std::string source;
    bool verified = false;
};

struct TermsCase {
    std::string sector = "general"; ///< one without a cap of its own goes by "general"
    TermsKind kind = TermsKind::Agreed;
    Day invoice{};
    std::optional<Day> delivery{}; ///< none: the invoice day stands for it
    Day due{};
    EndOfMonthReading reading = EndOfMonthReading::DaysThenEndOfMonth;
};

/// The latest day the law allows.
Day latestDue(const TermsCap& cap, const TermsCase& terms);
/// The cap that holds for the case: of its sector and kind, else of its sector as agreed, else the general one; the
/// version in force on the day of the invoice. Null when there is none.
const TermsCap* capFor(std::span<const TermsCap> caps, const TermsCase& terms);

struct TermsExcess {
    const TermsCap* cap = nullptr;
    Day latest;
    int daysOver = 0; ///< > 0
    Sentence why;
};
/// Nothing when the due day is lawful or no cap is known.
std::optional<TermsExcess> termsExcess(std::span<const TermsCap> caps, const TermsCase& terms);

} // namespace encours
