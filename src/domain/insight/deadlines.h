// SPDX-License-Identifier: Apache-2.0
// The clocks that run for a client: of trade (D−15, due, D+60, D+80, D+95), of the insurer, of the law. Each with its
// source. In collective proceedings the clocks of trade stop; those of the claim run.
#pragma once

#include "domain/insight/account_figures.h"
#include "domain/insight/insight_settings.h"

namespace encours {

enum class DeadlineKind {
    Reminder = 0, ///< D−15: ask before the due day
    Due = 1,
    Formal = 2,             ///< D+60: a formal notice
    Grave = 3,              ///< D+80: a procedure
    Lost = 4,               ///< D+95: only 30 % are recovered after it
    Insurer = 5,            ///< the last day to declare to the credit insurer
    Claim = 6,              ///< to declare the claim in the proceedings
    Relief = 7,             ///< to ask for relief when that day was missed
    OrderService = 8,       ///< to have a payment order served
    LimitationPrudent = 9,  ///< counted from the earliest day known
    LimitationFromDue = 10, ///< counted from the due day
};
inline constexpr int kDeadlineKinds = 11;

struct Deadline {
    DeadlineKind kind = DeadlineKind::Due;
    Day day;
    int daysLeft = 0; ///< negative: passed
    ClientId client;
    ItemId item; ///< none: of the client
    std::string number;
    Money amount;  ///< what is at stake
    Sentence note; ///< what moved it (an interruption); else empty
};

/// By day, kind, item. Of an item: the steps of its age from the day on, and D+95 when it has passed; what the law or
/// the insurer still allows, or has passed without having been done.
std::vector<Deadline> deadlinesOf(const AccountFigures& figures, const InsightSettings& settings);

std::string_view nameOf(DeadlineKind kind);                            ///< stable: "d_plus_95", "limitation_prudent"
Sentence titleOf(const Deadline& deadline, const InsightRules& rules); ///< "J+95", "Prescription"
Sentence sentenceOf(const Deadline& deadline, Day asOf);
/// The article or the source it rests on.
Sentence sourceOf(DeadlineKind kind);

} // namespace encours
