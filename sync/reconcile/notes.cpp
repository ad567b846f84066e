// SPDX-License-Identifier: Apache-2.0
#include "sync/reconcile/notes.h"

namespace encours::reconcile {

Verdict noteAdded(const Said& said, const Note& note, bool idTaken)
{
    // The author's own clock says both days, so a wrong one cancels out.
    if (note.callBackOn &&
        (*note.callBackOn < said.clockDay || *note.callBackOn - said.clockDay > kMaximumCallBackDays))
        return Verdict::refused("note.call_back");
    return idTaken ? Verdict::refused("note.exists") : Verdict::kept(said);
}

Verdict noteRetracted(const Said& said, const std::optional<Note>& note)
{
    if (!note)
        return Verdict::refused("note.unknown");
    if (!maySpeakFor(note->author, said))
        return Verdict::refused("note.author");
    return note->retracted ? Verdict::alreadySo() : Verdict::kept(said);
}

} // namespace encours::reconcile
