// SPDX-License-Identifier: Apache-2.0
// After a client left the portfolio and the device synchronised, nobody who has the device, its key included, finds a trace
// of it in any file: not in the pages nothing refers to, not in the log (I-9).
#include "store/clients.h"
#include "store/drafts.h"
#include "store/sqlcipher.h"
#include "sync/device/runner.h"
#include "tests/device/centre.h"
#include "tests/device/file_traces.h"

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

struct Portfolio {
    Portfolio()
    {
        std::filesystem::create_directory(place);
        nadia = centre.addPerson("Nadia", store::Role::Salesperson);
        karim = centre.addPerson("Karim", store::Role::Salesperson);
        // Among many, so that its rows move from page to page as the tables grow.
        for (int i = 0; i < 120; ++i) {
            clients.push_back(centre.addClient(i == 60 ? "QUIMPER" : "C" + std::to_string(i), nadia));
            centre.addItem(clients.back(), 1'000 + i);
        }
        device = enrolDevice(centre, nadia, place / "device.db", 7);
        sync();
    }
    ClientId leaving() const { return clients[60]; }
    void sync()
    {
        clock.advance(std::chrono::seconds(20));
        SyncRunner runner = must(SyncRunner::create(device->connection(), kTenant, clock, device->uuids(), transport));
        must(runner.run());
    }
    int traces(std::string_view text) const { return tracesOf(text, place, testKey()); }

    QTemporaryDir folder;
    std::filesystem::path place = std::filesystem::path(folder.path().toStdString()) / "device";
    HandClock clock;
    Centre centre{std::filesystem::path(folder.path().toStdString()) / "centre.db", clock};
    DirectTransport transport{centre};
    UserId nadia, karim;
    std::vector<ClientId> clients;
    std::unique_ptr<FieldDevice> device;
};

} // namespace

class TestDeparture : public QObject {
    Q_OBJECT
private slots:
    void nothingIsLeft()
    {
        Portfolio portfolio;
        FieldDevice& device = *portfolio.device;
        for (int round = 0; round < 3; ++round) {
            for (const ClientId client : portfolio.clients)
                device.note(client, client == portfolio.leaving() ? "a word nobody else may read" : "another word");
            portfolio.sync();
        }
        device.promise(portfolio.leaving(), {}, 4'711);
        portfolio.sync();
        QVERIFY(portfolio.traces("QUIMPER") > 0 && portfolio.traces("nobody else may read") > 0);
        QVERIFY(portfolio.traces("Menuiserie C7") > 0);

        portfolio.centre.move(portfolio.leaving(), portfolio.karim);
        portfolio.sync();
        for (const char* word : {"QUIMPER", "quimper", "nobody else may read"})
            QCOMPARE(portfolio.traces(word), 0);
        QVERIFY(portfolio.traces("Menuiserie C7") > 0);
        QVERIFY(portfolio.traces("another word") > 0);
        device.reopen();
        QCOMPARE(portfolio.traces("QUIMPER"), 0);
        QCOMPARE(must(store::listClients(device.connection(), kTenant)).size(), std::size_t{119});
    }

    // What was not sent yet was noted by its author, who has to learn what became of it: it is sent, and stays in the tray.
    void whatWaitedIsSent()
    {
        Portfolio portfolio;
        portfolio.device->note(portfolio.leaving(), "said too late");
        portfolio.centre.move(portfolio.leaving(), portfolio.karim);
        portfolio.sync();
        QCOMPARE(portfolio.device->outbox().at(0).reason, std::string("scope.outside"));
        QCOMPARE(portfolio.traces("QUIMPER"), 0);
    }

    // What was being written is nobody's any more; and a sheet that is still open keeps nothing after it.
    void whatWasBeingWrittenIsErased()
    {
        Portfolio portfolio;
        const auto keep = [&](ClientId client, std::string_view words) {
            const store::Blob blob(reinterpret_cast<const std::uint8_t*>(words.data()), words.size());
            must(store::keepDraft(portfolio.device->connection(), kTenant, client, store::DraftKind::Note, blob,
                                  portfolio.clock.now()));
        };
        keep(portfolio.leaving(), "half a sentence about them");
        keep(portfolio.clients.front(), "half a sentence that stays");
        QVERIFY(portfolio.traces("half a sentence about them") > 0);
        portfolio.centre.move(portfolio.leaving(), portfolio.karim);
        portfolio.sync();
        QCOMPARE(portfolio.traces("half a sentence about them"), 0);
        QVERIFY(portfolio.traces("half a sentence that stays") > 0);
        keep(portfolio.leaving(), "a word too many");
        QVERIFY(!must(
            store::findDraft(portfolio.device->connection(), kTenant, portfolio.leaving(), store::DraftKind::Note)));
        QCOMPARE(portfolio.traces("a word too many"), 0);
    }

    // Somebody reads meanwhile: the log cannot be emptied then, and is at the next synchronisation.
    void whileSomebodyReads()
    {
        Portfolio portfolio;
        portfolio.centre.move(portfolio.leaving(), portfolio.karim);
        {
            const auto reader = must(store::openSqlcipher(portfolio.place / "device.db", testKey()));
            const auto snapshot = must(store::Snapshot::take(*reader));
            QCOMPARE(must(store::listClients(*reader, kTenant)).size(), std::size_t{120});
            portfolio.sync();
            QCOMPARE(must(store::listClients(*reader, kTenant)).size(), std::size_t{120});
        }
        portfolio.sync();
        QCOMPARE(portfolio.traces("QUIMPER"), 0);
    }
};

QTEST_GUILESS_MAIN(TestDeparture)
#include "test_departure.moc"
