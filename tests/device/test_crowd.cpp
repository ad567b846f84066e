// SPDX-License-Identifier: Apache-2.0
// More devices than the centre has places and workers for, all at once, over TLS: each is told when to come back, comes
// back as its backoff says, and hands in everything. Two thousand of them are ./dev bench load's.
#include "store/notes.h"
#include "sync/central/http_server.h"
#include "sync/device/backoff.h"
#include "sync/device/qt_transport.h"
#include "sync/device/runner.h"
#include "tests/device/centre.h"

#include <atomic>
#include <thread>

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

constexpr int kDevices = 40;
constexpr int kNotes = 5;
constexpr int kSpeed = 20; ///< seconds of the devices and the centre pass so many times as fast

class QuickClock final : public Clock {
public:
    Instant now() const override
    {
        const auto passed = std::chrono::steady_clock::now() - m_start;
        return m_from + kSpeed * std::chrono::duration_cast<std::chrono::microseconds>(passed) +
               std::chrono::microseconds(m_ahead);
    }
    void advance(std::chrono::microseconds by) { m_ahead += by.count(); }

private:
    Instant m_from = Instant::fromParis(*Day::parseIso("2026-11-23"), 9, 0);
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::atomic<std::int64_t> m_ahead = 0;
};

/// What all devices heard of the centre.
struct Heard {
    std::atomic<int> good = 0;
    std::atomic<int> later = 0;
    std::atomic<int> laterWithoutWhen = 0;
    std::atomic<int> other = 0; ///< another status, or none
};

class HearingTransport final : public Transport {
public:
    HearingTransport(const std::string& url, const central::SpkiHash& pin, Heard& heard)
        : m_transport(url, pin), m_heard(heard)
    {
    }
    Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) override
    {
        auto response = m_transport.post(request, stop);
        const int status = response ? response->status : 0;
        ++(status == 200 ? m_heard.good : status == 429 ? m_heard.later : m_heard.other);
        m_heard.laterWithoutWhen += status == 429 && !response->retryAfter;
        return response;
    }

private:
    QtTransport m_transport;
    Heard& m_heard;
};

} // namespace

class TestCrowd : public QObject {
    Q_OBJECT
private slots:
    void everybodyIsServedInTheEnd()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        QuickClock clock;
        Centre centre(place / "centre", clock);
        std::vector<UserId> people;
        std::vector<std::unique_ptr<FieldDevice>> devices;
        for (int i = 0; i < kDevices; ++i) {
            people.push_back(centre.addPerson("Person " + std::to_string(i), store::Role::Salesperson));
            const ClientId client = centre.addClient("C" + std::to_string(i), people.back());
            centre.addItem(client, 1'000 + i);
            clock.advance(std::chrono::seconds(12)); // five enrolments a minute from one address
            devices.push_back(
                enrolDevice(centre, people.back(), place / std::to_string(i), static_cast<std::uint64_t>(i)));
            for (int n = 0; n < kNotes; ++n)
                devices.back()->note(client, "note " + std::to_string(n));
        }

        central::HttpServerOptions options;
        options.workers = 1;
        options.maximumQueue = 2;
        options.maximumConnections = 8;
        options.maximumTurnedAway = 4;
        options.strangerPatience = std::chrono::minutes(1); // a machine with much to do is no slow loris
        options.headTimeout = std::chrono::seconds(30);
        central::TlsIdentity identity = must(central::makeTlsIdentity());
        const central::SpkiHash pin = identity.spkiSha256;
        const auto server = must(central::HttpServer::start(
            options, std::move(identity),
            [&]() -> Result<std::unique_ptr<store::Connection>> { return centre.connect(); }, clock));
        const std::string url = "https://127.0.0.1:" + std::to_string(server->port());

        Heard heard;
        std::atomic<int> served = 0;
        std::atomic<int> gaveUp = 0;
        const auto work = [&](std::size_t index) {
            FieldDevice& device = *devices[index];
            std::mt19937 random(static_cast<std::uint32_t>(index));
            Backoff backoff;
            while (!backoff.circuitOpen()) {
                HearingTransport transport(url, pin, heard);
                auto runner = must(SyncRunner::create(device.connection(), kTenant, clock, device.uuids(), transport));
                if (runner.run()) {
                    ++served;
                    return;
                }
                std::this_thread::sleep_for(backoff.failed(static_cast<std::uint32_t>(random()), runner.retryAfter()) /
                                            kSpeed);
            }
            ++gaveUp;
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < devices.size(); ++i)
                threads.emplace_back([&, i] { work(i); });
        }
        QCOMPARE(gaveUp.load(), 0);
        QCOMPARE(served.load(), kDevices);
        QVERIFY(heard.later > 0); // there was a crowd
        QCOMPARE(heard.laterWithoutWhen.load(), 0);
        QCOMPARE(heard.other.load(), 0);
        for (std::size_t i = 0; i < devices.size(); ++i) {
            QCOMPARE(devices[i]->counts().waiting, 0);
            const std::string ledger = dumpLedger(devices[i]->connection());
            QCOMPARE(QString::fromStdString(ledger),
                     QString::fromStdString(dumpLedger(centre.connection(), people[i])));
            QVERIFY(ledger.contains("note " + std::to_string(kNotes - 1)));
        }
    }
};

QTEST_GUILESS_MAIN(TestCrowd)
#include "test_crowd.moc"
