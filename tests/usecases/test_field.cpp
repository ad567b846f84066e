// SPDX-License-Identifier: Apache-2.0
// What the field notes, promises and looks at, on a replica written by hand.
#include "tests/usecases/field_world.h"

#include "store/clients.h"
#include "store/contacts.h"
#include "store/device_state.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "store/random.h"
#include "store/receipts.h"
#include "usecases/hear_cause.h"
#include "usecases/list_clients.h"
#include "usecases/open_client.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

using namespace encours;
using namespace encours::usecases;
using namespace encours::usecases::test;
using store::test::must;

class TestField : public QObject {
    Q_OBJECT

private slots:
    void noteAndItsOperationAreOne()
    {
        FieldWorld world;
        const Note note = must(recordNote(world.field, world.note("  Vu le gérant.\n")));
        QCOMPARE(note.text, std::string("Vu le gérant."));
        QCOMPARE(note.madeOn, day("2026-11-23"));
        QCOMPARE(note.authorName, std::string("Nadia Ferrand"));
        QCOMPARE(must(store::notesOf(*world.connection, world.field.tenant, world.treval.id)).size(), 1u);
        QCOMPARE(world.outbox().size(), 1u);
        const auto* added = std::get_if<NoteAdded>(&world.outbox()[0].operation.body);
        QVERIFY(added && added->note.id == note.id && added->note.text == note.text);
        QCOMPARE(world.outbox()[0].operation.deviceSeq, 1);
    }

    void notesThatCannotBe()
    {
        FieldWorld world;
        const std::string longest(4000, 'x');
        QVERIFY(recordNote(world.field, world.note(longest.c_str())).has_value());
        QVERIFY(recordNote(world.field, world.note(std::string(3999, 'x').append("é").c_str()))
                    .has_value()); // characters, not bytes
        REQUIRE_ERROR(recordNote(world.field, world.note((longest + "y").c_str())), "note.long");
        REQUIRE_ERROR(recordNote(world.field, world.note(" \t ")), "note.text");
        REQUIRE_ERROR(recordNote(world.field, world.note("\xff\xfe")), "note.text");
        NoteRequest request = world.note("x");
        request.callBackOn = day("2026-11-22");
        REQUIRE_ERROR(recordNote(world.field, request), "note.callback");
        request.callBackOn = day("2028-11-24"); // two years and a day: the centre would refuse it
        REQUIRE_ERROR(recordNote(world.field, request), "note.callback");
        request.callBackOn = day("2028-11-23");
        QVERIFY(recordNote(world.field, request).has_value());
        request = world.note("x");
        request.text += '\0'; // no wire carries it
        REQUIRE_ERROR(recordNote(world.field, request), "note.text");
        request = world.note("x");
        request.callBackOn = day("2026-11-23");
        QVERIFY(recordNote(world.field, request).has_value());
        request.person = std::string(201, 'x');
        REQUIRE_ERROR(recordNote(world.field, request), "person.name");
        request = world.note("x");
        request.client = ClientId{99};
        REQUIRE_ERROR(recordNote(world.field, request), "client.unknown");
        QCOMPARE(world.outbox().size(), 4u);
    }

    void onlyTheAuthorTakesANoteBack()
    {
        FieldWorld world;
        const Note mine = must(recordNote(world.field, world.note("x")));
        REQUIRE_OK(retractNote(world.field, mine.id, world.treval.id));
        REQUIRE_OK(retractNote(world.field, mine.id, world.treval.id)); // once is enough
        QCOMPARE(world.outbox().size(), 2u);
        Note other = mine;
        other.id = NoteId{world.uuids.next()};
        other.author = UserId{7};
        other.retracted = false;
        must(store::upsertNote(*world.connection, world.field.tenant, other, 5));
        REQUIRE_ERROR(retractNote(world.field, other.id, world.treval.id), "note.author");
        REQUIRE_ERROR(retractNote(world.field, NoteId{world.uuids.next()}, world.treval.id), "note.unknown");
        QCOMPARE(must(openClient(world.field, "411TREVAL")).notes.size(), 1u); // the other's
    }

    // A call that was begun waits for the rest of its day to be noted, whichever way.
    void aCallWaitsToBeNoted()
    {
        FieldWorld world;
        const std::string key = world.treval.key;
        QVERIFY(!must(callWaits(world.field, key)));
        must(beginCall(world.field, key));
        QVERIFY(must(callWaits(world.field, key)) && !must(callWaits(world.field, "411CALME")));
        REQUIRE_ERROR(beginCall(world.field, "411NOBODY"), "client.unknown");
        const Note heard = must(hearCause(world.field, key, NoteOutcome::Forgotten, "Entendu : oubli"));
        QVERIFY(heard.kind == NoteKind::Call && !must(callWaits(world.field, key)));
        QCOMPARE(must(openClient(world.field, key)).notes.front().history.outcomes,
                 std::vector{NoteOutcome::Forgotten});
        must(beginCall(world.field, key));
        must(recordNote(world.field, world.note("Vu sur place")));
        QVERIFY(must(callWaits(world.field, key))); // a visit is no call
        NoteRequest call = world.note("Rappelle demain");
        call.kind = NoteKind::Call;
        must(recordNote(world.field, call));
        QVERIFY(!must(callWaits(world.field, key)));
        must(beginCall(world.field, key));
        must(dropCall(world.field, key));
        QVERIFY(!must(callWaits(world.field, key)));
        must(beginCall(world.field, key));
        world.clock.advance(std::chrono::hours(24));
        QVERIFY(!must(callWaits(world.field, key)));
    }

    // What was said besides is a note of its own; both are written, or neither.
    void aPromiseWithANote()
    {
        FieldWorld world;
        PromiseRequest request = world.promise();
        request.note = "  Chèque au siège ";
        const PromiseMadeResult made = must(promisePayment(world.field, request));
        QVERIFY(made.note && made.note->text == "Chèque au siège" && made.note->kind == NoteKind::Note);
        QCOMPARE(world.outbox().size(), 2u);
        request.note = std::string(kMaximumNoteCharacters + 1, 'x');
        REQUIRE_ERROR(promisePayment(world.field, request), "note.long");
        QCOMPARE(world.outbox().size(), 2u);
    }

    void promiseAndItsWindow()
    {
        FieldWorld world;
        const PromiseMadeResult made = must(promisePayment(world.field, world.promise()));
        QCOMPARE(made.windowEnd, day("2026-12-01")); // story.json: Friday 27/11 and two business days
        QVERIFY(!made.aboveResidual);
        PromiseRequest more = world.promise();
        more.amount = Money::ofMinor(648001);
        QVERIFY(must(promisePayment(world.field, more)).aboveResidual);
        QCOMPARE(world.outbox().size(), 2u);
    }

    void promisesThatCannotBe_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        for (const char* row :
             {"zero promise.amount", "negative promise.amount", "past promise.past", "far promise.far",
              "endless promise.amount", "crowd promise.items", "twice promise.twice", "foreign promise.item",
              "currency promise.currency", "client client.unknown", "supersedes promise.unknown"}) {
            const auto words = QString::fromLatin1(row).split(' ');
            QTest::newRow(qPrintable(words[0])) << words[0] << words[1];
        }
    }

    void promisesThatCannotBe()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        FieldWorld world;
        PromiseRequest request = world.promise();
        if (what == "zero")
            request.amount = Money::ofMinor(0);
        else if (what == "negative")
            request.amount = Money::ofMinor(-1);
        else if (what == "past")
            request.promisedFor = day("2026-11-22");
        else if (what == "far")
            request.promisedFor = day("2026-11-23") + kLongestPromiseDays + 1;
        else if (what == "endless")
            request.amount = Money::ofMinor(kMaximumPromiseMinor + 1); // the centre would refuse it
        else if (what == "crowd")
            for (std::int64_t id = 100; request.items.size() <= kMaximumPromiseItems; ++id)
                request.items.push_back(ItemId{id});
        else if (what == "twice")
            request.items = {ItemId{1}, ItemId{1}};
        else if (what == "foreign")
            request.items = {ItemId{1}, ItemId{77}};
        else if (what == "currency")
            request.amount = Money::ofMinor(1, *Currency::parse("USD"));
        else if (what == "client")
            request.client = ClientId{99};
        else
            request.supersedes = PromiseId{world.uuids.next()};
        REQUIRE_ERROR(promisePayment(world.field, request), code.toStdString());
        QVERIFY(world.outbox().empty());
        QVERIFY(must(store::promisesOf(*world.connection, world.field.tenant, world.treval.id)).empty());
    }

    void promiseForToday()
    {
        FieldWorld world;
        PromiseRequest request = world.promise();
        request.promisedFor = day("2026-11-23");
        QVERIFY(promisePayment(world.field, request).has_value());
        QCOMPARE(must(listClients(world.field)).clients[0].promisesDueToday, 1);
    }

    void withdrawOnce()
    {
        FieldWorld world;
        const PromiseId id = must(promisePayment(world.field, world.promise())).promise.id;
        REQUIRE_ERROR(withdrawPromise(world.field, id, world.treval.id, PromiseEnding::Superseded), "promise.ending");
        REQUIRE_OK(withdrawPromise(world.field, id, world.treval.id, PromiseEnding::WithdrawnByDebtor));
        REQUIRE_ERROR(withdrawPromise(world.field, id, world.treval.id, PromiseEnding::WithdrawnByUs), "promise.ended");
        QCOMPARE(world.outbox().size(), 2u);
        QCOMPARE(must(openClient(world.field, world.treval.id)).promises[0].status.state,
                 PromiseState::WithdrawnByDebtor);
    }

    // One rule for withdrawing a promise and for replacing it, and the centre's: its author, who has the client now, the
    // office.
    void whoEndsAPromise()
    {
        const auto ends = [](UserId author, UserId salesperson, store::Role role) {
            FieldWorld world;
            Promise promise = must(promisePayment(world.field, world.promise())).promise;
            promise.author = author;
            promise.authorName = "Paul Girard";
            must(store::upsertPromise(*world.connection, world.field.tenant, promise, 0));
            Client client = world.treval;
            client.salesperson = salesperson;
            must(store::upsertClient(*world.connection, world.field.tenant, client, 1));
            must(world.connection->execute("UPDATE device_state SET role = ?", role));
            PromiseRequest other = world.promise();
            other.supersedes = promise.id;
            const auto replaced = promisePayment(world.field, other);
            const auto withdrawn =
                withdrawPromise(world.field, promise.id, world.treval.id, PromiseEnding::WithdrawnByUs);
            if (replaced.has_value() != withdrawn.has_value())
                return std::string("two rules");
            if (withdrawn)
                return std::string();
            return replaced.error().code + (world.outbox().size() == 1 ? "" : " and yet noted");
        };
        constexpr UserId kPaul{7};
        using store::Role;
        QCOMPARE(ends(kNadia, kPaul, Role::Salesperson), std::string());
        QCOMPARE(ends(kPaul, kNadia, Role::Salesperson), std::string()); // she has his client now
        QCOMPARE(ends(kPaul, kPaul, Role::Salesperson), std::string("promise.author"));
        QCOMPARE(ends(kPaul, UserId(), Role::Salesperson), std::string("promise.author"));
        QCOMPARE(ends(kPaul, kPaul, Role::Office), std::string());
        QCOMPARE(ends(kPaul, kPaul, Role::Manager), std::string());
    }

    // The card of picture 04 (its dispute comes later): 28 218,00 of which 20 068,00 are overdue.
    void card()
    {
        FieldWorld world;
        Promise broken = must(promisePayment(world.field, world.promise())).promise;
        broken.madeOn = day("2026-11-09");
        broken.promisedFor = day("2026-11-16");
        broken.serverSeq = 3;
        must(store::upsertPromise(*world.connection, world.field.tenant, broken, 1));
        must(recordNote(world.field, world.note("Passage au dépôt")));
        const ClientCard card = must(openClient(world.field, "411TREVAL"));
        QCOMPARE(card.aged.balance(), Money::ofMinor(2821800));
        QCOMPARE(card.collectible.overdue, Money::ofMinor(2006800));
        QCOMPARE(card.collectible.amount, Money::ofMinor(2006800)); // a broken promise covers nothing
        QCOMPARE(card.items.size(), 4u);
        QCOMPARE(card.items[0].item.number, std::string("FA-2608-0142"));
        QCOMPARE(card.items[0].daysLate, 88);
        QCOMPARE(card.items[0].bucket, AgingBucket::Days61To90);
        QVERIFY(card.items[0].promises == std::vector{broken.id});
        QCOMPARE(card.promises[0].status.state, PromiseState::Broken);
        QVERIFY(card.promises[0].itemNumbers == std::vector<std::string>{"FA-2608-0142"});
        QVERIFY(!card.promises[0].pending);
        QVERIFY(card.notes[0].pending);
        QCOMPARE(card.timeline.size(), 6u); // 4 invoices, a note, a promise
        QCOMPARE(card.timeline[0].kind, TimelineEntry::Kind::Note);
        QVERIFY(std::ranges::is_sorted(card.timeline, std::greater(), &TimelineEntry::day));

        // The demonstration: a new promise for Friday covers the oldest invoice.
        must(promisePayment(world.field, world.promise()));
        const ClientCard after = must(openClient(world.field, world.treval.id));
        QCOMPARE(after.collectible.promised, Money::ofMinor(648000));
        QCOMPARE(after.collectible.amount, Money::ofMinor(1358800));
        QCOMPARE(after.items[0].collectible, Money::ofMinor(0));
        QVERIFY(after.promises[0].pending); // the one the centre has not taken is latest
        QCOMPARE(after.promises[0].status.level, 2);
        REQUIRE_ERROR(openClient(world.field, "411NOBODY"), "client.unknown");
    }

    // A promise that was kept does not make the next one "no. 2": SAP counts those that were not.
    void theLevelOfTheNextPromise()
    {
        FieldWorld world;
        const auto promised = [&](std::int64_t item, std::int64_t seq) {
            PromiseRequest request = world.promise();
            request.items = {ItemId{item}};
            request.amount = Money::ofMinor(100000);
            Promise promise = must(promisePayment(world.field, request)).promise;
            promise.madeOn = day("2026-11-09");
            promise.promisedFor = day("2026-11-16");
            promise.serverSeq = seq;
            must(store::upsertPromise(*world.connection, world.field.tenant, promise, seq));
        };
        promised(1, 1);
        promised(2, 2);
        promised(2, 3);
        Receipt receipt;
        receipt.id = ReceiptId{1};
        receipt.client = world.treval.id;
        receipt.day = day("2026-11-16");
        receipt.amount = Money::ofMinor(100000);
        receipt.unallocated = Money::ofMinor(0);
        const Allocation allocation{receipt.id, ItemId{1}, receipt.amount};
        must(store::upsertReceipt(*world.connection, world.field.tenant, receipt, {&allocation, 1}));

        const ClientCard card = must(openClient(world.field, world.treval.id));
        const auto levelOn = [&](std::int64_t item) {
            return std::ranges::find(card.items, ItemId{item}, [](const ItemLine& line) { return line.item.id; })
                ->nextLevel;
        };
        QCOMPARE(card.items[0].promises.size(), 1u);
        QCOMPARE(levelOn(1), 1); // kept
        QCOMPARE(levelOn(2), 3); // broken twice
        QCOMPARE(levelOn(3), 1);
    }

    // A device shows a client in its own currency; nothing stops at amounts in another one.
    void amountsInAnotherCurrencyAreForTheOffice()
    {
        FieldWorld world;
        const Currency dollars = *Currency::parse("USD");
        Item item;
        item.id = ItemId{9};
        item.client = world.treval.id;
        item.account = "411000";
        item.number = "US-1";
        item.due = day("2026-01-01");
        item.amount = item.residual = Money::ofMinor(500, dollars);
        must(store::upsertItem(*world.connection, world.field.tenant, item));
        Client abroad = world.treval;
        abroad.id = ClientId{3};
        abroad.key = "411ABROAD";
        abroad.currency = dollars;
        must(store::upsertClient(*world.connection, world.field.tenant, abroad, 1));
        item.id = ItemId{10};
        item.client = abroad.id;
        must(store::upsertItem(*world.connection, world.field.tenant, item));

        const ClientCard card = must(openClient(world.field, world.treval.id));
        QCOMPARE(card.items.size(), 4u);
        QCOMPARE(card.aged.balance(), Money::ofMinor(2821800));
        QCOMPARE(must(openClient(world.field, abroad.id)).aged.balance(), Money::ofMinor(500, dollars));
        const ClientList list = must(listClients(world.field));
        QCOMPARE(list.clients.size(), 3u);
        QCOMPARE(list.total.balance(), Money::ofMinor(2821800));
        PromiseRequest onAccount = world.promise();
        onAccount.items.clear();
        REQUIRE_OK(promisePayment(world.field, onAccount));
        onAccount.amount = Money::ofMinor(500, dollars);
        onAccount.items = {ItemId{1}};
        REQUIRE_ERROR(promisePayment(world.field, onAccount), "promise.currency");
    }

    void list()
    {
        FieldWorld world;
        ClientList list = must(listClients(world.field));
        QCOMPARE(list.clients.size(), 2u);
        QCOMPARE(list.clients[0].key, std::string("411TREVAL"));
        QCOMPARE(list.clients[0].aged.oldestDaysLate, 88);
        QCOMPARE(list.clients[0].search, std::string("menuiserie treval villefranche-sur-saone 411treval"));
        QVERIFY(!list.clients[0].pending && !list.clients[0].lastNoteDay);
        QCOMPARE(list.total.balance(), Money::ofMinor(2821800));
        QCOMPARE(list.freshness.coveredThrough, std::optional(day("2026-11-20")));
        QCOMPARE(list.freshness.waiting, 0);

        must(promisePayment(world.field, world.promise()));
        must(recordNote(world.field, world.note("x")));
        list = must(listClients(world.field));
        QCOMPARE(list.clients[0].openPromises, 1);
        QCOMPARE(list.clients[0].brokenPromises, 0);
        QCOMPARE(list.clients[0].nextPromisedFor, std::optional(day("2026-11-27")));
        QCOMPARE(list.clients[0].lastNoteDay, std::optional(day("2026-11-23")));
        QVERIFY(list.clients[0].pending && !list.clients[1].pending);
        QCOMPARE(list.freshness.waiting, 2);

        // A month later nothing was paid and the bank is known: broken, at midnight, without a word from the centre.
        world.clock.advance(std::chrono::days(30));
        must(store::saveFreshness(*world.connection, world.field.tenant, day("2026-12-22"), day("2026-12-22"), false,
                                  world.clock.now(), world.clock.now()));
        QCOMPARE(must(listClients(world.field)).clients[0].brokenPromises, 1);
    }
};

QTEST_GUILESS_MAIN(TestField)
#include "test_field.moc"
