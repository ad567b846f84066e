// SPDX-License-Identifier: Apache-2.0
// An operation: what a person did on a device, as a domain value. The store keeps it in the outbox in the transaction that
// writes the fact; sync/device encodes it when sending.
#pragma once

#include "domain/agreements/event.h"
#include "domain/agreements/note.h"

#include <variant>

namespace encours {

struct NoteAdded {
    Note note;
};
struct NoteRetracted {
    NoteId note;
    ClientId client;
};
struct PromiseMade {
    Promise promise;
};
struct PromiseWithdrawn {
    PromiseId promise;
    ClientId client;
    PromiseEnding ending = PromiseEnding::WithdrawnByUs;
};
/// A Saying becomes an event under the id of its operation.
using OperationBody = std::variant<NoteAdded, NoteRetracted, PromiseMade, PromiseWithdrawn, Saying>;

/// The client an operation concerns, and the note or promise it makes, ends or says something of.
struct OperationSubject {
    ClientId client;
    Uuid object;
    bool ends = false; ///< a retraction or withdrawal of something that is there already
    bool says = false; ///< an event about something
};
inline OperationSubject subjectOf(const OperationBody& body)
{
    struct Visitor {
        OperationSubject operator()(const NoteAdded& b) const { return {b.note.client, b.note.id.value}; }
        OperationSubject operator()(const NoteRetracted& b) const { return {b.client, b.note.value, true}; }
        OperationSubject operator()(const PromiseMade& b) const { return {b.promise.client, b.promise.id.value}; }
        OperationSubject operator()(const PromiseWithdrawn& b) const { return {b.client, b.promise.value, true}; }
        OperationSubject operator()(const Saying& b) const { return {b.client, b.object, false, true}; }
    };
    return std::visit(Visitor{}, body);
}

/// Whether it makes the object it is about: taken back before it was sent, nothing of it is left.
inline bool makesObject(const OperationBody& body)
{
    struct Visitor {
        bool operator()(const NoteAdded&) const { return true; }
        bool operator()(const NoteRetracted&) const { return false; }
        bool operator()(const PromiseMade&) const { return true; }
        bool operator()(const PromiseWithdrawn&) const { return false; }
        bool operator()(const Saying& saying) const
        {
            const bool plans = std::holds_alternative<PlanProposed>(saying.content) ||
                               std::holds_alternative<VisitPlanned>(saying.content);
            return std::holds_alternative<DisputeOpened>(saying.content) || (plans && saying.seen.empty());
        }
    };
    return std::visit(Visitor{}, body);
}

struct Operation {
    OperationId id;
    std::int64_t deviceSeq =
        0; ///< rising counter of the device, from 1; a number taken back before it was sent is not given again
    Instant madeAt;
    std::int64_t seenSeq = 0; ///< how far the device had seen the feed
    OperationBody body;
};

/// What the centre answered (sync.md §2.5).
enum class OperationStatus {
    Applied = 0,
    Duplicate = 1,
    Conflict = 2,
    Review = 3,
    Rejected = 4,
    Retry = 5,
    Parked = 6
};

/// Where the operation stands on the device. LaidAside: refused, and its author has said it otherwise or wants it no more.
enum class OutboxState { Queued = 0, Sent = 1, Acknowledged = 2, Refused = 3, LaidAside = 4 };

struct OutboxEntry {
    Operation operation;
    OutboxState state = OutboxState::Queued;
    OperationStatus status = OperationStatus::Applied; ///< meaningful once acknowledged or refused
    std::string reason;                                ///< reason code of a refusal
    std::int64_t effectSeq = 0;                        ///< commit at which it took effect
};

} // namespace encours
