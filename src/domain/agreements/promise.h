// SPDX-License-Identifier: Apache-2.0
// A promise to pay and its state on a day: the truth table of rules.md (Promises). The state is a pure function of
// facts and a day; it is never stored and never transmitted. Which euro counts for which promise: promise_payments.h.
#pragma once

#include "base/calendar.h"
#include "base/instant.h"
#include "base/result.h"
#include "domain/ledger/item.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace encours {

enum class PaymentMethod { Unknown = 0, Transfer, Cheque, BillOfExchange, DirectDebit, Card, Cash };
enum class PromiseChannel { Unknown = 0, Visit, Call, Mail, Portal };

/// Line 1 of the truth table: what ended the promise by a decision.
enum class PromiseEnding { None = 0, WithdrawnByDebtor, WithdrawnByUs, Superseded };

struct Promise {
    PromiseId id;
    ClientId client;
    std::vector<ItemId> items; ///< empty = on account
    Money amount;              ///< > 0
    Day promisedFor;
    PaymentMethod method = PaymentMethod::Unknown;
    PromiseChannel channel = PromiseChannel::Unknown;
    std::string promisedBy; ///< the debtor's person, in the author's words
    Instant madeAt;         ///< the author's clock: information
    Day madeOn;             ///< civil day in Paris when it was made: receipts count from this day
    UserId author;
    std::string authorName;
    PromiseId supersedes; ///< named explicitly, else none
    PromiseEnding ending = PromiseEnding::None;
    Day endedOn;                ///< meaningful when ending is not None; on a day before it the promise still stands
    std::int64_t serverSeq = 0; ///< order among promises; 0 = not yet taken by the centre, ordered last
    /// Promises of which somebody decided that they count as well (ConflictResolved). Of its events; stored nowhere.
    std::vector<PromiseId> beside;
};

enum class PromiseState { Open = 0, Kept, PartiallyKept, Broken, WithdrawnByDebtor, WithdrawnByUs, Superseded, Void };

struct PromiseRules {
    int graceBusinessDays = 2; ///< ≥ 0
    Money tolerance{};         ///< ≥ 0; nothing for a promise in another currency
    HolidayRegion region = HolidayRegion::France;
};

/// What the ledger says about one client, borrowed for the time of a call. All spans concern that client only. A
/// reversed payment does not appear: the ledger recomputes its allocations without it (ledger/matching.h).
struct ClientFacts {
    std::span<const Item> items;
    std::span<const Receipt> receipts;
    std::span<const Allocation> allocations;
    Day coveredThrough; ///< the last day through which receipts are known
};

struct PromiseStatus {
    PromiseState state = PromiseState::Open;
    Day windowEnd;   ///< promised day + grace in business days
    Money base;      ///< amount − what was taken off its items without payment since it was made
    Money paid;      ///< counted by min(day, window end); 0 when withdrawn, superseded or void; at most the base
    Money paidTotal; ///< counted by the day; at most the base
    std::optional<Day> keptLateOn; ///< partially kept or broken only: the day it was paid in full, after the window
    std::optional<Day> paidOn;     ///< the day enough was paid to keep it, in the window or after; as the ledger has it
    /// How many times this money has been promised, as SAP counts (domain.md §2.1): 1 + the earlier promises on the
    /// same item that were not kept when this one was made, withdrawn and superseded ones included, void ones not.
    /// "Earlier" is the server's order. The highest of its items; promises on account count among themselves.
    int level = 1;
    /// This promise and another one on one of its items are both open, and nobody has decided that both count.
    bool concurrent = false;
};

Day windowEnd(Day promisedFor, const PromiseRules& rules);
/// One status per promise, same order. `promises` are all the promises of the client, in any order: a promise that
/// another one names in `supersedes` is superseded. Facts and promises dated after `day` are ignored; a promise made
/// after it is told as open, with nothing paid. Items that the facts do not know, and amounts in another currency than
/// the promise's, are left out of its count.
std::vector<PromiseStatus> evaluatePromises(std::span<const Promise> promises, const ClientFacts& facts,
                                            const PromiseRules& rules, Day day);

/// A payment is promised within so many days, on phones, at the centre and in imports alike (Oracle calls it the maximum
/// promise-to-pay range). Ours: the 60 days of art. L441-10 C. com. with a month to spare, as while a promise runs its
/// money is not claimed. What is longer is a payment plan.
inline constexpr int kLongestPromiseDays = 90;
// The wire carries no more: a device must not note what the centre would refuse.
inline constexpr std::size_t kMaximumPromiseItems = 1000;
inline constexpr std::int64_t kMaximumPromiseMinor = 1'000'000'000'000'000; ///< sums of amounts stay far from overflow

/// What a promise says by itself: InvalidArgument "promise.amount" (more than zero, at most kMaximumPromiseMinor),
/// "promise.past" (for the day it is made or later), "promise.far" (at most `longestDays` later), "promise.items" (more
/// than kMaximumPromiseItems), "promise.twice" (an item named twice).
Result<void> checkTerms(const Promise& promise, int longestDays = kLongestPromiseDays);
/// The same, and what it says of its client: InvalidArgument "promise.currency", NotFound "promise.item" (not one of
/// `items`), NotFound "promise.unknown" (replaces none of `others`), Refused "promise.cycle" (the promise it replaces
/// replaces it in turn, however long the chain).
Result<void> checkPromise(const Promise& promise, std::span<const Promise> others, std::span<const Item> items,
                          int longestDays = kLongestPromiseDays);

} // namespace encours
