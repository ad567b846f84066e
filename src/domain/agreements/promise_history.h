// SPDX-License-Identifier: Apache-2.0
// A promise as its events leave it: what it says now, and what is contested about it. A pure function of the promise as
// it was made and of its events: the same in whatever order and batches they arrived, as soon as they are the same.
//
// Field by field. A value is replaced by a value whose author had seen it. Values that nobody who saw them has replaced
// all stand: different ones are a contest, and the one the centre received first counts until somebody decides. Whether
// the promise stands at all is contested too when it was ended and changed by people who did not know of each other.
#pragma once

#include "domain/agreements/event.h"

namespace encours {

using PromiseValue = std::variant<Money, Day, PaymentMethod, std::vector<ItemId>, PromiseEnding>;

/// A value of a field and who gave it.
struct GivenValue {
    OperationId event; ///< none = as it was made
    PromiseValue value;
    UserId author;
    std::string authorName;
    Instant madeAt;
    Day madeOn;
    std::int64_t serverSeq = 0; ///< commit that took it; 0 = the centre has not taken it yet
};

struct Contest {
    PromiseField field = PromiseField::Amount;
    std::vector<GivenValue> values; ///< two or more different ones; the first counts for now
};

/// Those of `others` that stand, and are about an item `promise` is about.
std::vector<PromiseId> rivalsOf(const Promise& promise, std::span<const Promise> others);

/// What an amendment says of a field; none = nothing.
std::optional<PromiseValue> valueIn(const PromiseAmended& change, PromiseField field);

struct PromiseHistory {
    Promise current;                ///< what it says now
    int version = 1;                ///< 1 + the events that said something of it
    std::vector<OperationId> heads; ///< what somebody who looks at it has seen: the `seen` of the next event
    std::vector<Contest> contests;  ///< by field
    bool pending = false;           ///< an event of it has not been taken by the centre yet
};

/// `events`: of any objects, in any order; those of other promises say nothing.
PromiseHistory promiseHistory(const Promise& made, std::span<const Event> events);

/// Whether an amendment may be made to the promise as it stands: InvalidArgument "promise.nothing" (it changes nothing),
/// Refused "promise.ended", and what checkTerms says of the result, a new date counted from `saidOn`.
Result<void> checkAmendment(const PromiseHistory& history, const PromiseAmended& change, Day saidOn);
/// Whether the contest may be resolved so: NotFound "conflict.none" (the field is not contested; no other promise is
/// named), InvalidArgument
/// "conflict.kept" (the value is not one of the contested ones).
Result<void> checkResolution(const PromiseHistory& history, const ConflictResolved& resolution);

} // namespace encours
