// SPDX-License-Identifier: Apache-2.0
// What the day of a salesperson holds: who comes first and why, what is counted, what is done, what comes next.
#include "tests/usecases/field_world.h"

#include "store/clients.h"
#include "store/device_state.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/promises.h"
#include "store/random.h"
#include "usecases/amend_promise.h"
#include "usecases/brief_client.h"
#include "usecases/check_order.h"
#include "usecases/field_accounts.h"
#include "usecases/list_clients.h"
#include "usecases/list_field_promises.h"
#include "usecases/open_client.h"
#include "usecases/open_day.h"
#include "usecases/open_dispute.h"
#include "usecases/plan_visit.h"
#include "usecases/promise_payment.h"
#include "usecases/propose_plan.h"
#include "usecases/record_note.h"
#include "usecases/suggest_contact.h"
#include "usecases/take_back.h"

#include <algorithm>

using namespace encours;
using namespace encours::usecases;
using store::test::must;
using usecases::test::day;
using usecases::test::EnrolledField;

namespace {

/// Three clients who owe, one at zero.
struct DayWorld : EnrolledField {
    DayWorld()
    {
        addClient(1, "411SMALL");
        addClient(2, "411GREAT");
        addClient(3, "411LATER");
        addClient(4, "411ZERO");
        addItem(1, 1, "2026-11-10", 100000);
        addItem(2, 2, "2026-11-10", 900000);
        addItem(3, 3, "2026-12-20", 500000);
    }

    void addClient(std::int64_t id, const char* key)
    {
        Client client;
        client.id = ClientId{id};
        client.key = client.name = key;
        client.salesperson = UserId{1};
        must(store::upsertClient(*connection, field.tenant, client, 1));
    }
    void addItem(std::int64_t id, std::int64_t client, const char* due, std::int64_t cents)
    {
        Item item;
        item.id = ItemId{id};
        item.client = ClientId{client};
        item.account = "411000";
        item.number = "FA-" + std::to_string(id);
        item.due = day(due);
        item.pieceDay = item.due - 30;
        item.amount = item.residual = Money::ofMinor(cents);
        must(store::upsertItem(*connection, field.tenant, item));
    }
    void promised(std::int64_t client, std::int64_t item, const char* made, const char* forDay, std::int64_t cents)
    {
        Promise promise;
        promise.id = PromiseId{uuids.next()};
        promise.client = ClientId{client};
        promise.items = {ItemId{item}};
        promise.amount = Money::ofMinor(cents);
        promise.promisedFor = day(forDay);
        promise.madeOn = day(made);
        promise.madeAt = Instant::fromParis(day(made), 10, 0);
        promise.serverSeq = ++m_seq;
        must(store::upsertPromise(*connection, field.tenant, promise, promise.serverSeq));
    }
    void note(std::int64_t client, std::optional<Day> callBackOn = {})
    {
        must(recordNote(field, {.client = ClientId{client},
                                .kind = NoteKind::Call,
                                .text = "Rappeler",
                                .person = "Odile",
                                .callBackOn = callBackOn}));
    }
    static NoteRequest visited(std::int64_t client)
    {
        NoteRequest request;
        request.client = ClientId{client};
        request.kind = NoteKind::Visit;
        request.text = "Vu sur place";
        return request;
    }
    /// By somebody of the office.
    void decided(const PaymentPlan& plan, PlanStep step, const char* person)
    {
        Event event;
        event.id = OperationId{uuids.next()};
        event.author = UserId{7};
        event.serverSeq = ++m_seq;
        event.madeOn = clock.today();
        event.saying.client = plan.client;
        event.saying.object = plan.id.value;
        event.saying.content = PlanDecided{1, contentHash(plan, plan.versions.back()), step, person};
        event.saying = must(store::withBytes(event.saying));
        must(store::upsertEvent(*connection, field.tenant, event));
    }
    std::vector<std::string> keys()
    {
        std::vector<std::string> keys;
        for (const DayClient& client : must(openDay(field)).list)
            keys.push_back(client.key);
        return keys;
    }
    const DayClient& of(const DayPlan& plan, const std::string& key)
    {
        return *std::ranges::find(plan.list, key, &DayClient::key);
    }

private:
    std::int64_t m_seq = 0;
};

using Keys = std::vector<std::string>;

} // namespace

class TestDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBalanceIsThatOfTheList()
    {
        DayWorld world;
        const DayPlan plan = must(openDay(world.field));
        const ClientList list = must(listClients(world.field));
        QCOMPARE(plan.clients, 4);
        QCOMPARE(plan.total.balance(), list.total.balance());
        QCOMPARE(plan.total.overdue(), Money::ofMinor(1000000));
        QCOMPARE(plan.overdueShare, 67); // 10 000 of 15 000
    }

    // Only who has a term is on the list; nobody for an invoice that is not due.
    void whoOwesMoreComesFirst()
    {
        DayWorld world;
        QCOMPARE(world.keys(), (Keys{"411GREAT", "411SMALL"}));
        QCOMPARE(must(openDay(world.field)).toDo, 2);
    }

    void aBrokenPromiseGoesBeforeAmountsAndIsCounted()
    {
        DayWorld world;
        world.promised(1, 1, "2026-11-11", "2026-11-16", 100000);
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.list.front().key, std::string("411SMALL"));
        QCOMPARE(plan.list.front().priority.terms.front().name, std::string_view("broken_promise"));
        QCOMPARE(plan.list.front().priority.terms.front().label.fr, std::string("Promesse rompue"));
        QCOMPARE(plan.broken.count, 1);
        QCOMPARE(plan.broken.amount, Money::ofMinor(100000));
        int points = 0;
        for (const PriorityTerm& term : plan.list.front().priority.terms)
            points += term.points;
        QCOMPARE(points, plan.list.front().priority.points);
    }

    // Today, and in the days of grace: awaited. Later: not yet.
    void promisesOfTheDayAreCounted()
    {
        DayWorld world;
        world.promised(1, 1, "2026-11-11", "2026-11-23", 40000);
        world.promised(2, 2, "2026-11-11", "2026-11-20", 50000);
        world.promised(3, 3, "2026-11-11", "2026-12-01", 60000);
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.due.count, 2);
        QCOMPARE(plan.due.amount, Money::ofMinor(90000));
        QCOMPARE(world.of(plan, "411SMALL").dueAmount, Money::ofMinor(40000));
        QVERIFY(plan.next && plan.next->kind == NextEvent::Kind::Promise);
        QCOMPARE(plan.next->day, day("2026-12-01"));
        QCOMPARE(plan.next->amount, Money::ofMinor(60000));
    }

    void whoWasDealtWithTodayComesLast()
    {
        DayWorld world;
        world.note(2);
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(world.keys(), (Keys{"411SMALL", "411GREAT"}));
        QCOMPARE(plan.toDo, 1);
        QVERIFY(plan.list.back().doneAt == world.clock.now());
        world.clock.advance(std::chrono::hours(24));
        QCOMPARE(world.keys(), (Keys{"411GREAT", "411SMALL"})); // another day
    }

    // Noted to be called on a day: on it and after, until somebody is in touch again.
    void aCallBackIsToldUntilItIsMade()
    {
        DayWorld world;
        world.note(4, day("2026-11-25"));
        QCOMPARE(must(openDay(world.field)).callBacks, 0);
        QCOMPARE(must(openDay(world.field)).next->day, day("2026-11-25"));
        world.clock.advance(std::chrono::hours(72));
        DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.callBacks, 1);
        QCOMPARE(plan.list.back().key, std::string("411ZERO")); // it owes nothing: after the others
        QCOMPARE(plan.list.back().callBackOn, day("2026-11-25"));
        world.note(4);
        plan = must(openDay(world.field));
        QCOMPARE(plan.callBacks, 0);
        QVERIFY(world.of(plan, "411ZERO").doneAt);
    }

    // Said this morning for this afternoon: the note itself is not the call.
    void aCallBackOfTheSameDayIsStillToMake()
    {
        DayWorld world;
        world.note(2, day("2026-11-23"));
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.callBacks, 1);
        QVERIFY(!world.of(plan, "411GREAT").doneAt);
        QCOMPARE(plan.toDo, 2);
    }

    // What is disputed is not to be demanded: the day, the brief and the card say the same amount.
    void whatIsDisputedIsLeftOut()
    {
        DayWorld world;
        Dispute told; // of a file of the office
        told.id = DisputeId{world.uuids.next()};
        told.client = ClientId{2};
        told.item = ItemId{2};
        told.amount = Money::ofMinor(200000);
        told.reason = "QTE_ERR";
        told.openedOn = day("2026-11-12");
        must(store::upsertDispute(*world.connection, world.field.tenant, told));
        must(openDispute(world.field, {.client = ClientId{1},
                                       .item = ItemId{1},
                                       .amount = Money::ofMinor(30000),
                                       .reason = "AUTRE",
                                       .text = "Trois cartons écrasés"}));
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(world.of(plan, "411GREAT").priority.collectible.amount, Money::ofMinor(700000));
        QCOMPARE(world.of(plan, "411SMALL").priority.collectible.amount, Money::ofMinor(70000));
        for (const char* key : {"411GREAT", "411SMALL"})
            QCOMPARE(must(briefClient(world.field, key)).brief.collectible.amount,
                     must(openClient(world.field, key)).collectible.amount);
    }

    void aMissedInstalmentIsKnown()
    {
        DayWorld world;
        PlanRequest request;
        request.client = ClientId{1};
        request.version.items = {ItemId{1}};
        request.version.debt = Money::ofMinor(100000);
        request.version.schedule = {{day("2026-11-25"), Money::ofMinor(50000)},
                                    {day("2026-12-30"), Money::ofMinor(50000)}};
        request.version.reason = "Trésorerie";
        request.parties = {"Odile"};
        const PlanHistory plan = must(proposePlan(world.field, request));
        world.decided(plan.plan, PlanStep::Approved, "");
        world.decided(plan.plan, PlanStep::Signed, "Odile");
        const auto missed = [&] {
            const DayPlan today = must(openDay(world.field));
            return std::ranges::contains(world.of(today, "411SMALL").anomalies, AnomalyKind::PlanMissed,
                                         &Anomaly::kind);
        };
        QVERIFY(!missed());
        world.clock.advance(std::chrono::hours(24 * 7)); // past 25/11 and its days of grace
        must(store::saveFreshness(*world.connection, world.field.tenant, day("2026-11-30"), day("2026-11-30"), false,
                                  world.clock.now(), world.clock.now()));
        QVERIFY(missed());
    }

    // Within what a salesperson may grant it is agreed in the transaction that proposes it; beyond it waits for a manager.
    void aPlanWithinTheEnvelopeIsGrantedAtOnce()
    {
        DayWorld world;
        PlanRequest request;
        request.client = ClientId{1};
        request.version.items = {ItemId{1}};
        request.version.debt = Money::ofMinor(100000);
        request.version.schedule = {{day("2026-11-27"), Money::ofMinor(50000)},
                                    {day("2026-12-28"), Money::ofMinor(50000)}};
        request.version.reason = "Trésorerie";
        request.parties = {"Odile"};
        request.grantWithinEnvelope = true;
        const PlanHistory granted = must(proposePlan(world.field, request));
        QCOMPARE(granted.plan.events.size(), 1u);
        QVERIFY(granted.plan.events.front().step == PlanStep::GrantedAlone);
        QVERIFY(must(openClient(world.field, "411SMALL")).plans.front().status.state == PlanState::Approved);
        request.client = ClientId{2}; // 9 000,00: more than may be granted alone
        request.version.items = {ItemId{2}};
        request.version.debt = Money::ofMinor(900000);
        request.version.schedule = {{day("2026-11-27"), Money::ofMinor(450000)},
                                    {day("2026-12-28"), Money::ofMinor(450000)}};
        QVERIFY(must(proposePlan(world.field, request)).plan.events.empty());
        QVERIFY(must(openClient(world.field, "411GREAT")).plans.front().status.state == PlanState::Proposed);
        // Taken back before it was sent: neither the proposal nor the grant is left.
        must(takeBackPlan(world.field, granted.plan.id, contentHash(granted.plan, granted.plan.versions.back()),
                          ClientId{1}));
        QVERIFY(must(openClient(world.field, "411SMALL")).plans.empty());
    }

    void anOrderIsJudgedOnTheDevice()
    {
        DayWorld world;
        QVERIFY(must(checkOrder(world.field, "411ZERO", 100000)).check.light == OrderLight::Green);
        world.promised(1, 1, "2026-11-11", "2026-11-16", 100000);
        const OrderAnswer answer = must(checkOrder(world.field, "411SMALL", 50000));
        QVERIFY(answer.check.light == OrderLight::Amber); // a broken promise
        QCOMPARE(answer.check.after, Money::ofMinor(150000));
        QVERIFY(!answer.check.reasons.empty());
        REQUIRE_ERROR(checkOrder(world.field, "411SMALL", 0), "order.amount");
        REQUIRE_ERROR(checkOrder(world.field, "411NOBODY", 1), "client.unknown");
    }

    // On the day and after it, until somebody reports it or notes that they were there.
    void aVisitIsToldUntilItIsMade()
    {
        DayWorld world;
        must(planVisit(world.field, {.client = ClientId{4}, .on = day("2026-11-25"), .purpose = {}, .moves = {}}));
        const Visit second =
            must(planVisit(world.field, {.client = ClientId{2}, .on = day("2026-11-23"), .purpose = {}, .moves = {}}));
        DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.visits, 1);
        QCOMPARE(world.of(plan, "411GREAT").visitOn, day("2026-11-23"));
        QVERIFY(plan.next->kind == NextEvent::Kind::Visit && plan.next->clientKey == "411ZERO");
        must(reportVisit(world.field, second.id, world.visited(2)));
        plan = must(openDay(world.field));
        QCOMPARE(plan.visits, 0);
        QVERIFY(world.of(plan, "411GREAT").doneAt);
        world.clock.advance(std::chrono::hours(72));
        plan = must(openDay(world.field));
        QCOMPARE(plan.visits, 1); // 411ZERO owes nothing: it is there all the same
        QCOMPARE(plan.list.back().visitOn, day("2026-11-25"));
        must(recordNote(world.field, world.visited(4)));
        QCOMPARE(must(openDay(world.field)).visits, 0);
    }

    // A late visit that was put off, and that is taken back: it waits as before, or, once the centre knows, is to be made today.
    void aLateVisitIsPutOffAndTakenBack()
    {
        DayWorld world;
        const Visit late = must(planVisit(
            world.field, {.client = ClientId{2}, .on = day("2026-11-24"), .purpose = "Relance", .moves = {}}));
        world.clock.advance(std::chrono::hours(72));
        const auto putOff = [&] {
            return must(planVisit(world.field, {ClientId{2}, day("2026-11-30"), "Relance", late.id}));
        };
        const auto visit = [&] { return must(listVisits(world.field)).front(); };
        QVERIFY(must(takeBackVisit(world.field, putOff(), late)) == TakenBack::Forgotten);
        QCOMPARE(visit().on, day("2026-11-24"));
        const Visit moved = putOff();
        must(store::markSent(*world.connection, world.field.tenant, 2, 1000));
        QVERIFY(must(takeBackVisit(world.field, moved, late)) == TakenBack::Ended);
        QCOMPARE(visit().on, day("2026-11-26"));
        QCOMPARE(visit().purpose, "Relance");
        QCOMPARE(must(openDay(world.field)).visits, 1);
    }

    void whatWasSeenIsNotNew()
    {
        DayWorld world;
        world.addItem(5, 2, "2026-09-01", 100000); // 83 days late
        const DayPlan plan = must(openDay(world.field));
        const DayClient& great = world.of(plan, "411GREAT");
        QVERIFY(plan.anomalies > 0);
        QCOMPARE(plan.unseen, plan.anomalies);
        must(markSeen(world.field, ClientId{2}, keyOf(great.unseen.front())));
        const DayPlan after = must(openDay(world.field));
        QCOMPARE(after.anomalies, plan.anomalies);
        QCOMPARE(after.unseen, plan.unseen - 1);
        // Somebody else's receipt says nothing of mine.
        Event theirs;
        theirs.id = OperationId{world.uuids.next()};
        theirs.author = UserId{7};
        theirs.saying.client = ClientId{2};
        theirs.saying.object = world.uuids.next();
        theirs.saying.content = AnomalySeen{keyOf(great.unseen.back())};
        theirs.saying = must(store::withBytes(theirs.saying));
        must(store::upsertEvent(*world.connection, world.field.tenant, theirs));
        QCOMPARE(must(openDay(world.field)).unseen, after.unseen);
    }

    // As its events leave it, and waiting while one of them does.
    void anAmendedPromiseIsListedAsItStands()
    {
        DayWorld world;
        world.promised(2, 2, "2026-11-11", "2026-11-27", 50000);
        const PromiseId id = must(listFieldPromises(world.field)).front().promise.id;
        PromiseAmended change;
        change.amount = Money::ofMinor(60000);
        change.promisedFor = day("2026-11-30");
        must(amendPromise(world.field, {ClientId{2}, id}, change));
        const FieldPromise listed = must(listFieldPromises(world.field)).front();
        QCOMPARE(listed.promise.amount, Money::ofMinor(60000));
        QCOMPARE(listed.promise.promisedFor, day("2026-11-30"));
        QVERIFY(listed.pending);
    }

    void anEmptyDeviceHasAnEmptyDay()
    {
        DayWorld world;
        for (std::int64_t id = 1; id <= 4; ++id)
            must(store::deleteClient(*world.connection, world.field.tenant, ClientId{id}));
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.clients, 0);
        QVERIFY(plan.list.empty() && !plan.next && !plan.overdueShare);
    }

    // 50,000 clients with their reasons took 170 MB: who is there for the rank only is counted, and left out when enough come
    // before. Whoever is to be called back stays.
    void aDayHasAnEnd()
    {
        DayWorld world;
        constexpr std::int64_t kOwing = 2 * kLongestDay + 300; // it is cut once on the way, and at the end
        const auto keyOf = [](std::int64_t i) { return "411L" + std::to_string(1000 + i); };
        {
            auto transaction = must(store::Transaction::begin(*world.connection));
            for (std::int64_t i = 0; i < kOwing; ++i) {
                world.addClient(100 + i, keyOf(i).c_str());
                world.addItem(100 + i, 100 + i, "2026-11-10", 1'000'000 + i * 100);
            }
            must(transaction.commit());
        }
        world.note(100, day("2026-11-25")); // the least of them
        world.clock.advance(std::chrono::hours(72));
        const DayPlan plan = must(openDay(world.field));
        QCOMPARE(plan.toDo, static_cast<int>(kOwing) + 2); // and two of the world's
        QCOMPARE(plan.list.size(), std::size_t(kLongestDay) + 1);
        QCOMPARE(plan.leftOut, plan.toDo - static_cast<int>(plan.list.size()));
        for (std::int64_t i = 0; i < kLongestDay; ++i)
            QCOMPARE(plan.list[static_cast<std::size_t>(i)].key, keyOf(kOwing - 1 - i));
        QCOMPARE(plan.list.back().key, keyOf(0));
    }

    // What may be granted is what a plan is granted for at once: 20 % within a week, the rest in two instalments.
    void theBriefOpensWithTheBrokenPromise()
    {
        DayWorld world;
        world.promised(1, 1, "2026-11-11", "2026-11-16", 100000);
        const ClientBrief sheet = must(briefClient(world.field, "411SMALL"));
        QCOMPARE(sheet.brief.collectible.amount, Money::ofMinor(100000));
        QVERIFY(sheet.lastPromise == PromiseState::Broken);
        QVERIFY(sheet.brief.say.front().fr.contains("Vous m’aviez annoncé"));
        const VisitGrant& grant = sheet.brief.grant;
        QCOMPARE(grant.instalments, PlanEnvelope().maxInstalments);
        QCOMPARE(grant.amount, Money::ofMinor(100000));
        QCOMPARE(grant.downPayment, Money::ofMinor(20000));
        QCOMPARE(grant.until, sheet.asOf + PlanEnvelope().maxDays);
        REQUIRE_ERROR(briefClient(world.field, "411NOBODY"), "client.unknown");
    }

    void promisesAreListedWithTheirState()
    {
        DayWorld world;
        world.promised(1, 1, "2026-11-11", "2026-11-16", 100000);
        world.promised(2, 2, "2026-11-11", "2026-11-27", 50000);
        const auto promises = must(listFieldPromises(world.field));
        QCOMPARE(promises.size(), 2u);
        QCOMPARE(promises[0].clientKey, std::string("411GREAT"));
        QCOMPARE(promises[0].status.state, PromiseState::Open);
        QCOMPARE(promises[0].itemNumbers, (Keys{"FA-2"}));
        QVERIFY(isBroken(promises[1].status) && !promises[1].pending);
        PromiseRequest request;
        request.client = ClientId{2};
        request.items = {ItemId{2}};
        request.amount = Money::ofMinor(1000);
        request.promisedFor = day("2026-12-02");
        must(promisePayment(world.field, request));
        QVERIFY(must(listFieldPromises(world.field)).front().pending);
    }
};

QTEST_GUILESS_MAIN(TestDay)
#include "test_day.moc"
