// SPDX-License-Identifier: Apache-2.0
#include "sync/central/event_rules.h"

#include "codec/said_codec.h"
#include "store/client_facts.h"
#include "store/company.h"
#include "store/contacts.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "sync/reconcile/contacts.h"
#include "sync/reconcile/disputes.h"
#include "sync/reconcile/note_events.h"
#include "sync/reconcile/plans.h"
#include "sync/reconcile/promises.h"

namespace encours::central {

using reconcile::Verdict;

namespace {

/// For each content: loads what its rule looks at.
class Rule {
public:
    Rule(const Ledger& ledger, const reconcile::Said& said, const Event& event)
        : m_store(ledger.connection), m_tenant(ledger.tenant), m_said(said), m_event(event), m_client(said.client.id)
    {
    }

    /// A newer version said it: kept as it came, passed on to those who understand it, and shown to the office.
    Result<Verdict> operator()(const UnknownContent&) const
    {
        return Verdict{OperationStatus::Review, "version.newer", true};
    }
    Result<Verdict> operator()(const PromiseAmended&) const { return onPromise(); }
    Result<Verdict> operator()(const PromiseEnded&) const { return onPromise(); }
    Result<Verdict> operator()(const ConflictResolved&) const { return onPromise(); }
    Result<Verdict> operator()(const NoteRevised&) const
    {
        ENCOURS_TRY(const auto written, store::findNote(m_store, m_tenant, m_client, NoteId{m_event.saying.object}));
        ENCOURS_TRY(const auto events, store::eventsOf(m_store, m_tenant, m_client, m_event.saying.object));
        return reconcile::noteRevised(m_said, m_event, written, events);
    }
    Result<Verdict> operator()(const NoteConcluded&) const
    {
        ENCOURS_TRY(const auto written, store::findNote(m_store, m_tenant, m_client, NoteId{m_event.saying.object}));
        return reconcile::noteConcluded(m_said, written);
    }
    Result<Verdict> operator()(const VisitPlanned&) const { return onVisit({}); }
    Result<Verdict> operator()(const VisitReported& reported) const { return onVisit(reported.note); }
    Result<Verdict> operator()(const VisitCancelled&) const { return onVisit({}); }
    Result<Verdict> operator()(const PlanProposed&) const { return onPlan(); }
    Result<Verdict> operator()(const PlanDecided&) const { return onPlan(); }
    Result<Verdict> operator()(const DisputeOpened&) const { return onDispute(); }
    Result<Verdict> operator()(const DisputeStepped&) const { return onDispute(); }
    Result<Verdict> operator()(const ContactSuggested& suggested) const
    {
        ENCOURS_TRY(const auto contact, store::findContact(m_store, m_tenant, m_client, suggested.contact));
        return reconcile::contactSuggested(m_said, suggested, !suggested.contact || contact.has_value());
    }
    Result<Verdict> operator()(const SuggestionSettled&) const
    {
        ENCOURS_TRY(const auto events, store::eventsOf(m_store, m_tenant, m_client));
        return reconcile::suggestionSettled(m_said, m_event, events);
    }
    /// The only rule of the last writer, and there is nothing to lose: the first mark of a person counts.
    Result<Verdict> operator()(const AnomalySeen&) const { return Verdict::kept(m_said); }
    /// Files lie side by side. Whether the file itself is there yet says nothing: it comes by itself.
    Result<Verdict> operator()(const Attached&) const { return Verdict::kept(m_said); }

private:
    Result<Verdict> onPromise() const
    {
        reconcile::KnownPromise known;
        ENCOURS_TRY(known.made,
                    store::findPromiseAsMade(m_store, m_tenant, m_client, PromiseId{m_event.saying.object}));
        ENCOURS_TRY(const auto events, store::eventsOf(m_store, m_tenant, m_client, m_event.saying.object));
        ENCOURS_TRY(const auto items, store::itemsOf(m_store, m_tenant, m_client));
        ENCOURS_TRY(const auto others, store::promisesOf(m_store, m_tenant, m_client));
        known.events = events;
        known.items = items;
        known.others = others;
        return reconcile::promiseEvent(m_said, m_event, known);
    }
    Result<Verdict> onVisit(NoteId report) const
    {
        ENCOURS_TRY(const auto events, store::eventsOf(m_store, m_tenant, m_client, m_event.saying.object));
        ENCOURS_TRY(const auto note, store::findNote(m_store, m_tenant, m_client, report));
        return reconcile::visitEvent(m_said, m_event, events, note.has_value());
    }
    Result<Verdict> onPlan() const
    {
        ENCOURS_TRY(const auto events, store::eventsOf(m_store, m_tenant, m_client, m_event.saying.object));
        ENCOURS_TRY(const auto items, store::itemsOf(m_store, m_tenant, m_client));
        return reconcile::planEvent(m_said, m_event, {events, items});
    }
    Result<Verdict> onDispute() const
    {
        ENCOURS_TRY(const auto events, store::eventsOf(m_store, m_tenant, m_client));
        ENCOURS_TRY(const auto imported, store::disputesOf(m_store, m_tenant, m_client));
        ENCOURS_TRY(const auto company, store::loadCompany(m_store, m_tenant));
        ENCOURS_TRY(const auto facts, store::loadFacts(m_store, m_tenant, m_client, m_said.day));
        return reconcile::disputeEvent(m_said, m_event,
                                       {events, imported, facts.facts(company.coveredThrough.value_or(Day()))});
    }

    store::Connection& m_store;
    store::Tenant m_tenant;
    const reconcile::Said& m_said;
    const Event& m_event;
    ClientId m_client;
};

} // namespace

Result<Verdict> decideEvent(const Ledger& ledger, const reconcile::Said& said, const Event& event)
{
    return std::visit(Rule(ledger, said, event), event.saying.content);
}

Saying asSaying(const PromiseWithdrawn& withdrawn, std::span<const Event> events, std::int64_t seenSeq, UserId author)
{
    Saying saying;
    saying.client = withdrawn.client;
    saying.object = withdrawn.promise.value;
    for (const Event& event : events) {
        const bool received = !event.isPending() && event.serverSeq <= seenSeq;
        if ((received || event.author == author) && saying.seen.size() < kMaximumSeen)
            saying.seen.push_back(event.id);
    }
    saying.content = PromiseEnded{withdrawn.ending};
    return codec::written(std::move(saying));
}

} // namespace encours::central
