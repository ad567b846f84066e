// SPDX-License-Identifier: Apache-2.0
// Over real TLS on the loopback: whom the device trusts, and what it says when the centre is down, slow or cut off.
#include "sync/device/qt_transport.h"
#include "tests/device/tls_server.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace encours;
using namespace encours::device;
using namespace encours::test;
using namespace std::chrono_literals;

namespace {

QtTransport::Limits quick()
{
    return {.silence = 300ms, .total = 2000ms, .answerBytes = 1 << 16};
}

HttpRequest request()
{
    const std::string_view body = "question";
    return {"/v1/sync", Bytes(body.begin(), body.end()), true, "b64secret"};
}

QByteArray text(const Bytes& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QByteArray code(const Error& error)
{
    return QByteArray::fromStdString(error.code);
}

/// Each sentence says what is safe: nothing is lost, nothing was sent; and none carries the secret.
bool saysWhatIsSafe(const Error& error)
{
    return (error.message.contains("othing") || error.message.contains("Tell the office")) &&
           !error.message.contains("b64secret");
}

} // namespace

class TestTransport : public QObject {
    Q_OBJECT

private slots:
    void thePinnedKeyIsTrustedWhateverTheNameOnTheCertificate()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(identity, [](const QByteArray&) { return TlsServer::Answer{httpAnswer(200, "answer")}; });
        QtTransport transport(server.url(), identity.pin, quick());
        for (int i = 0; i < 3; ++i) {
            const auto response = transport.post(request(), {});
            QVERIFY2(response, response ? "" : response.error().message.c_str());
            QCOMPARE(response->status, 200);
            QCOMPARE(text(response->body), "answer");
        }
        QCOMPARE(server.requests(), 3);
        QCOMPARE(server.connections(), 1); // kept alive
        const QByteArray received = server.received().toLower();
        QVERIFY(received.startsWith("post /v1/sync http/1.1\r\n"));
        QVERIFY(received.contains("authorization: bearer b64secret\r\n"));
        QVERIFY(received.contains("content-encoding: zstd\r\n"));
        QVERIFY(received.contains("content-type: application/x-protobuf\r\n"));
        QVERIFY(received.contains("question"));
    }

    void anotherKeyIsRefusedBeforeAByteIsSent()
    {
        const ServerIdentity real = ServerIdentity::make();
        const ServerIdentity impostor = ServerIdentity::make();
        TlsServer server(impostor, [](const QByteArray&) { return TlsServer::Answer{httpAnswer(200, "trust me")}; });
        QtTransport transport(server.url(), real.pin, quick());
        for (int i = 0; i < 2; ++i) {
            const auto response = transport.post(request(), {});
            QVERIFY(!response);
            QCOMPARE(response.error().kind, ErrorKind::Denied);
            QCOMPARE(code(response.error()), "net.pin");
            QVERIFY(saysWhatIsSafe(response.error()));
        }
        QCOMPARE(server.received(), QByteArray());
    }

    void everyStatusIsAnAnswer()
    {
        const ServerIdentity identity = ServerIdentity::make();
        int status = 0;
        TlsServer server(identity, [&](const QByteArray&) {
            return TlsServer::Answer{httpAnswer(status, "why", "Retry-After: 17\r\n")};
        });
        QtTransport transport(server.url(), identity.pin, quick());
        for (const int each : {400, 401, 403, 404, 409, 413, 415, 422, 426, 429, 500, 502, 503, 504, 599}) {
            status = each;
            const auto response = transport.post(request(), {});
            QVERIFY2(response, response ? "" : (std::to_string(status) + ' ' + response.error().message).c_str());
            QCOMPARE(response->status, status);
            QCOMPARE(text(response->body), "why");
            QCOMPARE(response->retryAfter, 17s);
        }
    }

    void aRedirectionIsNotFollowed()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(identity, [](const QByteArray&) {
            return TlsServer::Answer{httpAnswer(302, "", "Location: http://127.0.0.1:9/elsewhere\r\n")};
        });
        QtTransport transport(server.url(), identity.pin, quick());
        const auto response = transport.post(request(), {});
        QVERIFY(response);
        QCOMPARE(response->status, 302);
        QCOMPARE(server.requests(), 1);
    }

    void nobodyListens()
    {
        std::string url;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            url = "https://127.0.0.1:" + std::to_string(server.serverPort());
        }
        QtTransport transport(url, {}, quick());
        const auto response = transport.post(request(), {});
        QVERIFY(!response);
        QCOMPARE(code(response.error()), "net.unreachable");
        QVERIFY(saysWhatIsSafe(response.error()));
    }

    void somethingElseListens()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection,
                         [&] { server.nextPendingConnection()->write("220 mail.example ESMTP\r\n"); });
        QtTransport transport("https://127.0.0.1:" + std::to_string(server.serverPort()), {}, quick());
        const auto response = transport.post(request(), {});
        QVERIFY(!response);
        QCOMPARE(code(response.error()), "net.cut");
        QVERIFY(saysWhatIsSafe(response.error()));
    }

    void aSilentCentreTimesOut()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(identity, [](const QByteArray&) { return TlsServer::Answer{}; });
        QtTransport transport(server.url(), identity.pin, quick());
        const auto response = transport.post(request(), {});
        QVERIFY(!response);
        QCOMPARE(code(response.error()), "net.timeout");
        QVERIFY(saysWhatIsSafe(response.error()));
    }

    void anAnswerCutAtAnyByteIsAnError()
    {
        const ServerIdentity identity = ServerIdentity::make();
        const QByteArray whole = httpAnswer(200, "twelve bytes");
        qsizetype cut = 0;
        TlsServer server(
            identity, [&](const QByteArray&) { return TlsServer::Answer{whole.first(cut), TlsServer::After::Close}; });
        QtTransport transport(server.url(), identity.pin, quick());
        for (cut = 0; cut < whole.size(); ++cut) {
            const auto response = transport.post(request(), {});
            QVERIFY2(!response, ("cut at " + std::to_string(cut)).c_str());
            QCOMPARE(code(response.error()), "net.cut");
            QVERIFY(saysWhatIsSafe(response.error()));
        }
    }

    void anEndlessAnswerIsBounded()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(
            identity, [](const QByteArray&) { return TlsServer::Answer{httpAnswer(200, QByteArray(1 << 20, 'x'))}; });
        QtTransport transport(server.url(), identity.pin, quick());
        const auto response = transport.post(request(), {});
        QVERIFY(!response);
        QCOMPARE(code(response.error()), "net.too_large");
        QVERIFY(saysWhatIsSafe(response.error()));
    }

    void anAnswerThatDripsEnds()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(identity, [](const QByteArray&) {
            return TlsServer::Answer{httpAnswer(200, QByteArray(1 << 15, 'x')).chopped(1 << 14),
                                     TlsServer::After::Drip};
        });
        QtTransport transport(server.url(), identity.pin, {.silence = 20s, .total = 1s});
        const auto start = std::chrono::steady_clock::now();
        const auto response = transport.post(request(), {});
        const auto took = std::chrono::steady_clock::now() - start;
        QVERIFY(!response);
        QCOMPARE(code(response.error()), "net.timeout");
        QVERIFY2(took < 10s, std::to_string(took / 1ms).c_str());
    }

    void anotherThreadCanStopIt()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(identity, [](const QByteArray&) { return TlsServer::Answer{}; });
        QtTransport transport(server.url(), identity.pin, {.silence = 20s, .total = 20s});
        std::stop_source stop;
        std::jthread other([&] {
            std::this_thread::sleep_for(100ms);
            stop.request_stop();
        });
        const auto response = transport.post(request(), stop.get_token());
        QVERIFY(!response);
        QCOMPARE(code(response.error()), "net.cancelled");
        const auto again = transport.post(request(), stop.get_token());
        QVERIFY(!again);
        QCOMPARE(code(again.error()), "net.cancelled");
    }

    void aWorkerThreadCanOwnIt()
    {
        const ServerIdentity identity = ServerIdentity::make();
        TlsServer server(identity, [](const QByteArray&) { return TlsServer::Answer{httpAnswer(200, "answer")}; });
        std::atomic<int> status = 0;
        std::jthread worker([&] {
            QtTransport transport(server.url(), identity.pin, quick());
            const auto response = transport.post(request(), {});
            status = response ? response->status : -1;
        });
        QTRY_COMPARE(status.load(), 200);
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "test_transport.moc"
