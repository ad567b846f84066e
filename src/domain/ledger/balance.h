// SPDX-License-Identifier: Apache-2.0
// The aged balance. days = as-of day − due day; five buckets: not due (≤ 0: the due day itself is not late), 1–30,
// 31–60, 61–90, over 90. not due + the four late buckets + credits = balance, always; credits are negative and never
// inside a bucket (rules.md, Balances).
#pragma once

#include "domain/ledger/item.h"

#include <array>
#include <span>

namespace encours {

enum class AgingBucket { NotDue = 0, Days1To30, Days31To60, Days61To90, Over90 };
inline constexpr int kAgingBuckets = 5;

AgingBucket bucketOf(Day due, Day asOf);

struct AgedBalance {
    std::array<Money, kAgingBuckets> buckets{};
    Money credits;          ///< ≤ 0
    int oldestDaysLate = 0; ///< 0 when nothing is late

    /// Zero everywhere in that currency; the default is in euros. Only amounts of that currency may be added.
    static AgedBalance zero(Currency currency);
    Currency currency() const { return credits.currency(); }
    Money balance() const;
    Money overdue() const; ///< the four late buckets
    void addResidual(Day due, Money residual, Day asOf);
    void addCredit(Money unallocated); ///< positive in, negative in `credits`
    AgedBalance& operator+=(const AgedBalance& other);
};

/// The parts of a balance that stand on accounts telling a kind of risk (plan comptable général, compte 41): 413 effets
/// à recevoir, 416 clients douteux ou litigieux. Credits on these accounts are taken off; the rest of the balance is
/// plain.
struct RiskParts {
    Money bills;
    Money doubtful;

    static RiskParts zero(Currency currency);
    /// `amount`: a residual, or an unallocated credit as a negative one.
    void add(std::string_view account, Money amount);
    RiskParts& operator+=(const RiskParts& other);
};

/// Of one client (or of one currency): `items` and `receipts` as matched up to `asOf` (matching.h), settled ones too.
AgedBalance agedBalance(std::span<const Item> items, std::span<const Receipt> receipts, Day asOf);

} // namespace encours
