// SPDX-License-Identifier: Apache-2.0
// A promise to pay and its state on a day: the truth table of rules.md (Promises). The state is a pure function of facts
// and a day; it is never stored and never transmitted.
#pragma once

#include "base/calendar.h"
#include "base/instant.h"
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
    Day endedOn; ///< meaningful when ending is not None
    std::int64_t serverSeq = 0; ///< order among promises; 0 = not yet taken by the centre, ordered last
};

enum class PromiseState { Open = 0, Kept, PartiallyKept, Broken, WithdrawnByDebtor, WithdrawnByUs, Superseded, Void };

struct PromiseRules {
    int graceBusinessDays = 2;
    Money tolerance;
    HolidayRegion region = HolidayRegion::France;
};

/// What the ledger says about one client. All spans concern that client only.
struct ClientFacts {
    std::span<const Item> items;
    std::span<const Receipt> receipts;
    std::span<const Allocation> allocations;
    Day coveredThrough; ///< the last day through which receipts are known
};

struct PromiseStatus {
    PromiseState state = PromiseState::Open;
    Day windowEnd;     ///< promised day + grace in business days
    Money base;        ///< amount − credit notes on its items
    Money paid;        ///< counted by min(day, window end)
    Money paidTotal;   ///< counted by the day
    std::optional<Day> keptLateOn; ///< the day it was paid in full, after the window
    int level = 1;     ///< how many promises this item has had, as SAP counts (domain.md §2.1)
    bool concurrent = false; ///< another promise stands on one of its items
};

Day windowEnd(Day promisedFor, const PromiseRules& rules);
/// One status per promise, same order. `promises` are all the promises of the client, in any order.
std::vector<PromiseStatus> evaluatePromises(std::span<const Promise> promises, const ClientFacts& facts,
                                            const PromiseRules& rules, Day day);

} // namespace encours
