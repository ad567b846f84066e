// SPDX-License-Identifier: Apache-2.0
// Device: all that the card of one client shows, as of today or of a day before, computed from the replica in one read
// transaction. In the client's own currency: what it has in another one is for the office.
#pragma once

#include "domain/agreements/collectible.h"
#include "domain/agreements/dispute_history.h"
#include "domain/agreements/note_history.h"
#include "domain/agreements/plan_history.h"
#include "domain/agreements/promise_history.h"
#include "domain/agreements/suggestion.h"
#include "domain/agreements/visit.h"
#include "domain/insight/anomaly.h"
#include "domain/insight/coaching.h"
#include "domain/insight/deadlines.h"
#include "domain/ledger/balance.h"
#include "domain/ledger/client.h"
#include "usecases/field.h"
#include "usecases/tick.h"

#include <map>

namespace encours::usecases {

struct ItemLine {
    Item item;
    int daysLate = 0; ///< ≤ 0: not due
    AgingBucket bucket = AgingBucket::NotDue;
    Money disputed;                  ///< in open disputes, at most the residual
    Money undisputed;                ///< the rest of the residual: what a promise is proposed for (design.md, 05)
    Money promised;                  ///< of it, by open promises
    Money collectible;               ///< 0 when not due
    std::vector<PromiseId> promises; ///< those that name it, latest first, whatever their state
    int nextLevel = 1;               ///< the level that a promise made today would have on it
};

struct NoteLine {
    Note note;            ///< with the text that counts for now
    bool pending = false; ///< it, or a revision of it, has not been taken by the centre yet
    NoteHistory history;
};

struct DisputeLine {
    DisputeHistory history;
    DisputeStatus status;
    std::string itemNumber; ///< empty for an item no longer known
};

struct PlanLine {
    PlanHistory history;
    PlanStatus status;
};

struct PromiseLine {
    Promise promise; ///< as it stands now
    PromiseStatus status;
    std::vector<std::string> itemNumbers; ///< same order as promise.items; empty text for an item no longer known
    bool pending = false;                 ///< it, or something said of it since, has not been taken by the centre yet
    PromiseHistory history;               ///< how it came to stand so, and what is contested
    std::vector<Event> said;              ///< of it, in the centre's order
};

/// One line of the chronology, newest first. `index` points into the vector of its kind in ClientCard.
struct TimelineEntry {
    /// DisputeOpened: those of the office. Said: an event, but for those the other kinds tell.
    enum class Kind { Item, Receipt, Note, Promise, PromiseEnded, DisputeOpened, Said };
    Kind kind = Kind::Item;
    Day day;
    std::optional<Instant> at; ///< of what people said
    std::size_t index = 0;
};

/// Something wrong with the client.
struct Finding {
    Anomaly anomaly;
    bool unseen = false; ///< this person has left no mark on it
};

/// A clock that runs.
struct RunningClock {
    Deadline deadline;
    Sentence title; ///< "J+95"
};

struct ClientCard {
    Client client;
    std::vector<Contact> contacts;
    AgedBalance aged;
    Collectible collectible;
    std::vector<ItemLine> items;   ///< open ones first, oldest due first; then settled ones, latest piece first
    std::vector<Receipt> receipts; ///< latest first
    std::vector<Allocation> allocations;
    std::vector<NoteLine> notes;         ///< latest first; retracted ones are left out
    std::vector<PromiseLine> promises;   ///< latest first
    std::vector<DisputeLine> disputes;   ///< by id
    std::vector<PlanLine> plans;         ///< by id
    std::vector<Visit> visits;           ///< by day; also those that took place
    std::vector<Suggestion> suggestions; ///< of contacts, in the centre's order
    std::vector<Event> events;           ///< of any objects, in the centre's order
    std::vector<TimelineEntry> timeline; ///< latest first
    /// How far what this person said has come: by note, promise or event.
    std::map<Uuid, Tick> ticks;
    std::vector<Finding> findings;    ///< gravest first
    std::vector<RunningClock> clocks; ///< by day
    std::vector<CauseHint> coaching;  ///< for whoever has just called
    Freshness freshness;
    Day asOf;
};

/// NotFound "client.unknown": it is not (any more) in the portfolio of this device. `asOf` none = today; InvalidArgument
/// "day.future".
Result<ClientCard> openClient(Field& field, ClientId client, std::optional<Day> asOf = {});
Result<ClientCard> openClient(Field& field, const std::string& key, std::optional<Day> asOf = {});

} // namespace encours::usecases
