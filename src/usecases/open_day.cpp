// SPDX-License-Identifier: Apache-2.0
#include "usecases/open_day.h"

#include "domain/agreements/visit.h"
#include "domain/insight/seen_marks.h"
#include "domain/ledger/kpi.h"
#include "intake/insight_reader.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "usecases/field_accounts.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace encours::usecases {

namespace {

/// How far the next call back or visit is looked for.
constexpr int kNextDays = 31;

/// Reads one account after the other into the plan.
class DayReading {
public:
    DayReading(DayPlan& plan, const InsightSettings& settings, UserId person)
        : m_plan(plan), m_settings(settings), m_person(person)
    {
    }

    void read(const FieldAccount& read)
    {
        const ClientAccount& account = read.account;
        const AccountFigures figures(account);
        DayClient client;
        client.key = account.client.key;
        client.name = account.client.name;
        client.aged = figures.aged();
        client.brokenAmount = client.dueAmount = figures.zero();
        const auto anomalies = findAnomalies(figures, m_settings);
        client.priority = priorityOf(figures, anomalies, m_settings.rules);
        for (const Anomaly& anomaly : anomalies)
            addAnomaly(client, anomaly);
        std::ranges::stable_sort(client.broken, std::greater(), &Anomaly::day);
        for (std::size_t i = 0; i < account.promises.size(); ++i)
            addPromise(client, account.promises[i], account.statuses[i]);
        addNotes(client, account);
        addVisits(client, account, visitsOf(read.events));
        leaveOutSeen(client, read.events);
        if (client.callBackOn || client.visitOn)
            client.doneAt.reset();
        count(client);
        if (!client.priority.terms.empty() || client.callBackOn || client.visitOn || client.doneAt)
            keep(std::move(client));
    }

    /// After the last one: the list.
    void finish()
    {
        keepFirst();
        std::ranges::move(m_ranked, std::back_inserter(m_plan.list));
        std::ranges::stable_sort(m_plan.list, comesFirst);
    }

private:
    static bool comesFirst(const DayClient& a, const DayClient& b)
    {
        if (a.doneAt || b.doneAt)
            return a.doneAt && b.doneAt ? *a.doneAt > *b.doneAt : !a.doneAt;
        return comesBefore(a.priority, b.priority);
    }

    void keep(DayClient client)
    {
        m_plan.toDo += client.doneAt ? 0 : 1;
        if (client.doneAt || client.callBackOn || client.visitOn || client.due > 0 || !client.broken.empty())
            return m_plan.list.push_back(std::move(client));
        m_ranked.push_back(std::move(client));
        if (m_ranked.size() >= 2 * kLongestDay)
            keepFirst();
    }

    void keepFirst()
    {
        if (m_ranked.size() <= kLongestDay)
            return;
        const auto last = m_ranked.begin() + kLongestDay;
        std::ranges::nth_element(m_ranked, last, comesFirst);
        m_plan.leftOut += static_cast<int>(m_ranked.end() - last);
        m_ranked.erase(last, m_ranked.end());
    }

    static void addAnomaly(DayClient& client, const Anomaly& anomaly)
    {
        if (anomaly.kind == AnomalyKind::BrokenPromise) {
            client.broken.push_back(anomaly);
            client.brokenAmount += anomaly.amount - anomaly.other;
        } else if (anomaly.severity != Severity::Information) {
            client.anomalies.push_back(anomaly);
        }
    }

    void addPromise(DayClient& client, const Promise& promise, const PromiseStatus& status)
    {
        if (promise.madeOn == m_plan.day && promise.ending == PromiseEnding::None)
            client.doneAt = std::max(client.doneAt.value_or(promise.madeAt), promise.madeAt);
        if (status.state != PromiseState::Open)
            return;
        if (promise.promisedFor <= m_plan.day) {
            ++client.due;
            client.dueAmount += status.base - status.paidTotal;
        } else {
            offerNext({NextEvent::Kind::Promise, promise.promisedFor, client.key, client.name, promise.amount});
        }
    }

    void addNotes(DayClient& client, const ClientAccount& account)
    {
        for (const Note& note : account.notes) {
            if (note.madeOn == m_plan.day)
                client.doneAt = std::max(client.doneAt.value_or(note.madeAt), note.madeAt);
            if (!note.callBackOn || wasCalledBack(note, account))
                continue;
            if (*note.callBackOn <= m_plan.day)
                client.callBackOn = std::min(client.callBackOn.value_or(*note.callBackOn), *note.callBackOn);
            else
                offerNext({NextEvent::Kind::CallBack, *note.callBackOn, client.key, client.name, client.dueAmount});
        }
    }

    void addVisits(DayClient& client, const ClientAccount& account, std::span<const Visit> visits)
    {
        for (const Visit& visit : visits) {
            if (visit.state != VisitState::Planned || wasVisited(visit, account))
                continue;
            if (visit.on <= m_plan.day)
                client.visitOn = std::min(client.visitOn.value_or(visit.on), visit.on);
            else
                offerNext({NextEvent::Kind::Visit, visit.on, client.key, client.name, client.dueAmount});
        }
    }

    /// A visit noted on the day it was for or later, though not as the report of this one.
    static bool wasVisited(const Visit& visit, const ClientAccount& account)
    {
        return std::ranges::any_of(
            account.notes, [&](const Note& note) { return note.kind == NoteKind::Visit && note.madeOn >= visit.on; });
    }

    void leaveOutSeen(DayClient& client, std::span<const Event> events) const
    {
        const auto marked = [&](const Anomaly& anomaly) { return hasSeen(events, m_person, keyOf(anomaly)); };
        std::ranges::remove_copy_if(client.anomalies, std::back_inserter(client.unseen), marked);
    }

    /// Anything noted or promised after the note, on the day it named or later.
    static bool wasCalledBack(const Note& note, const ClientAccount& account)
    {
        const auto answers = [&](const auto& fact) {
            return fact.madeAt > note.madeAt && fact.madeOn >= *note.callBackOn;
        };
        return std::ranges::any_of(account.notes, answers) || std::ranges::any_of(account.promises, answers);
    }

    void offerNext(NextEvent event)
    {
        if (!m_plan.next || event.day < m_plan.next->day)
            m_plan.next = std::move(event);
    }

    void count(const DayClient& client)
    {
        m_plan.callBacks += client.callBackOn ? 1 : 0;
        m_plan.visits += client.visitOn ? 1 : 0;
        m_plan.unseen += static_cast<int>(client.unseen.size());
        m_plan.anomalies += static_cast<int>(client.anomalies.size());
        add(m_plan.due, client.due, client.dueAmount);
        add(m_plan.broken, static_cast<int>(client.broken.size()), client.brokenAmount);
    }
    static void add(DaySum& sum, int count, Money amount)
    {
        sum.count += count;
        if (amount.currency() == sum.amount.currency())
            sum.amount += amount;
    }

    DayPlan& m_plan;
    const InsightSettings& m_settings;
    UserId m_person;
    std::vector<DayClient> m_ranked; ///< nothing was promised, planned or done: on the list for their rank only
};

Result<std::unordered_set<ClientId>> clientsToLookAt(Field& field, Day today)
{
    std::unordered_set<ClientId> ids;
    ENCOURS_TRY(const auto promises, store::listPromises(field.store, field.tenant));
    for (const Promise& promise : promises)
        ids.insert(promise.client);
    ENCOURS_TRY(const auto notes, store::callBacksThrough(field.store, field.tenant, today + kNextDays));
    for (const Note& note : notes)
        ids.insert(note.client);
    ENCOURS_TRY(const auto events, store::listEvents(field.store, field.tenant));
    for (const Visit& visit : visitsOf(events)) {
        if (visit.state == VisitState::Planned && visit.on <= today + kNextDays)
            ids.insert(visit.client);
    }
    return ids;
}

bool owesOrIsOwed(const AgedBalance& aged)
{
    return !aged.credits.isZero() || std::ranges::any_of(aged.buckets, [](Money one) { return !one.isZero(); });
}

} // namespace

Result<DayPlan> openDay(Field& field)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const InsightSettings settings, intake::builtInInsightSettings());
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(field.store, field.tenant));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    DayPlan plan;
    plan.day = field.clock.today();
    plan.total = AgedBalance::zero(progress.currency);
    plan.due.amount = plan.broken.amount = Money::ofMinor(0, progress.currency);
    ENCOURS_TRY(plan.freshness, freshness(field));
    ENCOURS_TRY(const auto noted, clientsToLookAt(field, plan.day));
    ENCOURS_TRY(auto balances, store::listBalances(field.store, field.tenant, plan.day));
    std::vector<Client> clients;
    for (store::ClientBalance& one : balances) {
        if (one.balance.currency() != one.client.currency)
            continue;
        ++plan.clients;
        if (one.balance.currency() == progress.currency)
            plan.total += one.balance;
        if (owesOrIsOwed(one.balance) || noted.contains(one.client.id))
            clients.push_back(std::move(one.client));
    }
    if (const auto share = percent(plan.total.overdue(), plan.total.balance()))
        plan.overdueShare = static_cast<int>((share->value + 50) / 100);
    DayReading reading(plan, settings, self.person);
    ENCOURS_CHECK(visitFieldAccounts(field, clients, plan.freshness.coveredThrough.value_or(Day()),
                                     [&](const FieldAccount& account) -> Result<void> {
                                         reading.read(account);
                                         return {};
                                     }));
    reading.finish();
    return plan;
}

} // namespace encours::usecases
