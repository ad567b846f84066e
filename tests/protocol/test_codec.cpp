// SPDX-License-Identifier: Apache-2.0
// What is encoded is what is decoded, for every message; and what a field must hold.
#include "sync/protocol/codec.h"

#include "tests/protocol/arbitrary.h"
#include "tests/protocol/describe.h"

#include <QtTest>

using namespace encours;
using namespace encours::protocol;
namespace any = encours::test;

namespace {

Operation noteOperation(std::string text)
{
    Operation operation{
        .id = {Uuid::makeV7(1, {1})}, .deviceSeq = 1, .madeAt = Instant::fromMicroseconds(5), .seenSeq = 0, .body = {}};
    Note note;
    note.id = {Uuid::makeV7(2, {2})};
    note.client = ClientId{7};
    note.text = std::move(text);
    operation.body = NoteAdded{note};
    return operation;
}

Operation promiseOperation(Promise change)
{
    Operation operation = noteOperation("x");
    change.id = {Uuid::makeV7(3, {3})};
    change.client = ClientId{7};
    operation.body = PromiseMade{std::move(change)};
    return operation;
}

std::string codeOf(const Operation& operation)
{
    const DecodedOperation decoded = decodeOperation(encode(operation));
    return decoded.operation ? "" : decoded.operation.error().code;
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT
private slots:
    void operationsComeBack()
    {
        QVERIFY(rc::check("decode(encode(operation)) = operation", [] {
            const Operation operation = any::operation();
            const DecodedOperation decoded = decodeOperation(encode(operation));
            RC_ASSERT(decoded.operation.has_value());
            RC_ASSERT(any::describe(*decoded.operation) == any::describe(operation));
            RC_ASSERT(decoded.id == operation.id);
            RC_ASSERT(decoded.deviceSeq == operation.deviceSeq);
        }));
    }

    void bundlesComeBack()
    {
        QVERIFY(rc::check("decode(encode(bundle)) = bundle", [] {
            const Bundle bundle = any::bundle();
            const auto decoded = decodeBundle(encode(bundle));
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(any::describe(*decoded) == any::describe(bundle));
        }));
    }

    void cursorsComeBack()
    {
        QVERIFY(rc::check("decode(encode(cursor)) = cursor", [] {
            const Cursor cursor = any::cursor();
            const auto decoded = decodeCursor(encode(cursor));
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(*decoded == cursor);
        }));
    }

    void answersComeBack()
    {
        QVERIFY(rc::check("decode(encode(answer)) = answer", [] {
            const SyncResponse response = any::response();
            const auto decoded = decodeSyncResponse(encode(response));
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(any::describe(*decoded) == any::describe(response));
        }));
    }

    void requestsComeBack()
    {
        QVERIFY(rc::check("decode(encode(request)) = request", [] {
            SyncRequest request;
            request.device = {any::uuid()};
            request.requestId = any::uuid();
            request.appBuild = any::shortText();
            if (any::coin())
                request.cursor = any::cursor();
            for (auto n = any::number(0, 5); n > 0; --n)
                request.operations.push_back(any::operation());
            request.acknowledgedThrough = any::number(0, 1000);
            request.maximumBytes = static_cast<std::uint32_t>(any::number(0, 100'000));
            request.priorityClients = {any::id<ClientId>()};
            request.deviceClock = any::instant();
            const auto decoded = decodeSyncRequest(encode(request));
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(decoded->device == request.device && decoded->requestId == request.requestId &&
                      decoded->appBuild == request.appBuild);
            RC_ASSERT(decoded->cursor == request.cursor && decoded->priorityClients == request.priorityClients);
            RC_ASSERT(decoded->acknowledgedThrough == request.acknowledgedThrough &&
                      decoded->maximumBytes == request.maximumBytes);
            RC_ASSERT(decoded->deviceClock == request.deviceClock);
            RC_ASSERT(decoded->decoded.size() == request.operations.size());
            for (std::size_t i = 0; i < request.operations.size(); ++i)
                RC_ASSERT(any::describe(*decoded->decoded[i].operation) == any::describe(request.operations[i]));
        }));
    }

    void sessionsComeBack()
    {
        const DeviceId device{Uuid::makeV7(9, {9})};
        const auto enrol = decodeEnrolRequest(encode(EnrolRequest{"ABCDEFGH", {1, 2, 3}, "Pixel de Nadia"}));
        QVERIFY(enrol && enrol->code == "ABCDEFGH" && enrol->publicKey == (Bytes{1, 2, 3}) &&
                enrol->deviceName == "Pixel de Nadia");
        const auto enrolled = decodeEnrolResponse(
            encode(EnrolResponse{device, UserId{4}, "Nadia", 1, "Verdon", {}, Instant::fromMicroseconds(8)}));
        QVERIFY(enrolled && enrolled->device == device && enrolled->person == UserId{4} &&
                enrolled->personName == "Nadia" && enrolled->role == 1);
        QVERIFY(enrolled->companyName == "Verdon" && enrolled->currency == Currency() &&
                enrolled->serverTime.microseconds() == 8);
        const auto asked = decodeChallengeRequest(encode(ChallengeRequest{device}));
        QVERIFY(asked && asked->device == device);
        const auto challenge = decodeChallengeResponse(encode(ChallengeResponse{Bytes(56, 7)}));
        QVERIFY(challenge && challenge->challenge == Bytes(56, 7));
        const auto signed_ = decodeSessionRequest(encode(SessionRequest{device, Bytes(56, 7), Bytes(70, 8)}));
        QVERIFY(signed_ && signed_->device == device && signed_->challenge == Bytes(56, 7) &&
                signed_->signature == Bytes(70, 8));
        const auto session = decodeSessionResponse(encode(SessionResponse{
            Bytes(32, 5), Instant::fromMicroseconds(1), Instant::fromMicroseconds(2), Instant::fromMicroseconds(3)}));
        QVERIFY(session && session->bearer == Bytes(32, 5) && session->expiresAt.microseconds() == 1 &&
                session->leaseUntil.microseconds() == 2);
        const auto problem = decodeProblem(encode(Problem{"enrol.code", "No.", 12}));
        QVERIFY(problem && problem->code == "enrol.code" && problem->message == "No." &&
                problem->retryAfterSeconds == 12);
    }

    void textsHaveALongestLength()
    {
        std::string longest;
        for (std::size_t i = 0; i < kMaximumNoteCharacters; ++i)
            longest += "é"; // characters count, not bytes
        QCOMPARE(codeOf(noteOperation(longest)), std::string());
        QCOMPARE(codeOf(noteOperation(longest + "e")), std::string("protocol.note_add.text"));
        QCOMPARE(codeOf(noteOperation("")), std::string("protocol.note_add.text"));
        QCOMPARE(codeOf(noteOperation(" \n ")), std::string("protocol.note_add.text"));
        QCOMPARE(codeOf(noteOperation("a\xC3")),
                 std::string("protocol.malformed")); // protobuf itself refuses what is not UTF-8
        QCOMPARE(codeOf(noteOperation(std::string("a\0b", 3))), std::string("protocol.note_add.text"));
    }

    void fieldsOfAPromise()
    {
        Promise good;
        good.amount = Money::ofMinor(1);
        QCOMPARE(codeOf(promiseOperation(good)), std::string());
        Promise bad = good;
        bad.amount = Money::ofMinor(0);
        QCOMPARE(codeOf(promiseOperation(bad)), std::string("protocol.promise_make.amount"));
        bad.amount = Money::ofMinor(kMaximumAmountMinor);
        QCOMPARE(codeOf(promiseOperation(bad)), std::string());
        bad.amount = Money::ofMinor(kMaximumAmountMinor + 1);
        QCOMPARE(codeOf(promiseOperation(bad)), std::string("protocol.promise_make.amount"));
        bad = good;
        bad.items.assign(kMaximumPromiseItems, ItemId{1});
        QCOMPARE(codeOf(promiseOperation(bad)), std::string());
        bad.items.push_back(ItemId{1});
        QCOMPARE(codeOf(promiseOperation(bad)), std::string("protocol.promise_make.item_ids"));
        bad.items = {ItemId{0}};
        QCOMPARE(codeOf(promiseOperation(bad)), std::string("protocol.promise_make.item_ids"));
        bad = good;
        bad.promisedFor = Day::fromDaysSinceEpoch(200'000);
        QCOMPARE(codeOf(promiseOperation(bad)), std::string("protocol.promise_make.promised_day"));
    }

    /// An author's clock may say anything: the operation is taken, its instant brought into range.
    void clocksAreNeverRefused()
    {
        Operation operation = noteOperation("x");
        for (const std::int64_t at :
             {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
            operation.madeAt = Instant::fromMicroseconds(at);
            QCOMPARE(codeOf(operation), std::string());
        }
    }

    void anUnreadableOperationRefusesItselfAlone()
    {
        SyncRequest request;
        request.device = {Uuid::makeV7(1, {1})};
        request.requestId = Uuid::makeV7(1, {2});
        request.operations = {noteOperation("one"), noteOperation(""), noteOperation("three")};
        const auto decoded = decodeSyncRequest(encode(request));
        QVERIFY(decoded);
        QCOMPARE(decoded->decoded.size(), std::size_t{3});
        QVERIFY(decoded->decoded[0].operation && !decoded->decoded[1].operation && decoded->decoded[2].operation);
        QCOMPARE(decoded->decoded[1].id, request.operations[1].id);
    }

    void batchesAreBounded()
    {
        SyncRequest request;
        request.device = {Uuid::makeV7(1, {1})};
        request.requestId = Uuid::makeV7(1, {2});
        request.operations.assign(kMaximumOperations, noteOperation("x"));
        QVERIFY(decodeSyncRequest(encode(request)));
        request.operations.push_back(noteOperation("x"));
        QCOMPARE(decodeSyncRequest(encode(request)).error().code, std::string("protocol.sync.ops"));
        request.operations.assign(80, noteOperation(std::string(4000, 'x')));
        QCOMPARE(decodeSyncRequest(encode(request)).error().code, std::string("protocol.sync.ops"));
    }

    /// The same operation from another place in the queue, or after a renumbering, is the same operation.
    void contentLeavesTheQueueOut()
    {
        Operation operation = noteOperation("x");
        const Bytes content = operationContent(operation);
        operation.deviceSeq = 99;
        operation.seenSeq = 7;
        QCOMPARE(operationContent(operation), content);
        QVERIFY(operationContent(noteOperation("y")) != content);
    }

    /// Values of enumerations from a newer version: the neutral one, never a refusal; an ending stays an ending.
    void unknownEnumerationValues()
    {
        Bundle bundle;
        bundle.clientId = ClientId{1};
        Item item;
        item.id = ItemId{1};
        item.kind = static_cast<ItemKind>(99);
        item.dueSource = static_cast<DueSource>(99);
        bundle.items = {item};
        Promise promise;
        promise.id = {Uuid::makeV7(3, {3})};
        promise.amount = Money::ofMinor(1);
        promise.author = UserId{1};
        promise.method = static_cast<PaymentMethod>(99);
        promise.ending = static_cast<PromiseEnding>(99);
        bundle.promises = {promise};
        const auto decoded = decodeBundle(encode(bundle));
        QVERIFY(decoded);
        QCOMPARE(decoded->items[0].kind, ItemKind::Invoice);
        QCOMPARE(decoded->items[0].dueSource, DueSource::Computed);
        QCOMPARE(decoded->promises[0].method, PaymentMethod::Unknown);
        QCOMPARE(decoded->promises[0].ending, PromiseEnding::WithdrawnByUs);
    }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "test_codec.moc"
