// SPDX-License-Identifier: Apache-2.0
// Money, days and times as people read them, in the language of QLocale(): the one place. French by the typographic rules
// of the house: U+202F between thousands, U+00A0 before €, %, j; U+2212 for minus. Pure; any thread.
#pragma once

#include "base/instant.h"
#include "base/money.h"
#include "base/result.h"
#include "base/sentence.h"

#include <QDate>
#include <QString>

#include <optional>

namespace encours::app::formats {

/// "28 218,00 €": cents always, no rounding. A currency without a known sign shows its code.
QString amount(Money money);
/// "28 218" and ",00 €", for labels in two sizes.
QString amountWhole(Money money);
QString amountDecimals(Money money);
QString currencySign(Currency currency);
/// "vingt-huit mille deux cent dix-huit euros", for readers of screens.
QString spokenAmount(Money money);
/// What a person types: "6480", "6 480,5", "6.480,00 €", "6,480.00". Nothing when it is not an amount of at most two decimals below
/// ten thousand million.
std::optional<Money> parseAmount(const QString& text, Currency currency);

QDate toDate(Day day);
QString dayMonth(Day day, Day today); ///< "27/11", "27/11/2025" when the year is not today's
QString dayNamed(Day day);            ///< "27 novembre", "1er décembre"
QString dayNamed(Day day, Day today); ///< "12 janvier 2028" when the year is not today's
QString weekdayNamed(Day day);        ///< "vendredi 27 novembre"
QString shortDay(Day day);            ///< "27 nov."
QString weekday(Day day);             ///< "vendredi"
QString timeOfDay(Instant at);        ///< "08:14" in Paris
QString days(int count);              ///< "88 j"
QString daysLate(int count);          ///< "88 j de retard"
QString dueIn(int count);             ///< "échoit dans 25 j", "échoit aujourd’hui"

/// What the rules say, in the language of the screen.
QString said(const Sentence& sentence);
/// A sentence for the screen: ours for the codes people meet, else the program's own English one.
QString error(const Error& error);

} // namespace encours::app::formats
