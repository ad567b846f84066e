// SPDX-License-Identifier: Apache-2.0
// The app's synchronisation against the real centre in this process: when it wakes by itself, what it sends over a network
// that costs, how often it signs in. The system that says so is played.
#include "qml/Settings/sync_model.h"
#include "store/attachments.h"
#include "store/sqlcipher.h"
#include "sync/protocol/limits.h"
#include "tests/device/centre.h"

#include <QSignalSpy>

#include <atomic>

using namespace encours;
using namespace encours::app;
using namespace encours::test;
using namespace std::chrono_literals;

namespace {

struct Heard {
    std::atomic<int> signIns = 0;
    std::atomic<int> exchanges = 0;
    std::atomic<int> documents = 0;
    std::atomic<bool> cut = false;
    std::atomic<bool> busy = false;
};

class HeardTransport final : public device::Transport {
public:
    HeardTransport(Centre& centre, Heard& heard) : m_good(centre), m_heard(heard) {}
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override
    {
        m_heard.signIns += request.path == protocol::kSessionPath;
        m_heard.exchanges += request.path == protocol::kSyncPath;
        m_heard.documents += request.path == protocol::kAttachmentPath;
        if (m_heard.cut)
            return failure(ErrorKind::Unavailable, "net.cut", "The line was cut.");
        if (m_heard.busy)
            return device::HttpResponse{429, {}, 40s};
        return m_good.post(request, stop);
    }

private:
    DirectTransport m_good;
    Heard& m_heard;
};

struct World {
    World()
    {
        const UserId nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        treval = centre.addClient("TREVAL", nadia);
        device = enrolDevice(centre, nadia, path("nadia"), 7);
        session.open(connect(), connect());
        sync.setAutomatic(true);
    }
    ~World() { session.close(); }
    std::filesystem::path path(const char* name) const { return folder.filePath(name).toStdString(); }
    std::unique_ptr<store::Connection> connect() const { return must(store::openSqlcipher(path("nadia"), testKey())); }
    void exchange()
    {
        if (!sync.isRunning())
            sync.synchronise();
        settle();
    }
    void settle()
    {
        QTRY_VERIFY(!sync.isRunning());
        // What was asked of the store afterwards is told too.
        const auto told = session.run([](usecases::Field&) { return true; });
        QTRY_VERIFY(told.isFinished());
        QCoreApplication::processEvents();
    }
    void addDocument()
    {
        const std::vector<std::uint8_t> content{0xff, 0xd8, 0xff, 1, 2, 3};
        const AttachmentName name{treval, sha256(content)};
        auto transaction = must(store::Transaction::begin(device->connection()));
        must(store::insertAttachment(device->connection(), kTenant, name, content, device->id(), clock.now()));
        must(store::queueAttachment(device->connection(), kTenant, name));
        must(transaction.commit());
    }
    /// Less what the way here has taken; timers are coarse.
    bool wakesIn(std::chrono::milliseconds expected) const
    {
        const auto next = sync.nextWake();
        return next && *next <= expected * 21 / 20 && *next > expected * 19 / 20 - 20s;
    }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{path("centre"), clock};
    ClientId treval;
    std::unique_ptr<FieldDevice> device;
    Heard heard;
    Session session{clock};
    SyncModel sync{session, [this](const std::string&, const auto&) -> std::unique_ptr<device::Transport> {
                       return std::make_unique<HeardTransport>(centre, heard);
                   }};
};

} // namespace

class TestSyncModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itSignsInOnce()
    {
        World w;
        for (int i = 0; i < 4; ++i)
            w.exchange();
        QVERIFY(w.heard.exchanges >= 4);
        QCOMPARE(w.heard.signIns.load(), 1);
        w.session.close();
        w.session.open(w.connect(), w.connect());
        w.exchange();
        QCOMPARE(w.heard.signIns.load(), 1); // kept in the store, which is encrypted while it is locked
        w.session.close();
        w.clock.advance(16min);
        w.session.open(w.connect(), w.connect());
        w.exchange();
        QCOMPARE(w.heard.signIns.load(), 2);
    }

    void itSleepsInTheBackgroundWithNothingToSend()
    {
        World w;
        w.exchange();
        QVERIFY(w.wakesIn(5min));
        w.sync.setForeground(false);
        QVERIFY(!w.sync.nextWake());
        w.exchange();
        QVERIFY(!w.sync.nextWake());
        w.sync.setForeground(true);
        QVERIFY(w.wakesIn(1s)); // what the office did meanwhile
        w.exchange();
        w.sync.setMetered(true);
        w.exchange();
        QVERIFY(w.wakesIn(15min));
    }

    void inTheBackgroundWhatWasNotedStillGoes()
    {
        World w;
        w.exchange();
        w.heard.cut = true;
        w.device->note(w.treval, "seen");
        w.session.notifyChanged();
        w.exchange();
        QVERIFY(w.sync.waiting() > 0);
        w.sync.setForeground(false);
        w.exchange();
        QVERIFY(w.wakesIn(15min));
        w.heard.cut = false;
        w.exchange();
        QCOMPARE(w.sync.waiting(), 0);
        QVERIFY(!w.sync.nextWake());
    }

    /// The centre's word wins over the device's own short first waits, and it is not given up on.
    void itComesBackWhenABusyCentreSaidSo()
    {
        World w;
        w.exchange();
        w.heard.busy = true;
        for (int i = 0; i < 8; ++i)
            w.exchange();
        const auto next = w.sync.nextWake();
        QVERIFY(next && *next > 35s);
    }

    void afterAFailureTheNextTryIsTold()
    {
        World w;
        w.exchange();
        QVERIFY(w.sync.nextTry().isEmpty());
        w.heard.cut = true;
        w.exchange();
        QCOMPARE(w.sync.nextTry(), QStringLiteral("Next try at 09:00."));
        // However often it fails, it goes on, quietly: what was noted is said to go out when the network is back.
        for (int i = 0; i < 2 * device::Backoff::kFailuresToOpen; ++i)
            w.exchange();
        QVERIFY(w.wakesIn(5min));
        QVERIFY(w.sync.nextTry().startsWith(QStringLiteral("Next try at 09:0")));
        w.heard.cut = false;
        w.exchange();
        QVERIFY(w.sync.nextTry().isEmpty());
    }

    /// Cut before anything came, it says why it pauses; then how many of how many.
    void theFirstLoadingCounts()
    {
        World w;
        for (const char* key : {"ARDENT", "BELLEC", "CHAUMET"})
            w.centre.addClient(key, UserId{1});
        w.heard.cut = true;
        w.exchange();
        QVERIFY(!w.sync.isLoadedOnce());
        QCOMPARE(w.sync.progressText(), QStringLiteral("paused, offline"));
        QCOMPARE(w.sync.progress(), 0.0);
        w.heard.cut = false;
        w.exchange();
        QVERIFY(w.sync.isLoadedOnce());
        QCOMPARE(w.sync.progressText(), QStringLiteral("4 clients of 4"));
        QCOMPARE(w.sync.progress(), 1.0);
    }

    /// The three parts of picture 08, with what has come of each; they grow together, as each client comes whole.
    void theFirstLoadingTellsItsParts()
    {
        World w;
        for (int i = 0; i < 3; ++i)
            w.centre.addItem(w.treval, 100'00 + i);
        const auto standings = [&] {
            QStringList told;
            for (const LoadedPartValue& part : w.sync.parts())
                told.append(part.standing + (part.done ? QStringLiteral(" done") : QString()));
            return told;
        };
        w.heard.cut = true;
        w.exchange();
        QCOMPARE(standings(), QStringList(3, QString())); // nothing has come, nothing is claimed
        w.heard.cut = false;
        QStringList last;
        const auto heard = QObject::connect(&w.sync, &SyncModel::changed, &w.sync, [&] {
            if (!w.sync.parts().isEmpty())
                last = standings();
        });
        w.exchange();
        QObject::disconnect(heard);
        QCOMPARE(last, QStringList({QStringLiteral("3 invoice(s) done"), QStringLiteral("complete done"),
                                    QStringLiteral(" done")}));
        QVERIFY(w.sync.parts().isEmpty());
    }

    /// Cut off in the middle, what has come stays told, and nothing is said to be complete.
    void aFirstLoadingCutOffTellsWhatHasCome()
    {
        World w;
        w.centre.addItem(w.treval, 100'00);
        w.exchange();
        must(w.device->connection().execute("UPDATE device_state SET last_sync_at = NULL")); // as before the last page
        w.session.notifyChanged();
        QTRY_VERIFY(!w.sync.isLoadedOnce());
        w.heard.cut = true;
        w.exchange();
        QCOMPARE(w.sync.parts().size(), 3);
        QCOMPARE(w.sync.parts()[0].standing, QStringLiteral("1 invoice(s)"));
        QCOMPARE(w.sync.progressText(), QStringLiteral("paused, offline"));
    }

    // The program that goes on is another one: it said 0 % until the next page came.
    void aFirstLoadingGoesOnWhereItWas()
    {
        World w;
        w.exchange();
        must(w.device->connection().execute("UPDATE device_state SET last_sync_at = NULL, clients_total = 4"));
        app::SyncModel next(w.session, {});
        w.session.notifyChanged();
        QTRY_VERIFY(!next.isLoadedOnce());
        w.heard.cut = true;
        w.session.close();
        w.session.open(w.connect(), w.connect());
        QTRY_COMPARE(next.progress(), 0.25);
    }

    void whereTheNetworkCostsDocumentsWait()
    {
        World w;
        w.exchange();
        w.sync.setMetered(true);
        w.addDocument();
        w.device->note(w.treval, "seen");
        w.exchange();
        QCOMPARE(w.heard.documents.load(), 0);
        QCOMPARE(w.sync.waiting(), 0); // what was said went
        QVERIFY(!w.sync.heldDocuments().isEmpty());
        w.sync.setForeground(false);
        QVERIFY(!w.sync.nextWake()); // nothing that may go
        w.sync.setForeground(true);
        w.sync.sendDocuments(); // the person says so, this once
        w.settle();
        QCOMPARE(w.heard.documents.load(), 1);
        QVERIFY(w.sync.heldDocuments().isEmpty());
        w.addDocument();
        w.exchange();
        QCOMPARE(w.heard.documents.load(), 1);
    }

    void aDamagedFileIsTold()
    {
        World w;
        w.exchange();
        w.session.close();
        w.device->close();
        w.session.open(w.connect(), w.connect());
        w.settle();
        std::filesystem::resize_file(w.path("nadia"), 4096 * 3);
        QSignalSpy damaged(&w.sync, &SyncModel::damaged);
        w.exchange();
        QCOMPARE(damaged.size(), 1);
    }

    void aFreeNetworkSendsThem()
    {
        World w;
        w.exchange();
        w.sync.setMetered(true);
        w.addDocument();
        w.exchange();
        QVERIFY(!w.sync.heldDocuments().isEmpty());
        w.sync.setMetered(false);
        QVERIFY(w.wakesIn(1s));
        w.exchange();
        QCOMPARE(w.heard.documents.load(), 1);
    }
};

QTEST_MAIN(TestSyncModel)
#include "test_sync_model.moc"
