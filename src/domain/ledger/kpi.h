// SPDX-License-Identifier: Apache-2.0
// The formulas of the receivables indicators (domain.md §4.3), on plain sums. Amounts include VAT and are of one
// currency; every ratio is exact until it is rounded once, half away from zero, to two decimals. A figure that has no
// meaning (nothing sold, nothing owed) is none, never zero.
#pragma once

#include "base/money.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace encours {

/// Days or per cent with two decimals: 4500 = 45,00.
struct Hundredths {
    std::int64_t value = 0;
    friend auto operator<=>(Hundredths, Hundredths) = default;
    friend Hundredths operator+(Hundredths a, Hundredths b) { return {a.value + b.value}; }
    friend Hundredths operator-(Hundredths a, Hundredths b) { return {a.value - b.value}; }
};
/// "45,00", "-3,50"
std::string toPlainString(Hundredths value);

/// Sums of amount × days outgrow 64 bits in a large company.
using WideSum = __int128;

/// part ÷ whole × times. None unless whole > 0.
std::optional<Hundredths> ratio(WideSum part, WideSum whole, std::int64_t times = 1);
std::optional<Hundredths> percent(Money part, Money whole);

/// DSO, and BPDSO when given what is not due: receivables ÷ sales × days, over the sales of the last `days` days
/// [divalto, creditguru]. ADD is the difference of the two rounded figures, so that the three add up as shown.
std::optional<Hundredths> daysOfSales(Money receivables, Money sales, int days);

/// What a day of DSO holds: sales of the period ÷ its days, to the cent (domain.md row 57).
Money moneyPerDay(Money sales, int days);

struct MonthOfSales {
    int days = 0; ///< of the month; of the current month, those gone by
    Money sales;  ///< invoices − credit notes; may be zero or negative
};

/// Nobody waits longer than that for a figure: what is left then is told as "more than 24 months".
inline constexpr int kMonthsCountedBack = 24;

/// DSO by exhaustion: sales are taken off the receivables month by month backwards; a month used up counts its days,
/// the last one its part: rest ÷ sales × days [divalto]. A month without sales, or with more credit notes than
/// invoices, counts its days too and its sales are taken off anyway. `months`: latest first, at most kMonthsCountedBack
/// are read.
struct CountBack {
    Hundredths days;
    /// The months were not enough: the true figure is larger.
    bool more = false;
};
CountBack countBack(Money receivables, std::span<const MonthOfSales> months);

/// CEI: (begin + sales ÷ N − end) ÷ (begin + sales ÷ N − end not due), in per cent [maxyfi].
std::optional<Hundredths> collectionEffectiveness(Money begin, Money sales, int months, Money end, Money endNotDue);

/// Σ(amount × days) ÷ Σ amount.
struct WeightedDays {
    WideSum amount = 0;
    WideSum amountDays = 0;

    void add(Money part, int days);
    std::optional<Hundredths> mean() const { return ratio(amountDays, amount); }
    WeightedDays& operator+=(const WeightedDays& other);
};

/// A part of one in ten thousand: 1000 = 10 %.
struct BasisPoints {
    std::int64_t value = 0;
    friend auto operator<=>(BasisPoints, BasisPoints) = default;
};

/// What an unpaid invoice costs, without VAT (domain.md row 9): the loss U(1−m), the sales that make up for it
/// U(1−m)/m, those that also bring the margin it should have brought U/m, and how many deals of the usual size that is.
struct CostOfUnpaid {
    Money loss;
    Money salesForLoss;
    Money salesForLossAndMargin;
    std::optional<Hundredths> deals; ///< none when no deal is known
};
/// 0 < margin ≤ 100 %, else none. `meanDeal` 0 = not known.
std::optional<CostOfUnpaid> costOfUnpaid(Money unpaid, BasisPoints margin, Money meanDeal);

} // namespace encours
