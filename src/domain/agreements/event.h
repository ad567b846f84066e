// SPDX-License-Identifier: Apache-2.0
// Events: everything people say or decide after an object was made, append-only. What an object is now, and what about it
// is contested, is a fold of its events (promise_history.h), the same on both ends; it is stored nowhere.
//
// An event names the events its author had before their eyes (`seen`). That, and neither a clock nor the order of arrival,
// tells what replaces what: a value is replaced only by somebody who had seen it. Two values whose authors had not seen
// each other both stand until somebody who has seen both decides. Version numbers could not say it: a device offline
// counts its own unsent changes, and another person's change takes the same number at the centre.
#pragma once

#include "domain/agreements/dispute.h"
#include "domain/agreements/note.h"
#include "domain/agreements/payment_plan.h"

#include <algorithm>
#include <cstdint>
#include <variant>

namespace encours {

/// On the wire and on disks; never renumbered.
enum class EventKind {
    PromiseAmended = 1,
    PromiseEnded = 2,
    ConflictResolved = 3,
    NoteRevised = 10,
    NoteConcluded = 11,
    VisitPlanned = 20,
    VisitReported = 21,
    VisitCancelled = 22,
    PlanProposed = 30,
    PlanDecided = 31,
    DisputeOpened = 40,
    DisputeStepped = 41,
    ContactSuggested = 50,
    SuggestionSettled = 51,
    AnomalySeen = 60,
    Attached = 70,
};

// ---- Promises

/// What is absent is not changed.
struct PromiseAmended {
    std::optional<Money> amount;
    std::optional<Day> promisedFor;
    std::optional<PaymentMethod> method;
    bool namesItems = false;
    std::vector<ItemId> items; ///< when namesItems; empty = on account
    friend bool operator==(const PromiseAmended&, const PromiseAmended&) = default;
};
/// Withdrawn, by the debtor or by us.
struct PromiseEnded {
    PromiseEnding ending = PromiseEnding::WithdrawnByUs;
    friend bool operator==(const PromiseEnded&, const PromiseEnded&) = default;
};

/// What may be contested about a promise. On the wire and on disks; never renumbered.
enum class PromiseField {
    Amount = 1,
    Date = 2,
    Method = 3,
    Items = 4,
    Ending = 5,       ///< whether it stands
    OtherPromise = 6, ///< which of two promises on the same money counts
};
/// Somebody who has seen the contested values says which one counts.
struct ConflictResolved {
    PromiseField field = PromiseField::Amount;
    /// The event whose value counts; none = the value as it was made. OtherPromise: the promise that counts instead of
    /// this one; none = this one counts, and those of `beside` as well.
    Uuid kept;
    std::vector<PromiseId> beside; ///< at most kMaximumSeen
    friend bool operator==(const ConflictResolved&, const ConflictResolved&) = default;
};
// ---- Notes and visits

/// Another text of a note.
struct NoteRevised {
    std::string text; ///< as a note's
    friend bool operator==(const NoteRevised&, const NoteRevised&) = default;
};
/// What came of the visit or call its note tells of: in place of what its author had seen said of it.
struct NoteConcluded {
    std::vector<NoteOutcome> outcomes; ///< 1 to kMaximumNoteOutcomes, each once
    friend bool operator==(const NoteConcluded&, const NoteConcluded&) = default;
};
/// Makes a visit to come.
struct VisitPlanned {
    Day on;
    std::string purpose; ///< may be empty; at most kMaximumPurposeCharacters
    friend bool operator==(const VisitPlanned&, const VisitPlanned&) = default;
};
/// It took place: the note says what came of it.
struct VisitReported {
    NoteId note;
    friend bool operator==(const VisitReported&, const VisitReported&) = default;
};
struct VisitCancelled {
    std::string reason; ///< may be empty; at most kMaximumPurposeCharacters
    friend bool operator==(const VisitCancelled&, const VisitCancelled&) = default;
};
inline constexpr std::size_t kMaximumPurposeCharacters = 500;

// ---- Plans

/// A version of a plan, whole; the first makes the plan. Its number, author and day are the fold's (plan_history.h).
struct PlanProposed {
    PlanVersion version;
    std::vector<std::string> parties;
};
/// Approved, refused, signed, cancelled…, of the content its author had before their eyes.
struct PlanDecided {
    int version = 1;
    ContentHash content{};
    PlanStep step = PlanStep::Approved;
    std::string person; ///< who signs; else empty
    friend bool operator==(const PlanDecided&, const PlanDecided&) = default;
};
inline constexpr std::size_t kMaximumParties = 16;
inline constexpr int kMaximumVersion = 1000;

// ---- Disputes

struct DisputeOpened {
    ItemId item;
    Money amount;
    std::string reason; ///< code of MDT-113, or "AUTRE"
    std::string text;
    friend bool operator==(const DisputeOpened&, const DisputeOpened&) = default;
};
struct DisputeStepped {
    DisputeStep step = DisputeStep::Qualified;
    Money amount; ///< Qualified, Accepted; else 0
    friend bool operator==(const DisputeStepped&, const DisputeStepped&) = default;
};

// ---- Contacts and marks

struct ContactValues {
    std::string name, role, phone, email; ///< each may be empty
    friend bool operator==(const ContactValues&, const ContactValues&) = default;
};
/// The accounting owns the contacts: the office takes it over there, and says so.
struct ContactSuggested {
    ContactId contact;    ///< none = a new one
    ContactValues before; ///< as its author saw it
    ContactValues after;
    friend bool operator==(const ContactSuggested&, const ContactSuggested&) = default;
};
/// Of the suggestion that is its object.
struct SuggestionSettled {
    bool accepted = false;
    friend bool operator==(const SuggestionSettled&, const SuggestionSettled&) = default;
};
/// Its author has seen the anomaly of this key (insight/seen_marks.h).
struct AnomalySeen {
    std::string key;
    friend bool operator==(const AnomalySeen&, const AnomalySeen&) = default;
};
inline constexpr std::size_t kMaximumKeyCharacters = 100;
/// A file of the client (attachment.h) belongs to its object: the photo of a dispute, the receipt of a promise. It comes
/// by itself, before or after.
struct Attached {
    Sha256 document{};
    friend bool operator==(const Attached&, const Attached&) = default;
};

/// Said by a newer version: kept and passed on, without effect here.
struct UnknownContent {
    friend bool operator==(const UnknownContent&, const UnknownContent&) = default;
};
using EventContent =
    std::variant<UnknownContent, PromiseAmended, PromiseEnded, ConflictResolved, NoteRevised, NoteConcluded,
                 VisitPlanned, VisitReported, VisitCancelled, PlanProposed, PlanDecided, DisputeOpened, DisputeStepped,
                 ContactSuggested, SuggestionSettled, AnomalySeen, Attached>;

/// What a person says, as it goes from the device to the centre and from there to everybody.
struct Saying {
    ClientId client;
    Uuid object;                     ///< the promise, note, plan… it is about; of what it makes, the id
    std::vector<OperationId> seen;   ///< the last events of the object its author had seen; none = as it was made
    int kind = 0;                    ///< an EventKind, or one of a newer version
    std::vector<std::uint8_t> bytes; ///< the content as its author's program wrote it (codec/said_codec.h)
    EventContent content;            ///< what this version understands of it
};
// The wire carries no more: a device must not note what the centre would refuse.
inline constexpr std::size_t kMaximumSeen = 64;
inline constexpr int kMaximumKind = 10'000;
inline constexpr std::size_t kMaximumContentBytes = 32 * 1024;

struct Event {
    OperationId id;
    Saying saying;
    UserId author;
    std::string authorName;
    Instant madeAt;             ///< the author's clock: information
    Day madeOn;                 ///< civil day in Paris, at the latest the centre's
    std::int64_t serverSeq = 0; ///< commit that took it; 0 = the centre has not taken it yet
    std::int64_t order = 0;     ///< within the commit; before it is taken, the number in its device's queue

    bool isPending() const { return serverSeq == 0; }
};

/// The centre's order; what it has not taken yet comes last, as it was said.
inline bool comesBefore(const Event& a, const Event& b)
{
    return std::tuple(a.isPending(), a.serverSeq, a.order, a.id) <
           std::tuple(b.isPending(), b.serverSeq, b.order, b.id);
}
inline bool hasSeen(const Event& event, OperationId other)
{
    return std::ranges::contains(event.saying.seen, other);
}

} // namespace encours
