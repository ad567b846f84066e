// SPDX-License-Identifier: Apache-2.0
// What is counted of promises whose fate is known, what may be promised, and promises that replace one another in a
// circle.
#include "domain/agreements/promise_reliability.h"
#include "tests/domain/promise_world.h"

#include <QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>

using namespace encours;
using namespace encours::tests;

namespace {

const Day kEnd = day("2027-06-30");

/// Promises of 100,00 each on an invoice of its own, made on 2 November for Monday 16 November (window until the 18th).
struct Given : World {
    void given(const char* paidOn, std::int64_t paid, const char* by = "Mme Roux")
    {
        const ItemId item = addItem(10000);
        promise({item}, 10000, day("2026-11-02"), day("2026-11-16"));
        promises.back().promisedBy = by;
        if (paid > 0)
            pay(item, day(paidOn), paid);
    }
    PromiseReliability reliability() const { return reliabilityOf(promises, on(kEnd), Currency()); }
};

std::string codeOf(const Result<void>& result)
{
    return result ? "" : result.error().code;
}

} // namespace

class TestPromiseReliability : public QObject {
    Q_OBJECT

private slots:
    void keptRateByNumberAndByAmount()
    {
        Given world;
        world.given("2026-11-18", 10000); // kept, two days after the day promised
        world.given("2026-11-10", 10000); // kept, six days before
        world.given("2026-11-18", 4000);  // partly
        world.given("2026-11-30", 10000); // broken, paid 14 days late
        world.given("", 0);               // broken
        world.promise({world.addItem(30000)}, 30000, day("2026-11-02"), day("2026-11-16"));
        const PromiseReliability sum = world.reliability();
        QCOMPARE(sum.kept, 2);
        QCOMPARE(sum.partiallyKept, 1);
        QCOMPARE(sum.broken, 3);
        QVERIFY(sum.keptByNumber() == Hundredths{3333});
        QVERIFY(sum.keptByAmount() == Hundredths{2500});
        QVERIFY(sum.meanSlip() == Hundredths{333}); // (2 − 6 + 14) ÷ 3
    }

    void paidOnIsTheDayItWasEnough()
    {
        Given world;
        world.given("2026-11-10", 6000);
        QVERIFY(!world.on(kEnd, 0).paidOn);
        world.pay(ItemId{1}, day("2026-11-12"), 4000);
        QVERIFY(world.on(kEnd, 0).paidOn == day("2026-11-12"));
        QVERIFY(!world.on(day("2026-11-11"), 0).paidOn);
        world.rules.tolerance = euros(4000);
        QVERIFY(world.on(kEnd, 0).paidOn == day("2026-11-10"));
    }

    void whatIsNotKnownOrSaysNothingIsCountedApart()
    {
        Given world;
        for (int i = 0; i < 4; ++i)
            world.given("", 0);
        world.promises[0].ending = PromiseEnding::WithdrawnByDebtor;
        world.promises[1].ending = PromiseEnding::WithdrawnByUs;
        world.promises[2].supersedes = world.promises[1].id; // ended already
        world.promises[3].promisedFor = kEnd;
        for (auto& promise : world.promises)
            promise.endedOn = day("2026-11-03");
        world.promise({}, 5000, day("2026-11-02"), kEnd);
        world.promises.back().amount = Money::ofMinor(5000, *Currency::parse("USD"));
        const PromiseReliability sum = world.reliability();
        QCOMPARE(sum.withdrawn, 1);
        QCOMPARE(sum.other, 1);
        QCOMPARE(sum.broken, 1);
        QCOMPARE(sum.open, 1);
        QCOMPARE(sum.closed(), 1);
        QVERIFY(!reliabilityOf({}, {}, Currency()).keptByNumber());
    }

    void byPerson()
    {
        Given world;
        world.given("2026-11-16", 10000, "Mme Léa Roux");
        world.given("", 0, "  mme lea ROUX ");
        world.given("2026-11-16", 10000, "M. Blanc");
        world.given("", 0, "");
        const auto people = reliabilityByPerson(world.promises, world.on(kEnd), Currency());
        QCOMPARE(people.size(), std::size_t{3});
        QCOMPARE(people[0].person, std::string());
        QCOMPARE(people[1].person, std::string("M. Blanc"));
        QCOMPARE(people[2].person, std::string("Mme Léa Roux"));
        QVERIFY(people[2].reliability.keptByNumber() == Hundredths{5000});
        world.promises[2].amount = Money::ofMinor(10000, *Currency::parse("CHF")); // judged among its own kind
        QCOMPARE(reliabilityByPerson(world.promises, world.on(kEnd), Currency()).size(), std::size_t{2});
    }

    void everyPromiseIsCountedOnce()
    {
        QVERIFY(rc::check([] {
            Given world;
            const auto fates = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5));
            for (const int fate : fates) {
                world.given("2026-11-17", fate * 2500);
                if (fate == 4)
                    world.promises.back().promisedBy = "M. Blanc";
            }
            const auto statuses = world.on(kEnd);
            const PromiseReliability sum = reliabilityOf(world.promises, statuses, Currency());
            RC_ASSERT(sum.closed() + sum.open + sum.withdrawn + sum.other == static_cast<int>(fates.size()));
            RC_ASSERT(sum.kept == std::ranges::count(fates, 4));
            int closed = 0;
            Money amount;
            for (const PersonReliability& one : reliabilityByPerson(world.promises, statuses, Currency())) {
                closed += one.reliability.closed();
                amount += one.reliability.closedAmount;
            }
            RC_ASSERT(closed == sum.closed());
            RC_ASSERT(amount == sum.closedAmount);
        }));
    }

    void checked()
    {
        Given world;
        world.given("", 0);
        Promise promise = world.promises[0];
        promise.id = promiseId(50);
        const auto check = [&] { return codeOf(checkPromise(promise, world.promises, world.items)); };
        QCOMPARE(check(), std::string());
        for (const std::int64_t cents : {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
            promise.amount = euros(cents);
            QCOMPARE(check(), std::string("promise.amount"));
        }
        promise.amount = Money::ofMinor(10, *Currency::parse("USD"));
        QCOMPARE(check(), std::string("promise.currency"));
        promise.amount = euros(10);
        promise.promisedFor = promise.madeOn - 1;
        QCOMPARE(check(), std::string("promise.past"));
        promise.promisedFor = promise.madeOn;
        QCOMPARE(check(), std::string());
        promise.promisedFor = promise.madeOn + kLongestPromiseDays;
        QCOMPARE(check(), std::string());
        promise.promisedFor = promise.madeOn + kLongestPromiseDays + 1;
        QCOMPARE(check(), std::string("promise.far"));
        QCOMPARE(codeOf(checkPromise(promise, {}, world.items, 400)), std::string());
        promise.promisedFor = promise.madeOn;
        promise.items = {ItemId{1}, ItemId{1}};
        QCOMPARE(check(), std::string("promise.twice"));
        promise.items.clear();
        for (std::size_t i = 0; i <= kMaximumPromiseItems; ++i)
            promise.items.push_back(ItemId{100 + static_cast<std::int64_t>(i)});
        QCOMPARE(check(), std::string("promise.items"));
        promise.items.pop_back(); // as many as may be, but unknown
        QCOMPARE(check(), std::string("promise.item"));
        promise.items = {ItemId{2}};
        QCOMPARE(check(), std::string("promise.item"));
        promise.items.clear(); // on account
        QCOMPARE(check(), std::string());
        promise.supersedes = promiseId(77);
        QCOMPARE(check(), std::string("promise.unknown"));
        promise.supersedes = world.promises[0].id;
        QCOMPARE(check(), std::string());
    }

    void circlesAreRefused()
    {
        Given world;
        for (int i = 0; i < 4; ++i)
            world.given("", 0);
        Promise& first = world.promises[0];
        first.supersedes = first.id;
        QCOMPARE(codeOf(checkPromise(first, world.promises, world.items)), std::string("promise.cycle"));
        for (std::size_t i = 0; i < 4; ++i)
            world.promises[i].supersedes = world.promises[(i + 1) % 4].id;
        QCOMPARE(codeOf(checkPromise(first, world.promises, world.items)), std::string("promise.cycle"));
        Promise newcomer = first; // a circle among the others only
        newcomer.id = promiseId(50);
        QCOMPARE(codeOf(checkPromise(newcomer, world.promises, world.items)), std::string("promise.cycle"));
        world.promises[3].supersedes = {};
        QCOMPARE(codeOf(checkPromise(newcomer, world.promises, world.items)), std::string());
        newcomer.supersedes = world.promises[1].id; // which replaces one that left the device: no circle
        world.promises.erase(world.promises.begin() + 2);
        QCOMPARE(codeOf(checkPromise(newcomer, world.promises, world.items)), std::string());
    }

    void circlesThatAreThereEndEveryPromiseInThem()
    {
        QVERIFY(rc::check([] {
            Given world;
            const int count = *rc::gen::inRange(1, 8);
            for (int i = 0; i < count; ++i)
                world.given("2026-11-17", i % 2 == 0 ? 10000 : 0);
            std::vector<bool> named(static_cast<std::size_t>(count));
            for (int i = 0; i < count; ++i) {
                const auto other = static_cast<std::size_t>(*rc::gen::inRange(0, count));
                world.promises[static_cast<std::size_t>(i)].supersedes = world.promises[other].id;
                if (other != static_cast<std::size_t>(i))
                    named[other] = true;
            }
            const auto statuses = world.on(kEnd);
            for (std::size_t i = 0; i < statuses.size(); ++i)
                RC_ASSERT((statuses[i].state == PromiseState::Superseded) == named[i]);
        }));
    }
};

QTEST_APPLESS_MAIN(TestPromiseReliability)
#include "test_promise_reliability.moc"
