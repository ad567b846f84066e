// SPDX-License-Identifier: Apache-2.0
// security.md S-01: each limit met passes, exceeded by one it is refused with a Problem and the connection ends.
#include "tests/central/served_centre.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpSocket>
#include <QtTest>

#include <malloc.h>

using namespace encours;
using namespace encours::test;

namespace {

std::string codeOf(const HttpAnswer& answer)
{
    const auto problem = protocol::decodeProblem(
        {reinterpret_cast<const std::uint8_t*>(answer.body.constData()), static_cast<std::size_t>(answer.body.size())});
    return problem ? problem->code : "not a problem";
}

} // namespace

#define REFUSED(request, expectedStatus, expectedCode)                                                                 \
    do {                                                                                                               \
        RawClient client(m_served.server->port());                                                                     \
        client.send(request);                                                                                          \
        const HttpAnswer answer = client.answer();                                                                     \
        QCOMPARE(answer.status, expectedStatus);                                                                       \
        QCOMPARE(codeOf(answer), std::string(expectedCode));                                                           \
        QVERIFY(client.closedWithin(3000));                                                                            \
    } while (false)

class TestHttpLimits : public QObject {
    Q_OBJECT
    ServedCentre m_served;

private slots:
    void theKeyIsTheOneThatIsPinned()
    {
        RawClient client(m_served.server->port());
        QVERIFY(client.connected());
        const QByteArray spki = client.socket().peerCertificate().publicKey().toDer();
        const QByteArray pin(reinterpret_cast<const char*>(m_served.pin.data()),
                             static_cast<qsizetype>(m_served.pin.size()));
        QCOMPARE(QCryptographicHash::hash(spki, QCryptographicHash::Sha256), pin);
    }

    void oldTls()
    {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        for (const auto old : {QSsl::TlsV1_0, QSsl::TlsV1_1})
            QVERIFY(!RawClient(m_served.server->port(), old).connected());
        QT_WARNING_POP
        QVERIFY(RawClient(m_served.server->port(), QSsl::TlsV1_2).connected());
        QVERIFY(RawClient(m_served.server->port(), QSsl::TlsV1_3).connected());
    }

    void body()
    {
        const QByteArray small(static_cast<qsizetype>(central::kMaximumUnknownBytes), 'x');
        for (const char* path : {"/v1/enrol", "/v1/challenge", "/v1/session"}) {
            QCOMPARE(m_served.exchange(post(path, small)).status, 400); // read whole, then found to be nothing
            REFUSED(post(path, small + 'x'), 413, "http.body");
        }
        QCOMPARE(codeOf(m_served.exchange(post("/v1/sync", small))), std::string("session.expired"));
        REFUSED(post("/v1/sync", small + 'x'), 401, "session.expired");
        const QByteArray most(static_cast<qsizetype>(protocol::kMaximumRequestBytes), 'x');
        REFUSED(post("/v1/sync", most), 401, "session.expired");
        REFUSED(post("/v1/sync", most + 'x'), 413, "http.body");
        REFUSED("POST /v1/enrol HTTP/1.1\r\nHost: c\r\nContent-Type: application/x-protobuf\r\nContent-Length: "
                "99999999999999\r\n\r\n",
                413, "http.body");
    }

    /// Hundreds of them must not fill the centre's memory: of what strangers send little is kept, nothing of who is turned
    /// away.
    void bodiesOfStrangersAreNotKept_data()
    {
        QTest::addColumn<int>("places");
        QTest::newRow("served") << 512;
        QTest::newRow("turned away") << 1;
    }
    void bodiesOfStrangersAreNotKept()
    {
        QFETCH(int, places);
        auto options = ServedCentre::quick();
        options.maximumConnections = places;
        ServedCentre served(options);
        constexpr std::size_t kStrangers = 40;
        std::vector<std::unique_ptr<RawClient>> strangers;
        for (std::size_t i = 0; i < kStrangers; ++i) {
            strangers.push_back(std::make_unique<RawClient>(served.server->port()));
            QVERIFY(strangers.back()->connected());
        }
        const auto inUse = [] {
            const auto memory = ::mallinfo2();
            return memory.uordblks + memory.hblkhd;
        };
        const std::size_t before = inUse();
        std::size_t most = 0;
        for (auto& stranger : strangers) { // all but the last byte
            stranger->send(post("/v1/sync", QByteArray(protocol::kMaximumRequestBytes, 'x')).chopped(1));
            if (stranger->closedWithin(150))
                stranger.reset(); // refused: what it could not send is in its own memory, not in the centre's
            most = std::max(most, inUse());
        }
        QVERIFY2(most < before + kStrangers * 3 * central::kMaximumUnknownBytes, std::to_string(most - before).c_str());
    }

    void header()
    {
        const QByteArray start =
            "POST /v1/enrol HTTP/1.1\r\nHost: c\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\nX: ";
        const QByteArray end = "\r\n\r\n";
        QCOMPARE(m_served.exchange(start + QByteArray(16'384 - start.size() - end.size(), 'x') + end).status,
                 400); // an empty body
        REFUSED(start + QByteArray(16'384 - start.size() - end.size() + 1, 'x') + end, 431, "http.header");
        REFUSED(start + QByteArray(40'000, 'x') + end, 431, "http.header");
    }

    void target()
    {
        REFUSED(post('/' + QByteArray(2047, 'x'), {}), 404, "http.path");
        REFUSED(post('/' + QByteArray(2048, 'x'), {}), 414, "http.target");
    }

    void methodAndPath()
    {
        for (const char* method : {"GET", "PUT", "DELETE", "OPTIONS", "HEAD", "BREW"}) {
            RawClient client(m_served.server->port());
            client.send(QByteArray(method) + " /v1/sync HTTP/1.1\r\nHost: c\r\n\r\n");
            const HttpAnswer answer = client.answer();
            QCOMPARE(answer.status, 405);
            QVERIFY(answer.head.contains("Allow: POST\r\n"));
        }
        for (const char* path : {"/", "/v1", "/v1/sync/", "/v1/sync?x=1", "//v1/sync", "/v1/../v1/sync", "/V1/SYNC",
                                 "http://centre/v1/sync"})
            REFUSED(post(path, {}), 404, "http.path");
    }

    void framing()
    {
        const QByteArray start = "POST /v1/enrol HTTP/1.1\r\nHost: c\r\nContent-Type: application/x-protobuf\r\n";
        REFUSED(start + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, "http.framing");
        REFUSED(start + "\r\n", 411, "http.length");
        for (const char* both :
             {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
              "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
              "Content-Length: 0\r\nTransfer-Encoding: xchunked\r\n", "Content-Length: 0\r\nContent-Length: 5\r\n",
              "Content-Length: +5\r\n", "Content-Length: 5, 5\r\n", "Content-Length: -1\r\n"}) {
            RawClient client(m_served.server->port());
            client.send(start + both + "\r\n0\r\n\r\nPOST /v1/sync HTTP/1.1\r\n\r\n");
            QVERIFY2(client.answer().status == 400, both);
            QVERIFY2(client.answer(1000).status == 0, both); // what follows is never taken for a request
            QVERIFY(client.closedWithin(3000));
        }
    }

    void contentType()
    {
        REFUSED("POST /v1/enrol HTTP/1.1\r\nHost: c\r\nContent-Length: 0\r\n\r\n", 415, "http.type");
        REFUSED("POST /v1/enrol HTTP/1.1\r\nHost: c\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n", 415,
                "http.type");
    }

    void garbage()
    {
        for (const QByteArray& bytes :
             {QByteArray("\0\0\0\0\r\n\r\n", 8), QByteArray(5000, '\r'), QByteArray("GET\r\n\r\n"),
              QByteArray("POST /v1/sync HTTP/9.9\r\n\r\n"), QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
              QByteArray("POST /v1/sync HTTP/1.1\r\nA b: c\r\n\r\n")}) {
            RawClient client(m_served.server->port());
            client.send(bytes);
            const HttpAnswer answer = client.answer(3000);
            QVERIFY2(answer.status == 400 || answer.status == 0, bytes.constData());
            QVERIFY(client.closedWithin(3000));
        }
        QVERIFY(m_served.alive());
    }

    void notTls()
    {
        QTcpSocket plain;
        plain.connectToHost("127.0.0.1", m_served.server->port());
        plain.write("POST /v1/sync HTTP/1.1\r\nHost: c\r\n\r\n");
        QVERIFY(plain.waitForDisconnected(3000) || plain.state() == QAbstractSocket::UnconnectedState);
        QVERIFY(m_served.alive());
    }

    /// A request cut at any byte, then the line goes dead.
    void cutAnywhere()
    {
        const QByteArray whole = post("/v1/enrol", QByteArray(60, 'x'));
        for (qsizetype size = 0; size < whole.size(); size += 3) {
            RawClient client(m_served.server->port());
            client.send(whole.first(size));
            client.socket().abort();
        }
        QVERIFY(m_served.alive());
    }

    void slowSenders()
    {
        const auto start = std::chrono::steady_clock::now();
        QTcpSocket silent; // no handshake
        silent.connectToHost("127.0.0.1", m_served.server->port());
        QVERIFY(silent.waitForConnected(1000));
        RawClient head(m_served.server->port()), body(m_served.server->port()), idle(m_served.server->port());
        head.send("POST /v1/enrol HTTP/1.1\r\nX: ");
        body.send(post("/v1/enrol", QByteArray(100, 'x')).chopped(1));
        QVERIFY(idle.connected());
        QElapsedTimer dribble;
        dribble.start();
        while (dribble.elapsed() < 350) { // a byte now and then does not win more time
            QTest::qWait(50);
            head.send("x");
        }
        QVERIFY(head.closedWithin(3000));
        QVERIFY(body.closedWithin(3000));
        QVERIFY(idle.closedWithin(3000));
        QVERIFY(silent.state() == QAbstractSocket::UnconnectedState || silent.waitForDisconnected(3000));
        const auto took = std::chrono::steady_clock::now() - start;
        QVERIFY2(took < std::chrono::seconds(4), std::to_string(took / std::chrono::milliseconds(1)).c_str());
        QVERIFY(m_served.alive());
    }

    /// One line for each, with what the server knows; nothing of what a stranger sent.
    void logLines()
    {
        m_served.exchange(post("/Nadia-Ferrand/6480", "Menuiserie"));
        m_served.exchange(post("/v1/enrol", "Menuiserie"));
        // A line is written when its answer is away: the answer may be here first.
        QTRY_VERIFY(!m_served.log().empty() && m_served.log().back().starts_with("POST /v1/enrol 4"));
        const auto lines = m_served.log();
        QVERIFY(lines.size() >= 2);
        const QRegularExpression form("^[A-Z-]+ (/v1/[a-z]+|-) \\d{3} \\d+ B \\d+ ms$");
        for (const std::string& line : lines)
            QVERIFY2(form.match(QString::fromStdString(line)).hasMatch(), line.c_str());
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
