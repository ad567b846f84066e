// SPDX-License-Identifier: Apache-2.0
// Operations take effect exactly once, each answers for itself, and the author is who the centre knows.
#include "tests/central/centre.h"

#include "domain/agreements/attached.h"
#include "domain/agreements/promise_history.h"
#include "store/devices.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "store/promises.h"
#include "sync/central/operations.h"
#include "sync/protocol/codec.h"
#include "tests/protocol/describe.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::test;
using encours::protocol::OperationResult;

namespace {

NoteId noteIdOf(const Operation& operation)
{
    return std::get<NoteAdded>(operation.body).note.id;
}
PromiseId promiseIdOf(const Operation& operation)
{
    return std::get<PromiseMade>(operation.body).promise.id;
}

/// Of the operation in the answer; the test ends when it is not there.
OperationResult resultOf(const protocol::SyncResponse& response, const Operation& operation)
{
    for (const OperationResult& result : response.results)
        if (result.id == operation.id)
            return result;
    qFatal("no result for the operation");
}

std::string words(const OperationResult& result)
{
    static const std::array names{"applied", "duplicate", "conflict", "review", "rejected", "retry", "parked"};
    return names[static_cast<std::size_t>(result.status)] + std::string(result.reason.empty() ? "" : " ") +
           result.reason;
}

struct Fixture {
    Centre centre;
    ClientId treval = centre.addClient("TREVAL", centre.nadia);
    ClientId foreign = centre.addClient("FOREIGN", centre.karim);
    TestDevice nadia = centre.addDevice(centre.nadia);
    TestDevice karim = centre.addDevice(centre.karim);
    TestDevice odile = centre.addDevice(centre.odile);

    std::string answer(TestDevice& device, const Operation& operation)
    {
        return words(resultOf(centre.sync(device, {operation}), operation));
    }
    std::size_t notes(ClientId client) { return must(store::notesOf(centre.store(), centre.tenant, client)).size(); }
    std::size_t promises(ClientId client)
    {
        return must(store::promisesOf(centre.store(), centre.tenant, client)).size();
    }
};

} // namespace

class TestOperations : public QObject {
    Q_OBJECT
private slots:
    void aNoteIsStampedByTheCentre()
    {
        Fixture f;
        Operation operation = f.centre.note(f.nadia, f.treval, "Vu M. Tréval");
        Note& sent = std::get<NoteAdded>(operation.body).note;
        sent.author = f.centre.karim; // what a device may claim does not even reach the wire
        sent.authorName = "Somebody else";
        const auto response = f.centre.sync(f.nadia, {operation});
        const OperationResult result = resultOf(response, operation);
        QCOMPARE(words(result), std::string("applied"));
        QCOMPARE(result.effectSeq, f.centre.head());
        const Note stored = *must(store::findNote(f.centre.store(), f.centre.tenant, f.treval, sent.id));
        QCOMPARE(stored.author, f.centre.nadia);
        QCOMPARE(stored.authorName, std::string("Nadia Ferrand"));
        QCOMPARE(stored.madeOn, *Day::fromYmd(2026, 11, 23));
        QCOMPARE(stored.serverSeq, result.effectSeq);
        // The same answer already echoes it.
        QCOMPARE(f.nadia.replica.words(), f.centre.expected(f.centre.nadia).words());
        must(store::verifyChain(f.centre.store(), f.centre.tenant));
    }

    void sentTwiceTakesEffectOnce()
    {
        Fixture f;
        const Operation operation = f.centre.note(f.nadia, f.treval, "once");
        const auto first = resultOf(f.centre.sync(f.nadia, {operation}), operation);
        const std::int64_t head = f.centre.head();
        f.centre.reopen(); // also when the centre was restarted in between
        const auto second = resultOf(f.centre.sync(f.nadia, {operation}), operation);
        QCOMPARE(second, first);
        QCOMPARE(f.centre.head(), head);
        QCOMPARE(f.notes(f.treval), std::size_t{1});
        // Twice in one batch, too.
        const Operation other = f.centre.note(f.nadia, f.treval, "also once");
        f.centre.sync(f.nadia, {other, other});
        QCOMPARE(f.notes(f.treval), std::size_t{2});
    }

    /// Whatever is cut, repeated or sent again in overlapping batches: each operation once, in the order of the device.
    void lostAnswersAndOverlappingBatches()
    {
        QVERIFY(rc::check("each operation takes effect once", [] {
            Fixture f;
            std::vector<Operation> all;
            for (int i = 0; i < 6; ++i)
                all.push_back(f.centre.note(f.nadia, f.treval, "note " + std::to_string(i)));
            std::size_t from = 0;
            while (from < all.size()) {
                const auto size = *rc::gen::inRange<std::size_t>(1, all.size() - from + 1);
                const std::vector<Operation> batch(all.begin() + static_cast<std::ptrdiff_t>(from),
                                                   all.begin() + static_cast<std::ptrdiff_t>(from + size));
                f.centre.sync(f.nadia, batch);
                if (*rc::gen::arbitrary<bool>()) // the answer arrived
                    from += size;
            }
            RC_ASSERT(f.notes(f.treval) == all.size());
            std::int64_t before = 0;
            for (const Operation& operation : all) {
                const auto logged = must(store::findOperation(f.centre.store(), f.centre.tenant, operation.id));
                RC_ASSERT(logged.has_value());
                RC_ASSERT(logged->effectSeq >= before);
                before = logged->effectSeq;
            }
        }));
    }

    void oneIdTwoContents()
    {
        Fixture f;
        Operation operation = f.centre.note(f.nadia, f.treval, "first");
        f.centre.sync(f.nadia, {operation});
        std::get<NoteAdded>(operation.body).note.text = "second";
        QCOMPARE(f.answer(f.nadia, operation), std::string("rejected op_id_reuse"));
        QCOMPARE(must(store::notesOf(f.centre.store(), f.centre.tenant, f.treval)).front().text, std::string("first"));
    }

    void aBadOperationRefusesItselfAlone()
    {
        Fixture f;
        const Operation good = f.centre.note(f.nadia, f.treval, "good");
        const Operation bad = f.centre.note(f.nadia, ClientId{999}, "nobody's");
        const Operation unreadable = f.centre.note(f.nadia, f.treval, "");
        const Operation alsoGood = f.centre.promise(f.nadia, f.treval, {f.centre.firstItem(f.treval)}, 500);
        const auto response = f.centre.sync(f.nadia, {good, bad, unreadable, alsoGood});
        QCOMPARE(words(resultOf(response, good)), std::string("applied"));
        QCOMPARE(words(resultOf(response, bad)), std::string("rejected client.unknown"));
        QCOMPARE(words(resultOf(response, unreadable)), std::string("rejected protocol.note_add.text"));
        QCOMPARE(words(resultOf(response, alsoGood)), std::string("applied"));
        QCOMPARE(resultOf(response, good).effectSeq,
                 resultOf(response, alsoGood).effectSeq); // one commit for the batch
        QCOMPARE(resultOf(response, bad).effectSeq, std::int64_t{0});
    }

    void outsideThePortfolioIsKeptForReview()
    {
        Fixture f;
        const Operation note = f.centre.note(f.nadia, f.foreign, "visited although it is Karim's");
        const auto response = f.centre.sync(f.nadia, {note});
        QCOMPARE(words(resultOf(response, note)), std::string("review scope.outside"));
        QCOMPARE(f.notes(f.foreign), std::size_t{1});
        QVERIFY(!f.nadia.replica.clients.contains(f.foreign.value)); // told, but not shown
        f.centre.syncAll(f.karim);
        QCOMPARE(f.karim.replica.clients[f.foreign.value].notes.size(), std::size_t{1});
    }

    void theOfficeSeesEverybody()
    {
        Fixture f;
        QCOMPARE(f.answer(f.odile, f.centre.note(f.odile, f.foreign, "called")), std::string("applied"));
    }

    void notes()
    {
        Fixture f;
        const Operation note = f.centre.note(f.nadia, f.treval, "mine");
        f.centre.sync(f.nadia, {note});
        const NoteId id = noteIdOf(note);
        QCOMPARE(f.answer(f.karim, f.centre.retract(f.karim, f.treval, id)), std::string("rejected note.author"));
        QCOMPARE(f.answer(f.nadia, f.centre.retract(f.nadia, f.treval, {f.centre.uuid()})),
                 std::string("rejected note.unknown"));
        QCOMPARE(f.answer(f.nadia, f.centre.retract(f.nadia, f.foreign, id)), std::string("rejected note.unknown"));
        QCOMPARE(f.answer(f.odile, f.centre.retract(f.odile, f.treval, id)), std::string("applied"));
        const Note stored = *must(store::findNote(f.centre.store(), f.centre.tenant, f.treval, id));
        QVERIFY(stored.retracted);
        QCOMPARE(stored.text, std::string("mine")); // hidden, not erased
        const auto again = f.centre.retract(f.nadia, f.treval, id);
        const auto result = resultOf(f.centre.sync(f.nadia, {again}), again);
        QCOMPARE(words(result), std::string("applied"));
        QCOMPARE(result.effectSeq, std::int64_t{0}); // nothing to wait for

        Operation same = f.centre.note(f.nadia, f.treval, "another with the id of the first");
        std::get<NoteAdded>(same.body).note.id = id;
        QCOMPARE(f.answer(f.nadia, same), std::string("rejected note.exists"));
        Operation past = f.centre.note(f.nadia, f.treval, "call back");
        std::get<NoteAdded>(past.body).note.callBackOn = parisDay(f.centre.now) - 1;
        QCOMPARE(f.answer(f.nadia, past), std::string("rejected note.call_back"));
    }

    void promises()
    {
        Fixture f;
        const ItemId item = f.centre.firstItem(f.treval);
        const ItemId others = f.centre.firstItem(f.foreign);
        const Operation made = f.centre.promise(f.nadia, f.treval, {item}, 648'000);
        QCOMPARE(f.answer(f.nadia, made), std::string("applied"));
        const Promise stored =
            *must(store::findPromise(f.centre.store(), f.centre.tenant, f.treval, promiseIdOf(made)));
        QCOMPARE(stored.author, f.centre.nadia);
        QCOMPARE(stored.madeOn, parisDay(f.centre.now));
        QCOMPARE(stored.items, std::vector{item});
        QVERIFY(stored.serverSeq > 0);

        QCOMPARE(f.answer(f.nadia, f.centre.promise(f.nadia, f.treval, {others}, 1)),
                 std::string("rejected promise.item_unknown"));
        QCOMPARE(f.answer(f.nadia, f.centre.promise(f.nadia, f.treval, {item, item}, 1)),
                 std::string("rejected promise.item_twice"));
        Operation dollars = f.centre.promise(f.nadia, f.treval, {item}, 1);
        std::get<PromiseMade>(dollars.body).promise.amount = Money::ofMinor(1, *Currency::parse("USD"));
        QCOMPARE(f.answer(f.nadia, dollars), std::string("rejected promise.currency"));
        Operation dollarsOnAccount = f.centre.promise(f.nadia, f.treval, {}, 1);
        std::get<PromiseMade>(dollarsOnAccount.body).promise.amount = Money::ofMinor(1, *Currency::parse("USD"));
        QCOMPARE(f.answer(f.nadia, dollarsOnAccount), std::string("rejected promise.currency"));
        Operation yesterday = f.centre.promise(f.nadia, f.treval, {item}, 1);
        std::get<PromiseMade>(yesterday.body).promise.promisedFor = parisDay(f.centre.now) - 1;
        QCOMPARE(f.answer(f.nadia, yesterday), std::string("rejected promise.date"));
        Operation same = f.centre.promise(f.nadia, f.treval, {item}, 1);
        std::get<PromiseMade>(same.body).promise.id = promiseIdOf(made);
        QCOMPARE(f.answer(f.nadia, same), std::string("rejected promise.exists"));
        Operation superseding = f.centre.promise(f.nadia, f.treval, {item}, 1);
        std::get<PromiseMade>(superseding.body).promise.supersedes = {f.centre.uuid()};
        QCOMPARE(f.answer(f.nadia, superseding), std::string("rejected promise.supersedes"));
        superseding = f.centre.promise(f.nadia, f.treval, {item}, 1);
        std::get<PromiseMade>(superseding.body).promise.supersedes = promiseIdOf(made);
        QCOMPARE(f.answer(f.nadia, superseding), std::string("applied"));
        QCOMPARE(f.answer(f.odile, f.centre.promise(f.odile, f.treval, {}, 1)),
                 std::string("applied")); // on account, by another person: both stand
        QCOMPARE(f.promises(f.treval), std::size_t{3});
    }

    /// Withdrawing and replacing follow one rule; a promise that may not replace another stands beside it.
    void whoEndsAPromise()
    {
        Fixture f;
        const auto made = [&](TestDevice& device) {
            const Operation operation = f.centre.promise(device, f.treval, {}, 1);
            f.centre.sync(device, {operation});
            return promiseIdOf(operation);
        };
        const auto replacing = [&](TestDevice& device, PromiseId earlier) {
            Operation operation = f.centre.promise(device, f.treval, {}, 2);
            std::get<PromiseMade>(operation.body).promise.supersedes = earlier;
            return operation;
        };
        const auto stored = [&](const Operation& operation) {
            return *must(store::findPromise(f.centre.store(), f.centre.tenant, f.treval, promiseIdOf(operation)));
        };
        const PromiseId nadias = made(f.nadia);
        Operation other = replacing(f.karim, nadias);
        QCOMPARE(f.answer(f.karim, other), std::string("review promise.author"));
        QVERIFY(!stored(other).supersedes);
        QCOMPARE(f.answer(f.karim, f.centre.withdraw(f.karim, f.treval, nadias)),
                 std::string("rejected promise.author"));

        f.centre.assign(f.treval, f.centre.karim); // now he has the client, and she had it
        other = replacing(f.karim, nadias);
        QCOMPARE(f.answer(f.karim, other), std::string("applied"));
        QCOMPARE(stored(other).supersedes, nadias);
        QCOMPARE(f.answer(f.karim, f.centre.withdraw(f.karim, f.treval, nadias)), std::string("applied"));
        const PromiseId hers = made(f.nadia), his = made(f.karim);
        QCOMPARE(f.answer(f.nadia, f.centre.withdraw(f.nadia, f.treval, hers)), std::string("review scope.outside"));
        QCOMPARE(f.answer(f.nadia, replacing(f.nadia, his)), std::string("review promise.author"));
        QCOMPARE(f.answer(f.odile, replacing(f.odile, his)), std::string("applied"));
    }

    void endings()
    {
        Fixture f;
        const Operation made = f.centre.promise(f.nadia, f.treval, {f.centre.firstItem(f.treval)}, 1);
        f.centre.sync(f.nadia, {made});
        const PromiseId id = promiseIdOf(made);
        QCOMPARE(f.answer(f.karim, f.centre.withdraw(f.karim, f.treval, id)), std::string("rejected promise.author"));
        QCOMPARE(f.answer(f.nadia, f.centre.withdraw(f.nadia, f.treval, {f.centre.uuid()})),
                 std::string("rejected promise.unknown"));
        QCOMPARE(f.answer(f.nadia, f.centre.withdraw(f.nadia, f.treval, id)), std::string("applied"));
        QCOMPARE(f.answer(f.odile, f.centre.withdraw(f.odile, f.treval, id)), std::string("applied")); // the same again
        QCOMPARE(f.answer(f.odile, f.centre.withdraw(f.odile, f.treval, id, PromiseEnding::WithdrawnByUs)),
                 std::string("conflict promise.ended"));
        const Promise stored = *must(store::findPromise(f.centre.store(), f.centre.tenant, f.treval, id));
        QCOMPARE(stored.ending, PromiseEnding::WithdrawnByDebtor); // the value that was there stays
        QCOMPARE(stored.endedOn, parisDay(f.centre.now));
    }

    /// Otherwise no payment would count for the promise before next year.
    void aClockThatIsAYearAhead()
    {
        Fixture f;
        const Day today = parisDay(f.centre.now);
        Operation made = f.centre.promise(f.nadia, f.treval, {f.centre.firstItem(f.treval)}, 1);
        Operation note = f.centre.note(f.nadia, f.treval, "Vu M. Tréval");
        Operation withdrawn = f.centre.withdraw(f.nadia, f.treval, promiseIdOf(made));
        for (Operation* operation : {&made, &note, &withdrawn})
            operation->madeAt = operation->madeAt + std::chrono::days(365);
        std::get<PromiseMade>(made.body).promise.promisedFor = parisDay(made.madeAt) + 4;
        f.centre.sync(f.nadia, {made, note, withdrawn});
        const Promise promise =
            *must(store::findPromise(f.centre.store(), f.centre.tenant, f.treval, promiseIdOf(made)));
        QCOMPARE(promise.madeOn, today);
        QCOMPARE(promise.madeAt, made.madeAt); // what the author's clock said is kept
        QCOMPARE(promise.promisedFor, today + 369);
        QCOMPARE(promise.endedOn, today);
        QCOMPARE(must(store::findNote(f.centre.store(), f.centre.tenant, f.treval, noteIdOf(note)))->madeOn, today);
    }

    /// Marks lie side by side; the first of a person is the one that counts (insight/seen_marks.h).
    void anAnomalyIsSeen()
    {
        Fixture f;
        for (TestDevice* device : {&f.nadia, &f.odile, &f.nadia}) {
            const Operation seen = f.centre.say(*device, f.treval, f.centre.uuid(), AnomalySeen{"late_95|411000|FA-1"});
            QCOMPARE(f.answer(*device, seen), std::string("applied"));
        }
        QCOMPARE(must(store::eventsOf(f.centre.store(), f.centre.tenant, f.treval)).size(), std::size_t{3});
    }

    /// It names a file that may come later, and changes nothing of what it belongs to.
    void aDocumentIsAttached()
    {
        Fixture f;
        const Uuid promise = f.centre.uuid();
        for (TestDevice* device : {&f.nadia, &f.odile}) {
            const Operation said = f.centre.say(*device, f.treval, promise, Attached{sha256({})});
            QCOMPARE(f.answer(*device, said), std::string("applied"));
        }
        const auto events = must(store::eventsOf(f.centre.store(), f.centre.tenant, f.treval));
        QCOMPARE(attachedTo(events, promise), std::vector{sha256({})});
        Promise made;
        made.id = PromiseId{promise};
        made.client = f.treval;
        QCOMPARE(promiseHistory(made, events).version, 1);
    }

    /// Kept as it came, and given to everybody as it came.
    void aKindOfANewerVersion()
    {
        Fixture f;
        Operation newer = f.centre.say(f.nadia, f.treval, f.centre.uuid(), AnomalySeen{"x"});
        Saying& saying = std::get<Saying>(newer.body);
        saying.kind = 999;
        saying.bytes = {0xff, 0, 1};
        saying.content = UnknownContent();
        QCOMPARE(f.answer(f.nadia, newer), std::string("review version.newer"));
        const auto kept = must(store::eventsOf(f.centre.store(), f.centre.tenant, f.treval));
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept[0].saying.kind, 999);
        QVERIFY(kept[0].saying.bytes == saying.bytes);
        f.centre.syncAll(f.odile);
        QCOMPARE(f.odile.replica.words(), f.centre.expected(f.centre.odile).words());
        QCOMPARE(f.odile.replica.clients[f.treval.value].events.size(), std::size_t{1});
    }

    /// Two files that count from the same place: the second is found out and nothing of it is taken until it has renumbered.
    void aCopiedDeviceIsToldApart()
    {
        Fixture f;
        TestDevice copy = f.nadia;
        f.centre.sync(f.nadia, {f.centre.note(f.nadia, f.treval, "from the phone")});
        const Operation fromCopy = f.centre.note(copy, f.treval, "from its copy");
        const auto response = f.centre.sync(copy, {fromCopy});
        QVERIFY(response.directive.has_value());
        QCOMPARE(response.directive->kind, protocol::Directive::Kind::DeviceForked);
        QVERIFY(response.pages.empty() && !response.checkpoint);
        QCOMPARE(f.notes(f.treval), std::size_t{1});
        // Under a new identity, with its number changed and its id kept, the work arrives.
        TestDevice renewed = f.centre.addDevice(f.centre.nadia);
        Operation again = fromCopy;
        again.deviceSeq = renewed.nextSeq++;
        QCOMPARE(f.answer(renewed, again), std::string("applied"));
        QCOMPARE(f.notes(f.treval), std::size_t{2});
    }

    /// The answer was lost after the centre had stored it; the device asks again without the operation.
    void resultsAreRepeatedUntilTheDeviceHasThem()
    {
        Fixture f;
        const Operation operation = f.centre.note(f.nadia, f.treval, "x");
        f.centre.sync(f.nadia, {operation});
        QCOMPARE(resultOf(f.centre.sync(f.nadia), operation).status, OperationStatus::Applied);
        auto request = f.centre.request(f.nadia);
        request.acknowledgedThrough = operation.deviceSeq;
        QVERIFY(f.centre.decode(must(f.centre.trySync(f.nadia, request))).results.empty());
    }

    void theSessionOfAnotherDevice()
    {
        Fixture f;
        const auto answer = f.centre.trySync(f.nadia, f.centre.request(f.karim));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, std::string("device.mismatch"));
    }

    /// A database that fails in the middle of a batch leaves nothing of it; sent again, everything is there once.
    void aFailingStoreLeavesNothing()
    {
        Fixture f;
        const std::vector<Operation> batch{f.centre.note(f.nadia, f.treval, "a"),
                                           f.centre.note(f.nadia, f.treval, "b")};
        const auto other = f.centre.connect();
        auto lock = must(store::Transaction::begin(*other)); // somebody imports a ledger meanwhile
        auto impatient = f.centre.connect(std::chrono::milliseconds(1));
        const auto caller = must(central::findCaller(*impatient, f.centre.tenant, f.nadia.id));
        const auto refused =
            central::synchronise(*impatient, f.centre.tenant, caller, f.centre.request(f.nadia, batch), f.centre.now);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        must(lock.commit());
        QCOMPARE(f.notes(f.treval), std::size_t{0});
        f.centre.sync(f.nadia, batch);
        QCOMPARE(f.notes(f.treval), std::size_t{2});
    }

    /// One operation meets a mistake of ours: it alone is refused, for good, and what follows it is not taken for a fork.
    void aMistakeOfOursRefusesOneOperation()
    {
        Fixture f;
        must(f.centre.store().execute("ALTER TABLE promise RENAME TO promise_elsewhere"));
        const Operation promise = f.centre.promise(f.nadia, f.treval, {}, 1);
        const Operation note = f.centre.note(f.nadia, f.treval, "x");
        auto request = f.centre.request(f.nadia, {promise, note});
        const auto apply = [&] {
            return must(
                central::applyOperations(f.centre.store(), f.centre.tenant,
                                         must(central::findCaller(f.centre.store(), f.centre.tenant, f.nadia.id)),
                                         request.decoded, f.centre.now));
        };
        const auto first = apply();
        QCOMPARE(first.results[0].status, OperationStatus::Rejected);
        QCOMPARE(words(first.results[1]), std::string("applied"));
        const auto again = apply();
        QVERIFY(!again.forked);
        QVERIFY(again.results == first.results);
    }

    /// It fails after its number was taken, in a table that nothing looks at before: no commit tells of it.
    void whatWasRefusedIsNoChange()
    {
        Fixture f;
        const ItemId item = f.centre.addItem(f.treval, "FA-1");
        must(f.centre.store().execute("ALTER TABLE promise_item RENAME TO promise_item_elsewhere"));
        const Operation promise = f.centre.promise(f.nadia, f.treval, {item}, 1);
        auto request = f.centre.request(f.nadia, {promise});
        const auto before = must(store::readHead(f.centre.store(), f.centre.tenant));
        const auto outcome = must(central::applyOperations(
            f.centre.store(), f.centre.tenant, must(central::findCaller(f.centre.store(), f.centre.tenant, f.nadia.id)),
            request.decoded, f.centre.now));
        QCOMPARE(outcome.results[0].status, OperationStatus::Rejected);
        QCOMPARE(must(store::readHead(f.centre.store(), f.centre.tenant)).seq, before.seq);
    }

    void anOldMajorMayStillHandInItsQueue()
    {
        Fixture f;
        const Operation operation = f.centre.note(f.nadia, f.treval, "from an old phone");
        auto request = f.centre.request(f.nadia, {operation});
        request.major = 99;
        const auto response = f.centre.decode(must(f.centre.trySync(f.nadia, request)));
        QCOMPARE(words(resultOf(response, operation)), std::string("applied"));
        QCOMPARE(response.directive->kind, protocol::Directive::Kind::UpgradeRequired);
        QVERIFY(response.pages.empty());
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "test_operations.moc"
