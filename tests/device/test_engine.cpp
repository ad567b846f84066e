// SPDX-License-Identifier: Apache-2.0
// The engine against answers written by hand: what a page, a result, a reset does to the replica and to what was made
// here.
#include "store/clients.h"
#include "store/device_state.h"
#include "store/items.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "tests/device/field_device.h"

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

constexpr ClientId kTreval{1};
constexpr ClientId kOther{2};
constexpr ItemId kInvoice{11};

protocol::Cursor at(std::int64_t seq)
{
    return {Uuid::makeV7(1, {}), seq, static_cast<std::uint64_t>(seq) * 7, protocol::Cursor::Position::AfterCommit, {}};
}

protocol::Bundle bundle(ClientId id, std::int64_t seq, std::int64_t cents = 100'00)
{
    protocol::Bundle bundle;
    bundle.clientId = id;
    bundle.seq = seq;
    bundle.complete = true;
    bundle.client.emplace();
    bundle.client->id = id;
    bundle.client->key = "C" + std::to_string(id.value);
    bundle.client->name = "Client " + std::to_string(id.value);
    Item item;
    item.id = ItemId{id.value * 10 + 1};
    item.client = id;
    item.account = "411";
    item.number = "F" + std::to_string(item.id.value);
    item.amount = item.residual = Money::ofMinor(cents);
    bundle.items.push_back(item);
    return bundle;
}

Note serverNote(ClientId client, NoteId id, std::int64_t seq)
{
    Note note;
    note.id = id;
    note.client = client;
    note.text = "from the centre";
    note.author = UserId{1};
    note.authorName = "Nadia Ferrand";
    note.serverSeq = seq;
    return note;
}

Promise serverPromise(ClientId client, PromiseId id, std::int64_t seq)
{
    Promise promise;
    promise.id = id;
    promise.client = client;
    promise.amount = Money::ofMinor(50'00);
    promise.author = UserId{1};
    promise.serverSeq = seq;
    return promise;
}

/// One device and the other end of its line.
struct Line {
    QTemporaryDir folder;
    HandClock clock;
    HandClock centreClock;
    FieldDevice device{std::filesystem::path(folder.path().toStdString()) / "ledger.db",
                       invented(DeviceId{Uuid::makeV7(1, {1})}), clock, 7};
    SyncEngine engine{device.connection(), kTenant, clock, device.uuids(), device.id()};

    protocol::SyncRequest ask()
    {
        const protocol::Bytes request = must(engine.buildRequest());
        return must(protocol::decodeSyncRequest(must(protocol::decompress(request))));
    }
    static protocol::Bytes wire(const protocol::SyncResponse& answer)
    {
        return protocol::compress(protocol::encode(answer), 1);
    }
    /// A whole answer: pages up to `seq`, the end of the feed.
    static protocol::SyncResponse answer(const protocol::SyncRequest& request, std::vector<protocol::Bundle> bundles,
                                         std::int64_t seq)
    {
        protocol::SyncResponse answer;
        answer.requestId = request.requestId;
        if (!bundles.empty())
            answer.pages.push_back({std::move(bundles), at(seq)});
        answer.checkpoint.emplace();
        answer.checkpoint->at = at(seq);
        answer.checkpoint->clientsTotal = 2;
        return answer;
    }
    Result<Outcome> give(const protocol::SyncResponse& answer) { return engine.applyResponse(wire(answer)); }
    /// A round in which the centre has these bundles to tell and answers every operation so.
    Outcome round(std::vector<protocol::Bundle> bundles, std::int64_t seq,
                  OperationStatus status = OperationStatus::Applied, std::int64_t effectSeq = 0)
    {
        const protocol::SyncRequest request = ask();
        protocol::SyncResponse response = answer(request, std::move(bundles), seq);
        response.checkpoint->serverTime = centreClock.now();
        for (const protocol::DecodedOperation& operation : request.decoded)
            response.results.push_back({operation.id, operation.deviceSeq, status, effectSeq,
                                        status == OperationStatus::Applied ? "" : "because"});
        return must(give(response));
    }
    std::string dump() { return dumpLedger(device.connection()); }
    std::int64_t seenSeq() { return must(store::loadProgress(device.connection(), kTenant)).seenSeq; }
};

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

private slots:
    // ---- what comes down

    void theFirstRequestHasNoCursorAndTheNextHasTheOneOfTheLastPage()
    {
        Line line;
        QVERIFY(!line.ask().cursor);
        line.round({bundle(kTreval, 5)}, 5);
        const protocol::SyncRequest next = line.ask();
        QVERIFY(next.cursor);
        QCOMPARE(next.cursor->seq, 5);
        QVERIFY(next.device == line.device.id());
    }

    // An import undone and made again while a first synchronisation goes on: the client it brought has another id, and the
    // leave of the first one comes later in the feed (found by the simulation, --power --first 1025: never again an answer
    // that could be applied).
    void aClientTakenInAgainUnderAnotherIdReplacesTheFirst()
    {
        Line line;
        line.round({bundle(kTreval, 5)}, 5);
        const NoteId note = line.device.note(kTreval, "before");
        protocol::Bundle again = bundle(kOther, 7, 200'00);
        again.client->key = "C1";
        line.round({again}, 7);
        const auto clients = must(store::listClients(line.device.connection(), kTenant));
        QCOMPARE(clients.size(), std::size_t{1});
        QVERIFY(clients[0].id == kOther);
        QCOMPARE(line.device.outbox().size(), std::size_t{1}); // what was noted is the centre's to judge
        QVERIFY(std::get<NoteAdded>(line.device.outbox()[0].operation.body).note.id == note);
        protocol::Bundle leave;
        leave.clientId = kTreval;
        leave.seq = 8;
        leave.leave = true;
        line.round({leave}, 8);
        QCOMPARE(must(store::itemsOf(line.device.connection(), kTenant, kOther)).size(), std::size_t{1});
    }

    void anAnswerCountsOnceAndOnlyForItsOwnRequest()
    {
        Line line;
        const protocol::SyncRequest first = line.ask();
        const protocol::SyncRequest second = line.ask();
        QVERIFY(first.requestId != second.requestId);
        QVERIFY(must(line.give(Line::answer(first, {bundle(kTreval, 5)}, 5))).dropped); // late
        QCOMPARE(line.dump(), std::string());
        const protocol::SyncResponse answer = Line::answer(second, {bundle(kTreval, 6)}, 6);
        QVERIFY(!must(line.give(answer)).dropped);
        const std::string after = line.dump();
        QVERIFY(must(line.give(answer)).dropped); // doubled
        QCOMPARE(line.dump(), after);
        protocol::SyncResponse anonymous = Line::answer(line.ask(), {bundle(kOther, 7)}, 7);
        anonymous.requestId = {};
        QVERIFY(must(line.give(anonymous)).dropped);
        QCOMPARE(line.dump(), after);
    }

    void anAnswerCutAnywhereLeavesWholePagesAndTheirCursor()
    {
        Line whole;
        protocol::SyncResponse answer = Line::answer(whole.ask(), {}, 9);
        for (std::int64_t i = 1; i <= 3; ++i)
            answer.pages.push_back({{bundle(ClientId{i}, i)}, at(i)});
        must(whole.give(answer));
        const protocol::Bytes wire = Line::wire(answer);
        for (std::size_t cut = 0; cut < wire.size(); cut += 1 + cut / 40) {
            Line line;
            answer.requestId = line.ask().requestId;
            const protocol::Bytes part = Line::wire(answer);
            const auto applied =
                line.engine.applyResponse(protocol::ByteView(part).first(std::min(cut, part.size() - 1)));
            QVERIFY2(!applied, ("cut at " + std::to_string(cut)).c_str());
            const std::int64_t seen =
                std::min<std::int64_t>(line.seenSeq(), 3); // 9 when only the end of the frame is missing
            QCOMPARE(must(store::countClients(line.device.connection(), kTenant)),
                     seen); // page n holds client n, cursor n
            // The rest comes with the next answer.
            std::vector<protocol::Page> rest(answer.pages.begin() + seen, answer.pages.end());
            protocol::SyncResponse next = Line::answer(line.ask(), {}, 9);
            next.pages = rest;
            must(line.give(next));
            QCOMPARE(line.dump(), whole.dump());
        }
    }

    void anOlderBundleNeverCoversANewerOne()
    {
        Line line;
        line.round({bundle(kTreval, 8, 300'00)}, 8);
        line.round({bundle(kTreval, 7, 100'00)}, 9);
        QCOMPARE(must(store::clientBalance(line.device.connection(), kTenant, kTreval, line.clock.today()))
                     .balance()
                     .minor(),
                 300'00);
        line.round({bundle(kTreval, 8, 200'00)}, 9); // the same commit again is harmless
        QCOMPARE(must(store::clientBalance(line.device.connection(), kTenant, kTreval, line.clock.today()))
                     .balance()
                     .minor(),
                 200'00);
    }

    void aCompleteBundleReplacesAndAnIncrementalOneAdds()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        protocol::Bundle more;
        more.clientId = kTreval;
        more.seq = 2;
        more.items = bundle(kTreval, 2).items;
        more.items[0].id = ItemId{99};
        line.round({more}, 2);
        QCOMPARE(must(store::itemsOf(line.device.connection(), kTenant, kTreval)).size(), 2u);
        more.items.clear();
        more.deletedItems = {kInvoice};
        more.seq = 3;
        line.round({more}, 3);
        QCOMPARE(must(store::itemsOf(line.device.connection(), kTenant, kTreval)).size(), 1u);
        line.round({bundle(kTreval, 4)}, 4);
        const auto items = must(store::itemsOf(line.device.connection(), kTenant, kTreval));
        QCOMPARE(items.size(), 1u);
        QVERIFY(items[0].id == kInvoice);
    }

    void leavingDeletesEveryRowAndKeepsTheOperations()
    {
        Line line;
        protocol::Bundle treval = bundle(kTreval, 1);
        treval.contacts.push_back({ContactId{1}, kTreval, "Paul", "", "", ""});
        treval.notes.push_back(serverNote(kTreval, NoteId{Uuid::makeV7(5, {5})}, 1));
        treval.promises.push_back(serverPromise(kTreval, PromiseId{Uuid::makeV7(6, {6})}, 1));
        treval.promises[0].items = {kInvoice};
        Receipt receipt;
        receipt.id = ReceiptId{3};
        receipt.client = kTreval;
        receipt.amount = Money::ofMinor(10);
        treval.receipts.push_back(receipt);
        treval.allocations.push_back({ReceiptId{3}, kInvoice, Money::ofMinor(10)});
        line.round({treval}, 1);
        line.device.note(kTreval, "made here");
        protocol::Bundle leave;
        leave.clientId = kTreval;
        leave.seq = 2;
        leave.leave = true;
        const protocol::SyncRequest request = line.ask();
        must(line.give(Line::answer(request, {leave}, 2)));
        QCOMPARE(line.dump(), std::string());
        QCOMPARE(line.device.outbox().size(), 1u);
        QCOMPARE(line.ask().decoded.size(), 1u); // and it is sent
    }

    void rowsOfAnUnknownClientAreRefusedWithTheirWholePage()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        const std::string before = line.dump();
        protocol::Bundle stray;
        stray.clientId = kOther;
        stray.seq = 2;
        stray.items = bundle(kOther, 2).items;
        REQUIRE_ERROR(line.give(Line::answer(line.ask(), {bundle(kTreval, 2, 777), stray}, 2)), "sync.bundle");
        QCOMPARE(line.dump(), before);
        QCOMPARE(line.seenSeq(), 1);
    }

    void aFullDiskStopsThePagesAndLosesNothing()
    {
        Line line;
        line.round({bundle(kOther, 1)}, 1);
        line.device.note(kOther, "made here");
        must(
            line.device.connection().executeScript("PRAGMA max_page_count = 1")); // as large as it is, and no page more
        std::vector<protocol::Bundle> many;
        for (std::int64_t i = 10; i < 400; ++i)
            many.push_back(bundle(ClientId{i}, 2));
        REQUIRE_ERROR(line.give(Line::answer(line.ask(), many, 2)), "store.full");
        QCOMPARE(must(store::countClients(line.device.connection(), kTenant)), 1);
        QCOMPARE(line.seenSeq(), 1);
        QCOMPARE(line.device.notes(kOther).size(), 1u);
        must(line.device.connection().executeScript("PRAGMA max_page_count = 1000000")); // room was made
        line.round(many, 2, OperationStatus::Applied, 2);
        QCOMPARE(must(store::countClients(line.device.connection(), kTenant)), 391);
    }

    void garbageIsRefused()
    {
        Line line;
        line.ask();
        std::mt19937 random(3);
        for (int i = 0; i < 200; ++i) {
            protocol::Bytes noise(random() % 200);
            for (auto& byte : noise)
                byte = static_cast<std::uint8_t>(random());
            QVERIFY(!line.engine.applyResponse(i % 2 ? noise : protocol::compress(noise, 1)) || line.dump().empty());
        }
        QCOMPARE(line.dump(), std::string());
    }

    void aFirstLoadKnowsItsTotalFromTheFirstPage()
    {
        Line line;
        protocol::SyncResponse pages = line.answer(line.ask(), {bundle(kTreval, 1)}, 1);
        pages.pages.push_back(pages.pages.front());
        protocol::SyncResponse beginning;
        beginning.requestId = std::exchange(pages.requestId, Uuid());
        beginning.announcedClients = 7;
        protocol::Bytes answer = protocol::encode(beginning);
        std::ranges::copy(protocol::encode(pages), std::back_inserter(answer));
        std::vector<std::optional<std::int64_t>> totals;
        must(line.engine.applyResponse(protocol::compress(answer, 1),
                                       [&](const Outcome& outcome) { totals.push_back(outcome.clientsTotal); }));
        QVERIFY(totals.size() > 1);
        QCOMPARE(totals.front(), std::optional<std::int64_t>(7));
        QCOMPARE(totals.back(), std::optional<std::int64_t>(2)); // as the end of the answer says
    }

    // ---- what goes up

    void theOutboxGoesUpOldestFirstAtMost1024AtATime()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        for (int i = 0; i < 1068; ++i)
            line.device.note(kTreval, "note " + std::to_string(i));
        const protocol::SyncRequest first = line.ask();
        QCOMPARE(first.decoded.size(), 1024u);
        for (std::size_t i = 0; i < first.decoded.size(); ++i)
            QCOMPARE(first.decoded[i].deviceSeq, static_cast<std::int64_t>(i + 1));
        QCOMPARE(line.ask().decoded.size(), 1024u); // no answer came: the same again
        QVERIFY(line.round({}, 2, OperationStatus::Applied, 2).more);
        const protocol::SyncRequest second = line.ask();
        QCOMPARE(second.decoded.size(), 44u);
        QCOMPARE(second.acknowledgedThrough, 1024);
        QVERIFY(!line.round({}, 3, OperationStatus::Applied, 3).more);
        QCOMPARE(line.ask().decoded.size(), 0u);
        QCOMPARE(line.ask().acknowledgedThrough, 1068);
    }

    void aBatchStaysWithin256KiB()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        std::string longest; // 4,000 characters, 12,000 bytes
        for (std::size_t i = 0; i < kMaximumNoteCharacters; ++i)
            longest += "€";
        for (int i = 0; i < 40; ++i)
            line.device.note(kTreval, longest);
        std::size_t sent = 0;
        for (int rounds = 0; sent < 40; ++rounds) {
            QVERIFY(rounds < 4);
            const protocol::SyncRequest request = line.ask();
            std::size_t bytes = 0;
            for (const auto& operation : request.decoded)
                bytes += protocol::encode(*operation.operation).size();
            QVERIFY(bytes <= protocol::kMaximumOperationBytes);
            QVERIFY(!request.decoded.empty());
            sent += request.decoded.size();
            line.round({}, 2, OperationStatus::Applied, 2);
        }
    }

    // ---- what was made here

    void aNoteIsVisibleBeforeDuringAndAfterAndNeverTwice()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        const NoteId id = line.device.note(kTreval, "made here");
        const auto visibleOnce = [&] {
            const auto notes = line.device.notes(kTreval);
            return notes.size() == 1 && notes[0].id == id;
        };
        QVERIFY(visibleOnce());
        const protocol::SyncRequest request = line.ask();
        QVERIFY(visibleOnce());
        // The answer comes before the echo, and an older state of the client, whole, between the two.
        protocol::SyncResponse answered = Line::answer(request, {bundle(kTreval, 2)}, 2);
        answered.checkpoint->more = true;
        answered.results.push_back({request.decoded[0].id, 1, OperationStatus::Applied, 3, ""});
        QVERIFY(must(line.give(answered)).more);
        QVERIFY(visibleOnce());
        QCOMPARE(line.device.notes(kTreval)[0].serverSeq, 0);
        protocol::Bundle echo;
        echo.clientId = kTreval;
        echo.seq = 3;
        echo.notes.push_back(serverNote(kTreval, id, 3));
        line.round({echo}, 3, OperationStatus::Applied, 3);
        QVERIFY(visibleOnce());
        QCOMPARE(line.device.notes(kTreval)[0].serverSeq, 3);
        QCOMPARE(line.device.notes(kTreval)[0].authorName, std::string("Nadia Ferrand"));
    }

    void theEchoMayComeBeforeTheAnswer()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        const NoteId id = line.device.note(kTreval, "made here");
        const protocol::SyncRequest request = line.ask();
        protocol::Bundle echo;
        echo.clientId = kTreval;
        echo.seq = 2;
        echo.notes.push_back(serverNote(kTreval, id, 2));
        must(line.give(Line::answer(request, {echo}, 2)));
        QCOMPARE(line.device.notes(kTreval).size(), 1u);
        QCOMPARE(line.device.counts().waiting, 1);
        line.round({}, 2, OperationStatus::Applied, 2);
        QCOMPARE(line.device.notes(kTreval).size(), 1u);
        QCOMPARE(line.device.counts().waiting, 0);
    }

    void whatTheCentreTookAndDoesNotShowIsDroppedAtTheEndOfTheFeed()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        line.device.note(kTreval, "made here");
        const protocol::SyncRequest request = line.ask();
        protocol::SyncResponse answer = Line::answer(request, {bundle(kTreval, 4)}, 4);
        answer.results.push_back({request.decoded[0].id, 1, OperationStatus::Review, 3, "scope.outside"});
        answer.checkpoint->more = true; // the row may still come: it changed again after its effect
        must(line.give(answer));
        QCOMPARE(line.device.notes(kTreval).size(), 1u);
        line.round({}, 5);
        QCOMPARE(line.device.notes(kTreval).size(), 0u);
        QCOMPARE(line.device.counts().tray, 1); // and a person is told
    }

    void aRefusedOperationWaitsInTheTrayAndStopsNoOther_data()
    {
        QTest::addColumn<OperationStatus>("status");
        QTest::newRow("rejected") << OperationStatus::Rejected;
        QTest::newRow("parked") << OperationStatus::Parked;
    }
    void aRefusedOperationWaitsInTheTrayAndStopsNoOther()
    {
        QFETCH(const OperationStatus, status);
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        line.device.note(kTreval, "refused");
        line.device.note(kTreval, "taken");
        line.device.promise(kTreval, {kInvoice}, 50'00);
        const protocol::SyncRequest request = line.ask();
        protocol::SyncResponse answer = Line::answer(request, {}, 2);
        answer.results = {{request.decoded[0].id, 1, status, 0, "because"},
                          {request.decoded[1].id, 2, OperationStatus::Applied, 3, ""},
                          {request.decoded[2].id, 3, status, 0, "because"}};
        const Outcome outcome = must(line.give(answer));
        QCOMPARE(outcome.answered, 3);
        QCOMPARE(outcome.refused, 2);
        QVERIFY(!outcome.more);
        const auto notes = line.device.notes(kTreval);
        QCOMPARE(notes.size(), 1u);
        QCOMPARE(notes[0].text, std::string("taken"));
        QVERIFY(line.device.promises(kTreval).empty());
        QCOMPARE(line.device.counts().tray, 2);
        QCOMPARE(std::get<NoteAdded>(line.device.outbox()[0].operation.body).note.text,
                 std::string("refused")); // kept, whole
        QCOMPARE(line.device.outbox()[0].reason, std::string("because"));
        const protocol::SyncRequest next = line.ask();
        QCOMPARE(next.decoded.size(), 1u); // the refused ones are not sent again
        QCOMPARE(next.decoded[0].deviceSeq, 2);
    }

    void retryMeansLaterAndNotAtOnce()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        line.device.note(kTreval, "later");
        const Outcome outcome = line.round({}, 1, OperationStatus::Retry);
        QCOMPARE(outcome.retried, 1);
        QVERIFY(!outcome.more);
        QCOMPARE(line.device.notes(kTreval).size(), 1u);
        QCOMPARE(line.ask().decoded.size(), 1u);
    }

    void aPendingWithdrawalStaysOverWhatTheCentreSays_data()
    {
        QTest::addColumn<bool>("endedThere");
        QTest::newRow("the centre holds it open") << false;
        QTest::newRow("the centre had ended it") << true;
    }
    void aPendingWithdrawalStaysOverWhatTheCentreSays()
    {
        QFETCH(const bool, endedThere);
        Line line;
        const PromiseId id{Uuid::makeV7(6, {6})};
        protocol::Bundle treval = bundle(kTreval, 1);
        treval.promises.push_back(serverPromise(kTreval, id, 1));
        line.round({treval}, 1);
        line.device.withdraw(kTreval, id);
        const auto ending = [&] { return line.device.promises(kTreval).at(0).ending; };
        QVERIFY(ending() == PromiseEnding::WithdrawnByUs);
        // The client comes again, whole, before the centre has answered.
        treval.seq = 2;
        if (endedThere)
            treval.promises[0].ending = PromiseEnding::WithdrawnByDebtor;
        must(line.give(Line::answer(line.ask(), {treval}, 2)));
        QVERIFY(ending() == (endedThere ? PromiseEnding::WithdrawnByDebtor : PromiseEnding::WithdrawnByUs));
        // Refused: what the centre holds stands again.
        line.round({}, 2, OperationStatus::Rejected);
        QVERIFY(ending() == (endedThere ? PromiseEnding::WithdrawnByDebtor : PromiseEnding::None));
        QCOMPARE(line.device.counts().tray, 1);
    }

    void aPendingRetractionLikewise()
    {
        Line line;
        const NoteId id{Uuid::makeV7(6, {6})};
        protocol::Bundle treval = bundle(kTreval, 1);
        treval.notes.push_back(serverNote(kTreval, id, 1));
        line.round({treval}, 1);
        line.device.retract(kTreval, id);
        treval.seq = 2;
        must(line.give(Line::answer(line.ask(), {treval}, 2)));
        QVERIFY(line.device.notes(kTreval).at(0).retracted);
        line.round({}, 2, OperationStatus::Rejected);
        QVERIFY(!line.device.notes(kTreval).at(0).retracted);
    }

    // ---- starting again

    void aResetDropsTheLedgerAndKeepsTheWork()
    {
        Line line;
        protocol::Bundle treval = bundle(kTreval, 1);
        treval.notes.push_back(serverNote(kTreval, NoteId{Uuid::makeV7(5, {5})}, 1));
        line.round({treval, bundle(kOther, 1)}, 1);
        const NoteId taken = line.device.note(kTreval, "taken, then lost with the restored centre");
        protocol::Bundle echo;
        echo.clientId = kTreval;
        echo.seq = 2;
        echo.notes.push_back(serverNote(kTreval, taken, 2));
        line.round({echo}, 2, OperationStatus::Applied, 2);
        const NoteId queued = line.device.note(kTreval, "not sent yet");
        QCOMPARE(line.device.notes(kTreval).size(), 3u);

        protocol::SyncResponse reset;
        reset.requestId = line.ask().requestId;
        reset.reset = protocol::ResetReason::Diverged;
        const Outcome outcome = must(line.give(reset));
        QVERIFY(outcome.reset && outcome.more);
        QCOMPARE(must(store::countClients(line.device.connection(), kTenant)), 0);
        QCOMPARE(line.device.outbox().size(), 2u);
        const auto kept = line.device.notes(kTreval); // both visible as soon as the client is back
        QCOMPARE(kept.size(), 2u);
        for (const Note& note : kept)
            QCOMPARE(note.serverSeq, 0);

        const protocol::SyncRequest again = line.ask();
        QVERIFY(!again.cursor);
        QCOMPARE(again.decoded.size(), 2u); // everything still held goes up again
        protocol::SyncResponse first =
            Line::answer(again, {bundle(kTreval, 1)}, 1); // the restored centre knows neither
        first.checkpoint->more = true;
        must(line.give(first));
        QCOMPARE(line.device.notes(kTreval).size(), 2u);
        protocol::Bundle both;
        both.clientId = kTreval;
        both.seq = 2;
        both.notes = {serverNote(kTreval, taken, 2), serverNote(kTreval, queued, 2)};
        line.round({both}, 2, OperationStatus::Applied, 2);
        QCOMPARE(line.device.notes(kTreval).size(), 2u);
        QCOMPARE(line.device.counts().waiting, 0);
    }

    void anAnswerIsOnlyBelievedOnceItsCommitWasReached()
    {
        Line line;
        line.round({bundle(kTreval, 1)}, 1);
        line.device.note(kTreval, "made here");
        const protocol::SyncRequest request = line.ask();
        protocol::SyncResponse cut;
        cut.requestId = request.requestId;
        cut.results.push_back({request.decoded[0].id, 1, OperationStatus::Applied, 2, ""});
        must(line.give(cut)); // the pages were lost on the way
        QCOMPARE(line.device.counts().waiting, 0);
        // Were the centre restored to commit 1 now, nothing but the operation itself would tell it of the note.
        QCOMPARE(line.ask().decoded.size(), 1u);
        line.round({}, 2, OperationStatus::Applied, 2);
        QCOMPARE(line.ask().decoded.size(), 0u);
    }

    // Of the centre's clock: the device's jumps (simulation, seed 7: after ten years forward a centre restored to the day
    // before would have lost the note).
    void acknowledgedOperationsAreForgottenAfterThirtyDays()
    {
        for (const int yearsOff : {0, 10, -10}) {
            Line line;
            line.round({bundle(kTreval, 1)}, 1);
            line.device.note(kTreval, "old");
            line.round({}, 2, OperationStatus::Applied, 2);
            line.clock.advance(std::chrono::days(365 * yearsOff));
            line.centreClock.advance(std::chrono::days(29));
            line.round({}, 2);
            QCOMPARE(line.device.outbox().size(), 1u);
            line.centreClock.advance(std::chrono::days(2));
            line.round({}, 2);
            QCOMPARE(line.device.outbox().size(), 0u);
        }
    }

    void theCheckpointSaysHowFreshTheFiguresAre()
    {
        Line line;
        protocol::SyncResponse answer = Line::answer(line.ask(), {bundle(kTreval, 1)}, 1);
        answer.checkpoint->ledgerThrough = Day::parseIso("2026-11-20");
        answer.checkpoint->coveredThrough = Day::parseIso("2026-11-19");
        answer.checkpoint->incomplete = true;
        answer.checkpoint->serverTime = line.clock.now();
        must(line.give(answer));
        const store::Progress progress = must(store::loadProgress(line.device.connection(), kTenant));
        QVERIFY(progress.ledgerThrough == Day::parseIso("2026-11-20"));
        QVERIFY(progress.coveredThrough == Day::parseIso("2026-11-19"));
        QVERIFY(progress.incomplete);
        QVERIFY(progress.lastSyncAt == line.clock.now());
        QVERIFY(progress.lastServerAt == line.clock.now());
    }
};

QTEST_APPLESS_MAIN(TestEngine)
#include "test_engine.moc"
