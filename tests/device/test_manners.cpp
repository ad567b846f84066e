// SPDX-License-Identifier: Apache-2.0
// What a synchronisation costs the person who carries the device: round trips, bytes of documents, wakes.
#include "store/attachments.h"
#include "sync/device/manners.h"
#include "sync/device/runner.h"
#include "sync/protocol/limits.h"
#include "tests/device/centre.h"

using namespace encours;
using namespace encours::device;
using namespace encours::test;
using namespace std::chrono_literals;

namespace {

/// Keeps the paths that were asked.
class ListeningTransport final : public Transport {
public:
    explicit ListeningTransport(Transport& good) : m_good(good) {}
    Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) override
    {
        paths.push_back(request.path);
        if (request.path == protocol::kSessionPath && doubled > 0) {
            --doubled;
            static_cast<void>(m_good.post(request, stop));
        }
        return m_good.post(request, stop);
    }
    std::vector<std::string> paths;
    int doubled = 0; ///< so many proofs arrive twice: the line broke, and Qt sent them again by itself

private:
    Transport& m_good;
};

struct World {
    World()
    {
        nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        treval = centre.addClient("TREVAL", nadia);
        device = enrolDevice(centre, nadia, path("nadia"), 7);
    }
    std::filesystem::path path(const char* name) const { return folder.filePath(name).toStdString(); }
    /// As the app does: a runner for each exchange.
    SyncReport sync(Documents documents = Documents::Send)
    {
        line.paths.clear();
        SyncRunner runner = must(SyncRunner::create(device->connection(), kTenant, clock, device->uuids(), line));
        SyncReport report = must(runner.run({}, {}, documents));
        return report;
    }
    void addDocument()
    {
        Bytes content{0xff, 0xd8, 0xff, 1, 2, 3};
        const AttachmentName name{treval, sha256(content)};
        auto transaction = must(store::Transaction::begin(device->connection()));
        must(store::insertAttachment(device->connection(), kTenant, name, content, device->id(), clock.now()));
        must(store::queueAttachment(device->connection(), kTenant, name));
        must(transaction.commit());
    }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{path("centre"), clock};
    DirectTransport direct{centre};
    ListeningTransport line{direct};
    UserId nadia;
    ClientId treval;
    std::unique_ptr<FieldDevice> device;
};

const std::vector<std::string> kSignIn{std::string(protocol::kChallengePath), std::string(protocol::kSessionPath),
                                       std::string(protocol::kSyncPath)};
const std::vector<std::string> kOne{std::string(protocol::kSyncPath)};

} // namespace

class TestManners : public QObject {
    Q_OBJECT
private slots:
    /// Up, answered and echoed in one.
    void aSynchronisationIsOneRoundTrip()
    {
        World w;
        w.sync();
        QCOMPARE(w.line.paths, kSignIn);
        w.device->reopen(); // the program was ended
        w.sync();
        QCOMPARE(w.line.paths, kOne);
        for (int i = 0; i < 50; ++i)
            w.device->note(w.treval, "note " + std::to_string(i));
        const SyncReport report = w.sync();
        QCOMPARE(w.line.paths, kOne);
        QCOMPARE(report.answered, 50);
        QCOMPARE(report.outbox.waiting, 0);
        w.centre.addItem(w.treval, 1'000);
        w.sync();
        QCOMPARE(w.line.paths, kOne);
    }

    void aSessionThatHasEndedIsRenewed()
    {
        World w;
        w.sync();
        w.clock.advance(16min);
        w.sync();
        QCOMPARE(w.line.paths, kSignIn); // without having been refused first
        w.sync();
        QCOMPARE(w.line.paths, kOne);
        w.centre.reopen(); // a centre that was started again knows no session
        w.sync();
        QCOMPARE(w.line.paths.size(), std::size_t{4}); // refused, then as the first time
        w.sync();
        QCOMPARE(w.line.paths, kOne);
    }

    void whoIsEnrolledAgainProvesItAgain()
    {
        World w;
        w.sync();
        auto transaction = must(store::Transaction::begin(w.device->connection()));
        const store::Enrolment same = must(store::loadEnrolment(w.device->connection(), kTenant));
        must(store::replaceEnrolment(w.device->connection(), kTenant, same));
        must(transaction.commit());
        w.sync();
        QCOMPARE(w.line.paths, kSignIn);
    }

    /// A challenge serves once. That the answer to it was lost is no refusal of this device.
    void aProofThatArrivesTwiceIsProvedAgain()
    {
        World w;
        w.line.doubled = 1;
        w.sync();
        QCOMPARE(w.line.paths.size(), std::size_t{5});
        must(store::forgetBearer(w.device->connection(), kTenant));
        w.line.doubled = 100;
        SyncRunner runner =
            must(SyncRunner::create(w.device->connection(), kTenant, w.clock, w.device->uuids(), w.line));
        const auto report = runner.run();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Unavailable); // tried again later, by itself
        w.line.doubled = 0;
        w.sync();
    }

    void whereTheNetworkCostsDocumentsWaitAndWordsGo()
    {
        World w;
        w.sync();
        w.addDocument();
        w.device->note(w.treval, "seen");
        const SyncReport held = w.sync(Documents::Wait);
        QCOMPARE(w.line.paths, kOne);
        QCOMPARE(held.answered, 1);
        QCOMPARE(held.attachments.waiting, 1);
        const SyncReport sent = w.sync();
        QCOMPARE(w.line.paths, (std::vector{kOne.front(), std::string(protocol::kAttachmentPath)}));
        QCOMPARE(sent.attachments.sent, 1);
        QCOMPARE(sent.attachments.waiting, 0);
    }

    void nobodyIsWokenForNothing()
    {
        using Pause = std::optional<std::chrono::milliseconds>;
        const Surroundings seen{}, seenMetered{true, true}, unseen{false, false}, unseenMetered{false, true};
        QCOMPARE(pauseBetween(seen, false), Pause(5min));
        QCOMPARE(pauseBetween(seenMetered, false), Pause(15min));
        for (const Surroundings& background : {unseen, unseenMetered}) {
            QCOMPARE(pauseBetween(background, false), Pause());
            QCOMPARE(pauseBetween(background, true), Pause(15min));
            QCOMPARE(pauseAfterFailure(background, false, 1s), Pause());
            QCOMPARE(pauseAfterFailure(background, true, 1s), Pause(15min));
            QCOMPARE(pauseAfterFailure(background, true, 1h), Pause(1h)); // the centre asked for it
        }
        QCOMPARE(pauseAfterFailure(seen, false, 1s), Pause(1s));
        QVERIFY(sendsDocuments(seen) && sendsDocuments(unseen));
        QVERIFY(!sendsDocuments(seenMetered) && !sendsDocuments(unseenMetered));
    }
};

QTEST_GUILESS_MAIN(TestManners)
#include "test_manners.moc"
