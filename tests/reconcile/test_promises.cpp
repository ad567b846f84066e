// SPDX-License-Identifier: Apache-2.0
// The rows of the table in sync/reconcile/README.md about promises, each in both orders of arrival.
#include "tests/reconcile/promise_people.h"

#include <set>

using namespace encours;
using namespace encours::tests;

namespace {

/// A conflict has two values; which counts depends on who came first, what is known of them does not.
void compareValues(const Contest& contest, std::vector<PromiseValue> values)
{
    QCOMPARE(contest.values.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        QVERIFY(contest.values[i].value == values[i]);
}

} // namespace

class TestPromises : public QObject {
    Q_OBJECT

    static void bothOrders()
    {
        QTest::addColumn<bool>("officeFirst");
        QTest::newRow("the field first") << false;
        QTest::newRow("the office first") << true;
    }
    /// Both said without knowing of each other; the answers in the order field, office.
    static std::pair<QString, QString> concurrently(PromiseWorld& world, EventContent field, EventContent office)
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        const Event hers = world.say(world.nadia, std::move(field));
        const Event his = world.say(world.julien, std::move(office));
        if (officeFirst) {
            const QString second = world.answer(his, world.julien);
            return {world.answer(hers, world.nadia), second};
        }
        const QString first = world.answer(hers, world.nadia);
        return {first, world.answer(his, world.julien)};
    }

private slots:
    static void initTestCase_data() { bothOrders(); }

    // Two on one invoice both stand, whichever came first: what the second one is about does not concern the first.
    void aPromiseIsMade()
    {
        PromiseWorld world;
        const auto made = [&](const View& view, const Promise& promise, const reconcile::PromiseFacts& facts) {
            const auto verdict = reconcile::promiseMade(world.said(view), promise, facts);
            return QString::fromStdString(verdict.reason) + (verdict.keeps ? " kept" : "");
        };
        const Promise& one = world.made;
        QCOMPARE(made(world.nadia, one, {false, world.items, {}}), " kept");
        QCOMPARE(made(world.julien, one, {false, world.items, {}}), " kept");
        QCOMPARE(made(world.nadia, one, {true, world.items, {}}), "promise.exists");
        QCOMPARE(made(world.nadia, one, {false, {}, {}}), "promise.item_unknown");
        Promise other = one;
        other.items = {ItemId{1}, ItemId{1}};
        QCOMPARE(made(world.nadia, other, {false, world.items, {}}), "promise.item_twice");
        other = one;
        other.amount = Money::ofMinor(1, *Currency::parse("USD"));
        QCOMPARE(made(world.nadia, other, {false, world.items, {}}), "promise.currency");
        other.items.clear();
        QCOMPARE(made(world.nadia, other, {false, world.items, {}}), "promise.currency");
        other = one;
        other.promisedFor = kToday + kLongestPromiseDays + 1;
        QCOMPARE(made(world.nadia, other, {false, world.items, {}}), "promise.date");
        other.promisedFor = kToday - 1;
        QCOMPARE(made(world.nadia, other, {false, world.items, {}}), "promise.date");
        world.karim.inScope = false;
        QCOMPARE(made(world.karim, one, {false, world.items, {}}), "scope.outside kept");
    }

    // Of one that is not one's to end: both stand, and the office looks at it.
    void aPromiseThatReplacesAnother()
    {
        PromiseWorld world;
        Promise other = world.made;
        other.id = PromiseId{numbered(2)};
        other.supersedes = world.made.id;
        const auto made = [&](const View& view, std::optional<Promise> replaced) {
            const auto verdict = reconcile::promiseMade(world.said(view), other, {false, world.items, replaced});
            return QString::fromStdString(verdict.reason) + (verdict.keeps ? " kept" : "");
        };
        QCOMPARE(made(world.nadia, world.made), " kept");
        QCOMPARE(made(world.julien, world.made), " kept");
        QCOMPARE(made(world.karim, world.made), "promise.author kept");
        QVERIFY(!reconcile::mayEnd(world.said(world.karim), world.made));
        world.client.salesperson = world.karim.person; // who has the client now
        QCOMPARE(made(world.karim, world.made), " kept");
        QCOMPARE(made(world.nadia, std::nullopt), "promise.supersedes");
        other.supersedes = other.id;
        QCOMPARE(made(world.nadia, world.made), "promise.supersedes");
    }

    // A program of before this protocol knew events: it ends the promise as it stands.
    void withdrawnByAnEarlierProgram()
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        PromiseWorld world;
        const auto withdraw = [&](const View& view, PromiseEnding ending) {
            const auto verdict =
                reconcile::promiseWithdrawn(world.said(view), {world.made.id, world.client.id, ending}, world.made);
            if (verdict.keeps)
                world.made.ending = ending;
            return QString::fromStdString(verdict.reason) + (verdict.keeps ? " kept" : "");
        };
        QCOMPARE(withdraw(world.karim, PromiseEnding::WithdrawnByUs), "promise.author");
        const View& first = officeFirst ? world.julien : world.nadia;
        const View& second = officeFirst ? world.nadia : world.julien;
        QCOMPARE(withdraw(first, PromiseEnding::WithdrawnByUs), " kept");
        QCOMPARE(withdraw(second, PromiseEnding::WithdrawnByUs), "");
        QCOMPARE(withdraw(second, PromiseEnding::WithdrawnByDebtor), "promise.ended");
        QCOMPARE(world.made.ending, PromiseEnding::WithdrawnByUs);
    }

    void oneAfterTheOther()
    {
        PromiseWorld world;
        QCOMPARE(world.answer(world.say(world.nadia, amount(1'000'00)), world.nadia), "applied");
        world.receive(world.julien);
        QCOMPARE(world.answer(world.say(world.julien, amount(900'00)), world.julien), "applied");
        QCOMPARE(world.history().current.amount, Money::ofMinor(900'00));
        QCOMPARE(world.history().version, 3);
        QVERIFY(world.history().contests.empty());
    }

    void differentFieldsMerge()
    {
        PromiseWorld world;
        const auto [hers, his] = concurrently(world, amount(1'000'00), date(7));
        QCOMPARE(hers, "applied");
        QCOMPARE(his, "applied");
        QCOMPARE(world.history().current.amount, Money::ofMinor(1'000'00));
        QCOMPARE(world.history().current.promisedFor, kToday + 7);
    }

    void theSameValueTwiceIsNoConflict()
    {
        PromiseWorld world;
        const auto [hers, his] = concurrently(world, amount(1'000'00), amount(1'000'00));
        QCOMPARE(hers, "applied");
        QCOMPARE(his, "applied");
        QVERIFY(world.history().contests.empty());
    }

    void twoValuesOfOneFieldAreContested()
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        PromiseWorld world;
        const auto [hers, his] = concurrently(world, amount(1'000'00), amount(900'00));
        QCOMPARE(officeFirst ? hers : his, "conflict contested.amount");
        QCOMPARE(officeFirst ? his : hers, "applied");
        const auto history = world.history();
        QCOMPARE(history.current.amount, Money::ofMinor(officeFirst ? 900'00 : 1'000'00)); // the first taken counts
        QCOMPARE(history.contests.size(), 1u);
        QVERIFY(history.contests[0].field == PromiseField::Amount);
        const PromiseValue a = Money::ofMinor(1'000'00), b = Money::ofMinor(900'00);
        compareValues(history.contests[0], officeFirst ? std::vector{b, a} : std::vector{a, b});
        std::set<std::string> authors;
        for (const GivenValue& value : history.contests[0].values)
            authors.insert(value.authorName);
        QVERIFY((authors == std::set<std::string>{"Julien", "Nadia"}));
    }

    // As the amount, so every field: both stand.
    void twoValuesOfAnyField()
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        PromiseAmended byCheque, byCard;
        byCheque.method = PaymentMethod::Cheque;
        byCard.method = PaymentMethod::Card;
        const std::array<std::tuple<PromiseAmended, PromiseAmended, const char*>, 3> changes{
            std::tuple{date(7), date(9), "conflict contested.date"},
            {byCheque, byCard, "conflict contested.method"},
            {items({ItemId{2}}), items({ItemId{3}}), "conflict contested.items"}};
        for (const auto& [hers, his, contested] : changes) {
            PromiseWorld world;
            const auto [toHer, toHim] = concurrently(world, hers, his);
            QCOMPARE(officeFirst ? toHer : toHim, contested);
            QCOMPARE(officeFirst ? toHim : toHer, "applied");
            QCOMPARE(world.history().contests.size(), 1u);
            QCOMPARE(world.history().contests[0].values.size(), 2u);
        }
    }

    // Each field for itself: the date merges although the amount is contested.
    void oneFieldContestedTheOtherNot()
    {
        PromiseWorld world;
        PromiseAmended both = amount(1'000'00);
        both.promisedFor = kToday + 7;
        concurrently(world, both, amount(900'00));
        QCOMPARE(world.history().contests.size(), 1u);
        QCOMPARE(world.history().current.promisedFor, kToday + 7);
    }

    // Offline, twice: her second value replaces her first, and only her last one is contested.
    void ownChangesReplaceOneAnother()
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        PromiseWorld world;
        const Event first = world.say(world.nadia, amount(1'000'00));
        const Event second = world.say(world.nadia, amount(1'050'00));
        const Event his = world.say(world.julien, amount(900'00));
        if (officeFirst)
            QCOMPARE(world.answer(his, world.julien), "applied");
        QCOMPARE(world.answer(first, world.nadia), officeFirst ? "conflict contested.amount" : "applied");
        QCOMPARE(world.answer(second, world.nadia), officeFirst ? "conflict contested.amount" : "applied");
        if (!officeFirst)
            QCOMPARE(world.answer(his, world.julien), "conflict contested.amount");
        const PromiseValue a = Money::ofMinor(1'050'00), b = Money::ofMinor(900'00);
        compareValues(world.history().contests.at(0), officeFirst ? std::vector{b, a} : std::vector{a, b});
    }

    // A value that comes back is another saying all the same: who saw only the first has not seen the last.
    void backToTheFirstValue()
    {
        PromiseWorld world;
        world.take(world.say(world.nadia, amount(1'000'00)), world.nadia);
        world.take(world.say(world.nadia, amount(1'145'00)), world.nadia);
        QCOMPARE(world.answer(world.say(world.julien, amount(900'00)), world.julien), "conflict contested.amount");
    }

    void endedAndChanged()
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        PromiseWorld world;
        const auto [hers, his] = concurrently(world, PromiseEnded{PromiseEnding::WithdrawnByDebtor}, amount(900'00));
        QCOMPARE(officeFirst ? hers : his, "conflict contested.ending");
        QCOMPARE(officeFirst ? his : hers, "applied");
        const auto history = world.history();
        QCOMPARE(history.current.ending, officeFirst ? PromiseEnding::None : PromiseEnding::WithdrawnByDebtor);
        const PromiseValue stands = PromiseEnding::None, ended = PromiseEnding::WithdrawnByDebtor;
        compareValues(history.contests.at(0), officeFirst ? std::vector{stands, ended} : std::vector{ended, stands});

        // Either way it may be decided.
        for (const bool keepEnded : {false, true}) {
            PromiseWorld decided = world;
            decided.receive(decided.julien);
            const auto& kept = history.contests[0].values[keepEnded == officeFirst ? 1 : 0];
            QCOMPARE(decided.answer(
                         decided.say(decided.julien, ConflictResolved{PromiseField::Ending, kept.event.value, {}}),
                         decided.julien),
                     "applied");
            QVERIFY(decided.history().contests.empty());
            QCOMPARE(decided.history().current.ending,
                     keepEnded ? PromiseEnding::WithdrawnByDebtor : PromiseEnding::None);
        }
    }

    void endedTwice()
    {
        PromiseWorld world;
        const auto [hers, his] = concurrently(world, PromiseEnded{PromiseEnding::WithdrawnByUs},
                                              PromiseEnded{PromiseEnding::WithdrawnByDebtor});
        QVERIFY((QSet{hers, his} == QSet<QString>{"applied", "conflict contested.ending"}));
        PromiseWorld same;
        const auto answers = concurrently(same, PromiseEnded{}, PromiseEnded{});
        QVERIFY(answers.first == "applied" && answers.second == "applied");
    }

    void changedAfterItEnded()
    {
        PromiseWorld world;
        world.take(world.say(world.nadia, PromiseEnded{}), world.nadia);
        QCOMPARE(world.answer(world.say(world.nadia, amount(1)), world.nadia), "rejected promise.ended");
        QCOMPARE(world.events.size(), 1u);
    }

    void decided()
    {
        PromiseWorld world;
        concurrently(world, amount(1'000'00), amount(900'00));
        const Contest contest = world.history().contests.at(0);
        world.receive(world.nadia);
        world.receive(world.karim);
        const ConflictResolved second{PromiseField::Amount, contest.values[1].event.value, {}};
        QCOMPARE(world.answer(world.say(world.karim, second), world.karim), "rejected conflict.author");
        QCOMPARE(world.answer(world.say(world.nadia, second), world.nadia), "applied");
        QVERIFY(world.history().contests.empty());
        QVERIFY(PromiseValue(world.history().current.amount) == contest.values[1].value);
        QCOMPARE(world.answer(world.say(world.nadia, second), world.nadia), "rejected conflict.none");
    }

    // Two people decide, neither knowing of the other: the same way is no conflict, another way is one again.
    void decidedTwice()
    {
        PromiseWorld world;
        concurrently(world, amount(1'000'00), amount(900'00));
        const Contest contest = world.history().contests.at(0);
        world.receive(world.nadia);
        world.receive(world.julien);
        PromiseWorld other = world;
        const auto keep = [&](std::size_t i) {
            return ConflictResolved{PromiseField::Amount, contest.values[i].event.value, {}};
        };
        concurrently(world, keep(0), keep(0));
        QVERIFY(world.history().contests.empty());
        concurrently(other, keep(0), keep(1));
        QCOMPARE(other.history().contests.size(), 1u);
    }

    // What was said after the decider looked is not decided with the rest.
    void decidedWithoutSeeingTheLastValue()
    {
        PromiseWorld world;
        concurrently(world, amount(1'000'00), amount(900'00));
        world.receive(world.julien);
        const Event late = world.say(world.nadia, amount(800'00));
        const Event decision =
            world.say(world.julien,
                      ConflictResolved{PromiseField::Amount, world.history().contests.at(0).values[0].event.value, {}});
        world.take(late, world.nadia);
        QCOMPARE(world.answer(decision, world.julien), "conflict contested.amount");
        QCOMPARE(world.history().contests.at(0).values.size(), 2u);
    }

    void oneOfTwoPromises()
    {
        PromiseWorld world;
        world.others = {world.made, world.made};
        world.others[1].id = PromiseId{numbered(2)};
        world.others[1].author = world.karim.person;
        const ConflictResolved other{PromiseField::OtherPromise, numbered(2), {}};
        QCOMPARE(world.answer(world.say(world.karim, other), world.karim), "applied"); // the other one is his
        QCOMPARE(world.history().current.ending, PromiseEnding::Superseded);
        QCOMPARE(world.answer(world.say(world.nadia, ConflictResolved{PromiseField::OtherPromise, numbered(9), {}}),
                              world.nadia),
                 "rejected promise.unknown");
    }

    // Said of the two that were looked at: a third one is another matter. Who has not seen it resolves it again.
    void bothCount()
    {
        PromiseWorld world;
        world.others = {world.made, world.made};
        world.others[1].id = PromiseId{numbered(2)};
        world.others[1].author = world.karim.person;
        const std::vector<PromiseId> other{PromiseId{numbered(2)}};
        const auto both = [](std::vector<PromiseId> beside) {
            return ConflictResolved{PromiseField::OtherPromise, {}, std::move(beside)};
        };
        QCOMPARE(world.answer(world.say(world.nadia, both({})), world.nadia), "rejected conflict.none");
        QCOMPARE(world.answer(world.say(world.nadia, both({PromiseId{numbered(9)}})), world.nadia),
                 "rejected promise.unknown");
        QCOMPARE(world.answer(world.say(world.karim, both(other)), world.karim), "applied"); // one of the two is his
        QCOMPARE(world.history().current.beside, other);
        QCOMPARE(rivalsOf(world.made, world.others), other);

        const auto concurrent = [&](std::vector<Promise> promises) {
            promises[0] = world.history().current;
            const ClientFacts facts{world.items, {}, {}, kToday};
            std::vector<bool> flags;
            for (const PromiseStatus& status : evaluatePromises(promises, facts, PromiseRules(), kToday))
                flags.push_back(status.concurrent);
            return flags;
        };
        QCOMPARE(concurrent(world.others), (std::vector{false, false}));
        world.others.push_back(world.others[1]);
        world.others[2].id = PromiseId{numbered(3)};
        QCOMPARE(concurrent(world.others), (std::vector{true, true, true}));
    }

    // One says both count, another that the other one counts instead: neither is dropped.
    void oneOfTwoDecidedTwice()
    {
        QFETCH_GLOBAL(const bool, officeFirst);
        PromiseWorld world;
        world.others = {world.made, world.made};
        world.others[1].id = PromiseId{numbered(2)};
        const auto [hers, his] =
            concurrently(world, ConflictResolved{PromiseField::OtherPromise, {}, {PromiseId{numbered(2)}}},
                         ConflictResolved{PromiseField::OtherPromise, numbered(2), {}});
        QCOMPARE(officeFirst ? hers : his, "conflict contested.ending");
        QCOMPARE(officeFirst ? his : hers, "applied");
        QCOMPARE(world.history().current.ending, officeFirst ? PromiseEnding::Superseded : PromiseEnding::None);
        const PromiseValue stands = PromiseEnding::None, replaced = PromiseEnding::Superseded;
        compareValues(world.history().contests.at(0),
                      officeFirst ? std::vector{replaced, stands} : std::vector{stands, replaced});
    }

    void whoMaySpeak()
    {
        PromiseWorld world;
        QCOMPARE(world.answer(world.say(world.karim, amount(1)), world.karim), "rejected promise.author");
        QCOMPARE(world.answer(world.say(world.karim, PromiseEnded{}), world.karim), "rejected promise.author");
        QCOMPARE(world.answer(world.say(world.julien, amount(1)), world.julien), "applied");
        world.client.salesperson = world.karim.person; // who has the client now
        world.receive(world.karim);
        QCOMPARE(world.answer(world.say(world.karim, amount(2)), world.karim), "applied");
    }

    void whatCannotBeSaid()
    {
        PromiseWorld world;
        const auto answer = [&](PromiseAmended change) {
            return world.answer(world.say(world.nadia, std::move(change)), world.nadia);
        };
        QCOMPARE(answer({}), "rejected promise.nothing");
        QCOMPARE(answer(date(-1)), "rejected promise.past");
        QCOMPARE(answer(date(kLongestPromiseDays + 1)), "rejected promise.far");
        QCOMPARE(answer(amount(1, *Currency::parse("USD"))), "rejected promise.currency");
        QCOMPARE(answer(items({ItemId{9}})), "rejected promise.item_unknown");
        QCOMPARE(answer(items({ItemId{2}, ItemId{2}})), "rejected promise.twice");
        QCOMPARE(world.events.size(), 0u);
        QCOMPARE(answer(items({ItemId{2}, ItemId{3}})), "applied");
    }

    // Kept, and shown to the office.
    void outsideThePortfolio()
    {
        PromiseWorld world;
        world.nadia.inScope = false;
        QCOMPARE(world.answer(world.say(world.nadia, amount(1)), world.nadia), "review scope.outside");
        QCOMPARE(world.history().current.amount, Money::ofMinor(1));
    }
};

QTEST_APPLESS_MAIN(TestPromises)
#include "test_promises.moc"
