// SPDX-License-Identifier: Apache-2.0
// The centre on the network: a whole synchronisation, many at once, too many, and the end of it.
#include "tests/central/served_centre.h"

#include "store/devices.h"
#include "store/random.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/limits.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <csignal>

using namespace encours;
using namespace encours::test;
using namespace encours::protocol;

namespace {

QByteArray qt(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}
ByteView view(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

void addCode(Centre& centre, const std::string& code)
{
    auto transaction = must(store::Transaction::begin(centre.store()));
    must(store::insertEnrolmentCode(centre.store(), centre.tenant,
                                    store::sha256({reinterpret_cast<const std::uint8_t*>(code.data()), code.size()}),
                                    centre.nadia, centre.now + std::chrono::minutes(10)));
    must(transaction.commit());
}

QByteArray enrolRequest(const std::string& code, const DeviceKey& key)
{
    return post("/v1/enrol", qt(encode(EnrolRequest{code, key.publicKey(), "phone"})));
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT
private slots:
    /// Enrolment, challenge, session and two synchronisations over one connection, kept open.
    void aWholeSynchronisation()
    {
        auto options = ServedCentre::quick();
        options.maximumConnections = 1;
        ServedCentre served(options);
        const ClientId client = served.centre.addClient("TREVAL", served.centre.nadia);
        addCode(served.centre, "ABCDEFGH");
        const DeviceKey key;
        RawClient line(served.server->port());
        const auto ask = [&](const QByteArray& request) {
            line.send(request);
            return line.answer();
        };
        const auto enrolled = must(decodeEnrolResponse(view(ask(enrolRequest("ABCDEFGH", key)).body)));
        const auto challenge =
            must(decodeChallengeResponse(
                     view(ask(post("/v1/challenge", qt(encode(ChallengeRequest{enrolled.device})))).body)))
                .challenge;
        const auto session = must(decodeSessionResponse(
            view(ask(post("/v1/session", qt(encode(SessionRequest{enrolled.device, challenge, key.sign(challenge)}))))
                     .body)));
        const QByteArray headers = "Content-Encoding: zstd\r\nAuthorization: Bearer " +
                                   QByteArray::fromStdString(toBase64Url(session.bearer)) + "\r\n";
        TestDevice device;
        device.id = enrolled.device;
        device.person = enrolled.person;
        const auto sync = [&](std::vector<Operation> operations) {
            SyncRequest request;
            request.device = device.id;
            request.requestId = served.centre.uuid();
            request.cursor = device.replica.cursor;
            request.operations = std::move(operations);
            const HttpAnswer answer = ask(post("/v1/sync", qt(compress(encode(request), kCompressionUp)), headers));
            if (answer.status != 200 || !answer.head.contains("Content-Encoding: zstd\r\n") ||
                !answer.head.contains("Cache-Control: no-store\r\n"))
                qFatal("%s", answer.head.constData());
            device.replica.apply(served.centre.decode(Bytes(answer.body.begin(), answer.body.end())));
        };
        sync({});
        // A device in the middle of its work keeps its place.
        QCOMPARE(served.exchange(enrolRequest("ABCDEFGH", key)).status, 429);
        QCOMPARE(device.replica.words(), served.centre.expected(served.centre.nadia).words());
        sync({served.centre.note(device, client, "Vu M. Tréval"),
              served.centre.promise(device, client, {served.centre.firstItem(client)}, 648'000)});
        QCOMPARE(device.replica.words(), served.centre.expected(served.centre.nadia).words());
        QCOMPARE(device.replica.clients[client.value].promises.size(), std::size_t{1});
        for (const std::string& line : served.log())
            QVERIFY2(line.find("Nadia") == std::string::npos &&
                         line.find(toBase64Url(session.bearer)) == std::string::npos,
                     line.c_str());
    }

    /// Strangers who hold every connection leave when somebody comes, once they were waited for.
    void strangersGiveWay()
    {
        auto options = ServedCentre::quick();
        options.maximumConnections = 6;
        options.headTimeout = options.idleTimeout = std::chrono::seconds(20);
        options.strangerPatience = std::chrono::milliseconds(300);
        ServedCentre served(options);
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 3; ++i) {
            idle.push_back(std::make_unique<RawClient>(served.server->port()));
            QVERIFY(idle.back()->connected());
        }
        std::vector<std::unique_ptr<QTcpSocket>> silent; // no handshake
        for (int i = 0; i < 3; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost("127.0.0.1", served.server->port());
            QVERIFY(silent.back()->waitForConnected(1000));
        }
        QTest::qWait(350);
        QVERIFY(served.alive());
        QVERIFY(idle.front()->closedWithin(1000)); // it had waited longest
        QVERIFY(!silent.back()->waitForDisconnected(100));
        for (int i = 0; i < 20; ++i)
            QVERIFY(served.alive());
    }

    /// One too many hears when to come back, also one with much to send; more than that wait for their turn to hear it.
    void tooManyConnections()
    {
        auto options = ServedCentre::quick();
        options.maximumConnections = 3;
        options.maximumTurnedAway = 2;
        options.headTimeout = options.idleTimeout = std::chrono::milliseconds(1500);
        ServedCentre served(options);
        std::vector<std::unique_ptr<RawClient>> holding; // three are served, two are being turned away
        for (int i = 0; i < 5; ++i) {
            holding.push_back(std::make_unique<RawClient>(served.server->port()));
            QVERIFY(holding.back()->connected());
        }
        RawClient waiting(served.server->port());
        QVERIFY(!waiting.socket().waitForEncrypted(300)); // nobody to talk to, not refused either
        holding[3]->send(post("/v1/sync", QByteArray(protocol::kMaximumRequestBytes, 'x')));
        const HttpAnswer full = holding[3]->answer();
        QCOMPARE(full.status, 429);
        QVERIFY(full.head.contains("Retry-After: "));
        const auto said = decodeProblem(view(full.body));
        QVERIFY(said && said->code == "central.busy" && said->retryAfterSeconds > 0);
        QVERIFY(holding[3]->closedWithin(1000));
        holding[3].reset();
        QVERIFY(waiting.connected());
        waiting.send(enrolRequest("NONENONE", DeviceKey()));
        QCOMPARE(waiting.answer().status, 429);
        holding[0]->send(enrolRequest("NONENONE", DeviceKey()));
        QCOMPARE(holding[0]->answer().status, 403); // who was served goes on
        holding.clear();
        QTRY_VERIFY(served.alive());
        QVERIFY(std::ranges::any_of(served.log(),
                                    [](const std::string& line) { return line.starts_with("POST /v1/sync 429 "); }));
    }

    /// Nobody waits behind a full queue: the one too many is told when to come back.
    void tooManyRequests()
    {
        auto options = ServedCentre::quick();
        options.workers = 1;
        options.maximumQueue = 1;
        ServedCentre served(options);
        const DeviceKey key;
        auto lock =
            must(store::Transaction::begin(served.centre.store())); // an import is writing: the worker waits for it
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(served.server->port()));
            clients.back()->send(enrolRequest("NONENONE", key));
            QTest::qWait(100);
        }
        const HttpAnswer full = clients[2]->answer();
        QCOMPARE(full.status, 429);
        QVERIFY(full.head.contains("Retry-After: "));
        must(lock.commit());
        QCOMPARE(clients[0]->answer().status, 403);
        QCOMPARE(clients[1]->answer().status, 403);
    }

    void stoppingLetsRequestsEnd()
    {
        ServedCentre served;
        const std::uint16_t port = served.server->port();
        const DeviceKey key;
        auto lock = must(store::Transaction::begin(served.centre.store()));
        RawClient working(port), idle(port);
        QVERIFY(idle.connected());
        working.send(enrolRequest("NONENONE", key));
        QTest::qWait(100);
        served.server->stop();
        served.server->stop();
        QVERIFY(idle.closedWithin(2000));
        must(lock.commit());
        QCOMPARE(working.answer().status, 403);
        served.server->wait();
        QVERIFY(!RawClient(port).connected());
    }

    void aSignalStopsIt()
    {
        auto options = ServedCentre::quick();
        options.stopOnSignals = true;
        ServedCentre served(options);
        QVERIFY(served.alive());
        std::raise(SIGTERM);
        served.server->wait();
        QVERIFY(!RawClient(served.server->port()).connected());
    }

    void anAddressThatIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const SystemClock clock;
        central::HttpServerOptions options;
        options.port = other.serverPort();
        Centre centre;
        const auto connect = [&]() -> Result<std::unique_ptr<store::Connection>> { return centre.connect(); };
        auto taken = central::HttpServer::start(options, must(central::makeTlsIdentity()), connect, clock);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, std::string("http.address"));
        options.address = "not an address";
        QCOMPARE(central::HttpServer::start(options, must(central::makeTlsIdentity()), connect, clock).error().code,
                 std::string("http.address"));
    }

    void aStoreThatDoesNotOpen()
    {
        const SystemClock clock;
        const auto refuse = []() -> Result<std::unique_ptr<store::Connection>> {
            return failure(ErrorKind::Denied, "store.key", "Wrong key.");
        };
        QCOMPARE(central::HttpServer::start({}, must(central::makeTlsIdentity()), refuse, clock).error().code,
                 std::string("store.key"));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
