// SPDX-License-Identifier: Apache-2.0
// A dispute: the part of one item the client contests, why, and what became of it (domain.md §2.6, after SAP Dispute
// Management). Its status is a pure function of its events, the ledger and a day, never stored. Only the disputed part
// leaves dunning; a receipt resolves only what it covers.
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "domain/agreements/collectible.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace encours {

/// Families of the e-invoicing reason codes (domain.md §4.6, MDT-113).
enum class DisputeFamily {
    Other = 0,
    Price,
    Quantity,
    Quality,
    Delivery,
    OrderReference,
    TaxOrTotals,
    AddressOrDuplicate
};

enum class DisputeStep {
    Qualified = 1, ///< owner, reason and amount confirmed
    Started = 2,   ///< someone works on it
    Proposed = 3,  ///< an answer was offered to the client
    Accepted = 4,  ///< the client was right on `amount`: a credit note is due; less than disputed = partly
    Rejected = 5,  ///< the client was wrong: the item may be demanded again
    Withdrawn = 6, ///< by the client
};

struct DisputeEvent {
    DisputeStep step = DisputeStep::Qualified;
    Day day;
    Money amount; ///< Qualified: what is disputed from then on; Accepted: what is conceded; else unused
    std::string author;
};

struct Dispute {
    DisputeId id;
    ClientId client;
    ItemId item;
    Money amount;       ///< > 0, as opened
    std::string reason; ///< code of MDT-113 ("LIVR_INCOMP"), or "AUTRE"
    std::string text;   ///< in the author's words; may be empty
    std::string owner;  ///< who answers for it; empty = nobody yet
    Day openedOn;
    std::optional<Day> dueBy; ///< given; none = by the reason's delay
    UserId author;
    std::string authorName;
    std::vector<DisputeEvent> events; ///< as recorded; the order of the day, then of the list
    std::int64_t serverSeq = 0;
};

enum class DisputeState {
    New = 0,
    Qualified,
    InProgress,
    Proposed,
    ResolvedInFull,
    ResolvedInPart,
    Rejected,
    Withdrawn,
    Settled, ///< nothing disputed remains: paid or credited
    Refused, ///< it never stood: no amount, another currency than its item's, or its item was in another open dispute
};

/// An event that says nothing, and why. The order of work is New → Qualified → Started → Proposed → Accepted, Rejected or
/// Withdrawn. Steps may be left out (another system may know the end only), but work does not go back: an amount may be
/// confirmed again until work starts, and a second answer may be proposed.
enum class EventProblem {
    BeforeOpening = 1,
    OutOfOrder,
    AfterClosing,
    Amount, ///< not above zero, in another currency, or more conceded than disputed
};
struct IgnoredEvent {
    std::size_t index = 0; ///< in Dispute::events
    EventProblem problem = EventProblem::OutOfOrder;
    friend bool operator==(const IgnoredEvent&, const IgnoredEvent&) = default;
};

/// original − paid − credited = disputed, each ≥ 0 while it is open; a closed dispute disputes nothing.
struct DisputeStatus {
    DisputeState state = DisputeState::New;
    bool open = true;
    Money original; ///< as qualified, else as opened; at most what the item owed when it was opened
    Money disputed; ///< never more than the item's residual, as far as the ledger knows the item
    Money paid;     ///< payments that covered part of it: the undisputed part of the item is paid first
    Money credited; ///< credit notes and adjustments on its item since it was opened, each counted for one dispute
    /// Conceded, and no credit note has come yet: it is not demanded either. 0 unless resolved in full or in part.
    Money awaitingCredit;
    Day dueBy;
    std::optional<Day> closedOn;       ///< by an event, else the day nothing was left; none while open or refused
    int daysOpen = 0;                  ///< until the day, or until it was closed
    int daysLate = 0;                  ///< past dueBy while open, else 0
    std::vector<IgnoredEvent> ignored; ///< in the order of the events
};

/// One status per dispute, same order. `disputes` are all the disputes of the client, in any order. Facts, events and
/// disputes dated after `day` are ignored; a dispute opened after it is told as new and not open. Of two disputes on
/// one item that would be open together, the first in the centre's order stands (not yet taken by the centre: last).
std::vector<DisputeStatus> evaluateDisputes(std::span<const Dispute> disputes, const ClientFacts& facts, Day day);

/// What of each item leaves dunning: what is disputed, and what is conceded until its credit note comes.
std::vector<DisputedPart> disputedParts(std::span<const Dispute> disputes, std::span<const DisputeStatus> statuses);

/// Whether a new dispute may be recorded beside `others` of its client. InvalidArgument "dispute.amount", ".currency",
/// ".reason", ".dueBy"; NotFound "dispute.item"; Refused "dispute.settled", "dispute.residual", "dispute.twice".
Result<void> checkDispute(const Dispute& dispute, std::span<const Dispute> others, const ClientFacts& facts);

} // namespace encours
