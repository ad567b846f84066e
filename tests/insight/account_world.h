// SPDX-License-Identifier: Apache-2.0
// One client's whole account, built by hand for the tests of insight: statuses are what the rules say of its facts.
#pragma once

#include "domain/insight/find_anomalies.h"
#include "intake/insight_reader.h"
#include "tests/domain/promise_world.h"

#include <algorithm>

namespace encours::tests {

inline const Day kToday = *Day::fromYmd(2026, 11, 23); // a Monday

inline const InsightSettings& settings()
{
    static const InsightSettings kSettings = *intake::builtInInsightSettings();
    return kSettings;
}

class AccountWorld : public World {
public:
    AccountWorld()
    {
        client.id = ClientId{7};
        client.key = "411TREVAL";
        client.name = "Menuiserie Tréval";
        client.postcode = "69400";
        coveredThrough = kToday - 3;
    }

    /// An invoice due that many days before today (negative: to come), with terms of 30 days.
    ItemId invoice(std::int64_t cents, int daysLate, const std::string& number = {}, int terms = 30)
    {
        const ItemId id = addItem(cents);
        Item& item = items.back();
        item.number = number.empty() ? "FA-" + std::to_string(id.value) : number;
        item.due = kToday - daysLate;
        item.pieceDay = item.due - terms;
        item.client = client.id;
        return id;
    }
    /// One paid in full `delay` days after its due day, that many days ago.
    ItemId paidInvoice(std::int64_t cents, int delay, int paidDaysAgo, int terms = 30)
    {
        const ItemId id = invoice(cents, paidDaysAgo + delay, {}, terms);
        pay(id, kToday - paidDaysAgo, cents);
        return id;
    }
    DisputeId dispute(ItemId item, std::int64_t cents, int openedDaysAgo, std::optional<Day> dueBy = std::nullopt)
    {
        Dispute dispute;
        dispute.id = DisputeId{promiseId(static_cast<std::uint8_t>(100 + disputes.size())).value};
        dispute.client = client.id;
        dispute.item = item;
        dispute.amount = euros(cents);
        dispute.reason = "QTE_ERR";
        dispute.owner = "Julien Marchetti";
        dispute.openedOn = kToday - openedDaysAgo;
        dispute.dueBy = dueBy;
        dispute.serverSeq = static_cast<std::int64_t>(disputes.size()) + 1;
        disputes.push_back(dispute);
        return dispute.id;
    }
    /// Approved and signed by its one party on the day it was proposed.
    void signedPlan(std::vector<ItemId> of, std::vector<Instalment> schedule, int daysAgo)
    {
        PaymentPlan plan;
        plan.id = PlanId{promiseId(static_cast<std::uint8_t>(150 + plans.size())).value};
        plan.client = client.id;
        PlanVersion version;
        version.items = std::move(of);
        version.debt = euros(0);
        for (const Instalment& instalment : schedule)
            version.debt += instalment.amount;
        version.carryingCost = euros(0);
        version.schedule = std::move(schedule);
        version.proposedOn = kToday - daysAgo;
        plan.versions.push_back(version);
        plan.parties = {"Paul Tréval"};
        const ContentHash content = contentHash(plan, plan.versions.back());
        plan.events = {{PlanStep::Approved, version.proposedOn, content, "Hélène Astruc"},
                       {PlanStep::Signed, version.proposedOn, content, "Paul Tréval"}};
        plans.push_back(plan);
    }
    void watch(WatchKind kind, Day on, const std::string& number = {}, const std::string& label = {},
               std::int64_t cents = 0)
    {
        watched.push_back({client.id, kind, number, on, euros(cents), label});
    }
    void note(NoteKind kind, int daysAgo, const std::string& person = {})
    {
        Note note;
        note.id = NoteId{promiseId(static_cast<std::uint8_t>(200 + notes.size())).value};
        note.kind = kind;
        note.person = person;
        note.madeOn = kToday - daysAgo;
        notes.push_back(note);
    }

    /// Borrows the world: good until it changes.
    ClientAccount account(Day asOf = kToday)
    {
        m_statuses = evaluatePromises(promises, facts(), rules, asOf);
        m_disputeStatuses = evaluateDisputes(disputes, facts(), asOf);
        m_planStatuses = evaluatePlans(plans, facts(), asOf, rules);
        return {client,   Currency(),        asOf,  coveredThrough, items, receipts, allocations, promises, m_statuses,
                disputes, m_disputeStatuses, plans, m_planStatuses, notes, watched};
    }

    std::vector<Anomaly> anomalies(Day asOf = kToday)
    {
        const ClientAccount account = this->account(asOf);
        return findAnomalies(AccountFigures(account), settings());
    }
    std::optional<Anomaly> anomaly(AnomalyKind kind, Day asOf = kToday)
    {
        const auto all = anomalies(asOf);
        const auto found = std::ranges::find(all, kind, &Anomaly::kind);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    bool has(AnomalyKind kind, Day asOf = kToday) { return anomaly(kind, asOf).has_value(); }

    Client client;
    std::vector<Dispute> disputes;
    std::vector<PaymentPlan> plans;
    std::vector<Note> notes;
    std::vector<WatchFact> watched;

private:
    std::vector<PromiseStatus> m_statuses;
    std::vector<DisputeStatus> m_disputeStatuses;
    std::vector<PlanStatus> m_planStatuses;
};

/// The client of the designed screens 04, 06 and 11: 28 218,00 owed, of it 8 150,00 not due and 1 860,00 in dispute; a
/// promise of 6 480,00 for 16/11 that nothing kept.
inline AccountWorld treval()
{
    AccountWorld world;
    const ItemId late = world.invoice(648000, 88, "FA-2608-0142");
    const ItemId disputed = world.invoice(931240, 40, "FA-2609-0067");
    world.invoice(427560, 19, "FA-2610-0031");
    world.invoice(815000, -25, "FA-2611-0009");
    world.promise({late}, 648000, day("2026-11-09"), day("2026-11-16"));
    world.dispute(disputed, 186000, 25, day("2026-11-26"));
    return world;
}

} // namespace encours::tests
