// SPDX-License-Identifier: Apache-2.0
// How far what somebody said has come, in ticks; and the tray of what the centre did not take: said otherwise, laid aside,
// brought back. Nothing is lost, also by a Reset.
#include "tests/usecases/field_world.h"

#include "store/notes.h"
#include "store/replica.h"
#include "usecases/list_outbox.h"
#include "usecases/open_client.h"
#include "usecases/tray.h"

using namespace encours;
using namespace encours::store::test;
using namespace encours::usecases;
using namespace encours::usecases::test;

namespace {

OutboxEntry answered(OutboxState state, OperationStatus status, std::int64_t effectSeq)
{
    OutboxEntry entry;
    entry.state = state;
    entry.status = status;
    entry.effectSeq = effectSeq;
    return entry;
}

struct TrayWorld : FieldWorld {
    std::vector<OutboxLine> lines() { return must(listOutbox(field)); }
    OperationId last() { return lines().back().entry.operation.id; }
    /// As the centre's answer does, with what the engine does about it.
    void answer(OperationId id, OperationStatus status, std::string_view reason, std::int64_t effectSeq = 0)
    {
        const auto entry = must(store::findOutboxEntry(*connection, field.tenant, id));
        auto transaction = must(store::Transaction::begin(*connection));
        must(store::storeResult(*connection, field.tenant, id, status, reason, effectSeq));
        const OperationSubject subject = subjectOf(entry->operation.body);
        if (status == OperationStatus::Rejected)
            must(store::dropUnechoed(*connection, field.tenant, subject.client, subject.object));
        must(transaction.commit());
    }
    OperationId refusedPromise()
    {
        must(promisePayment(field, promise()));
        const OperationId id = last();
        answer(id, OperationStatus::Rejected, "promise.far");
        return id;
    }
    Tick tickOfNote(const Note& note) { return must(openClient(field, treval.id)).ticks.at(note.id.value); }
};

} // namespace

class TestTray : public QObject {
    Q_OBJECT

private slots:
    void eachStateHasItsTick()
    {
        using enum OperationStatus;
        constexpr std::int64_t kSeen = 7;
        QVERIFY(tickOf(answered(OutboxState::Queued, Applied, 0), kSeen) == Tick::Recorded);
        QVERIFY(tickOf(answered(OutboxState::Sent, Applied, 0), kSeen) == Tick::Recorded);
        for (const OperationStatus taken : {Applied, Duplicate}) {
            QVERIFY(tickOf(answered(OutboxState::Acknowledged, taken, 8), kSeen) == Tick::Received);
            QVERIFY(tickOf(answered(OutboxState::Acknowledged, taken, 7), kSeen) == Tick::InFile);
        }
        for (const OperationStatus held : {Conflict, Review})
            QVERIFY(tickOf(answered(OutboxState::Acknowledged, held, 7), kSeen) == Tick::ToDecide);
        for (const OperationStatus refused : {Rejected, Parked})
            QVERIFY(tickOf(answered(OutboxState::Refused, refused, 0), kSeen) == Tick::Refused);
        QVERIFY(tickOf(answered(OutboxState::LaidAside, Rejected, 0), kSeen) == Tick::LaidAside);
    }

    // On the card: one's own only, from the phone to the file.
    void aNoteComesToTheFile()
    {
        TrayWorld w;
        Note note = must(recordNote(w.field, w.note("Vu")));
        QVERIFY(w.tickOfNote(note) == Tick::Recorded);
        w.answer(w.last(), OperationStatus::Applied, "", 4);
        QVERIFY(w.tickOfNote(note) == Tick::Received);
        note.serverSeq = 4;
        must(store::upsertNote(*w.connection, w.field.tenant, note, 0));
        must(store::saveCursor(*w.connection, w.field.tenant, store::Blob(), 4));
        QVERIFY(w.tickOfNote(note) == Tick::InFile);
        QVERIFY(w.lines().back().tick == Tick::InFile);

        Note other = note;
        other.id = NoteId{w.uuids.next()};
        other.author = UserId{9};
        must(store::upsertNote(*w.connection, w.field.tenant, other, 0));
        QVERIFY(!must(openClient(w.field, w.treval.id)).ticks.contains(other.id.value));
    }

    void aRefusedPromiseIsSaidOtherwise()
    {
        TrayWorld w;
        const OperationId refused = w.refusedPromise();
        QVERIFY(w.lines().back().toLookAt());
        QCOMPARE(w.lines().back().clientKey, std::string("411TREVAL"));
        QVERIFY(must(openClient(w.field, w.treval.id)).promises.empty());
        PromiseRequest again = w.promise();
        again.promisedFor = again.promisedFor + 1;
        const Promise corrected = must(correctPromise(w.field, refused, again)).promise;
        const auto promises = must(openClient(w.field, w.treval.id)).promises;
        QCOMPARE(promises.size(), 1u);
        QVERIFY(promises[0].promise.id == corrected.id && promises[0].promise.promisedFor == again.promisedFor);
        QCOMPARE(w.lines().size(), 2u); // the log keeps what was refused
        QVERIFY(w.lines()[0].tick == Tick::LaidAside && w.lines()[1].tick == Tick::Recorded);
        QCOMPARE(must(store::countOutbox(*w.connection, w.field.tenant)).tray, 0);
        // Once.
        const auto twice = correctPromise(w.field, refused, again);
        QVERIFY(!twice && twice.error().code == "operation.waits");
        QCOMPARE(w.lines().size(), 2u);
    }

    // What cannot be noted leaves the refused one where it was.
    void aBadCorrectionChangesNothing()
    {
        TrayWorld w;
        must(recordNote(w.field, w.note("Vu")));
        const OperationId refused = w.last();
        w.answer(refused, OperationStatus::Rejected, "note.text");
        QVERIFY(!correctNote(w.field, refused, w.note("  ")));
        QVERIFY(w.lines().back().tick == Tick::Refused);
        QCOMPARE(must(openClient(w.field, w.treval.id)).notes.size(), 0u);
        QCOMPARE(must(correctNote(w.field, refused, w.note("Vu Paul"))).text, std::string("Vu Paul"));
        QVERIFY(w.lines().front().tick == Tick::LaidAside);
    }

    void whatIsLaidAsideComesBack()
    {
        TrayWorld w;
        const OperationId refused = w.refusedPromise();
        const OutboxEntry before = must(layAside(w.field, refused));
        QVERIFY(w.lines().back().tick == Tick::LaidAside);
        QVERIFY(!layAside(w.field, refused));
        must(bringBack(w.field, before));
        QVERIFY(w.lines().back().tick == Tick::Refused);
        QCOMPARE(w.lines().back().entry.reason, std::string("promise.far"));
    }

    // The outcome of a visit rests on its note.
    void whatRestsOnItGoesAlong()
    {
        TrayWorld w;
        NoteRequest request = w.note("Vu");
        request.outcomes = {NoteOutcome::Payment};
        must(recordNote(w.field, request));
        for (const OutboxLine& line : w.lines())
            w.answer(line.entry.operation.id, OperationStatus::Rejected, "note.text");
        QCOMPARE(w.lines().size(), 2u);
        const OutboxEntry before = must(layAside(w.field, w.lines().front().entry.operation.id));
        for (const OutboxLine& line : w.lines())
            QVERIFY(line.tick == Tick::LaidAside);
        must(bringBack(w.field, before));
        for (const OutboxLine& line : w.lines())
            QVERIFY(line.tick == Tick::Refused);
    }

    // The centre holds it: read, it leaves the tray and stays there; it is not corrected here.
    void whatTheOfficeLooksAtIsRead()
    {
        TrayWorld w;
        must(recordNote(w.field, w.note("Vu")));
        const OperationId id = w.last();
        const auto waiting = layAside(w.field, id);
        QVERIFY(!waiting && waiting.error().code == "operation.waits");
        w.answer(id, OperationStatus::Review, "scope.outside", 3);
        QVERIFY(!correctNote(w.field, id, w.note("Vu Paul")));
        const OutboxEntry before = must(layAside(w.field, id));
        QVERIFY(!w.lines().back().toLookAt());
        must(bringBack(w.field, before));
        QVERIFY(w.lines().back().tick == Tick::ToDecide);
        const auto unknown = layAside(w.field, OperationId{w.uuids.next()});
        QVERIFY(!unknown && unknown.error().code == "operation.unknown");
    }

    // I-23: the first synchronisation starts again; the tray stays, and what was laid aside does not rise from it.
    void aResetKeepsTheTray()
    {
        TrayWorld w;
        const OperationId kept = w.refusedPromise();
        must(layAside(w.field, w.refusedPromise()));
        auto transaction = must(store::Transaction::begin(*w.connection));
        must(store::startAgain(*w.connection, w.field.tenant));
        must(transaction.commit());
        const auto lines = w.lines();
        QCOMPARE(lines.size(), 2u);
        QVERIFY(lines[0].entry.operation.id == kept && lines[0].tick == Tick::Refused);
        QVERIFY(lines[0].clientKey.empty()); // until the client comes again
        QVERIFY(lines[1].tick == Tick::LaidAside);
        QVERIFY(must(store::nextBatch(*w.connection, w.field.tenant)).empty());
        QVERIFY(std::get<PromiseMade>(must(findRefused(w.field, kept)).operation.body).promise.amount ==
                Money::ofMinor(648000));
    }
};

QTEST_APPLESS_MAIN(TestTray)
#include "test_tray.moc"
