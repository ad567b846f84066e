// SPDX-License-Identifier: Apache-2.0
// How late a client pays: the median of its delays with its quartiles, not weighted: each instalment counts once, so
// that one large invoice does not stand for twenty. Quantiles by nearest rank: the smallest delay that at least that
// share of the payments does not exceed.
//
// What counts: instalments paid within the history of the rules; and open items that are already later than the median
// of those, at their present age (features.md row 61: else a client that stops paying keeps a good habit). Opening
// items, returned payments and disputed items are left out.
//
// With little history the company's habit fills in: (n × client + k × company) / (n + k), k = `fullHistory` of the
// rules.
#pragma once

#include "domain/insight/account_figures.h"
#include "domain/insight/insight_rules.h"

namespace encours {

struct PaymentHabit {
    int delays = 0;     ///< how many were counted; 0: nothing known, all figures 0
    int openDelays = 0; ///< of them, items still open
    int median = 0;     ///< days after the due day, negative when early
    int early = 0;      ///< first quartile
    int late = 0;       ///< third quartile
    int spread() const { return late - early; }
    friend bool operator==(const PaymentHabit&, const PaymentHabit&) = default;
};

/// The delays that count, each list sorted.
struct CountedDelays {
    std::vector<int> paid;
    std::vector<int> open; ///< present ages
};
CountedDelays countedDelays(const AccountFigures& figures, const InsightRules& rules);
PaymentHabit habitOf(const CountedDelays& delays);
PaymentHabit habitOf(const AccountFigures& figures, const InsightRules& rules);

/// The whole company's delays, client after client. Delays are held within −365…1 095 days.
class CompanyHabit {
public:
    void add(const CountedDelays& delays);
    PaymentHabit habit() const;
    /// When the instalments that were later than `age` were paid in the end. None when fewer than five were, or when more
    /// than those are still open beyond that age: then it is not known that they are paid at all.
    std::optional<PaymentHabit> beyond(int age) const;

private:
    static constexpr int kLeast = -365;
    static constexpr int kMost = 1095;
    static constexpr std::int64_t kEnough = 5;
    using Counts = std::vector<std::int64_t>;
    static std::size_t placeOf(int delay);
    static PaymentHabit habitOf(const Counts& counts, std::size_t from);
    Counts m_paid = Counts(kMost - kLeast + 1);
    Counts m_open = Counts(kMost - kLeast + 1);
};

/// Days to the nearest, halves up. The order early ≤ median ≤ late is kept.
PaymentHabit shrunk(const PaymentHabit& client, const PaymentHabit& company, const InsightRules& rules);

} // namespace encours
