// SPDX-License-Identifier: Apache-2.0
// Loads what is known of the object of an operation, asks sync/reconcile what becomes of it, and stores that. Private to
// this folder.
#pragma once

#include "domain/ledger/client.h"
#include "store/feed.h"
#include "sync/central/batch_facts.h"
#include "sync/central/enrolment.h"
#include "sync/reconcile/verdict.h"

#include <algorithm>

namespace encours::central {

class OperationRules {
public:
    /// Inside the caller's transaction; what changes is told to `changes`.
    OperationRules(store::Connection& connection, store::Tenant tenant, const Caller& caller, BatchFacts& facts,
                   store::Changes& changes, Day today)
        : m_connection(connection), m_tenant(tenant), m_caller(caller), m_facts(facts), m_changes(changes),
          m_today(today)
    {
    }

    /// An error means that the store failed, not that the operation is refused.
    Result<reconcile::Verdict> apply(const Operation& operation);

private:
    Result<reconcile::Verdict> on(const Client& client, const NoteAdded& body, const Operation& operation);
    Result<reconcile::Verdict> on(const Client& client, const NoteRetracted& body, const Operation& operation);
    Result<reconcile::Verdict> on(const Client& client, const PromiseMade& body, const Operation& operation);
    Result<reconcile::Verdict> on(const Client& client, const PromiseWithdrawn& body, const Operation& operation);
    Result<reconcile::Verdict> on(const Client& client, const Saying& saying, const Operation& operation);
    reconcile::Said saidOf(const Client& client, const Operation& operation) const;
    /// The civil day of the author's clock, at the latest the centre's: receipts count from it, and would not before next
    /// year with a clock that is a year ahead.
    Day dayOf(const Operation& operation) const { return std::min(parisDay(operation.madeAt), m_today); }

    store::Connection& m_connection;
    store::Tenant m_tenant;
    const Caller& m_caller;
    BatchFacts& m_facts;
    store::Changes& m_changes;
    Day m_today;
};

} // namespace encours::central
