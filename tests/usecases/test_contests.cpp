// SPDX-License-Identifier: Apache-2.0
// What stands side by side on a device, who may decide, what a decision leaves, and the way back while it is not sent.
#include "tests/usecases/field_world.h"

#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "usecases/amend_promise.h"
#include "usecases/decide_contest.h"
#include "usecases/open_client.h"

#include <QTest>

using namespace encours;
using namespace encours::usecases;
using namespace encours::usecases::test;
using store::test::must;

namespace {

constexpr UserId kJulien{2};

/// Nadia's promise, which the centre has; what Julien says of it without knowing of hers comes from there.
struct ContestWorld : FieldWorld {
    Promise mine = promised(kNadia, "Nadia Ferrand", 114500, "2026-11-27", 10);

    Promise promised(UserId author, const char* name, std::int64_t cents, const char* date, std::int64_t seq)
    {
        Promise promise;
        promise.id = PromiseId{uuids.next()};
        promise.client = treval.id;
        promise.items = {ItemId{1}};
        promise.amount = Money::ofMinor(cents);
        promise.promisedFor = day(date);
        promise.madeAt = clock.now();
        promise.madeOn = clock.today();
        promise.author = author;
        promise.authorName = name;
        promise.serverSeq = seq;
        must(store::upsertPromise(*connection, field.tenant, promise, seq));
        return promise;
    }
    void said(const Uuid& object, EventContent content, std::int64_t seq)
    {
        Event event;
        event.id = OperationId{uuids.next()};
        event.saying.client = treval.id;
        event.saying.object = object;
        event.saying.content = std::move(content);
        event.saying = must(store::withBytes(std::move(event.saying)));
        event.author = kJulien;
        event.authorName = "Julien Marchetti";
        event.madeAt = clock.now();
        event.madeOn = clock.today();
        event.serverSeq = event.order = seq;
        must(store::upsertEvent(*connection, field.tenant, event));
    }
    PromiseAmended amount(std::int64_t cents) const
    {
        PromiseAmended change;
        change.amount = Money::ofMinor(cents);
        return change;
    }
    std::vector<OpenContest> contests() { return must(listContests(field)); }
    Promise now(PromiseId id)
    {
        for (const PromiseLine& line : must(openClient(field, treval.id)).promises) {
            if (line.promise.id == id)
                return line.promise;
        }
        qFatal("no such promise");
    }
};

} // namespace

class TestContests : public QObject {
    Q_OBJECT

private slots:
    void nothingIsContested()
    {
        ContestWorld world;
        QVERIFY(world.contests().empty());
    }

    void twoAmounts()
    {
        ContestWorld world;
        must(amendPromise(world.field, {world.treval.id, world.mine.id}, world.amount(90000)));
        world.said(world.mine.id.value, world.amount(100000), 11);
        const auto contests = world.contests();
        QCOMPARE(contests.size(), 1U);
        const OpenContest& contest = contests.front();
        QVERIFY(contest.kind == ContestKind::Value && contest.field == PromiseField::Amount && contest.mayDecide);
        QCOMPARE(contest.versions.size(), 2U);
        // The centre has Julien's: it counts for now.
        QVERIFY(!contest.versions[0].own && contest.versions[0].taken);
        QVERIFY(contest.versions[1].own && !contest.versions[1].taken);
        QCOMPARE(contest.versions[1].promise.amount.minor(), 90000);
        QCOMPARE(contest.residual.minor(), 648000);
        QVERIFY(!decideContest(world.field, contest, {}).has_value()); // two amounts cannot both count

        const OperationId decision = must(decideContest(world.field, contest, {.kept = 1}));
        QVERIFY(world.contests().empty());
        QCOMPARE(world.now(world.mine.id).amount.minor(), 90000);
        QVERIFY(must(takeBackDecision(world.field, world.treval.id, decision)));
        QCOMPARE(world.contests().size(), 1U);
        QCOMPARE(world.now(world.mine.id).amount.minor(), 100000);
        QVERIFY(!must(takeBackDecision(world.field, world.treval.id, decision)));
    }

    // On its way to the centre it stands: nothing can be forgotten that the centre may know.
    void aDecisionThatWasSentStands()
    {
        ContestWorld world;
        must(amendPromise(world.field, {world.treval.id, world.mine.id}, world.amount(90000)));
        world.said(world.mine.id.value, world.amount(100000), 11);
        const OperationId decision = must(decideContest(world.field, world.contests().front(), {.kept = 1}));
        must(store::markSent(*world.connection, world.field.tenant, 1, 1000));
        QVERIFY(!must(takeBackDecision(world.field, world.treval.id, decision)));
        QVERIFY(world.contests().empty());
    }

    void twoPromises_data()
    {
        QTest::addColumn<int>("kept"); // -1: both
        QTest::addColumn<bool>("mineStands");
        QTest::addColumn<bool>("otherStands");
        QTest::newRow("both") << -1 << true << true;
        QTest::newRow("the first") << 0 << true << false;
        QTest::newRow("the second") << 1 << false << true;
    }
    void twoPromises()
    {
        QFETCH(int, kept);
        QFETCH(bool, mineStands);
        QFETCH(bool, otherStands);
        ContestWorld world;
        const Promise other = world.promised(kJulien, "Julien Marchetti", 100000, "2026-11-30", 11);
        const auto contests = world.contests();
        QCOMPARE(contests.size(), 1U);
        QVERIFY(contests.front().kind == ContestKind::TwoPromises && contests.front().mayDecide);
        QCOMPARE(contests.front().itemNumbers, std::vector<std::string>{"FA-2608-0142"});
        ContestDecision decision;
        if (kept >= 0)
            decision.kept = static_cast<std::size_t>(kept);
        must(decideContest(world.field, contests.front(), decision));
        QVERIFY(world.contests().empty());
        QCOMPARE(world.now(world.mine.id).ending == PromiseEnding::None, mineStands);
        QCOMPARE(world.now(other.id).ending == PromiseEnding::None, otherStands);
    }

    // Shown to everybody who has the client; decided by those whose words they are, and by the office.
    void othersDecide()
    {
        ContestWorld world;
        world.promised(kJulien, "Julien Marchetti", 100000, "2026-11-30", 11);
        must(world.connection->execute("UPDATE promise SET author_id = 3 WHERE author_id = 1"));
        const auto contests = world.contests();
        QCOMPARE(contests.size(), 1U);
        QVERIFY(!contests.front().mayDecide);
        QVERIFY(!decideContest(world.field, contests.front(), {.kept = 0}).has_value());
    }

    void twoTexts()
    {
        ContestWorld world;
        Note note;
        note.id = NoteId{world.uuids.next()};
        note.client = world.treval.id;
        note.text = "Absent";
        note.madeAt = world.clock.now();
        note.madeOn = world.clock.today();
        note.author = kNadia;
        note.authorName = "Nadia Ferrand";
        note.serverSeq = 12;
        must(store::upsertNote(*world.connection, world.field.tenant, note, 12));
        world.said(note.id.value, NoteRevised{"Absent jusqu'à lundi"}, 13);
        world.said(note.id.value, NoteRevised{"Absent, rappeler"}, 14);
        const auto contests = world.contests();
        QCOMPARE(contests.size(), 1U);
        QVERIFY(contests.front().kind == ContestKind::NoteTexts && contests.front().mayDecide);
        must(decideContest(world.field, contests.front(), {}));
        QVERIFY(world.contests().empty());
        QCOMPARE(must(openClient(world.field, world.treval.id)).notes.front().note.text,
                 std::string("Absent jusqu'à lundi\n\nAbsent, rappeler"));
    }

    void theReceiptThatCameMeanwhile()
    {
        ContestWorld world;
        world.promised(kJulien, "Julien Marchetti", 100000, "2026-11-30", 11);
        QVERIFY(!world.contests().front().collided);
        world.clock.advance(std::chrono::hours(48));
        Receipt receipt;
        receipt.id = ReceiptId{1};
        receipt.client = world.treval.id;
        receipt.account = "411000";
        receipt.day = world.clock.today();
        receipt.amount = receipt.unallocated = Money::ofMinor(50000);
        must(store::upsertReceipt(*world.connection, world.field.tenant, receipt, {}));
        const auto collided = world.contests().front().collided;
        QVERIFY(collided && collided->amount.minor() == 50000);
    }
};

QTEST_APPLESS_MAIN(TestContests)
#include "test_contests.moc"
