// SPDX-License-Identifier: Apache-2.0
// How far a client's word, or a person's, can be relied on: counted, never judged (domain.md §4.3: kept rate = kept ÷
// (kept + partly + broken), by number and by amount; slip = mean of paid day − promised day).
#pragma once

#include "domain/agreements/promise.h"
#include "domain/ledger/kpi.h"

namespace encours {

/// Promises in one currency whose fate is known on a day. Withdrawn, superseded and void ones say nothing of the word
/// given, open ones nothing yet: they are counted apart.
struct PromiseReliability {
    int kept = 0;
    int partiallyKept = 0;
    int broken = 0;
    int open = 0;
    int withdrawn = 0;           ///< by the debtor
    int other = 0;               ///< withdrawn by us, superseded, void
    Money keptAmount;            ///< bases of those kept
    Money closedAmount;          ///< bases of those kept, partly kept and broken
    std::int64_t slipDays = 0;   ///< Σ paid day − promised day, of those paid in full in time or late
    std::int64_t paidInFull = 0; ///< how many those are

    int closed() const { return kept + partiallyKept + broken; }
    std::optional<Hundredths> keptByNumber() const { return ratio(kept, closed(), 100); } ///< per cent
    std::optional<Hundredths> keptByAmount() const { return percent(keptAmount, closedAmount); }
    /// In days, negative when paid before the day promised.
    std::optional<Hundredths> meanSlip() const { return ratio(slipDays, paidInFull); }
    PromiseReliability& operator+=(const PromiseReliability& more); ///< of the same currency
    friend bool operator==(const PromiseReliability&, const PromiseReliability&) = default;
};

/// `statuses` in the order of `promises`; promises in another currency are left out.
PromiseReliability reliabilityOf(std::span<const Promise> promises, std::span<const PromiseStatus> statuses,
                                 Currency currency);

struct PersonReliability {
    std::string person; ///< as written in the first of their promises; empty = nobody was named
    PromiseReliability reliability;
};
/// By who promised, within one client; upper and lower case and accents do not make another person. By name.
std::vector<PersonReliability> reliabilityByPerson(std::span<const Promise> promises,
                                                   std::span<const PromiseStatus> statuses, Currency currency);

} // namespace encours
