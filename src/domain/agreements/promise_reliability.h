// SPDX-License-Identifier: Apache-2.0
// How far a client's word, or a person's, can be relied on: counted, never judged (domain.md §4.3: kept rate = kept ÷
// (kept + partly + broken), by number and by amount; slip = mean of paid day − promised day).
#pragma once

#include "domain/agreements/promise.h"

namespace encours {

/// An exact quotient. None of it when `of` is 0.
struct Share {
    std::int64_t part = 0;
    std::int64_t of = 0;
    friend bool operator==(const Share&, const Share&) = default;
};

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
    Share keptByNumber() const { return {kept, closed()}; }
    Share keptByAmount() const { return {keptAmount.minor(), closedAmount.minor()}; }
    /// In days, negative when paid before the day promised.
    Share meanSlip() const { return {slipDays, paidInFull}; }
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
