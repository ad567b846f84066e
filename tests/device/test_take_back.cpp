// SPDX-License-Identifier: Apache-2.0
// Undo: what was never sent leaves nothing, what may be at the centre is ended there too.
#include "domain/agreements/note_history.h"
#include "store/clients.h"
#include "store/events.h"
#include "store/items.h"
#include "tests/device/field_device.h"
#include "usecases/amend_promise.h"
#include "usecases/plan_visit.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"
#include "usecases/take_back.h"

using namespace encours;
using namespace encours::test;
using usecases::TakenBack;

namespace {

constexpr ClientId kTreval{1};

struct Undoing {
    QTemporaryDir folder;
    HandClock clock;
    FieldDevice device{std::filesystem::path(folder.path().toStdString()) / "ledger.db",
                       invented(DeviceId{Uuid::makeV7(1, {1})}), clock, 11};
    device::SyncEngine engine{device.connection(), kTenant, clock, device.uuids(), device.id()};
    usecases::Field field{device.connection(), clock, device.uuids(), kTenant};

    Undoing()
    {
        Client client;
        client.id = kTreval;
        client.key = "411TREVAL";
        client.name = "Menuiserie Tréval";
        must(store::upsertClient(device.connection(), kTenant, client));
    }
    Note note()
    {
        usecases::NoteRequest request;
        request.client = kTreval;
        request.text = "Vu Paul Tréval";
        return must(usecases::recordNote(field, request));
    }
    Promise promise()
    {
        usecases::PromiseRequest request;
        request.client = kTreval;
        request.amount = Money::ofMinor(648'000);
        request.promisedFor = clock.today() + 4;
        return must(usecases::promisePayment(field, request)).promise;
    }
    void send() { must(engine.buildRequest()); }
};

} // namespace

class TestTakeBack : public QObject {
    Q_OBJECT

private slots:
    void beforeSendingNothingIsLeft()
    {
        Undoing undoing;
        const Note kept = undoing.note();
        const Note note = undoing.note();
        const Promise promise = undoing.promise();
        QCOMPARE(must(usecases::takeBackPromise(undoing.field, promise.id, kTreval)), TakenBack::Forgotten);
        QCOMPARE(must(usecases::takeBackNote(undoing.field, note.id, kTreval)), TakenBack::Forgotten);
        QCOMPARE(undoing.device.outbox().size(), 1u);
        QVERIFY(std::get<NoteAdded>(undoing.device.outbox()[0].operation.body).note.id == kept.id);
        QCOMPARE(undoing.device.notes(kTreval).size(), 1u);
        QVERIFY(undoing.device.promises(kTreval).empty());
        // And it is gone for good: a second undo finds nothing.
        REQUIRE_ERROR(usecases::takeBackNote(undoing.field, note.id, kTreval), "note.unknown");
    }

    // The report of a visit that was planned, with what it gave: the visit is to be made again.
    void aForgottenReportLeavesTheVisitToMake()
    {
        Undoing undoing;
        const Day today = undoing.field.clock.today();
        const Visit visit = must(
            usecases::planVisit(undoing.field, {.client = kTreval, .on = today, .purpose = "échéancier", .moves = {}}));
        usecases::NoteRequest request;
        request.client = kTreval;
        request.text = "fermé";
        request.outcomes = {NoteOutcome::Absent};
        const Note note = must(usecases::reportVisit(undoing.field, visit.id, request));
        QCOMPARE(undoing.device.outbox().size(), 4u);
        QVERIFY(must(usecases::listVisits(undoing.field)).empty());
        const auto events = must(store::eventsOf(undoing.device.connection(), kTenant, kTreval));
        QVERIFY(noteHistory(note, events).outcomes == std::vector{NoteOutcome::Absent});
        QCOMPARE(must(usecases::takeBackNote(undoing.field, note.id, kTreval)), TakenBack::Forgotten);
        QCOMPARE(undoing.device.outbox().size(), 1u);
        QCOMPARE(must(usecases::listVisits(undoing.field)).size(), 1u);
        QCOMPARE(must(store::eventsOf(undoing.device.connection(), kTenant, kTreval)).size(), 1u);
        request.outcomes = {NoteOutcome::Other};
        REQUIRE_ERROR(usecases::reportVisit(undoing.field, visit.id, request), "note.outcome");
    }

    void afterSendingItIsEndedAtTheCentreToo()
    {
        Undoing undoing;
        const Note note = undoing.note();
        const Promise promise = undoing.promise();
        undoing.send(); // no answer came: the centre may know
        QCOMPARE(must(usecases::takeBackNote(undoing.field, note.id, kTreval)), TakenBack::Ended);
        QCOMPARE(must(usecases::takeBackPromise(undoing.field, promise.id, kTreval)), TakenBack::Ended);
        const auto outbox = undoing.device.outbox();
        QCOMPARE(outbox.size(), 4u);
        QVERIFY(std::get<NoteRetracted>(outbox[2].operation.body).note == note.id);
        const auto& ended = std::get<Saying>(outbox[3].operation.body);
        QVERIFY(ended.object == promise.id.value);
        QCOMPARE(std::get<PromiseEnded>(ended.content).ending, PromiseEnding::WithdrawnByUs);
        QCOMPARE(undoing.device.promises(kTreval)[0].ending, PromiseEnding::WithdrawnByUs);
    }

    // Unsent, nothing of it is left; sent, a change is changed back, and a withdrawal stands.
    void whatWasSaidOfAPromise()
    {
        Undoing undoing;
        const Promise before = undoing.promise();
        undoing.send();
        PromiseAmended change;
        change.amount = Money::ofMinor(before.amount.minor() - 1);
        must(usecases::amendPromise(undoing.field, {kTreval, before.id}, change));
        QCOMPARE(must(usecases::takeBackSaid(undoing.field, before)), TakenBack::Forgotten);
        QCOMPARE(undoing.device.promises(kTreval)[0].amount, before.amount);
        QCOMPARE(undoing.device.outbox().size(), 1u);
        must(usecases::amendPromise(undoing.field, {kTreval, before.id}, change));
        undoing.send();
        QCOMPARE(must(usecases::takeBackSaid(undoing.field, before)), TakenBack::Ended);
        QCOMPARE(undoing.device.promises(kTreval)[0].amount, before.amount);
        must(usecases::withdrawPromise(undoing.field, before.id, kTreval, PromiseEnding::WithdrawnByDebtor));
        QCOMPARE(must(usecases::takeBackSaid(undoing.field, before)), TakenBack::Forgotten);
        QCOMPARE(undoing.device.promises(kTreval)[0].ending, PromiseEnding::None);
        must(usecases::withdrawPromise(undoing.field, before.id, kTreval, PromiseEnding::WithdrawnByDebtor));
        undoing.send();
        REQUIRE_ERROR(usecases::takeBackSaid(undoing.field, before), "promise.sent");
    }

    // A retraction that waits is no note: undoing it is not undoing the note again.
    void aWaitingRetractionIsNotForgotten()
    {
        Undoing undoing;
        const Note note = undoing.note();
        undoing.send();
        must(store::storeResult(undoing.device.connection(), kTenant, undoing.device.outbox()[0].operation.id,
                                OperationStatus::Applied, "", 1));
        must(usecases::retractNote(undoing.field, note.id, kTreval));
        must(usecases::takeBackNote(undoing.field, note.id, kTreval));
        QCOMPARE(undoing.device.outbox().size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestTakeBack)
#include "test_take_back.moc"
