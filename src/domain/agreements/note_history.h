// SPDX-License-Identifier: Apache-2.0
// A note as its revisions leave it. A text is replaced by one whose author had seen it; texts that nobody who saw them has
// replaced are all shown, until somebody merges them.
#pragma once

#include "domain/agreements/event.h"
#include "domain/agreements/note.h"

namespace encours {

struct NoteText {
    OperationId event; ///< none = as it was written
    std::string text;
    UserId author;
    std::string authorName;
    Day madeOn;
    bool pending = false;
};

struct NoteHistory {
    Note current;                   ///< with the text that counts for now
    int version = 1;                ///< 1 + its revisions
    std::vector<OperationId> heads; ///< what somebody who looks at it has seen
    std::vector<NoteText> texts; ///< different ones, the one that counts first; two or more wait for somebody to merge
    std::vector<NoteOutcome> outcomes; ///< all that nobody who saw them replaced, each once
    bool pending = false;              ///< something said of it has not been taken by the centre yet

    bool isContested() const { return texts.size() > 1; }
};

/// `events`: of any objects, in any order.
NoteHistory noteHistory(const Note& written, std::span<const Event> events);

/// InvalidArgument "note.text" (none), "note.long", "note.nothing" (the same text, and only one); Refused "note.retracted".
Result<void> checkRevision(const NoteHistory& history, std::string_view text);

} // namespace encours
