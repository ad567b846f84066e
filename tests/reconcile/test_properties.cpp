// SPDX-License-Identifier: Apache-2.0
// Whatever people say of one promise, however long they have not met, in whatever order the centre takes it: no value is
// replaced by somebody who had not seen it (sync.md I-13), and the order tells only which of the contested ones counts.
#include "domain/agreements/event_heads.h"
#include "tests/reconcile/promise_people.h"

#include <rapidcheck.h>

#include <deque>
#include <random>
#include <set>

using namespace encours;
using namespace encours::tests;

namespace {

struct Story {
    PromiseWorld world;
    std::array<std::deque<Event>, 2> queues; ///< of Nadia and of the office: said, not yet taken
    std::vector<Event> said;

    View& person(std::size_t i) { return i == 0 ? world.nadia : world.julien; }
    void sayAnything(std::size_t i)
    {
        EventContent content;
        const PromiseHistory history = promiseHistory(world.made, person(i).seen);
        switch (*rc::gen::inRange(0, 6)) {
        case 0: content = date(*rc::gen::inRange(1, 5)); break;
        case 1: content = PromiseEnded{}; break;
        case 2:
            if (!history.contests.empty()) {
                const auto& contest = history.contests.front();
                const auto kept = *rc::gen::inRange<std::size_t>(0, contest.values.size());
                content = ConflictResolved{contest.field, contest.values[kept].event.value, {}};
                break;
            }
            [[fallthrough]];
        default: content = amount(*rc::gen::inRange(1, 5) * 100); break;
        }
        said.push_back(world.say(person(i), std::move(content)));
        queues[i].push_back(said.back());
    }
    void takeOne(std::size_t i)
    {
        if (queues[i].empty())
            return;
        const Event event = queues[i].front();
        queues[i].pop_front();
        if (!world.take(event, person(i)).keeps)
            std::erase_if(person(i).seen, [&](const Event& seen) { return seen.id == event.id; });
    }
    /// What the centre has, then what waits.
    void receive(std::size_t i)
    {
        world.receive(person(i));
        person(i).seen.insert(person(i).seen.end(), queues[i].begin(), queues[i].end());
    }
};

std::multiset<std::string> valuesOf(const PromiseHistory& history, PromiseField field)
{
    std::multiset<std::string> values;
    for (const Contest& contest : history.contests) {
        if (contest.field == field)
            for (const GivenValue& value : contest.values)
                values.insert(value.event.value.toString());
    }
    return values;
}

/// The same events, as the centre would have taken them in another order that respects what each had seen.
std::vector<Event> inAnotherOrder(std::vector<Event> events)
{
    std::vector<Event> ordered;
    std::int64_t seq = 100;
    while (!events.empty()) {
        std::vector<std::size_t> ready;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const auto waits = [&](const Event& other) { return hasSeen(events[i], other.id); };
            if (std::ranges::none_of(events, waits))
                ready.push_back(i);
        }
        const std::size_t next = ready[*rc::gen::inRange<std::size_t>(0, ready.size())];
        events[next].serverSeq = ++seq;
        ordered.push_back(events[next]);
        events.erase(events.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return ordered;
}

Story anyStory()
{
    Story story;
    for (int step = *rc::gen::inRange(1, 25); step > 0; --step) {
        const auto who = *rc::gen::inRange<std::size_t>(0, 2);
        switch (*rc::gen::inRange(0, 4)) {
        case 0: story.takeOne(who); break;
        case 1: story.receive(who); break;
        default: story.sayAnything(who);
        }
    }
    for (const std::size_t i : {0, 1}) {
        while (!story.queues[i].empty())
            story.takeOne(i);
    }
    return story;
}

} // namespace

class TestProperties : public QObject {
    Q_OBJECT

private slots:
    void nothingIsReplacedUnseen()
    {
        QVERIFY(rc::check("every value counts, is contested, or was replaced by somebody who had seen it", [] {
            const Story story = anyStory();
            const PromiseHistory history = story.world.history();
            EventPointers all;
            for (const Event& event : story.world.events)
                all.push_back(&event);
            for (const Event* event : all) {
                const auto* change = std::get_if<PromiseAmended>(&event->saying.content);
                if (!change || !change->amount)
                    continue;
                const auto replacing = [&](const Event* other) {
                    const auto* later = std::get_if<PromiseAmended>(&other->saying.content);
                    const auto* decided = std::get_if<ConflictResolved>(&other->saying.content);
                    const bool same = (later && later->amount) || (decided && decided->field == PromiseField::Amount);
                    return same && hasSeen(*other, event->id);
                };
                const bool counts = history.current.amount == *change->amount;
                const bool contested = std::ranges::any_of(history.contests, [&](const Contest& contest) {
                    return contest.field == PromiseField::Amount &&
                           std::ranges::contains(contest.values, PromiseValue(*change->amount), &GivenValue::value);
                });
                RC_ASSERT(counts || contested || std::ranges::any_of(all, replacing));
            }
        }));
    }

    void theOrderOnlySaysWhichCounts()
    {
        QVERIFY(rc::check("merging is commutative up to which of the contested values counts", [] {
            const Story story = anyStory();
            const std::vector<Event> other = inAnotherOrder(story.world.events);
            const PromiseHistory a = story.world.history(), b = promiseHistory(story.world.made, other);
            for (const PromiseField field : {PromiseField::Amount, PromiseField::Date})
                RC_ASSERT(valuesOf(a, field).size() == valuesOf(b, field).size());
            if (valuesOf(a, PromiseField::Amount).empty())
                RC_ASSERT(a.current.amount == b.current.amount);
            if (valuesOf(a, PromiseField::Date).empty())
                RC_ASSERT(a.current.promisedFor == b.current.promisedFor);
            RC_ASSERT(std::set(a.heads.begin(), a.heads.end()) == std::set(b.heads.begin(), b.heads.end()));
        }));
    }

    // The fold does not look at how its events arrived, and an event twice is one event.
    void anyBatchAnyRepetition()
    {
        QVERIFY(rc::check("the same events, shuffled and repeated, say the same", [] {
            const Story story = anyStory();
            std::vector<Event> shuffled = *rc::gen::map(rc::gen::arbitrary<std::uint32_t>(), [&](std::uint32_t seed) {
                std::vector<Event> events = story.world.events;
                std::ranges::shuffle(events, std::mt19937(seed));
                return events;
            });
            const PromiseHistory a = story.world.history(), b = promiseHistory(story.world.made, shuffled);
            RC_ASSERT(a.current.amount == b.current.amount && a.current.promisedFor == b.current.promisedFor);
            RC_ASSERT(a.current.ending == b.current.ending && a.heads == b.heads);
            RC_ASSERT(a.contests.size() == b.contests.size());
        }));
    }

    // Both ends fold the same events: once everything is received, everybody sees what the centre sees.
    void everybodySeesTheSame()
    {
        QVERIFY(rc::check("after a synchronisation both people see the centre's promise", [] {
            Story story = anyStory();
            for (const std::size_t i : {0, 1}) {
                story.receive(i);
                const PromiseHistory seen = promiseHistory(story.world.made, story.person(i).seen);
                RC_ASSERT(seen.current.amount == story.world.history().current.amount);
                RC_ASSERT(seen.contests.size() == story.world.history().contests.size());
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestProperties)
#include "test_properties.moc"
