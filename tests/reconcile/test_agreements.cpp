// SPDX-License-Identifier: Apache-2.0
// The rows of the table in sync/reconcile/README.md about notes, visits, disputes, plans and contacts, those that depend
// on the order of arrival in both orders.
#include "domain/agreements/outcome.h"
#include "sync/reconcile/contacts.h"
#include "sync/reconcile/disputes.h"
#include "sync/reconcile/note_events.h"
#include "sync/reconcile/notes.h"
#include "sync/reconcile/plans.h"
#include "tests/reconcile/promise_people.h"

using namespace encours;
using namespace encours::tests;

namespace {

/// People, what they have seen, and a centre for one kind of object.
class World {
public:
    World()
    {
        client.id = ClientId{1};
        written.id = NoteId{numbered(5)};
        written.client = client.id;
        written.text = "as written";
        written.author = UserId{1};
        written.serverSeq = 1;
        Item item;
        item.id = ItemId{1};
        item.client = client.id;
        item.amount = item.residual = Money::ofMinor(100'000);
        item.pieceDay = item.day = item.due = kToday - 40;
        items.push_back(item);
    }

    /// Said with everything of the object known that `view` knows of it.
    Event say(View& view, const Uuid& object, EventContent content)
    {
        Event event;
        event.id = OperationId{numbered(++m_lastId)};
        event.saying.client = client.id;
        event.saying.object = object;
        for (const Event& seen : view.seen) {
            if (seen.saying.object == object)
                event.saying.seen.push_back(seen.id);
        }
        event.saying.content = std::move(content);
        event.author = view.person;
        event.authorName = "person " + std::to_string(view.person.value);
        event.madeOn = kToday;
        event.order = m_lastId;
        view.seen.push_back(event);
        return event;
    }

    reconcile::Said said(const View& by) const
    {
        return {client, {by.person, by.ofTheOffice, by.person == manager.person}, by.inScope, kToday, kToday};
    }
    QString answer(const Event& event, const View& by)
    {
        const auto verdict = decide(said(by), event);
        if (verdict.keeps) {
            events.push_back(event);
            events.back().serverSeq = ++m_lastSeq;
        }
        if (!verdict.reason.empty() && outcomeSentence(verdict.status, verdict.reason).en.contains(verdict.reason))
            qFatal("the reason %s has no sentence of its own", verdict.reason.c_str());
        static const std::array names{"applied", "duplicate", "conflict", "review", "rejected"};
        return QString::fromStdString(names[static_cast<std::size_t>(verdict.status)] +
                                      std::string(verdict.reason.empty() ? "" : " ") + verdict.reason);
    }
    void receive(View& view) const { view.seen = events; }

    Client client;
    Note written;
    std::vector<Item> items;
    std::vector<Event> events;
    View nadia{UserId{1}, false, true, {}};
    View julien{UserId{2}, true, true, {}};
    View karim{UserId{3}, false, true, {}};
    View manager{UserId{4}, true, true, {}};

private:
    reconcile::Verdict decide(const reconcile::Said& said, const Event& event) const
    {
        const EventContent& content = event.saying.content;
        const auto note = event.saying.object == written.id.value ? std::optional(written) : std::nullopt;
        if (std::holds_alternative<NoteRevised>(content))
            return reconcile::noteRevised(said, event, note, events);
        if (std::holds_alternative<NoteConcluded>(content))
            return reconcile::noteConcluded(said, note);
        if (std::holds_alternative<DisputeOpened>(content) || std::holds_alternative<DisputeStepped>(content))
            return reconcile::disputeEvent(said, event, {events, {}, {items, {}, {}, kToday}});
        if (std::holds_alternative<PlanProposed>(content) || std::holds_alternative<PlanDecided>(content))
            return reconcile::planEvent(said, event, {events, items});
        if (const auto* suggested = std::get_if<ContactSuggested>(&content))
            return reconcile::contactSuggested(said, *suggested, suggested->contact.value != 9);
        if (std::holds_alternative<SuggestionSettled>(content))
            return reconcile::suggestionSettled(said, event, events);
        return reconcile::visitEvent(said, event, events, true);
    }

    int m_lastId = 100;
    std::int64_t m_lastSeq = 10;
};

const Uuid kObject = numbered(42);

PlanProposed plan(std::int64_t first, std::int64_t second)
{
    PlanProposed proposed;
    proposed.version.items = {ItemId{1}};
    proposed.version.debt = Money::ofMinor(first + second);
    proposed.version.carryingCost = Money::ofMinor(0);
    proposed.version.schedule = {{kToday + 10, Money::ofMinor(first)}, {kToday + 40, Money::ofMinor(second)}};
    proposed.version.reason = "seasonal";
    proposed.parties = {"Paul"};
    return proposed;
}

PlanDecided decision(const World& world, PlanStep step, std::string person = {})
{
    const auto histories = planHistories(world.events);
    const PaymentPlan& plan = histories.at(0).plan;
    const PlanVersion& version = plan.versions.back();
    return {version.number, contentHash(plan, version), step, std::move(person)};
}

} // namespace

class TestAgreements : public QObject {
    Q_OBJECT

    /// The answers to hers and to his, said without knowing of each other, in the order of this run.
    static std::pair<QString, QString> concurrently(World& world, View& she, EventContent hers, View& he,
                                                    EventContent his, const Uuid& object)
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        const Event a = world.say(she, object, std::move(hers));
        const Event b = world.say(he, object, std::move(his));
        if (hisFirst) {
            const QString second = world.answer(b, he);
            return {world.answer(a, she), second};
        }
        const QString first = world.answer(a, she);
        return {first, world.answer(b, he)};
    }

private slots:
    static void initTestCase_data()
    {
        QTest::addColumn<bool>("hisFirst");
        QTest::newRow("hers first") << false;
        QTest::newRow("his first") << true;
    }

    void aNoteIsAdded()
    {
        World world;
        const auto added = [&](const View& view, const Note& note, bool idTaken) {
            const auto verdict = reconcile::noteAdded(world.said(view), note, idTaken);
            return QString::fromStdString(verdict.reason) + (verdict.keeps ? " kept" : "");
        };
        QCOMPARE(added(world.nadia, world.written, false), " kept");
        QCOMPARE(added(world.nadia, world.written, true), "note.exists");
        Note later = world.written;
        later.callBackOn = kToday + kMaximumCallBackDays;
        QCOMPARE(added(world.nadia, later, false), " kept");
        later.callBackOn = kToday + kMaximumCallBackDays + 1;
        QCOMPARE(added(world.nadia, later, false), "note.call_back");
        world.karim.inScope = false;
        QCOMPARE(added(world.karim, world.written, false), "scope.outside kept");
    }

    void aNoteIsRetracted()
    {
        World world;
        const auto retracted = [&](const View& view) {
            const auto verdict = reconcile::noteRetracted(world.said(view), world.written);
            return QString::fromStdString(verdict.reason) + (verdict.keeps ? " kept" : "");
        };
        QCOMPARE(retracted(world.karim), "note.author");
        QCOMPARE(retracted(world.nadia), " kept");
        world.written.retracted = true;
        QCOMPARE(retracted(world.julien), ""); // applied, without effect
        QCOMPARE(QString::fromStdString(reconcile::noteRetracted(world.said(world.nadia), std::nullopt).reason),
                 "note.unknown");
    }

    // Hidden either way; the text that came too late stays with its author, who is told.
    void revisedAndRetracted()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        const Event hers = world.say(world.nadia, world.written.id.value, NoteRevised{"hers"});
        const auto retract = [&] {
            QVERIFY(reconcile::noteRetracted(world.said(world.julien), world.written).keeps);
            world.written.retracted = true;
        };
        if (hisFirst)
            retract();
        QCOMPARE(world.answer(hers, world.nadia), hisFirst ? "rejected note.retracted" : "applied");
        if (!hisFirst)
            retract();
        const NoteHistory history = noteHistory(world.written, world.events);
        QVERIFY(history.current.retracted);
        QCOMPARE(history.current.text, hisFirst ? "as written" : "hers"); // kept for those who audit
    }

    void twoTextsOfANote()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        const Uuid note = world.written.id.value;
        const auto [hers, his] =
            concurrently(world, world.nadia, NoteRevised{"hers"}, world.julien, NoteRevised{"his"}, note);
        QCOMPARE(hisFirst ? hers : his, "conflict note.contested");
        NoteHistory history = noteHistory(world.written, world.events);
        QCOMPARE(history.texts.size(), 2u); // both displayed
        QCOMPARE(history.current.text, hisFirst ? "his" : "hers");
        world.receive(world.nadia);
        QCOMPARE(world.answer(world.say(world.nadia, note, NoteRevised{"hers and his"}), world.nadia), "applied");
        history = noteHistory(world.written, world.events);
        QCOMPARE(history.texts.size(), 1u);
        QCOMPARE(history.current.text, "hers and his");
        QCOMPARE(history.version, 4);
    }

    void theSameTextTwice()
    {
        World world;
        const auto [hers, his] = concurrently(world, world.nadia, NoteRevised{"same"}, world.julien,
                                              NoteRevised{"same"}, world.written.id.value);
        QCOMPARE(hers, "applied");
        QCOMPARE(his, "applied");
    }

    // Two people who were there tell two things: both are known, until one who has read both says it anew.
    void whatCameOfAVisit()
    {
        World world;
        const Uuid note = world.written.id.value;
        QVERIFY(noteHistory(world.written, world.events).outcomes.empty());
        const auto [hers, his] = concurrently(world, world.nadia, NoteConcluded{{NoteOutcome::Promise}}, world.julien,
                                              NoteConcluded{{NoteOutcome::Dispute, NoteOutcome::Promise}}, note);
        QCOMPARE(hers, "applied");
        QCOMPARE(his, "applied");
        auto told = noteHistory(world.written, world.events).outcomes;
        std::ranges::sort(told);
        QVERIFY((told == std::vector{NoteOutcome::Promise, NoteOutcome::Dispute}));
        world.receive(world.nadia);
        QCOMPARE(world.answer(world.say(world.nadia, note, NoteConcluded{{NoteOutcome::Refusal}}), world.nadia),
                 "applied");
        const NoteHistory history = noteHistory(world.written, world.events);
        QVERIFY(history.outcomes == std::vector{NoteOutcome::Refusal});
        QCOMPARE(history.version, 1); // the text is as it was written
    }

    void whoseNote()
    {
        World world;
        const Uuid note = world.written.id.value;
        QCOMPARE(world.answer(world.say(world.karim, note, NoteRevised{"x"}), world.karim), "rejected note.author");
        QCOMPARE(world.answer(world.say(world.nadia, kObject, NoteRevised{"x"}), world.nadia), "rejected note.unknown");
        const NoteConcluded absent{{NoteOutcome::Absent}};
        QCOMPARE(world.answer(world.say(world.karim, note, absent), world.karim), "rejected note.author");
        QCOMPARE(world.answer(world.say(world.nadia, kObject, absent), world.nadia), "rejected note.unknown");
        world.written.retracted = true;
        QCOMPARE(world.answer(world.say(world.nadia, note, NoteRevised{"x"}), world.nadia), "rejected note.retracted");
    }

    void aVisitMovedToTwoDays()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        QCOMPARE(world.answer(world.say(world.nadia, kObject, VisitPlanned{kToday + 1, ""}), world.nadia), "applied");
        world.receive(world.julien);
        const auto [hers, his] = concurrently(world, world.nadia, VisitPlanned{kToday + 2, ""}, world.julien,
                                              VisitPlanned{kToday + 3, ""}, kObject);
        QCOMPARE(hisFirst ? hers : his, "conflict visit.contested");
        QCOMPARE(visitsOf(world.events).at(0).on, kToday + (hisFirst ? 3 : 2));
        QCOMPARE(visitsOf(world.events).at(0).otherDays.size(), 1u);
    }

    // It took place: a cancellation does not undo it, whichever came first.
    void reportedAndCancelled()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        world.answer(world.say(world.nadia, kObject, VisitPlanned{kToday, ""}), world.nadia);
        world.receive(world.julien);
        const auto [hers, his] = concurrently(world, world.nadia, VisitReported{NoteId{numbered(7)}}, world.julien,
                                              VisitCancelled{"ill"}, kObject);
        QCOMPARE(hers, "applied");
        QCOMPARE(his, hisFirst ? "applied" : "conflict visit.over");
        QVERIFY(visitsOf(world.events).at(0).state == VisitState::Reported);
    }

    // Both reports are kept; the first stands.
    void reportedTwice()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        world.answer(world.say(world.nadia, kObject, VisitPlanned{kToday, ""}), world.nadia);
        world.receive(world.julien);
        const auto [hers, his] = concurrently(world, world.nadia, VisitReported{NoteId{numbered(7)}}, world.julien,
                                              VisitReported{NoteId{numbered(8)}}, kObject);
        QCOMPARE(hisFirst ? hers : his, "conflict visit.over");
        QCOMPARE(visitsOf(world.events).at(0).report, NoteId{numbered(hisFirst ? 8 : 7)});
        QCOMPARE(world.events.size(), 3u);
    }

    void movedAndReported()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        world.answer(world.say(world.nadia, kObject, VisitPlanned{kToday, ""}), world.nadia);
        world.receive(world.julien);
        const auto [hers, his] = concurrently(world, world.nadia, VisitPlanned{kToday + 5, ""}, world.julien,
                                              VisitReported{NoteId{numbered(7)}}, kObject);
        QCOMPARE(hers, hisFirst ? "conflict visit.over" : "applied");
        QCOMPARE(his, "applied");
        QVERIFY(visitsOf(world.events).at(0).state == VisitState::Reported);
    }

    void visitsThatCannotBe()
    {
        World world;
        QCOMPARE(world.answer(world.say(world.nadia, kObject, VisitPlanned{kToday - 1, ""}), world.nadia),
                 "rejected visit.day");
        QCOMPARE(world.answer(world.say(world.nadia, kObject, VisitCancelled{}), world.nadia),
                 "rejected visit.unknown");
        world.answer(world.say(world.nadia, kObject, VisitPlanned{kToday, ""}), world.nadia);
        QCOMPARE(world.answer(world.say(world.karim, kObject, VisitCancelled{}), world.karim), "rejected visit.author");
    }

    // Add wins: a dispute claimed again is open, whoever closed it without knowing.
    void claimedAndClosed()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        world.answer(world.say(world.nadia, kObject, DisputeOpened{ItemId{1}, Money::ofMinor(5'000), "AUTRE", ""}),
                     world.nadia);
        world.receive(world.julien);
        const auto [hers, his] =
            concurrently(world, world.nadia, DisputeStepped{DisputeStep::Qualified, Money::ofMinor(6'000)},
                         world.julien, DisputeStepped{DisputeStep::Rejected, {}}, kObject);
        QCOMPARE(hers, "applied");
        QCOMPARE(his, hisFirst ? "applied" : "conflict dispute.unseen");
        const auto history = disputeHistories(world.events).at(0);
        QCOMPARE(history.unaware.size(), 1u);
        const auto status = evaluateDisputes({&history.dispute, 1}, {world.items, {}, {}, kToday}, kToday).at(0);
        QVERIFY(status.open);
        QCOMPARE(status.disputed, Money::ofMinor(6'000));

        // Who has seen it closes it, then nothing follows.
        world.receive(world.julien);
        QCOMPARE(
            world.answer(world.say(world.julien, kObject, DisputeStepped{DisputeStep::Rejected, {}}), world.julien),
            "applied");
        world.receive(world.nadia);
        QCOMPARE(
            world.answer(world.say(world.nadia, kObject, DisputeStepped{DisputeStep::Qualified, Money::ofMinor(1)}),
                         world.nadia),
            "rejected dispute.step");
    }

    void twoDisputesOnOneInvoice()
    {
        World world;
        const auto open = [&](View& view, const Uuid& id) {
            return world.answer(world.say(view, id, DisputeOpened{ItemId{1}, Money::ofMinor(5'000), "AUTRE", ""}),
                                view);
        };
        QCOMPARE(open(world.nadia, kObject), "applied");
        QCOMPARE(open(world.karim, numbered(43)), "conflict dispute.twice");
        QCOMPARE(disputeHistories(world.events).size(), 2u); // both kept
        QCOMPARE(open(world.karim, kObject), "rejected dispute.exists");
        QCOMPARE(world.answer(world.say(world.karim, numbered(44),
                                        DisputeOpened{ItemId{1}, Money::ofMinor(1), "NO_SUCH_REASON", ""}),
                              world.karim),
                 "rejected dispute.reason");
    }

    // Each answer says why; what was said is kept.
    void contestedWhatIsNotOpen()
    {
        World world;
        world.items[0].residual = Money::ofMinor(4'000);
        const DisputeOpened opening{ItemId{1}, Money::ofMinor(5'000), "AUTRE", ""};
        QCOMPARE(world.answer(world.say(world.nadia, kObject, opening), world.nadia), "conflict dispute.residual");
        QCOMPARE(disputeHistories(world.events).size(), 1u);
        World settled;
        settled.items[0].residual = Money::ofMinor(0);
        QCOMPARE(settled.answer(settled.say(settled.nadia, kObject, opening), settled.nadia),
                 "conflict dispute.settled");
        QCOMPARE(disputeHistories(settled.events).size(), 1u);
        World unknown;
        QCOMPARE(unknown.answer(
                     unknown.say(unknown.nadia, kObject, DisputeOpened{ItemId{9}, Money::ofMinor(5'000), "AUTRE", ""}),
                     unknown.nadia),
                 "rejected dispute.item");
    }

    void whoAnswersADispute()
    {
        World world;
        world.answer(world.say(world.nadia, kObject, DisputeOpened{ItemId{1}, Money::ofMinor(5'000), "AUTRE", ""}),
                     world.nadia);
        QCOMPARE(world.answer(world.say(world.nadia, kObject, DisputeStepped{DisputeStep::Rejected, {}}), world.nadia),
                 "rejected dispute.office");
        QCOMPARE(world.answer(world.say(world.nadia, kObject, DisputeStepped{DisputeStep::Withdrawn, {}}), world.nadia),
                 "applied");
        QCOMPARE(
            world.answer(world.say(world.julien, numbered(9), DisputeStepped{DisputeStep::Started, {}}), world.julien),
            "rejected dispute.unknown");
    }

    void twoVersionsOfAPlan()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        QCOMPARE(world.answer(world.say(world.nadia, kObject, plan(40'000, 60'000)), world.nadia), "applied");
        world.receive(world.julien);
        const auto [hers, his] =
            concurrently(world, world.nadia, plan(50'000, 50'000), world.julien, plan(30'000, 70'000), kObject);
        QCOMPARE(hisFirst ? hers : his, "conflict plan.contested");
        const PlanHistory history = planHistories(world.events).at(0);
        QCOMPARE(history.plan.versions.size(), 2u);
        QCOMPARE(history.plan.versions.back().schedule[0].amount, Money::ofMinor(hisFirst ? 30'000 : 50'000));
        QCOMPARE(history.contested.size(), 1u);
        world.receive(world.nadia);
        QCOMPARE(world.answer(world.say(world.nadia, kObject, plan(45'000, 55'000)), world.nadia), "applied");
        QVERIFY(planHistories(world.events).at(0).contested.empty());
    }

    // I-14: at most one effective decision per version, bound to what was read.
    void twoDecisionsOnAPlan()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        world.answer(world.say(world.nadia, kObject, plan(40'000, 60'000)), world.nadia);
        View other{UserId{4}, true, true, {}}; // another device of the manager
        world.receive(world.manager);
        world.receive(other);
        const auto [hers, his] = concurrently(world, world.manager, decision(world, PlanStep::Approved), other,
                                              decision(world, PlanStep::Refused), kObject);
        QCOMPARE(hisFirst ? hers : his, "conflict plan.decided");
        const PlanHistory history = planHistories(world.events).at(0);
        QCOMPARE(history.plan.events.size(), 1u);
        QVERIFY(history.plan.events[0].step == (hisFirst ? PlanStep::Refused : PlanStep::Approved));
        QCOMPARE(history.late.size(), 1u); // visible
    }

    void theSameDecisionTwice()
    {
        World world;
        world.answer(world.say(world.nadia, kObject, plan(40'000, 60'000)), world.nadia);
        View other{UserId{4}, true, true, {}};
        world.receive(world.manager);
        world.receive(other);
        const auto [hers, his] = concurrently(world, world.manager, decision(world, PlanStep::Approved), other,
                                              decision(world, PlanStep::Approved), kObject);
        QCOMPARE(hers, "applied");
        QCOMPARE(his, "applied");
        QCOMPARE(planHistories(world.events).at(0).plan.events.size(), 1u);
    }

    void decidedWhileAnotherVersionCame()
    {
        QFETCH_GLOBAL(const bool, hisFirst);
        World world;
        world.answer(world.say(world.nadia, kObject, plan(40'000, 60'000)), world.nadia);
        world.receive(world.manager);
        const auto [proposal, approval] = concurrently(world, world.nadia, plan(50'000, 50'000), world.manager,
                                                       decision(world, PlanStep::Approved), kObject);
        QCOMPARE(proposal, "applied");
        QCOMPARE(approval, hisFirst ? "applied" : "conflict plan.newer");
        // Either way the new version is not approved: nobody approves what they did not see.
        const PlanHistory history = planHistories(world.events).at(0);
        const auto status =
            evaluatePlans({&history.plan, 1}, {world.items, {}, {}, kToday}, kToday, PromiseRules()).at(0);
        QVERIFY(status.state == PlanState::Proposed);
    }

    void whoDecidesAboutAPlan()
    {
        World world;
        world.answer(world.say(world.nadia, kObject, plan(40'000, 60'000)), world.nadia);
        const auto answer = [&](View& view, PlanDecided decided) {
            return world.answer(world.say(view, kObject, std::move(decided)), view);
        };
        QCOMPARE(answer(world.nadia, decision(world, PlanStep::Approved)), "rejected plan.decider");
        QCOMPARE(answer(world.julien, decision(world, PlanStep::Approved)), "rejected plan.decider");
        QCOMPARE(answer(world.karim, decision(world, PlanStep::Signed, "Paul")), "rejected plan.decider");
        QCOMPARE(answer(world.nadia, decision(world, PlanStep::Signed, "Nobody")), "rejected plan.party");
        PlanDecided other = decision(world, PlanStep::Approved);
        other.content[0] ^= 1;
        QCOMPARE(answer(world.manager, other), "rejected plan.hash");
        QCOMPARE(answer(world.manager, decision(world, PlanStep::Approved)), "applied");
        QCOMPARE(answer(world.nadia, decision(world, PlanStep::Signed, "Paul")), "applied");
        const PlanHistory history = planHistories(world.events).at(0);
        const auto status =
            evaluatePlans({&history.plan, 1}, {world.items, {}, {}, kToday}, kToday, PromiseRules()).at(0);
        QVERIFY(status.state == PlanState::Active);
        QCOMPARE(world.answer(world.say(world.karim, kObject, plan(1, 2)), world.karim), "rejected plan.author");
        PlanProposed unsound = plan(40'000, 60'000);
        unsound.version.debt = Money::ofMinor(1);
        QVERIFY(world.answer(world.say(world.nadia, numbered(50), unsound), world.nadia).startsWith("rejected plan."));
    }

    void suggestionsStandSideBySide()
    {
        World world;
        const ContactSuggested phone{ContactId{1}, {"Paul", "", "04", ""}, {"Paul", "", "06", ""}};
        const ContactSuggested name{ContactId{1}, {"Paul", "", "04", ""}, {"Paule", "", "04", ""}};
        QCOMPARE(world.answer(world.say(world.nadia, kObject, phone), world.nadia), "applied");
        QCOMPARE(world.answer(world.say(world.karim, numbered(43), name), world.karim), "applied");
        QCOMPARE(suggestionsOf(world.events).size(), 2u);
        QCOMPARE(
            world.answer(world.say(world.nadia, numbered(44), ContactSuggested{ContactId{9}, {}, {"x", "", "", ""}}),
                         world.nadia),
            "rejected contact.unknown");
        QCOMPARE(world.answer(world.say(world.nadia, numbered(44), ContactSuggested{}), world.nadia),
                 "rejected contact.nothing");
        QCOMPARE(world.answer(world.say(world.nadia, kObject, SuggestionSettled{true}), world.nadia),
                 "rejected suggestion.office");
        world.receive(world.julien);
        world.receive(world.manager);
        const auto [hers, his] = concurrently(world, world.manager, SuggestionSettled{true}, world.julien,
                                              SuggestionSettled{false}, kObject);
        QVERIFY((QSet<QString>{hers, his} == QSet<QString>{"applied", "conflict suggestion.settled"}));
        QFETCH_GLOBAL(const bool, hisFirst);
        QCOMPARE(suggestionsOf(world.events).at(0).accepted, std::optional(!hisFirst)); // the first counts
    }

    void theSameAnswerToASuggestion()
    {
        World world;
        world.answer(world.say(world.nadia, kObject, ContactSuggested{{}, {}, {"Paul", "", "06", ""}}), world.nadia);
        world.receive(world.julien);
        world.receive(world.manager);
        const auto [hers, his] =
            concurrently(world, world.manager, SuggestionSettled{true}, world.julien, SuggestionSettled{true}, kObject);
        QCOMPARE(hers, "applied");
        QCOMPARE(his, "applied");
    }

    // Of anything: kept, and shown to the office.
    void outsideThePortfolio()
    {
        World world;
        world.karim.inScope = false;
        const auto answer = [&](int object, EventContent content) {
            return world.answer(world.say(world.karim, numbered(object), std::move(content)), world.karim);
        };
        QCOMPARE(answer(60, VisitPlanned{kToday + 1, ""}), "review scope.outside");
        QCOMPARE(answer(61, DisputeOpened{ItemId{1}, Money::ofMinor(5'000), "AUTRE", ""}), "review scope.outside");
        QCOMPARE(answer(62, plan(40'000, 60'000)), "review scope.outside");
        QCOMPARE(answer(63, ContactSuggested{{}, {}, {"Paul", "", "06", ""}}), "review scope.outside");
        QCOMPARE(world.events.size(), 4u);
    }
};

QTEST_APPLESS_MAIN(TestAgreements)
#include "test_agreements.moc"
