// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/last_contact.h"

namespace encours {

std::optional<LastContact> lastContact(const ClientAccount& account)
{
    std::optional<LastContact> last;
    for (const Note& note : account.notes) {
        const bool spoken = note.kind != NoteKind::Note || !note.person.empty();
        if (!note.retracted && spoken && note.madeOn <= account.asOf && (!last || last->day < note.madeOn))
            last = LastContact{note.madeOn, note.id, std::nullopt};
    }
    for (const Promise& promise : account.promises)
        if (promise.madeOn <= account.asOf && (!last || last->day < promise.madeOn))
            last = LastContact{promise.madeOn, std::nullopt, promise.id};
    return last;
}

} // namespace encours
