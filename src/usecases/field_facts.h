// SPDX-License-Identifier: Apache-2.0
// Device, inside other verbs: all that is stored of one client in its own currency, as it stood on a day.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/event.h"
#include "domain/agreements/note.h"
#include "domain/ledger/client.h"
#include "store/client_facts.h"
#include "usecases/field.h"

#include <span>
#include <vector>

namespace encours::usecases {

struct FieldFacts {
    store::StoredFacts ledger;
    std::vector<Promise> made;     ///< as they were made
    std::vector<Event> events;     ///< of any objects, in the centre's order
    std::vector<Note> notes;       ///< as they were written; not those taken back
    std::vector<Dispute> imported; ///< by the office
};

/// Of a day before today, nothing that was made or said after it: as at the centre (client_accounts.cpp). Today, all of
/// it: another clock may run ahead of this one.
/// A statement for each kind of rows. `clients`: each once, in any order, store::kClientsTogether at most; so is the answer.
Result<std::vector<FieldFacts>> loadFieldFacts(Field& field, std::span<const Client> clients, Day asOf);
Result<FieldFacts> loadFieldFacts(Field& field, const Client& client, Day asOf);
/// A day to look back at: none = today. InvalidArgument "day.future".
Result<Day> dayAsked(const Field& field, std::optional<Day> asOf);

} // namespace encours::usecases
