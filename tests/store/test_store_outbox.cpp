// SPDX-License-Identifier: Apache-2.0
// The outbox: dense numbers, one transaction with the fact, answers, nothing lost. And the bytes of an operation.
#include "store/device_state.h"
#include "store/notes.h"
#include "store/operation_codec.h"
#include "store/outbox.h"
#include "store/replica.h"
#include "store/sqlcipher.h"
#include "tests/store/generators.h"
#include "tests/store/support.h"

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};
const Instant kNow = Instant::fromMicroseconds(1'795'000'000'000'000);

} // namespace

class TestStoreOutbox : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_db = create(m_folder->path("device.db"), DatabaseKind::Device);
        Enrolment enrolment;
        enrolment.device.value = Uuid::makeV7(1, {1});
        enrolment.personName = "Nadia";
        must(saveEnrolment(*m_db, kTenant, enrolment));
        m_counter = 0;
    }
    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void bodiesComeBackAsTheyWent()
    {
        QVERIFY(rc::check("encode, decode", [] {
            const auto body = anyBody();
            const auto bytes = encodeBody(body);
            RC_ASSERT(print(must(decodeBody(bytes))) == print(body));
        }));
    }

    void damagedBodiesAreRefused()
    {
        auto saying = encodeBody(Saying{});
        constexpr std::size_t kLastOfKind = 1 + 8 + 16 + 8 + 7; // after what it is, client, object and count of seen
        saying[kLastOfKind] = 0x80;                             // taken modulo 2^32, it would be the same kind
        QVERIFY(!decodeBody(saying));
        QVERIFY(rc::check("cut or lengthened", [] {
            auto bytes = encodeBody(anyBody());
            const auto cut = *rc::gen::inRange<std::size_t>(0, bytes.size());
            RC_ASSERT(!decodeBody(std::span(bytes).first(cut)));
            bytes.push_back(0);
            RC_ASSERT(decodeBody(bytes).error().code == "store.operation");
        }));
        QVERIFY(rc::check("any bytes: an answer, never a crash nor a large allocation", [] {
            auto bytes = encodeBody(anyBody());
            const auto flips = *rc::gen::inRange(1, 8);
            for (int i = 0; i < flips; ++i)
                bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
            if (const auto body = decodeBody(bytes))
                RC_ASSERT(encodeBody(*body) == bytes); // what is accepted is exactly what it says
        }));
        for (const std::vector<std::uint8_t>& bytes : {std::vector<std::uint8_t>{}, {1}, {2, 0}, {1, 9}, {0, 0}})
            QVERIFY(!decodeBody(bytes));
    }

    void factAndOperationAreOneTransaction()
    {
        const auto note = noteOf(7);
        REQUIRE_ERROR(appendOperation(*m_db, kTenant, nextId(), kNow, NoteAdded{note}), "outbox.transaction");
        {
            const auto transaction = must(Transaction::begin(*m_db));
            must(upsertNote(*m_db, kTenant, note, 0));
            QCOMPARE(must(appendOperation(*m_db, kTenant, nextId(), kNow, NoteAdded{note})).deviceSeq, 1);
        } // not committed
        QVERIFY(must(listOutbox(*m_db, kTenant)).empty());
        must(saveCursor(*m_db, kTenant, Blob(), 33));
        const auto operation = append(NoteAdded{note});
        QCOMPARE(operation.deviceSeq, 1); // the number was not used up
        QCOMPARE(operation.seenSeq, 33);
        const auto entries = must(listOutbox(*m_db, kTenant));
        QCOMPARE(entries.size(), 1u);
        QVERIFY(entries[0].operation.id == operation.id && entries[0].operation.madeAt == kNow &&
                entries[0].state == OutboxState::Queued);
        QCOMPARE(print(entries[0].operation.body), print(OperationBody(NoteAdded{note})));
        QCOMPARE(must(listOutbox(*m_db, kTenant, ClientId{7})).size(), 1u);
        QVERIFY(must(listOutbox(*m_db, kTenant, ClientId{8})).empty());
    }

    void tooLongIsRefusedWhole()
    {
        auto note = noteOf(1);
        note.text = std::string(kMaximumOperationBytes, 'x');
        const auto transaction = must(Transaction::begin(*m_db));
        REQUIRE_ERROR(appendOperation(*m_db, kTenant, nextId(), kNow, NoteAdded{note}), "operation.too_large");
    }

    void notEnrolled()
    {
        must(m_db->execute("DELETE FROM device_state"));
        const auto transaction = must(Transaction::begin(*m_db));
        REQUIRE_ERROR(appendOperation(*m_db, kTenant, nextId(), kNow, NoteAdded{noteOf(1)}), "device.not_enrolled");
    }

    void batchesAreBounded()
    {
        for (int i = 0; i < 1068; ++i)
            append(NoteAdded{noteOf(1, std::string(i == 1038 ? 60'000 : 10, 'x'))});
        auto batch = must(nextBatch(*m_db, kTenant));
        QCOMPARE(batch.size(), 1024u);
        QCOMPARE(batch.front().deviceSeq, 1);
        QCOMPARE(batch.back().deviceSeq, 1024);
        batch = must(nextBatch(*m_db, kTenant, 1024));
        QCOMPARE(batch.front().deviceSeq, 1025);
        QCOMPARE(batch.size(), 44u);
        QCOMPARE(must(nextBatch(*m_db, kTenant, 1024, {.operations = 256, .bytes = 20'000})).size(),
                 14u); // stops before the long one
        QCOMPARE(must(nextBatch(*m_db, kTenant, 1038, {.operations = 256, .bytes = 20'000})).size(),
                 1u); // which goes alone
    }

    void answersMoveThemOn()
    {
        std::vector<OperationId> ids;
        for (int i = 0; i < 7; ++i)
            ids.push_back(append(NoteAdded{noteOf(1)}).id);
        must(markSent(*m_db, kTenant, 1, 7));
        QCOMPARE(must(answeredThrough(*m_db, kTenant)), 0);
        const auto answer = [&](int index, OperationStatus status, std::int64_t effect = 5) {
            return must(storeResult(*m_db, kTenant, ids[static_cast<std::size_t>(index)], status, "why", effect));
        };
        QVERIFY(answer(0, OperationStatus::Applied));
        QVERIFY(answer(1, OperationStatus::Rejected, 0));
        QVERIFY(answer(2, OperationStatus::Retry, 0));
        QVERIFY(answer(3, OperationStatus::Conflict));
        QVERIFY(answer(4, OperationStatus::Review));
        QVERIFY(answer(5, OperationStatus::Duplicate));
        QVERIFY(answer(6, OperationStatus::Parked, 0));
        QVERIFY(!must(storeResult(*m_db, kTenant, nextId(), OperationStatus::Applied, "", 1)));
        const auto entries = must(listOutbox(*m_db, kTenant));
        const std::vector<OutboxState> expected{
            OutboxState::Acknowledged, OutboxState::Refused,      OutboxState::Queued, OutboxState::Acknowledged,
            OutboxState::Acknowledged, OutboxState::Acknowledged, OutboxState::Refused};
        for (std::size_t i = 0; i < entries.size(); ++i)
            QCOMPARE(entries[i].state, expected[i]);
        QCOMPARE(entries[1].reason, std::string("why"));
        QCOMPARE(entries[3].effectSeq, 5);
        QCOMPARE(must(answeredThrough(*m_db, kTenant)), 2);
        QCOMPARE(must(nextBatch(*m_db, kTenant)).size(), 1u); // the one to retry
        auto counts = must(countOutbox(*m_db, kTenant));
        QCOMPARE(counts.waiting, 1);
        QCOMPARE(counts.tray, 4);
        // A repeated answer does not take an operation out of the tray.
        QVERIFY(!answer(3, OperationStatus::Duplicate));
        QVERIFY(!answer(1, OperationStatus::Retry));
        QVERIFY(!answer(1, OperationStatus::Applied));
        counts = must(countOutbox(*m_db, kTenant));
        QCOMPARE(counts.tray, 4);
        QVERIFY(answer(2, OperationStatus::Applied));
        QCOMPARE(must(answeredThrough(*m_db, kTenant)), 7);
    }

    void onlyWhatIsAppliedEchoedAndOldIsForgotten()
    {
        std::vector<OperationId> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(append(NoteAdded{noteOf(1)}).id);
        must(storeResult(*m_db, kTenant, ids[0], OperationStatus::Applied, "", 10));
        must(storeResult(*m_db, kTenant, ids[1], OperationStatus::Applied, "", 11));  // not echoed
        must(storeResult(*m_db, kTenant, ids[2], OperationStatus::Conflict, "", 10)); // in the tray
        must(storeResult(*m_db, kTenant, ids[3], OperationStatus::Rejected, "", 0));
        must(saveCursor(*m_db, kTenant, Blob(), 10));
        const auto day = std::chrono::hours(24);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow)), 0);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 29 * day)), 0);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 30 * day)), 1);
        const auto left = must(listOutbox(*m_db, kTenant));
        QCOMPARE(left.size(), 4u);
        QVERIFY(left[0].operation.id == ids[1]);
        must(saveCursor(*m_db, kTenant, Blob(), 11)); // its thirty days begin when it has come back
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 31 * day)), 0);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 60 * day)), 0);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 61 * day)), 1);
        QCOMPARE(append(NoteAdded{noteOf(1)}).deviceSeq, 6); // numbers are never given twice
    }

    // What its author wants no more is never sent, also after a Reset, and goes after its thirty days; what the centre holds
    // and was only read is sent again after one.
    void whatIsLaidAsideStaysHere()
    {
        const Operation refused = append(NoteAdded{noteOf(1)});
        const Operation reviewed = append(NoteAdded{noteOf(1)});
        must(storeResult(*m_db, kTenant, refused.id, OperationStatus::Rejected, "note.text", 0));
        must(storeResult(*m_db, kTenant, reviewed.id, OperationStatus::Review, "scope.outside", 7));
        const auto before = must(listOutbox(*m_db, kTenant));
        must(markLaidAside(*m_db, kTenant, refused.id));
        must(markLaidAside(*m_db, kTenant, reviewed.id)); // not refused: nothing happens
        must(markRead(*m_db, kTenant, reviewed.id));
        must(markRead(*m_db, kTenant, refused.id)); // not held by the centre: nothing happens
        auto after = must(listOutbox(*m_db, kTenant));
        QVERIFY(after[0].state == OutboxState::LaidAside && after[0].reason == "note.text");
        QVERIFY(after[1].state == OutboxState::Acknowledged && after[1].reason == "read");
        QCOMPARE(must(countOutbox(*m_db, kTenant)).tray, 0);
        for (const OutboxEntry& entry : before)
            must(restoreAnswer(*m_db, kTenant, entry));
        after = must(listOutbox(*m_db, kTenant));
        QVERIFY(after[0].state == OutboxState::Refused && after[0].status == OperationStatus::Rejected);
        QVERIFY(after[1].status == OperationStatus::Review && after[1].reason == "scope.outside");
        QCOMPARE(must(countOutbox(*m_db, kTenant)).tray, 2);
        must(markLaidAside(*m_db, kTenant, refused.id));
        must(markRead(*m_db, kTenant, reviewed.id));
        must(requeueAcknowledged(*m_db, kTenant));
        QCOMPARE(must(nextBatch(*m_db, kTenant)).size(), 1u);
        must(restoreAnswer(*m_db, kTenant, before[1])); // on its way again: its answer comes anew
        QCOMPARE(must(nextBatch(*m_db, kTenant)).size(), 1u);
        const auto day = std::chrono::hours(24);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow)), 0);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 29 * day)), 0);
        QCOMPARE(must(dropEchoed(*m_db, kTenant, kNow + 30 * day)), 1);
        QVERIFY(!must(findOutboxEntry(*m_db, kTenant, refused.id)));
        QVERIFY(must(findOutboxEntry(*m_db, kTenant, reviewed.id))->state == OutboxState::Sent);
    }

    void onlyWhatWasNeverSentIsForgotten()
    {
        const Note note = noteOf(1);
        append(NoteAdded{noteOf(1)});
        append(NoteAdded{note});
        QVERIFY(!must(forgetUnsent(*m_db, kTenant, ClientId{2}, note.id.value))); // of another client: unknown
        QVERIFY(must(forgetUnsent(*m_db, kTenant, note.client, note.id.value)));
        QVERIFY(!must(forgetUnsent(*m_db, kTenant, note.client, note.id.value)));
        QCOMPARE(must(listOutbox(*m_db, kTenant)).size(), 1u);

        const Operation sent = append(NoteAdded{note});
        QCOMPARE(sent.deviceSeq, 3);
        must(markSent(*m_db, kTenant, sent.deviceSeq, sent.deviceSeq));
        append(NoteRetracted{note.id, note.client});
        QVERIFY(!must(forgetUnsent(*m_db, kTenant, note.client, note.id.value)));
        QCOMPARE(must(listOutbox(*m_db, kTenant)).size(), 3u);
    }

    void whatGoesAgainWasSentOnce()
    {
        const Note note = noteOf(1);
        const Operation sent = append(NoteAdded{note});
        must(markSent(*m_db, kTenant, sent.deviceSeq, sent.deviceSeq));
        must(storeResult(*m_db, kTenant, sent.id, OperationStatus::Applied, "", 4));
        must(requeueAcknowledged(*m_db, kTenant));
        QVERIFY(!must(forgetUnsent(*m_db, kTenant, note.client, note.id.value)));
        QCOMPARE(must(nextBatch(*m_db, kTenant)).size(), 1u);
    }

    void afterAResetEverythingHeldGoesAgain()
    {
        const auto applied = append(NoteAdded{noteOf(1)});
        const auto rejected = append(NoteAdded{noteOf(1)});
        const auto sent = append(NoteAdded{noteOf(1)});
        must(markSent(*m_db, kTenant, sent.deviceSeq, sent.deviceSeq));
        must(storeResult(*m_db, kTenant, applied.id, OperationStatus::Applied, "", 4));
        must(storeResult(*m_db, kTenant, rejected.id, OperationStatus::Rejected, "no", 0));
        must(requeueAcknowledged(*m_db, kTenant));
        const auto batch = must(nextBatch(*m_db, kTenant));
        QCOMPARE(batch.size(), 2u);
        QVERIFY(batch[0].id == applied.id && batch[1].id == sent.id);
        must(storeResult(*m_db, kTenant, applied.id, OperationStatus::Duplicate, "",
                         2)); // has no answer any more: this is one
        QCOMPARE(must(listOutbox(*m_db, kTenant))[0].effectSeq, 2);
    }

    /// What was handed in stays for thirty days; an exchange that looked through it grew with it.
    void whatIsKeptIsNotReadAgain()
    {
        static constexpr int kHandedIn = 3000;
        {
            auto transaction = must(Transaction::begin(*m_db));
            for (int i = 1; i <= kHandedIn; ++i) {
                const auto note = noteOf(i, std::string(300, 'x'));
                const auto operation = must(appendOperation(*m_db, kTenant, nextId(), kNow, NoteAdded{note}));
                must(storeResult(*m_db, kTenant, operation.id, OperationStatus::Applied, "", i));
            }
            must(saveCursor(*m_db, kTenant, Blob(), kHandedIn));
            must(dropEchoed(*m_db, kTenant, kNow));
            must(transaction.commit());
        }
        append(NoteAdded{noteOf(1)});
        const auto file = m_folder->path("device.db");
        m_db = onPostgres() ? reopen(file) : must(openSqlcipher(file, keyOf(1), {.cacheKibibytes = 64}));
        const auto pagesOf = [this](auto act) {
            const std::int64_t before = m_db->pagesRead();
            act();
            return m_db->pagesRead() - before;
        };
        const auto exchange = pagesOf([this] {
            must(requeueBeyond(*m_db, kTenant, kHandedIn));
            QCOMPARE(must(nextBatch(*m_db, kTenant)).size(), 1u);
            QCOMPARE(must(countOutbox(*m_db, kTenant)).waiting, 1);
            QCOMPARE(must(answeredThrough(*m_db, kTenant)), kHandedIn);
            must(dropUnechoedThrough(*m_db, kTenant, kHandedIn));
            must(dropEchoed(*m_db, kTenant, kNow));
            QVERIFY(must(listContested(*m_db, kTenant)).empty());
        });
        const auto all = pagesOf([this] { QCOMPARE(must(listOutbox(*m_db, kTenant)).size(), kHandedIn + 1u); });
        qInfo("%lld of %lld pages", static_cast<long long>(exchange), static_cast<long long>(all));
        QVERIFY(onPostgres() || (all > 300 && exchange < all / 4)); // a server counts its own
    }

private:
    OperationId nextId() { return OperationId{Uuid::makeV7(1000 + ++m_counter, {1})}; }
    Note noteOf(std::int64_t client, std::string text = "vu le gérant")
    {
        Note note;
        note.id.value = Uuid::makeV7(1000 + ++m_counter, {2});
        note.client = ClientId{client};
        note.text = std::move(text);
        return note;
    }
    Operation append(OperationBody body)
    {
        auto transaction = must(Transaction::begin(*m_db));
        auto operation = must(appendOperation(*m_db, kTenant, nextId(), kNow, std::move(body)));
        must(transaction.commit());
        return operation;
    }

    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<Connection> m_db;
    std::int64_t m_counter = 0;
};

QTEST_GUILESS_MAIN(TestStoreOutbox)
#include "test_store_outbox.moc"
