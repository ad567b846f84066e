// SPDX-License-Identifier: Apache-2.0
// What becomes of an operation, given what is known of its object. The rules of the README of this folder, as pure
// functions: no store, no clock. The reason codes are stable; outcome.h of the domain says them in sentences.
#pragma once

#include "domain/agreements/operation.h"
#include "domain/ledger/client.h"

namespace encours::reconcile {

struct Speaker {
    UserId id;
    bool ofTheOffice = false; ///< office or manager: may say things about what others said
    bool manager = false;     ///< may approve plans
};

/// Who says it, of which client, and when.
struct Said {
    const Client& client;
    Speaker by;
    bool inScope = true; ///< the speaker has the client
    Day clockDay;        ///< of the author's clock
    Day day;             ///< that day, at the latest the centre's
};

struct Verdict {
    OperationStatus status = OperationStatus::Applied;
    std::string reason; ///< empty when simply applied
    bool keeps = false; ///< it is stored: there is an effect to wait for in the feed

    static Verdict refused(std::string reason) { return {OperationStatus::Rejected, std::move(reason), false}; }
    static Verdict alreadySo() { return {}; }
    /// The visit took place, even if its author no longer has the client: kept, and shown to the office.
    static Verdict kept(const Said& said)
    {
        if (!said.inScope)
            return {OperationStatus::Review, "scope.outside", true};
        return {OperationStatus::Applied, {}, true};
    }
    /// Both values stand until somebody who has seen them decides.
    static Verdict contested(const Said& said, std::string reason)
    {
        if (!said.inScope)
            return kept(said);
        return {OperationStatus::Conflict, std::move(reason), true};
    }
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

inline bool maySpeakFor(UserId author, const Said& said)
{
    return author == said.by.id || said.by.ofTheOffice;
}

} // namespace encours::reconcile
