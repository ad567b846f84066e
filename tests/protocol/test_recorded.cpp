// SPDX-License-Identifier: Apache-2.0
// Messages as this version of the protocol writes them, kept as files: every later version proves here that it still reads
// what old devices send and what old centres sent. A file is written once (ENCOURS_RECORD=1) and never again.
#include "sync/protocol/codec.h"

#include "codec/said_codec.h"
#include "tests/protocol/describe.h"
#include "tests/support/checkout.h"

#include <QtTest>

#include <functional>

using namespace encours;
using namespace encours::protocol;
using test::describe;

namespace {

Uuid id(std::uint8_t n)
{
    Uuid::Bytes bytes{};
    bytes[6] = 0x70;
    bytes[15] = n;
    return Uuid::fromBytes(bytes);
}

const Day kDay = *Day::fromYmd(2026, 11, 27);
const Instant kAt = Instant::fromMicroseconds(1'795'420'800'000'000);

/// The ids are those of a device's work in its order: tests/central/test_versions.cpp hands the recorded ones in.
Operation operation(std::uint8_t number, OperationBody body)
{
    return {OperationId{id(static_cast<std::uint8_t>(100 + number))}, number, kAt, 42, std::move(body)};
}

Note note()
{
    Note note;
    note.id = NoteId{id(2)};
    note.client = ClientId{3};
    note.kind = NoteKind::Call;
    note.text = "Rappeler M. Tréval";
    note.person = "Paul";
    note.callBackOn = kDay;
    note.madeAt = kAt;
    return note;
}

Promise promise()
{
    Promise promise;
    promise.id = PromiseId{id(4)};
    promise.client = ClientId{3};
    promise.items = {ItemId{5}, ItemId{6}};
    promise.amount = Money::ofMinor(648'000);
    promise.promisedFor = kDay;
    promise.method = PaymentMethod::Cheque;
    promise.channel = PromiseChannel::Visit;
    promise.promisedBy = "Paul";
    promise.supersedes = PromiseId{id(8)};
    promise.madeAt = kAt;
    return promise;
}

Saying saying()
{
    Saying saying;
    saying.client = ClientId{3};
    saying.object = id(4);
    saying.seen = {OperationId{id(9)}};
    PromiseAmended change;
    change.amount = Money::ofMinor(600'000);
    saying.content = change;
    return codec::written(std::move(saying));
}

Bundle bundle()
{
    Bundle bundle;
    bundle.clientId = ClientId{3};
    bundle.seq = 42;
    bundle.complete = true;
    bundle.client.emplace();
    bundle.client->id = ClientId{3};
    bundle.client->key = "TREVAL";
    bundle.client->name = "Menuiserie Tréval";
    bundle.client->termsDays = 45;
    bundle.contacts.push_back({ContactId{1}, ClientId{3}, "Paul", "gérant", "04", "p@t.fr"});
    Item item;
    item.id = ItemId{5};
    item.client = ClientId{3};
    item.account = "411000";
    item.number = "FA-1";
    item.pieceDay = item.day = kDay - 90;
    item.due = kDay - 45;
    item.amount = item.residual = Money::ofMinor(648'000);
    bundle.items.push_back(item);
    Receipt receipt;
    receipt.id = ReceiptId{10};
    receipt.client = ClientId{3};
    receipt.account = "411000";
    receipt.number = "VIR-1";
    receipt.day = kDay - 1;
    receipt.amount = Money::ofMinor(1'000);
    receipt.unallocated = Money::ofMinor(400);
    bundle.receipts.push_back(receipt);
    bundle.allocations.push_back({ReceiptId{10}, ItemId{5}, Money::ofMinor(600)});
    Note taken = note();
    taken.author = UserId{1};
    taken.authorName = "Nadia Ferrand";
    taken.madeOn = kDay - 4;
    taken.serverSeq = 40;
    bundle.notes.push_back(taken);
    Promise made = promise();
    made.author = UserId{1};
    made.authorName = "Nadia Ferrand";
    made.madeOn = kDay - 4;
    made.serverSeq = 41;
    bundle.promises.push_back(made);
    bundle.events.push_back({OperationId{id(11)}, saying(), UserId{2}, "Julien Marchetti", kAt, kDay - 4, 42, 12});
    Dispute dispute;
    dispute.id = DisputeId{id(13)};
    dispute.client = ClientId{3};
    dispute.item = ItemId{5};
    dispute.amount = Money::ofMinor(50'000);
    dispute.reason = "LIVR_INCOMP";
    dispute.owner = "Anne";
    dispute.openedOn = kDay - 20;
    dispute.dueBy = kDay;
    dispute.serverSeq = 1;
    dispute.events.push_back({DisputeStep::Qualified, kDay - 19, Money::ofMinor(40'000), "Anne"});
    bundle.disputes.emplace().push_back(dispute);
    bundle.deletedItems.push_back(ItemId{6});
    return bundle;
}

struct Recorded {
    const char* name;
    Bytes now;
    std::function<std::string(ByteView)> read; ///< what the bytes say, in words; empty when they are refused
};

std::string readOperation(ByteView bytes)
{
    const DecodedOperation decoded = decodeOperation(bytes);
    return decoded.operation ? describe(*decoded.operation) : std::string();
}
std::string readBundle(ByteView bytes)
{
    const auto decoded = decodeBundle(bytes);
    return decoded ? describe(*decoded) : std::string();
}
std::string readRequest(ByteView bytes)
{
    const auto decoded = decodeSyncRequest(bytes);
    std::string words = decoded ? std::to_string(decoded->minor) + describe(*decoded->cursor) : std::string();
    for (std::size_t i = 0; decoded && i < decoded->decoded.size(); ++i)
        words += describe(*decoded->decoded[i].operation);
    return words;
}
std::string readResponse(ByteView bytes)
{
    const auto decoded = decodeSyncResponse(bytes);
    return decoded ? describe(*decoded) : std::string();
}
/// Messages that have no words of their own: written again, they are the same bytes.
template<auto decode>
std::string readAgain(ByteView bytes)
{
    const auto decoded = decode(bytes);
    if (!decoded)
        return {};
    const Bytes again = encode(*decoded);
    return {again.begin(), again.end()};
}

std::vector<Recorded> everyMessage()
{
    SyncRequest request;
    request.minor = 0;
    request.device = DeviceId{id(20)};
    request.requestId = id(21);
    request.cursor = Cursor{id(22), 41, 99, Cursor::Position::AfterCommit, {}};
    request.operations = {operation(1, NoteAdded{note()}), operation(3, saying())};
    request.deviceClock = kAt;
    SyncResponse response;
    response.requestId = id(21);
    response.results = {{OperationId{id(1)}, 7, OperationStatus::Conflict, 42, "contested.amount"}};
    response.pages.push_back({{bundle()}, Cursor{id(22), 42, 100, Cursor::Position::AfterCommit, {}}});
    response.checkpoint.emplace();
    response.checkpoint->at = Cursor{id(22), 42, 100, Cursor::Position::AfterCommit, {}};
    response.checkpoint->coveredThrough = kDay - 5;
    EnrolResponse enrolled;
    enrolled.device = DeviceId{id(20)};
    enrolled.person = UserId{1};
    enrolled.personName = "Nadia Ferrand";
    enrolled.companyName = "Verdon";
    return {
        {"op_note_add", encode(operation(1, NoteAdded{note()})), readOperation},
        {"op_note_retract", encode(operation(4, NoteRetracted{NoteId{id(2)}, ClientId{3}})), readOperation},
        {"op_promise_make", encode(operation(2, PromiseMade{promise()})), readOperation},
        {"op_promise_cancel",
         encode(operation(5, PromiseWithdrawn{PromiseId{id(4)}, ClientId{3}, PromiseEnding::WithdrawnByDebtor})),
         readOperation},
        {"op_say", encode(operation(3, saying())), readOperation},
        {"bundle", encode(bundle()), readBundle},
        {"sync_request", encode(request), readRequest},
        {"sync_response", encode(response), readResponse},
        {"cursor", encode(*request.cursor), readAgain<decodeCursor>},
        {"enrol_request", encode(EnrolRequest{"ABCDEFGH", Bytes(91, 4), "phone"}), readAgain<decodeEnrolRequest>},
        {"enrol_response", encode(enrolled), readAgain<decodeEnrolResponse>},
        {"challenge_request", encode(ChallengeRequest{DeviceId{id(20)}}), readAgain<decodeChallengeRequest>},
        {"challenge_response", encode(ChallengeResponse{Bytes(32, 5)}), readAgain<decodeChallengeResponse>},
        {"session_request", encode(SessionRequest{DeviceId{id(20)}, Bytes(32, 5), Bytes(70, 6)}),
         readAgain<decodeSessionRequest>},
        {"session_response", encode(SessionResponse{Bytes(32, 7), kAt, kAt, kAt}), readAgain<decodeSessionResponse>},
        {"problem", encode(Problem{"device.revoked", "This device was shut out.", 30}), readAgain<decodeProblem>}};
}

} // namespace

class TestRecorded : public QObject {
    Q_OBJECT

private slots:
    void everyRecordedMessageIsRead()
    {
        const bool record = qEnvironmentVariableIsSet("ENCOURS_RECORD");
        for (const Recorded& message : everyMessage()) {
            const std::string now = message.read(message.now);
            QVERIFY2(!now.empty(), message.name);
            QFile file(QString::fromStdString(
                test::inCheckout("tests/data/protocol/" + std::string(message.name) + ".message")));
            if (record && !file.exists()) {
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(reinterpret_cast<const char*>(message.now.data()), static_cast<qint64>(message.now.size()));
                continue;
            }
            QVERIFY2(file.open(QIODevice::ReadOnly), message.name);
            const QByteArray bytes = file.readAll();
            const ByteView recorded(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                    static_cast<std::size_t>(bytes.size()));
            QVERIFY2(message.read(recorded) == now, message.name);
        }
    }
};

QTEST_APPLESS_MAIN(TestRecorded)
#include "test_recorded.moc"
