// SPDX-License-Identifier: Apache-2.0
// I-18: both ends count the same number from what they hold, and what was altered on a device shows at its next
// comparison and is mended.
#include "store/items.h"
#include "store/ledger_digest.h"
#include "sync/central/sync_service.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "tests/device/centre.h"

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

struct World {
    explicit World(std::chrono::hours every = std::chrono::hours(0))
        : nadia(centre.addPerson("Nadia Ferrand", store::Role::Salesperson)),
          karim(centre.addPerson("Karim", store::Role::Salesperson)), treval(centre.addClient("TREVAL", nadia)),
          other(centre.addClient("OTHER", karim)), device(enrolDevice(centre, nadia, path("nadia"), 7)),
          engine(device->connection(), kTenant, clock, device->uuids(), device->id(), every)
    {
        centre.addItem(treval, 100'00);
        centre.addItem(other, 200'00);
    }
    std::filesystem::path path(const char* name) const { return folder.filePath(name).toStdString(); }

    /// Rounds until nothing more comes; how many digests were said, and whether the replica began anew.
    struct Told {
        int digests = 0;
        int resets = 0;
    };
    Told sync()
    {
        Told told;
        for (bool more = true; more;) {
            const auto body = must(protocol::decompress(must(engine.buildRequest())));
            const auto request = must(protocol::decodeSyncRequest(body));
            told.digests += request.stateDigest != 0;
            const auto caller = must(central::findCaller(centre.connection(), kTenant, device->id()));
            const auto answer = must(central::synchronise(centre.connection(), kTenant, caller, request, clock.now()));
            const Outcome outcome = must(engine.applyResponse(answer));
            told.resets += outcome.reset;
            more = outcome.more;
        }
        return told;
    }
    std::uint64_t own() { return must(store::digestLedger(device->connection(), kTenant)).value; }
    std::uint64_t centres() { return must(store::digestLedger(centre.connection(), kTenant, nadia)).value; }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{path("centre"), clock};
    UserId nadia, karim;
    ClientId treval, other;
    std::unique_ptr<FieldDevice> device;
    SyncEngine engine;
};

/// A ledger with a row of every kind.
void fill(World& w)
{
    std::mt19937_64 random(11);
    for (int i = 0; i < 40; ++i)
        w.centre.changeSomething(random, w.treval);
    w.sync();
    w.device->note(w.treval, "Vu le patron");
    const auto items = must(store::openItemsOf(w.device->connection(), kTenant, w.treval));
    const PromiseId made = w.device->promise(w.treval, {items.at(0).id}, 1'00);
    PromiseAmended change;
    change.amount = Money::ofMinor(2'00);
    w.device->say(w.treval, made, change);
    w.sync();
}

} // namespace

class TestDigest : public QObject {
    Q_OBJECT
private slots:
    void bothEndsCountTheSame()
    {
        World w;
        std::mt19937_64 random(5);
        for (int i = 0; i < 60; ++i) {
            w.centre.changeSomething(random, i % 2 ? w.treval : w.other);
            if (i % 9 == 0)
                w.device->note(w.treval, "note " + std::to_string(i));
            if (i % 20 == 19)
                w.centre.move(w.treval, (i / 20) % 2 ? w.nadia : w.karim);
            const auto told = w.sync();
            QCOMPARE(told.resets, 0);
            if (must(store::isWhollyEchoed(w.device->connection(), kTenant)))
                QCOMPARE(w.own(), w.centres());
            QVERIFY(i == 0 || w.sync().digests > 0);
        }
    }

    void whatIsAlteredShowsAndIsMended_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char* sql :
             {"UPDATE client SET name = 'x'", "UPDATE client SET credit_limit = 7", "DELETE FROM contact",
              "UPDATE item SET residual = residual + 1", "UPDATE item SET due_day = due_day - 1",
              "UPDATE receipt SET unallocated = unallocated + 1", "DELETE FROM receipt",
              "UPDATE allocation SET amount = amount - 1", "UPDATE note SET text = 'x'",
              "UPDATE note SET retracted = 1", "DELETE FROM promise",
              "UPDATE promise SET promised_day = promised_day + 1", "DELETE FROM promise_item",
              "UPDATE event SET made_day = made_day + 1", "DELETE FROM event"})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void whatIsAlteredShowsAndIsMended()
    {
        QFETCH(const QByteArray, sql);
        World w;
        fill(w);
        QCOMPARE(w.sync().resets, 0);
        const std::string before = dumpLedger(w.device->connection());
        must(w.device->connection().execute(sql.constData()));
        QVERIFY(w.own() != w.centres());
        QCOMPARE(w.sync().resets, 1);
        QCOMPARE(dumpLedger(w.device->connection()), before);
        QCOMPARE(w.sync().resets, 0);
    }

    void whatWaitsHereIsNotCompared()
    {
        World w;
        fill(w);
        w.device->note(w.treval, "not sent yet");
        must(w.device->connection().execute("UPDATE item SET residual = residual + 1"));
        const auto body = must(protocol::decompress(must(w.engine.buildRequest())));
        QCOMPARE(must(protocol::decodeSyncRequest(body)).stateDigest, std::uint64_t{0});
    }

    void onceADayWhateverTheClockSays()
    {
        World w(std::chrono::hours(24));
        w.sync();
        QCOMPARE(w.sync().digests, 0);
        w.clock.advance(std::chrono::hours(25));
        QCOMPARE(w.sync().digests, 1);
        QCOMPARE(w.sync().digests, 0);
        w.clock.advance(std::chrono::hours(-24 * 3'650));
        QCOMPARE(w.sync().digests, 1);
        QCOMPARE(w.sync().digests, 0);
    }

    void endsThatCountDifferentlyDoNotBeginAnewForEver()
    {
        World w(std::chrono::hours(24));
        w.sync();
        // The centre holds what its feed never tells: no synchronisation can mend that.
        must(w.centre.connection().execute("UPDATE item SET residual = residual + 1"));
        const auto altered = [&] {
            must(w.device->connection().execute("UPDATE item SET residual = residual + 2"));
            return w.sync().resets;
        };
        QCOMPARE(altered(), 0);
        w.clock.advance(std::chrono::hours(25));
        QCOMPARE(w.sync().resets, 1);
        QCOMPARE(altered(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "test_digest.moc"
