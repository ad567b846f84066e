// SPDX-License-Identifier: Apache-2.0
// Every aggregate comes back from the database as it went in, whatever it holds.
#include "store/client_facts.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/device_state.h"
#include "store/devices.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "store/people.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "tests/store/generators.h"
#include "tests/store/support.h"

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

const Day kAnyDay = *Day::fromYmd(2199, 12, 31);
constexpr Tenant kTenant{};
constexpr Tenant kOther{2};

} // namespace

class TestStoreRows : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_central = create(m_folder->path("central.db"), DatabaseKind::Central);
        m_device = create(m_folder->path("device.db"), DatabaseKind::Device);
    }
    void cleanup()
    {
        m_central.reset();
        m_device.reset();
        m_folder.reset();
    }

    void clientsAndContacts()
    {
        auto& db = *m_device;
        QVERIFY(rc::check("clients and contacts", [&] {
            const auto undone = must(Transaction::begin(db));
            auto client = anyClient();
            must(upsertClient(db, kTenant, client, 3));
            RC_ASSERT(print(*must(findClient(db, kTenant, client.id))) == print(client));
            RC_ASSERT(print(*must(findClientByKey(db, kTenant, client.key))) == print(client));
            RC_ASSERT(!must(findClient(db, kOther, client.id)));
            RC_ASSERT(must(clientSeq(db, kTenant, client.id)) == 3);
            auto changed = anyClient();
            changed.id = client.id;
            must(upsertClient(db, kTenant, changed));
            RC_ASSERT(print(*must(findClient(db, kTenant, client.id))) == print(changed));
            RC_ASSERT(must(clientSeq(db, kTenant, client.id)) == 3); // never goes down
            RC_ASSERT(must(countClients(db, kTenant)) == 1);

            const auto contact = anyContact(client.id);
            must(upsertContact(db, kTenant, anyContact(client.id)));
            must(upsertContact(db, kTenant, contact));
            RC_ASSERT(print(*must(findContact(db, kTenant, client.id, contact.id))) == print(contact));
            must(deleteContact(db, kTenant, client.id, contact.id));
            RC_ASSERT(!must(findContact(db, kTenant, client.id, contact.id)));
        }));
    }

    void aKeyBelongsToOneClient()
    {
        Client one;
        one.id = ClientId{1};
        one.key = "C1";
        Client two = one;
        two.id = ClientId{2};
        must(upsertClient(*m_device, kTenant, one));
        REQUIRE_ERROR(upsertClient(*m_device, kTenant, two), "store.duplicate");
        const auto other = reopen(m_folder->path("device.db"), std::chrono::seconds(5), kOther);
        must(upsertClient(*other, kOther, two)); // another company is another matter
    }

    void itemsReceiptsAllocations()
    {
        auto& db = *m_device;
        QVERIFY(rc::check("items, receipts, allocations", [&] {
            const auto undone = must(Transaction::begin(db));
            const auto client = anyIntegerId<ClientId>();
            const auto currency = anyCurrency();
            const auto item = anyItem(client, currency);
            const auto receipt = anyReceipt(client, currency);
            must(upsertItem(db, kTenant, item));
            RC_ASSERT(print(*must(findItem(db, kTenant, client, item.id))) == print(item));
            RC_ASSERT(must(openItemsOf(db, kTenant, client)).size() == (item.residual.isZero() ? 0u : 1u));
            const std::vector<Allocation> allocations{{receipt.id, ItemId{1}, *anyMoney(currency)},
                                                      {receipt.id, ItemId{2}, *anyMoney(currency)}};
            must(upsertReceipt(db, kTenant, receipt, allocations));
            RC_ASSERT(print(must(receiptsOf(db, kTenant, client)).at(0)) == print(receipt));
            const auto facts = must(loadFacts(db, kTenant, client, kAnyDay));
            RC_ASSERT(facts.items.size() == 1u);
            RC_ASSERT(facts.receipts.size() == 1u);
            RC_ASSERT(facts.allocations.size() == 2u);
            for (std::size_t i = 0; i < 2; ++i)
                RC_ASSERT(print(facts.allocations[i]) == print(allocations[i]));

            auto changed = anyItem(client, currency);
            changed.id = item.id;
            must(upsertItem(db, kTenant, changed));
            RC_ASSERT(print(must(itemsOf(db, kTenant, client)).at(0)) == print(changed));
            // A receipt written again has only its new allocations.
            must(upsertReceipt(db, kTenant, receipt, std::span(allocations).first(1)));
            RC_ASSERT(must(allocationsOf(db, kTenant, client)).size() == 1u);
            must(deleteReceipt(db, kTenant, client, receipt.id));
            must(deleteItem(db, kTenant, client, item.id));
            RC_ASSERT(must(loadFacts(db, kTenant, client, kAnyDay)).allocations.empty());
        }));
    }

    void allocationsOfOnePairAddUpAndNameTheirReceipt()
    {
        Receipt receipt;
        receipt.id = ReceiptId{7};
        receipt.client = ClientId{1};
        receipt.amount = Money::ofMinor(300);
        const std::vector<Allocation> twice{{receipt.id, ItemId{1}, Money::ofMinor(100)},
                                            {receipt.id, ItemId{1}, Money::ofMinor(200)}};
        must(upsertReceipt(*m_device, kTenant, receipt, twice));
        QCOMPARE(must(allocationsOf(*m_device, kTenant, ClientId{1})).at(0).amount.minor(), 300);
        const std::vector<Allocation> foreign{{ReceiptId{8}, ItemId{1}, Money::ofMinor(100)}};
        REQUIRE_ERROR(upsertReceipt(*m_device, kTenant, receipt, foreign), "store.allocation");
    }

    void notes()
    {
        auto& db = *m_device;
        QVERIFY(rc::check("notes", [&] {
            const auto undone = must(Transaction::begin(db));
            const auto client = anyIntegerId<ClientId>();
            const auto note = anyNote(client);
            must(upsertNote(db, kTenant, note, 12));
            RC_ASSERT(print(*must(findNote(db, kTenant, client, note.id))) == print(note));
            RC_ASSERT(must(noteRowId(db, kTenant, client, note.id)) == 12);
            auto changed = anyNote(client);
            changed.id = note.id;
            must(upsertNote(db, kTenant, changed, 12));
            RC_ASSERT(print(must(notesOf(db, kTenant, client)).at(0)) == print(changed));
            RC_ASSERT(must(retractNote(db, kTenant, client, note.id)));
            RC_ASSERT(must(findNote(db, kTenant, client, note.id))->retracted);
            RC_ASSERT(must(findNote(db, kTenant, client, note.id))->text == changed.text);
            RC_ASSERT(!must(retractNote(db, kTenant, ClientId{client.value + 1}, note.id)));
        }));
    }

    void noteOrders()
    {
        auto& db = *m_device;
        const auto add = [&](std::int64_t client, std::int64_t seq, std::int64_t madeAt, int madeDay,
                             std::optional<int> callBack, bool retracted = false) {
            Note note;
            note.id.value = Uuid::makeV7(++m_counter, {1});
            note.client = ClientId{client};
            note.text = std::to_string(seq);
            note.serverSeq = seq;
            note.madeAt = Instant::fromMicroseconds(madeAt);
            note.madeOn = Day::fromDaysSinceEpoch(madeDay);
            note.retracted = retracted;
            if (callBack)
                note.callBackOn = Day::fromDaysSinceEpoch(*callBack);
            must(upsertNote(db, kTenant, note, 0));
        };
        for (const std::int64_t id : {1, 2}) {
            Client client;
            client.id = ClientId{id};
            client.key = std::to_string(id);
            client.salesperson = UserId{id};
            must(upsertClient(db, kTenant, client));
        }
        add(1, 5, 900, 10, 30);
        add(1, 0, 100, 12, 20); // not taken yet: the newest, whatever its clock says
        add(1, 9, 500, 11, {}, false);
        add(1, 10, 500, 40, 10, true);
        add(2, 7, 500, 9, 25);
        std::vector<std::int64_t> seqs;
        for (const auto& note : must(notesOf(db, kTenant, ClientId{1})))
            seqs.push_back(note.serverSeq);
        QCOMPARE(seqs, (std::vector<std::int64_t>{0, 10, 9, 5}));
        QCOMPARE(must(listNotes(db, kTenant)).size(), 5u);
        QCOMPARE(must(listNotes(db, kTenant, UserId{2})).size(), 1u);
        QCOMPARE(must(listNotes(db, kTenant, std::nullopt, 2)).size(), 2u);
        const auto last = must(lastNotes(db, kTenant));
        QCOMPARE(last.size(), 2u);
        QCOMPARE(last[0].day.daysSinceEpoch(), 12); // the retracted one of day 40 is left out
        QCOMPARE(last[1].day.daysSinceEpoch(), 9);
        const auto callBacks = must(callBacksThrough(db, kTenant, Day::fromDaysSinceEpoch(25)));
        QCOMPARE(callBacks.size(), 2u);
        QCOMPARE(callBacks[0].callBackOn->daysSinceEpoch(), 20);
    }

    void promises()
    {
        auto& db = *m_device;
        QVERIFY(rc::check("promises", [&] {
            const auto undone = must(Transaction::begin(db));
            Client owner = anyClient();
            must(upsertClient(db, kTenant, owner));
            const auto promise = anyPromise(owner.id);
            must(upsertPromise(db, kTenant, promise, 4));
            RC_ASSERT(print(*must(findPromise(db, kTenant, owner.id, promise.id))) == print(promise));
            RC_ASSERT(print(*must(findPromiseAsMade(db, kTenant, owner.id, promise.id))) == print(promise));
            RC_ASSERT(must(promiseRowId(db, kTenant, owner.id, promise.id)) == 4);
            auto changed = anyPromise(owner.id);
            changed.id = promise.id;
            must(upsertPromise(db, kTenant, changed, 4));
            RC_ASSERT(print(must(promisesOf(db, kTenant, owner.id)).at(0)) == print(changed));
            RC_ASSERT(print(must(listPromises(db, kTenant, owner.salesperson)).at(0)) == print(changed));
            RC_ASSERT(must(listPromises(db, kTenant, UserId{99})).empty());
            const bool open = changed.ending == PromiseEnding::None;
            RC_ASSERT(must(endPromise(db, kTenant, owner.id, promise.id, PromiseEnding::WithdrawnByUs,
                                      Day::fromDaysSinceEpoch(5))) == open);
            RC_ASSERT(must(findPromise(db, kTenant, owner.id, promise.id))->ending ==
                      (open ? PromiseEnding::WithdrawnByUs : changed.ending));
        }));
    }

    void deletingAClientLeavesNothingOfIt()
    {
        auto& db = *m_device;
        QVERIFY(rc::check("deletion", [&] {
            const auto undone = must(Transaction::begin(db));
            const ClientId id{42};
            auto client = anyClient();
            client.id = id;
            must(upsertClient(db, kTenant, client));
            must(upsertContact(db, kTenant, anyContact(id)));
            must(upsertItem(db, kTenant, anyItem(id)));
            const auto receipt = anyReceipt(id);
            const std::vector<Allocation> allocations{{receipt.id, ItemId{1}, Money::ofMinor(1)}};
            must(upsertReceipt(db, kTenant, receipt, allocations));
            must(upsertNote(db, kTenant, anyNote(id), 1));
            must(upsertPromise(db, kTenant, anyPromise(id), 1));
            must(deleteClient(db, kTenant, id));
            for (const char* sql :
                 {"SELECT count(*) FROM client", "SELECT count(*) FROM contact", "SELECT count(*) FROM item",
                  "SELECT count(*) FROM receipt", "SELECT count(*) FROM allocation", "SELECT count(*) FROM note",
                  "SELECT count(*) FROM promise", "SELECT count(*) FROM promise_item"}) {
                auto statement = must(db.prepare(sql));
                must(statement.step());
                RC_ASSERT(statement.integer(0) == 0);
            }
        }));
    }

    void peopleCompanyCounters()
    {
        auto& db = *m_central;
        REQUIRE_ERROR(loadCompany(db, kTenant), "company.none");
        auto verdon = company();
        must(insertCompany(db, kTenant, verdon));
        REQUIRE_ERROR(insertCompany(db, kTenant, verdon), "company.exists");
        QCOMPARE(must(loadCompany(db, kTenant)).receivables, verdon.receivables);
        must(saveCoverage(db, kTenant, Day::fromDaysSinceEpoch(7), Day::fromDaysSinceEpoch(5), true));
        const auto loaded = must(loadCompany(db, kTenant));
        QCOMPARE(loaded.ledgerThrough->daysSinceEpoch(), 7);
        QCOMPARE(loaded.coveredThrough->daysSinceEpoch(), 5);
        QVERIFY(loaded.incomplete && loaded.id == verdon.id && loaded.name == verdon.name);

        QCOMPARE(must(takeIds(db, kTenant, Counter::Item)), 1);
        QCOMPARE(must(takeIds(db, kTenant, Counter::Item, 10)), 2);
        QCOMPARE(must(takeIds(db, kTenant, Counter::Item)), 12);
        QCOMPARE(must(takeIds(db, kTenant, Counter::Line)), 1);

        const auto nadia = must(insertPerson(db, kTenant, "Nadia Ferrand", Role::Salesperson));
        const auto office = must(insertPerson(db, kTenant, "Office", Role::Office));
        REQUIRE_ERROR(insertPerson(db, kTenant, "Nadia Ferrand", Role::Manager), "person.exists");
        QVERIFY(nadia != office);
        QVERIFY(must(findPersonByName(db, kTenant, "Office"))->role == Role::Office);
        QCOMPARE(must(findPerson(db, kTenant, nadia))->name, std::string("Nadia Ferrand"));
        QCOMPARE(must(listPeople(db, kTenant)).size(), 2u);
        QVERIFY(parseRole("manager") == Role::Manager);
        QVERIFY(!parseRole("Manager"));
    }

    void devicesAndCodes()
    {
        auto& db = *m_central;
        const auto at = Instant::fromMicroseconds(1000);
        DeviceRecord record{.id = DeviceId{Uuid::makeV7(5, {1})},
                            .person = UserId{3},
                            .publicKey = {1, 2, 3},
                            .name = "Téléphone",
                            .enrolledAt = at,
                            .revokedAt = {},
                            .lastSeenAt = {},
                            .maxDeviceSeq = 0};
        must(insertDevice(db, kTenant, record));
        must(markDeviceSeen(db, kTenant, record.id, at + std::chrono::seconds(1)));
        must(raiseDeviceSeq(db, kTenant, record.id, 7));
        must(raiseDeviceSeq(db, kTenant, record.id, 4));
        auto found = *must(findDevice(db, kTenant, record.id));
        QVERIFY(found.publicKey == record.publicKey && found.name == record.name && found.person == record.person &&
                !found.revokedAt);
        QCOMPARE(found.maxDeviceSeq, 7);
        QVERIFY(found.lastSeenAt == at + std::chrono::seconds(1));
        QVERIFY(must(revokeDevice(db, kTenant, record.id, at)));
        QVERIFY(!must(revokeDevice(db, kTenant, record.id, at)));
        QVERIFY(must(listDevices(db, kTenant)).at(0).revokedAt == at);

        CodeHash hash{};
        hash[0] = 9;
        must(insertEnrolmentCode(db, kTenant, hash, UserId{3}, at + std::chrono::minutes(10)));
        REQUIRE_ERROR(useEnrolmentCode(db, kTenant, CodeHash{}, at), "enrol.code");
        REQUIRE_ERROR(useEnrolmentCode(db, kTenant, hash, at + std::chrono::minutes(10)), "enrol.code"); // too late
        QCOMPARE(must(useEnrolmentCode(db, kTenant, hash, at)).value, 3);
        const auto twice = useEnrolmentCode(db, kTenant, hash, at);
        REQUIRE_ERROR(twice, "enrol.code");
        QCOMPARE(twice.error().kind, ErrorKind::Denied);
    }

    void operationLog()
    {
        auto& db = *m_central;
        const DeviceId device{Uuid::makeV7(5, {1})};
        LoggedOperation operation{.id = OperationId{Uuid::makeV7(6, {2})},
                                  .device = device,
                                  .deviceSeq = 4,
                                  .hash = {7},
                                  .status = OperationStatus::Rejected,
                                  .reason = "promise.past",
                                  .effectSeq = 9,
                                  .at = Instant::fromMicroseconds(3),
                                  .client = ClientId{5},
                                  .object = Uuid::makeV7(8, {4})};
        must(insertOperations(db, kTenant, {&operation, 1}));
        REQUIRE_ERROR(insertOperations(db, kTenant, {&operation, 1}), "store.duplicate");
        auto other = operation;
        other.id.value = Uuid::makeV7(7, {3});
        REQUIRE_ERROR(insertOperations(db, kTenant, {&other, 1}),
                      "store.duplicate"); // the number is taken: a copied device
        const auto found = *must(findOperation(db, kTenant, operation.id));
        QVERIFY(found.hash == operation.hash && found.status == operation.status && found.reason == operation.reason &&
                found.effectSeq == 9 && found.at == operation.at && found.client == operation.client &&
                found.object == operation.object);
        QVERIFY(must(operationsForReview(db, kTenant)).empty());
        QCOMPARE(must(operationsAfter(db, kTenant, device, 3)).size(), 1u);
        QVERIFY(must(operationsAfter(db, kTenant, device, 4)).empty());
        other.deviceSeq = 5;
        other.status = OperationStatus::Review;
        must(insertOperations(db, kTenant, {&other, 1}));
        QCOMPARE(must(operationsForReview(db, kTenant)).front().id, other.id);
    }

    void deviceState()
    {
        auto& db = *m_device;
        REQUIRE_ERROR(loadEnrolment(db, kTenant), "device.not_enrolled");
        REQUIRE_ERROR(saveCursor(db, kTenant, Blob(), 1), "device.not_enrolled");
        Enrolment enrolment;
        enrolment.device.value = Uuid::makeV7(5, {1});
        enrolment.serverUrl = "https://127.0.0.1:4443";
        enrolment.serverPin[31] = 4;
        enrolment.privateKey = SecretBytes(121);
        enrolment.privateKey.bytes()[120] = 77;
        enrolment.person = UserId{3};
        enrolment.personName = "Nadia Ferrand";
        enrolment.role = Role::Manager;
        enrolment.companyName = "Verdon";
        must(saveEnrolment(db, kTenant, enrolment));
        REQUIRE_ERROR(saveEnrolment(db, kTenant, enrolment), "device.enrolled");
        const auto loaded = must(loadEnrolment(db, kTenant));
        QVERIFY(loaded.device == enrolment.device && loaded.serverUrl == enrolment.serverUrl &&
                loaded.serverPin == enrolment.serverPin && loaded.role == Role::Manager);
        QVERIFY(std::ranges::equal(loaded.privateKey.bytes(), enrolment.privateKey.bytes()));

        auto progress = must(loadProgress(db, kTenant));
        QVERIFY(progress.cursor.empty() && progress.seenSeq == 0 && !progress.lastSyncAt && !progress.coveredThrough);
        const std::vector<std::uint8_t> cursor{1, 2, 3};
        must(saveCursor(db, kTenant, cursor, 44));
        must(saveFreshness(db, kTenant, Day::fromDaysSinceEpoch(9), std::nullopt, true, Instant::fromMicroseconds(5),
                           Instant::fromMicroseconds(6)));
        progress = must(loadProgress(db, kTenant));
        QVERIFY(progress.cursor == cursor && progress.seenSeq == 44 && progress.incomplete &&
                progress.ledgerThrough->daysSinceEpoch() == 9 && !progress.coveredThrough);
        QVERIFY(progress.lastSyncAt == Instant::fromMicroseconds(5) &&
                progress.lastServerAt == Instant::fromMicroseconds(6));
        must(clearCursor(db, kTenant));
        QVERIFY(must(loadProgress(db, kTenant)).cursor.empty());
    }

private:
    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<Connection> m_central;
    std::unique_ptr<Connection> m_device;
    std::int64_t m_counter = 0;
};

QTEST_GUILESS_MAIN(TestStoreRows)
#include "test_store_rows.moc"
