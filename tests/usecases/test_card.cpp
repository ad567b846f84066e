// SPDX-License-Identifier: Apache-2.0
// What the card of a client tells: of a day that is past, of what was said, of what is wrong and not seen yet, of files.
#include "tests/usecases/field_world.h"

#include "store/attachments.h"
#include "store/events.h"
#include "store/receipts.h"
#include "usecases/add_document.h"
#include "usecases/amend_promise.h"
#include "usecases/explain_amount.h"
#include "usecases/field_documents.h"
#include "usecases/open_client.h"
#include "usecases/open_dispute.h"
#include "usecases/plan_visit.h"
#include "usecases/suggest_contact.h"

using namespace encours;
using namespace encours::usecases;
using namespace encours::usecases::test;
using store::test::must;

namespace {

using Kind = TimelineEntry::Kind;

std::vector<std::uint8_t> bytes(std::initializer_list<int> values)
{
    return {values.begin(), values.end()};
}

/// 6 480,00 paid on 10/11 on the oldest invoice, which is settled since.
void payOldest(FieldWorld& world)
{
    Receipt receipt;
    receipt.id = ReceiptId{1};
    receipt.client = world.treval.id;
    receipt.day = day("2026-11-10");
    receipt.amount = Money::ofMinor(648000);
    const Allocation part{receipt.id, ItemId{1}, receipt.amount};
    must(store::upsertReceipt(*world.connection, world.field.tenant, receipt, {&part, 1}));
    Item item = must(store::itemsOf(*world.connection, world.field.tenant, world.treval.id)).front();
    item.residual = Money::ofMinor(0);
    must(store::upsertItem(*world.connection, world.field.tenant, item));
}

} // namespace

class TestCard : public QObject {
    Q_OBJECT

private slots:
    // Each day with what was known of it: the receipt of the 10th is owed again on the 9th, the invoice of the 9th is not there
    // on the 8th.
    void theBalanceOfEachPastDay()
    {
        FieldWorld world;
        payOldest(world);
        const auto balance = [&](const char* on) {
            const ClientCard card = must(openClient(world.field, "411TREVAL", day(on)));
            const ExplainedAmount why = must(explainAmount(world.field, "411TREVAL", day(on)));
            if (card.asOf != day(on) || why.amount != card.collectible.amount)
                qFatal("the card and its explanation differ on %s", on);
            return card.aged.balance().minor();
        };
        QCOMPARE(balance("2026-11-23"), 2173800);
        QCOMPARE(balance("2026-11-10"), 2173800);
        QCOMPARE(balance("2026-11-09"), 2821800);
        QCOMPARE(balance("2026-11-08"), 2006800);
        QCOMPARE(balance("2026-08-06"), 0);
        QCOMPARE(must(openClient(world.field, "411TREVAL", day("2026-09-26"))).items.front().daysLate, 30);
        REQUIRE_ERROR(openClient(world.field, "411TREVAL", day("2026-11-24")), "day.future");
        REQUIRE_ERROR(explainAmount(world.field, "411TREVAL", day("2026-11-24")), "day.future");
    }

    // What was said since is not known on that day; nothing of it is lost today.
    void whatWasSaidSinceIsNotKnownThen()
    {
        FieldWorld world;
        must(promisePayment(world.field, world.promise()));
        must(openDispute(world.field, {.client = world.treval.id,
                                       .item = ItemId{2},
                                       .amount = Money::ofMinor(186000),
                                       .reason = "QTE_ERR",
                                       .text = {}}));
        const ClientCard then = must(openClient(world.field, "411TREVAL", day("2026-11-22")));
        QVERIFY(then.promises.empty() && then.disputes.empty() && then.events.empty());
        QCOMPARE(then.collectible.amount, Money::ofMinor(2006800));
        const ClientCard now = must(openClient(world.field, "411TREVAL"));
        QCOMPARE(now.collectible.amount, Money::ofMinor(2006800 - 648000 - 186000));
        QCOMPARE(now.disputes.size(), 1u);
    }

    // Picture 05: 9 312,40 are left to pay and 1 860,00 of them are in dispute.
    void whatIsInDisputeIsNotProposed()
    {
        FieldWorld world;
        must(openDispute(world.field, {.client = world.treval.id,
                                       .item = ItemId{2},
                                       .amount = Money::ofMinor(186000),
                                       .reason = "QTE_ERR",
                                       .text = {}}));
        must(promisePayment(world.field, world.promise()));
        const ClientCard card = must(openClient(world.field, "411TREVAL"));
        const auto line = [&](std::int64_t id) {
            return *std::ranges::find(card.items, ItemId{id}, [](const ItemLine& one) { return one.item.id; });
        };
        QCOMPARE(line(2).disputed, Money::ofMinor(186000));
        QCOMPARE(line(2).undisputed, Money::ofMinor(745240));
        QCOMPARE(line(2).collectible, Money::ofMinor(745240));
        // Promised and open, it may be promised anew; not due, it may be promised as well.
        QCOMPARE(line(1).undisputed, Money::ofMinor(648000));
        QVERIFY(line(1).collectible.isZero());
        QCOMPARE(line(4).undisputed, Money::ofMinor(815000));
        QVERIFY(line(4).collectible.isZero());
    }

    void theChronologyTellsAllThatWasSaid()
    {
        FieldWorld world;
        const Promise promise = must(promisePayment(world.field, world.promise())).promise;
        PromiseAmended change;
        change.promisedFor = day("2026-11-30");
        must(amendPromise(world.field, {world.treval.id, promise.id}, change));
        must(planVisit(world.field, {world.treval.id, day("2026-11-24"), "Signature", {}}));
        must(openDispute(world.field, {.client = world.treval.id,
                                       .item = ItemId{2},
                                       .amount = Money::ofMinor(186000),
                                       .reason = "QTE_ERR",
                                       .text = {}}));
        const ClientCard card = must(openClient(world.field, "411TREVAL"));
        std::vector<int> kinds;
        for (const TimelineEntry& entry : card.timeline) {
            if (entry.kind == Kind::Said)
                kinds.push_back(static_cast<int>(card.events.at(entry.index).saying.content.index()));
        }
        std::ranges::sort(kinds);
        const auto kindOf = [](const EventContent& content) { return static_cast<int>(content.index()); };
        QVERIFY((kinds == std::vector{kindOf(PromiseAmended()), kindOf(VisitPlanned()), kindOf(DisputeOpened())}));
        must(withdrawPromise(world.field, promise.id, world.treval.id, PromiseEnding::WithdrawnByDebtor));
        const ClientCard after = must(openClient(world.field, "411TREVAL"));
        QCOMPARE(after.timeline.size(), card.timeline.size() + 1); // once, as the end of the promise
    }

    void whatIsWrongIsNewUntilItIsSeen()
    {
        FieldWorld world;
        ClientCard card = must(openClient(world.field, "411TREVAL"));
        QVERIFY(!card.findings.empty());
        QVERIFY(std::ranges::all_of(card.findings, &Finding::unseen));
        must(markSeen(world.field, world.treval.id, keyOf(card.findings.front().anomaly)));
        card = must(openClient(world.field, "411TREVAL"));
        QVERIFY(!card.findings.front().unseen);
        QCOMPARE(std::ranges::count_if(card.findings, &Finding::unseen),
                 static_cast<std::ptrdiff_t>(card.findings.size() - 1));
    }

    // Picture 04b: D+95 of the oldest invoice on 30/11.
    void theClocksThatRun()
    {
        FieldWorld world;
        const ClientCard card = must(openClient(world.field, "411TREVAL"));
        const auto kindOf = [](const RunningClock& clock) { return clock.deadline.kind; };
        const auto lost = std::ranges::find(card.clocks, DeadlineKind::Lost, kindOf);
        QVERIFY(lost != card.clocks.end());
        QCOMPARE(lost->deadline.day, day("2026-11-30"));
        QCOMPARE(lost->deadline.daysLeft, 7);
        QCOMPARE(lost->title.fr, std::string("J+95"));
    }

    void theFilesOfAClientAndTheirState()
    {
        FieldWorld world;
        QVERIFY(must(listFieldDocuments(world.field, world.treval.key)).empty());
        const auto pdf = bytes({'%', 'P', 'D', 'F', '-', '1', '.', '4'});
        const AttachmentName name = must(addDocument(world.field, world.treval.id, pdf));
        auto documents = must(listFieldDocuments(world.field, world.treval.key));
        QCOMPARE(documents.size(), 1u);
        QVERIFY(documents[0].waiting && documents[0].media == MediaType::Pdf && documents[0].size == 8);
        QCOMPARE(must(openDocument(world.field, name)), pdf);
        must(store::markAttachmentSent(*world.connection, world.field.tenant, name));
        QVERIFY(!must(listFieldDocuments(world.field, world.treval.key))[0].waiting);
        // What another device attached is told by the feed: listed, and read at the office.
        Event event;
        event.id = OperationId{world.uuids.next()};
        Saying saying;
        saying.client = world.treval.id;
        saying.object = world.uuids.next();
        saying.content = Attached{sha256(bytes({'o', 't', 'h', 'e', 'r'}))};
        event.saying = must(store::withBytes(saying));
        event.author = UserId{2};
        event.authorName = "Julien Roche";
        event.madeAt = world.clock.now() + std::chrono::minutes(1);
        event.madeOn = parisDay(event.madeAt);
        event.serverSeq = 7;
        must(store::upsertEvent(*world.connection, world.field.tenant, event));
        documents = must(listFieldDocuments(world.field, world.treval.key));
        QCOMPARE(documents.size(), 2u);
        QVERIFY(!documents[0].isHere() && documents[0].author == "Julien Roche" && documents[1].isHere());
        REQUIRE_ERROR(openDocument(world.field, documents[0].name), "document.unknown");
        REQUIRE_ERROR(listFieldDocuments(world.field, "411NOBODY"), "client.unknown");
        REQUIRE_ERROR(openDocument(world.field, {world.treval.id, {}}), "document.unknown");
    }
};

QTEST_GUILESS_MAIN(TestCard)
#include "test_card.moc"
