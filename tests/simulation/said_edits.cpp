// SPDX-License-Identifier: Apache-2.0
// What people say of visits, disputes, plans, notes and contacts: each act is drawn among those that are there to speak of.
#include "domain/agreements/dispute_history.h"
#include "domain/agreements/plan_history.h"
#include "store/contacts.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "tests/simulation/field.h"
#include "usecases/open_dispute.h"
#include "usecases/plan_visit.h"
#include "usecases/propose_plan.h"
#include "usecases/revise_note.h"
#include "usecases/suggest_contact.h"

namespace encours::simulation {

namespace {

/// One person before one client.
class Speaker {
public:
    Speaker(usecases::Field field, const Client& client, std::vector<encours::Event> events, Draw& draw)
        : m_field(field), m_client(client), m_events(std::move(events)), m_draw(draw)
    {
    }

    std::string say()
    {
        switch (m_draw.below(5)) {
        case 0: return visit();
        case 1: return dispute();
        case 2: return plan();
        case 3: return note();
        default: return contact();
        }
    }

private:
    std::string visit()
    {
        const auto visits = visitsOf(m_events);
        if (visits.empty() || m_draw.chance(300))
            return "plan visit" + toldOf(usecases::planVisit(m_field, {m_client.id, someDay(), "", {}}));
        const Visit& visit = m_draw.of(visits);
        switch (m_draw.below(3)) {
        case 0: return "move visit" + toldOf(usecases::planVisit(m_field, {m_client.id, someDay(), "", visit.id}));
        case 1: {
            usecases::NoteRequest request;
            request.client = m_client.id;
            request.kind = NoteKind::Visit;
            request.text = "visited";
            return "report visit" + toldOf(usecases::reportVisit(m_field, visit.id, request));
        }
        default: return "cancel visit" + toldOf(usecases::cancelVisit(m_field, m_client.id, visit.id, "ill"));
        }
    }

    std::string dispute()
    {
        const auto disputes = disputeHistories(m_events);
        const auto items = must(store::itemsOf(m_field.store, m_field.tenant, m_client.id));
        if (disputes.empty() || m_draw.chance(300)) {
            if (items.empty())
                return "nothing to contest";
            const Item& item = m_draw.of(items);
            const Money amount = Money::ofMinor(m_draw.between(1, 100), item.amount.currency());
            return "contest" + toldOf(usecases::openDispute(m_field, {m_client.id, item.id, amount, "AUTRE", ""}));
        }
        const Dispute& dispute = m_draw.of(disputes).dispute;
        const auto step = static_cast<DisputeStep>(m_draw.between(1, 6));
        const bool counts = step == DisputeStep::Qualified || step == DisputeStep::Accepted;
        const Money amount = Money::ofMinor(counts ? m_draw.between(1, 100) : 0, dispute.amount.currency());
        return "dispute step " + std::to_string(static_cast<int>(step)) +
               toldOf(usecases::stepDispute(m_field, {m_client.id, dispute.id, step, amount}));
    }

    std::string plan()
    {
        const auto plans = planHistories(m_events);
        if (plans.empty() || m_draw.chance(300))
            return "propose plan" + propose({});
        const PaymentPlan& plan = m_draw.of(plans).plan;
        if (m_draw.chance(400))
            return "another version of plan" + propose(plan.id);
        const auto step = m_draw.of(std::vector{PlanStep::Approved, PlanStep::Refused, PlanStep::Cancelled});
        return "decide plan " + std::to_string(static_cast<int>(step)) +
               toldOf(usecases::decidePlan(m_field,
                                           {m_client.id, plan.id, contentHash(plan, plan.versions.back()), step, {}}));
    }

    std::string propose(PlanId replaces)
    {
        usecases::PlanRequest request;
        request.client = m_client.id;
        request.replaces = replaces;
        request.parties = {"Paul"};
        for (const Item& item : must(store::itemsOf(m_field.store, m_field.tenant, m_client.id))) {
            if (item.residual.sign() <= 0 || item.due >= m_field.clock.today())
                continue;
            const Money half = Money::ofMinor(m_draw.between(1, std::max<std::int64_t>(1, item.residual.minor() / 2)),
                                              item.residual.currency());
            PlanVersion& version = request.version;
            version.items = {item.id};
            version.debt = item.residual;
            version.carryingCost = Money::ofMinor(0, half.currency());
            const Day first = nextBusinessDay(m_field.clock.today() + 1);
            version.schedule = {{first, half}};
            if (half != item.residual)
                version.schedule.push_back({nextBusinessDay(first + 30), item.residual - half});
            version.reason = "seasonal";
            break;
        }
        return request.version.items.empty() ? ": nothing is due" : toldOf(usecases::proposePlan(m_field, request));
    }

    std::string note()
    {
        const auto notes = must(store::notesOf(m_field.store, m_field.tenant, m_client.id));
        if (notes.empty())
            return "no note to revise";
        const std::string text = "revised " + std::to_string(m_draw.below(1000));
        return "revise note" + toldOf(usecases::reviseNote(m_field, m_client.id, m_draw.of(notes).id, text));
    }

    std::string contact()
    {
        if (m_draw.chance(200))
            return "seen" + toldOf(usecases::markSeen(m_field, m_client.id, "late_95|1"));
        const auto suggestions = suggestionsOf(m_events);
        if (!suggestions.empty() && m_draw.chance(500))
            return "settle suggestion" + toldOf(usecases::settleSuggestion(
                                             m_field, m_client.id, m_draw.of(suggestions).id, m_draw.chance(500)));
        const auto contacts = must(store::contactsOf(m_field.store, m_field.tenant, m_client.id));
        const ContactId contact = contacts.empty() ? ContactId() : m_draw.of(contacts).id;
        ContactValues after;
        after.phone = std::to_string(m_draw.below(1000));
        return "suggest contact" + toldOf(usecases::suggestContact(m_field, m_client.id, contact, after));
    }

    Day someDay() { return m_field.clock.today() + static_cast<int>(m_draw.below(5)); }

    usecases::Field m_field;
    const Client& m_client;
    std::vector<encours::Event> m_events;
    Draw& m_draw;
};

} // namespace

std::string Field::saySomething(const Client& client, Draw& draw)
{
    auto events = must(store::eventsOf(*m_connection, kTenant, client.id));
    return Speaker({*m_connection, clock, m_uuids}, client, std::move(events), draw).say();
}

} // namespace encours::simulation
