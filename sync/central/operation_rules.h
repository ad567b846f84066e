// SPDX-License-Identifier: Apache-2.0
// The rule of each operation, field by field (sync.md §2.6; rules.md, Promises). Private to this folder.
//   unknown client or object → Rejected      a client outside the author's portfolio → stored, Review
//   an object id taken twice → Rejected      taking back somebody else's note → Rejected, unless by the office
//   ending a promise that is not one's to end (mayEndPromise) → withdrawal: Rejected; a promise that would replace it:
//   stored beside it, Review: what was said is kept, and both stand
//   ending what has ended otherwise → Conflict   ending it the same way again → Applied, without effect
#pragma once

#include "domain/ledger/client.h"
#include "store/feed.h"
#include "sync/central/enrolment.h"

#include <algorithm>

namespace encours::central {

struct Decision {
    OperationStatus status = OperationStatus::Applied;
    std::string reason;   ///< stable code; empty when simply applied
    bool changed = false; ///< there is an effect to wait for in the feed
};

class OperationRules {
public:
    /// Inside the caller's transaction; what changes is told to `changes`.
    OperationRules(store::Connection& connection, store::Tenant tenant, const Caller& caller, store::Changes& changes,
                   Day today)
        : m_connection(connection), m_tenant(tenant), m_caller(caller), m_changes(changes), m_today(today)
    {
    }

    /// An error means that the store failed, not that the operation is refused.
    Result<Decision> apply(const Operation& operation);

private:
    Result<Decision> on(const Client& client, const NoteAdded& body, const Operation& operation);
    Result<Decision> on(const Client& client, const NoteRetracted& body, const Operation& operation);
    Result<Decision> on(const Client& client, const PromiseMade& body, const Operation& operation);
    Result<Decision> on(const Client& client, const PromiseWithdrawn& body, const Operation& operation);
    Result<std::string> promiseProblem(const Client& client, const Promise& promise);
    Result<bool> mayReplace(const Client& client, PromiseId earlier);
    bool isOffice() const { return m_caller.person.role != store::Role::Salesperson; }
    bool mayEnd(const Promise& promise, const Client& client) const;
    Decision stored(const Client& client) const;
    /// The civil day of the author's clock, at the latest the centre's: receipts count from it, and would not before next
    /// year with a clock that is a year ahead.
    Day dayOf(const Operation& operation) const { return std::min(parisDay(operation.madeAt), m_today); }

    store::Connection& m_connection;
    store::Tenant m_tenant;
    const Caller& m_caller;
    store::Changes& m_changes;
    Day m_today;
};

} // namespace encours::central
