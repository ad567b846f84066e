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

/// Sorted.
std::vector<int> countedDelays(const AccountFigures& figures, const InsightRules& rules, int* open = nullptr);
PaymentHabit habitOf(std::span<const int> sortedDelays, int open = 0);
PaymentHabit habitOf(const AccountFigures& figures, const InsightRules& rules);

/// The whole company's delays, client after client. Delays are held within −365…1 095 days.
class CompanyHabit {
public:
    void add(std::span<const int> delays);
    PaymentHabit habit() const;

private:
    static constexpr int kLeast = -365;
    static constexpr int kMost = 1095;
    std::vector<std::int64_t> m_counts = std::vector<std::int64_t>(kMost - kLeast + 1);
    std::int64_t m_total = 0;
};

/// Days to the nearest, halves up. The order early ≤ median ≤ late is kept.
PaymentHabit shrunk(const PaymentHabit& client, const PaymentHabit& company, const InsightRules& rules);

} // namespace encours
