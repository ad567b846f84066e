// SPDX-License-Identifier: Apache-2.0
// Something about an item or a client that a person should know: what it is, how grave, one sentence in each language
// with amount and day, the facts it rests on, and a key under which "who has seen it" is recorded.
#pragma once

#include "base/sentence.h"
#include "domain/agreements/client_account.h"

namespace encours {

enum class AnomalyKind {
    // of an item; of the first five at most one, by its age
    DueSoon = 0, ///< D−15
    Late = 1,
    Late60 = 2, ///< D+60
    Late80 = 3, ///< D+80: the last days for a formal procedure
    Late95 = 4, ///< D+95: only 30 % are recovered
    PartialPayment = 5,
    ShortPay = 6, ///< paid but for a little
    MissingDocument = 7,
    TermsAboveCap = 8, ///< an item, or the terms of the client
    Limitation = 9,
    ReturnedPayment = 10,
    BrokenPromise = 11, ///< or kept in part, and not made good since
    PlanMissed = 12,
    DisputeOpen = 13,
    DisputeTooLong = 14,
    // of a client
    DriftingLater = 15,
    OverLimit = 16,
    OrderTooLarge = 17, ///< only by order_check.h
    NoContact = 18,
    DuplicatePayment = 19,
    UnallocatedReceipt = 20,
    Insolvency = 21,
    GuaranteeExpired = 22,
    ReviewExpired = 23,
};
inline constexpr int kAnomalyKinds = 24;

enum class Severity { Information = 0, Warning = 1, Danger = 2 };

struct Evidence {
    std::vector<ItemId> items;
    std::vector<ReceiptId> receipts;
    std::vector<PromiseId> promises;
    std::vector<DisputeId> disputes;
    std::vector<PlanId> plans;
    std::vector<NoteId> notes;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// What `amount`, `other`, `day`, `until`, `days` and `text` say, by kind:
struct Anomaly {
    AnomalyKind kind = AnomalyKind::Late;
    Severity severity = Severity::Information;
    ClientId client;
    ItemId item; ///< none: of the client
    Day asOf;
    Money amount;       ///< left to pay, promised, disputed, received, beyond the limit…: what it is about
    Money other;        ///< received of it, the limit, the overdue…: what it is compared with
    Day day;            ///< due, promised, opened, received, published…
    Day until;          ///< a dispute's answer, the second payment, the last day to declare, the limitation
    int days = 0;       ///< of lateness, until, since; drift: the mean now
    int before = 0;     ///< drift: the mean before; cap: its days
    int count = 0;      ///< drift: payments now
    std::string number; ///< of the invoice
    std::string text;   ///< document, reason, guarantee, notice
    Evidence evidence;
    friend bool operator==(const Anomaly&, const Anomaly&) = default;
};

/// Stable words: "late_95", "broken_promise".
std::string_view nameOf(AnomalyKind kind);
std::string_view nameOf(Severity severity);
/// "Promesse rompue", "Broken promise": no full stop.
Sentence titleOf(const Anomaly& anomaly);
Sentence sentenceOf(const Anomaly& anomaly);

/// The same anomaly has the same key on any day and any device; when it gets worse by a step (another kind, a later due
/// day, another month of drift) it has another one, and has to be seen again. ASCII, at most 100 characters.
std::string keyOf(const Anomaly& anomaly);

} // namespace encours
