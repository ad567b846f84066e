// SPDX-License-Identifier: Apache-2.0
// A dispute: the part of one item the client contests, why, and what became of it (domain.md §2.6, after SAP Dispute
// Management). Its status is a pure function of its events, the ledger and a day, never stored. Only the disputed part
// leaves dunning; a receipt resolves only what it covers.
#pragma once

#include "base/instant.h"
#include "domain/agreements/promise.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace encours {

/// Families of the e-invoicing reason codes (domain.md §4.6, MDT-113).
enum class DisputeFamily { Other = 0, Price, Quantity, Quality, Delivery, OrderReference, TaxOrTotals, AddressOrDuplicate };

enum class DisputeStep {
    Qualified = 1,  ///< owner, reason and amount confirmed
    Started = 2,    ///< someone works on it
    Proposed = 3,   ///< an answer was offered to the client
    Accepted = 4,   ///< the client was right on `amount`: a credit note is due; less than disputed = partly
    Rejected = 5,   ///< the client was wrong: the item may be demanded again
    Withdrawn = 6,  ///< by the client
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

enum class DisputeState { New = 0, Qualified, InProgress, Proposed, ResolvedInFull, ResolvedInPart, Rejected, Withdrawn, Settled };

/// original − paid − credited = disputed, each ≥ 0 while it is open; a closed dispute disputes nothing.
struct DisputeStatus {
    DisputeState state = DisputeState::New;
    bool open = true;
    Money original;
    Money disputed; ///< what leaves dunning; never more than the item's residual
    Money paid;     ///< payments that covered part of it
    Money credited; ///< credit notes on its item since it was opened
    Day dueBy;
    int daysOpen = 0;
    int daysLate = 0; ///< past dueBy while open, else 0
};

} // namespace encours
