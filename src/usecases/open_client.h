// SPDX-License-Identifier: Apache-2.0
// Device: all that the card of one client shows, as of today, computed from the replica in one read transaction. In the
// client's own currency: what it has in another one is for the office.
#pragma once

#include "domain/agreements/collectible.h"
#include "domain/agreements/note.h"
#include "domain/ledger/balance.h"
#include "domain/ledger/client.h"
#include "usecases/field.h"

namespace encours::usecases {

struct ItemLine {
    Item item;
    int daysLate = 0; ///< ≤ 0: not due
    AgingBucket bucket = AgingBucket::NotDue;
    Money promised;                  ///< by open promises, at most the residual
    Money collectible;               ///< 0 when not due
    std::vector<PromiseId> promises; ///< those that name it, latest first, whatever their state
    int nextLevel = 1;               ///< the level that a promise made today would have on it
};

struct NoteLine {
    Note note;
    bool pending = false; ///< the centre has not taken it yet
};

struct PromiseLine {
    Promise promise;
    PromiseStatus status;
    std::vector<std::string> itemNumbers; ///< same order as promise.items; empty text for an item no longer known
    bool pending = false;
};

/// One line of the chronology, newest first. `index` points into the vector of its kind in ClientCard.
struct TimelineEntry {
    enum class Kind { Item, Receipt, Note, Promise, PromiseEnded };
    Kind kind = Kind::Item;
    Day day;
    std::optional<Instant> at; ///< notes and promises only
    std::size_t index = 0;
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
    std::vector<TimelineEntry> timeline; ///< latest first
    Freshness freshness;
    Day asOf;
};

/// NotFound when the client is not (any more) in the portfolio of this device.
Result<ClientCard> openClient(Field& field, ClientId client);
Result<ClientCard> openClient(Field& field, const std::string& key);

} // namespace encours::usecases
