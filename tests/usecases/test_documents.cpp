// SPDX-License-Identifier: Apache-2.0
// Files that belong to what was said on a device: named by the operation, sent after it, gone with what is taken back.
#include "tests/usecases/field_world.h"

#include "domain/agreements/attached.h"
#include "store/attachments.h"
#include "store/clients.h"
#include "store/events.h"
#include "store/items.h"
#include "store/outbox.h"
#include "store/random.h"
#include "usecases/add_document.h"
#include "usecases/field_documents.h"
#include "usecases/keep_document.h"
#include "usecases/open_client.h"
#include "usecases/open_dispute.h"
#include "usecases/promise_payment.h"
#include "usecases/take_back.h"

using namespace encours;
using namespace encours::usecases;
using store::test::must;
using usecases::test::EnrolledField;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes photo(std::uint8_t kind = 0)
{
    return {0xff, 0xd8, 0xff, kind};
}

struct World : EnrolledField {
    World()
    {
        Client client;
        client.id = ClientId{1};
        client.key = client.name = "411TREVAL";
        client.salesperson = UserId{1};
        must(store::upsertClient(*connection, field.tenant, client, 1));
        Item item;
        item.id = ItemId{1};
        item.client = client.id;
        item.account = "411000";
        item.number = "FA-1";
        item.due = *Day::parseIso("2026-11-10");
        item.pieceDay = item.due - 30;
        item.amount = item.residual = Money::ofMinor(500'000);
        must(store::upsertItem(*connection, field.tenant, item));
    }

    Result<Dispute> contest(Bytes picture, std::int64_t cents = 186'000)
    {
        DisputeRequest request;
        request.client = ClientId{1};
        request.item = ItemId{1};
        request.amount = Money::ofMinor(cents);
        request.reason = "QTE_ERR";
        request.text = "Manque deux palettes";
        request.photo = std::move(picture);
        return openDispute(field, request);
    }
    std::size_t waiting() { return must(store::queuedAttachments(*connection, field.tenant)).size(); }
    std::size_t held() { return must(store::listAttachments(*connection, field.tenant)).size(); }
    std::vector<Operation> outbox() { return must(store::nextBatch(*connection, field.tenant, 0, {100, 1 << 20})); }
};

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDisputeNamesItsPhoto()
    {
        World world;
        const Dispute dispute = must(world.contest(photo()));
        const auto events = must(store::eventsOf(*world.connection, world.field.tenant, ClientId{1}));
        QCOMPARE(attachedTo(events, dispute.id.value), std::vector{sha256(photo())});
        QCOMPARE(world.waiting(), 1u);
        QCOMPARE(world.outbox().size(), 2u); // it is opened, then the photo belongs to it
        const ClientCard card = must(openClient(world.field, "411TREVAL"));
        QCOMPARE(card.disputes.size(), 1u);
        QCOMPARE(card.collectible.amount, Money::ofMinor(314'000));
    }

    // All of it or nothing.
    void aBadPhotoNotesNothing()
    {
        World world;
        REQUIRE_ERROR(world.contest({'M', 'Z'}), "document.media");
        Bytes large = photo();
        large.resize(kMaximumAttachmentBytes + 1);
        REQUIRE_ERROR(world.contest(large), "document.size");
        QCOMPARE(world.waiting() + world.held() + world.outbox().size(), 0u);
        QVERIFY(must(openClient(world.field, "411TREVAL")).disputes.empty());
    }

    void oneInvoiceOneDispute()
    {
        World world;
        must(world.contest(photo()));
        REQUIRE_ERROR(world.contest(photo(1)), "dispute.twice");
        World whole; // nothing is left to contest: it is no reason to take it
        must(whole.contest({}, 500'000));
        REQUIRE_ERROR(whole.contest({}, 500'000), "dispute.twice");
        QCOMPARE(world.held(), 1u);
    }

    void whatIsTakenBackLeavesNothing()
    {
        World world;
        const Dispute dispute = must(world.contest(photo()));
        QCOMPARE(must(takeBackDispute(world.field, dispute.id, ClientId{1})), TakenBack::Forgotten);
        QCOMPARE(world.waiting() + world.held() + world.outbox().size(), 0u);
        QVERIFY(must(openClient(world.field, "411TREVAL")).disputes.empty());
    }

    // The same picture twice is one file: it stays while something else names it.
    void aFileOfTwoStaysForTheOther()
    {
        World world;
        PromiseRequest request;
        request.client = ClientId{1};
        request.amount = Money::ofMinor(1'000);
        request.promisedFor = *Day::parseIso("2026-11-27");
        const PromiseId promise = must(promisePayment(world.field, request)).promise.id;
        must(attachDocument(world.field, ClientId{1}, promise.value, photo()));
        const Dispute dispute = must(world.contest(photo()));
        must(takeBackDispute(world.field, dispute.id, ClientId{1}));
        QCOMPARE(world.held(), 1u);
        must(takeBackPromise(world.field, promise, ClientId{1}));
        QCOMPARE(world.held() + world.waiting() + world.outbox().size(), 0u);
    }

    // The centre may know it: withdrawn, and the file stays.
    void whatWasSentIsWithdrawn()
    {
        World world;
        const Dispute dispute = must(world.contest(photo()));
        must(world.connection->execute("UPDATE outbox SET state = 1"));
        must(store::markAttachmentSent(*world.connection, world.field.tenant, {ClientId{1}, sha256(photo())}));
        QCOMPARE(must(takeBackDispute(world.field, dispute.id, ClientId{1})), TakenBack::Ended);
        QCOMPARE(must(openClient(world.field, "411TREVAL")).disputes.front().status.state, DisputeState::Withdrawn);
        QCOMPARE(world.held(), 1u);
    }

    // Attached by somebody else: the feed names it, its content comes when it is asked for.
    void whatAnotherAttachedIsKeptHereOnceFetched()
    {
        World world;
        const AttachmentName name{ClientId{1}, sha256(photo(7))};
        REQUIRE_ERROR(keepDocument(world.field, name, photo(7)), "document.unknown"); // nobody has said it
        Saying saying;
        saying.client = ClientId{1};
        saying.object = world.uuids.next();
        saying.content = Attached{name.hash};
        Event event;
        event.id = OperationId{world.uuids.next()};
        event.saying = must(store::withBytes(saying));
        event.author = UserId{2};
        event.authorName = "Julien Roche";
        event.madeAt = Instant::fromParis(*Day::parseIso("2026-11-20"), 17, 5);
        event.serverSeq = 900;
        must(store::upsertEvent(*world.connection, world.field.tenant, event));
        QVERIFY(!must(listFieldDocuments(world.field, "411TREVAL")).front().isHere());

        REQUIRE_ERROR(keepDocument(world.field, name, photo(8)), "document.hash");
        REQUIRE_ERROR(keepDocument(world.field, {ClientId{9}, name.hash}, photo(7)), "client.unknown");
        QCOMPARE(world.held(), 0u);
        must(keepDocument(world.field, name, photo(7)));
        must(keepDocument(world.field, name, photo(7)));
        QCOMPARE(world.held(), 1u);
        QCOMPARE(world.waiting(), 0u); // the centre has it
        const auto documents = must(listFieldDocuments(world.field, "411TREVAL"));
        QCOMPARE(documents.size(), 1u);
        QVERIFY(documents.front().isHere());
        QCOMPARE(documents.front().author, std::string("Julien Roche"));
        QVERIFY(documents.front().addedAt == event.madeAt);
        QCOMPARE(must(openDocument(world.field, name)), photo(7));
        // With its client it goes.
        must(store::dropSentAttachments(*world.connection, world.field.tenant, ClientId{1}));
        QCOMPARE(world.held(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "test_documents.moc"
