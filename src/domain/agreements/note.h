// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/day.h"
#include "base/ids.h"
#include "base/instant.h"

#include <optional>
#include <string>
#include <vector>

namespace encours {

enum class NoteKind { Note = 0, Visit = 1, Call = 2 };

/// What a visit or a call gave, for whoever counts them; the words are in the text. On the wire and on disks; never
/// renumbered.
enum class NoteOutcome {
    Other = 0, ///< one of a newer version; nobody notes it
    Promise = 1,
    Dispute = 2,
    Payment = 3, ///< handed over
    CallBack = 4,
    Absent = 5,
    Refusal = 6, ///< to pay
    // Two more causes of a late payment, in the debtor's words; Dispute and Refusal are the others.
    Forgotten = 7,
    Difficulty = 8, ///< the money is not there
};

/// Append-only: a note is never edited; taking it back hides it and keeps its text (sync.md §2.6).
struct Note {
    NoteId id;
    ClientId client;
    NoteKind kind = NoteKind::Note;
    std::string text;   ///< 1 to 4,000 characters, valid UTF-8
    std::string person; ///< who was spoken to; may be empty
    std::optional<Day> callBackOn;
    Instant madeAt; ///< the author's clock: information
    Day madeOn;     ///< civil day in Paris when it was made
    UserId author;
    std::string authorName;
    bool retracted = false;
    std::int64_t serverSeq = 0; ///< 0 = the centre has not taken it yet
};

// What both ends accept: a device must not note what the centre will refuse.
inline constexpr std::size_t kMaximumNoteCharacters = 4000;
inline constexpr std::size_t kMaximumNoteOutcomes = 16;
inline constexpr int kMaximumCallBackDays = 731; ///< after the day it was said: two years

} // namespace encours
